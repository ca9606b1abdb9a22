/** Says on the console what is being done, and at the end how long it took. */
export class Steps {
  private readonly began = performance.now();
  private readonly times: [string, number][] = [];

  constructor(private readonly before: Readonly<Record<string, number>>) {
    this.times.push(...Object.entries(before));
  }

  async run<T>(name: string, words: string, work: () => Promise<T>): Promise<T> {
    process.stdout.write(`${words}… `);
    const started = performance.now();
    try {
      const result = await work();
      process.stdout.write('done\n');
      return result;
    } catch (error) {
      process.stdout.write('failed\n');
      throw error;
    } finally {
      this.times.push([name, performance.now() - started]);
    }
  }

  /** `Ready in 8.1 s: server 0.4, database 0.9, …` */
  summary(): string {
    const total = performance.now() - this.began + Object.values(this.before).reduce((sum, ms) => sum + ms, 0);
    const parts = this.times.map(([name, ms]) => `${name} ${(ms / 1000).toFixed(1)}`).join(', ');
    return `Ready in ${(total / 1000).toFixed(1)} s: ${parts}`;
  }
}
