import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, withBackend, type Job, type JobsOptions } from 'bullmq';
import { Config } from './config';
import { JobHandlers, JobQueue, sweeps, type EnqueueOptions, type JobName, type Jobs } from './queue';

const queueName = 'convoke';

const jobOptions: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 2000, jitter: 0.3 },
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 14 * 24 * 3600 },
};

/** A killed worker leaves its job locked; after the lock has passed another takes it up, as often as that happens. */
const workerOptions = { lockDuration: 60_000, maxStalledCount: 10, stalledInterval: 30_000, concurrency: 4 };

type Processor = (job: Job) => Promise<void>;

/** BullMQ on Redis where REDIS_URL is set, otherwise on the PostgreSQL that is there anyway (schema `bullmq`). */
function openBull(config: Config) {
  if (config.redisUrl) {
    const { Queue: BullQueue, Worker } = withBackend(createRedisBackend);
    const connection = { url: config.redisUrl, maxRetriesPerRequest: null };
    return {
      queue: () => new BullQueue(queueName, { connection, defaultJobOptions: jobOptions }),
      worker: (processor: Processor) => new Worker(queueName, processor, { connection, ...workerOptions }),
    };
  }
  const { Queue: BullQueue, Worker } = withBackend(createPostgresBackend);
  const connection = {
    connectionString: config.databaseUrl,
    max: 4,
    application_name: 'convoke-queue',
    // a job only wakes somebody for a row that is safe already: what a power cut loses, the sweeps find
    options: '-c synchronous_commit=off',
  };
  return {
    queue: () => new BullQueue(queueName, { connection, defaultJobOptions: jobOptions }),
    // nothing in the queue's tables is worth keeping: a worker that finds none makes them anew
    worker: (processor: Processor) =>
      new Worker(queueName, processor, { connection: { ...connection, migrate: true }, ...workerOptions }),
  };
}

type Bull = ReturnType<typeof openBull>;

@Injectable()
export class BullQueue extends JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private opened: ReturnType<Bull['queue']> | undefined;

  constructor(private readonly config: Config) {
    super();
  }

  async enqueue<N extends JobName>(name: N, payload: Jobs[N], options: EnqueueOptions = {}): Promise<void> {
    await this.queue().add(name, payload, {
      ...(options.jobId ? { jobId: options.jobId } : {}),
      ...(options.delayMs ? { delay: options.delayMs } : {}),
    });
  }

  /** Makes the sweeps wake at their rhythm and forgets those of an earlier version of the product. */
  async schedule(): Promise<void> {
    const queue = this.queue();
    for (const scheduler of await queue.getJobSchedulers()) {
      if (scheduler.key && !sweeps.has(scheduler.key)) await queue.removeJobScheduler(scheduler.key);
    }
    for (const [name, every] of sweeps) {
      await queue.upsertJobScheduler(name, { every }, { name, data: {} });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }

  private queue(): ReturnType<Bull['queue']> {
    if (!this.opened) {
      this.opened = openBull(this.config).queue();
      this.opened.on('error', (error) => this.logger.error(error.message));
    }
    return this.opened;
  }
}

/** Does the jobs. Asleep until `start()`, which only the worker process calls. */
@Injectable()
export class JobWorker implements OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private worker: ReturnType<Bull['worker']> | undefined;

  constructor(
    private readonly config: Config,
    private readonly handlers: JobHandlers,
    private readonly queue: BullQueue,
  ) {}

  /** Takes up work, and sets the sweeps going unless told otherwise. */
  async start(options: { sweeps: boolean } = { sweeps: true }): Promise<void> {
    this.worker = openBull(this.config).worker((job) => this.handlers.run(job.name, job.data));
    this.worker.on('error', (error) => {
      this.logger.error(error.message);
      if (isMissing(error)) void this.restart(options);
    });
    this.worker.on('failed', (job, error) =>
      this.logger.warn(`Job ${job?.name} ${job?.id} failed at attempt ${job?.attemptsMade}: ${error.message}`),
    );
    await this.worker.waitUntilReady();
    if (options.sweeps) await this.queue.schedule();
  }

  /** Lets running jobs finish, takes no new ones. */
  async onApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  /** The queue's tables are gone: everything that waited in them is found by the sweeps, once there is a queue again. */
  private async restart(options: { sweeps: boolean }): Promise<void> {
    const lost = this.worker;
    if (!lost) return;
    this.worker = undefined;
    try {
      await lost.close(true);
      await this.start(options);
    } catch (error) {
      this.logger.error(`The queue could not be made anew: ${error instanceof Error ? error.message : String(error)}`);
      this.worker ??= lost;
    }
  }
}

/** PostgreSQL on a table, function or schema that is not there. */
function isMissing(error: Error): boolean {
  return ['42P01', '42883', '3F000'].includes((error as { code?: string }).code ?? '');
}
