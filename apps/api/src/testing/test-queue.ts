import { JobQueue, type EnqueueOptions, type JobHandlers, type JobName, type Jobs } from '../platform/queue';

interface WaitingJob {
  name: JobName;
  payload: unknown;
  jobId: string | undefined;
}

/** Holds jobs until the spec says `drainJobs()`, so that a story is told in one order. BullMQ itself has its own spec. */
export class TestQueue extends JobQueue {
  private waiting: WaitingJob[] = [];

  enqueue<N extends JobName>(name: N, payload: Jobs[N], options: EnqueueOptions = {}): Promise<void> {
    const { jobId } = options;
    if (!jobId || !this.waiting.some((job) => job.jobId === jobId)) this.waiting.push({ name, payload, jobId });
    return Promise.resolve();
  }

  /** Does what waits, and what that enqueues in turn; payloads go through JSON as they would through a database. */
  async drain(handlers: JobHandlers): Promise<number> {
    let done = 0;
    for (let job = this.waiting.shift(); job; job = this.waiting.shift()) {
      await handlers.run(job.name, JSON.parse(JSON.stringify(job.payload)));
      done += 1;
      if (done > 10_000) throw new Error(`Jobs keep making jobs: ${job.name}`);
    }
    return done;
  }

  /** What a crash between commit and enqueue loses; the sweeps must find the work again. */
  forget(): void {
    this.waiting = [];
  }
}
