/** Everything that runs, stopped in the reverse order of its start: at Ctrl-C, or when a part fails. */
export class Stoppers {
  private readonly stops: (() => Promise<void>)[] = [];
  private readonly controller = new AbortController();
  private stopping: Promise<never> | undefined;

  constructor() {
    // a terminal that was closed takes no more words; what runs is stopped all the same
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!this.stopping) process.stdout.write('\nStopping…\n');
        void this.stop(0);
      });
    }
  }

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Aborted as soon as stopping begins. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What was started while stopping has begun is stopped at once. */
  add(stop: () => Promise<void>): void {
    if (this.stopping) void stop();
    else this.stops.push(stop);
  }

  /** A part ended by itself: say so and stop the rest. */
  unexpected(message: string): void {
    if (this.stopping) return;
    process.stderr.write(`\n${message}\n`);
    void this.stop(1);
  }

  /** Stops everything and ends the process. */
  stop(code: number): Promise<never> {
    this.stopping ??= this.stopAll(code);
    return this.stopping;
  }

  private async stopAll(code: number): Promise<never> {
    this.controller.abort();
    for (let stop = this.stops.pop(); stop; stop = this.stops.pop()) {
      try {
        await stop();
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
    process.exit(code);
  }
}
