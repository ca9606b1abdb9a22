import { Injectable, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

/**
 * Every job of the product with its payload: ids only, never content, because a job may run late, twice, or after the row
 * has changed. A handler loads what it needs and does nothing when there is nothing left to do.
 */
export interface Jobs {
  'sweep-housekeeping': Record<string, never>;
  'deliver-mail': Record<string, never>;
  'sweep-mail': Record<string, never>;
  'sweep-reminders': Record<string, never>;
  'check-file': { fileId: string };
  'check-anonymity': { fileId: string };
  'sweep-files': Record<string, never>;
  'sweep-conflicts': Record<string, never>;
  'sweep-closing': Record<string, never>;
  'sweep-invitations': Record<string, never>;
}

export type JobName = keyof Jobs;

/**
 * How each job comes about: `enqueued` by a use case, or by itself every so many milliseconds. The latter only look for work that
 * is due. Every job of the map stands here, and each must have exactly one handler.
 */
const origins: Readonly<Record<JobName, 'enqueued' | { everyMs: number }>> = {
  'sweep-housekeeping': { everyMs: 60 * 60 * 1000 },
  'deliver-mail': 'enqueued',
  'sweep-mail': { everyMs: 10 * 1000 },
  'sweep-reminders': { everyMs: 5 * 60 * 1000 },
  'check-file': 'enqueued',
  'check-anonymity': 'enqueued',
  'sweep-files': { everyMs: 60 * 1000 },
  'sweep-conflicts': { everyMs: 60 * 1000 },
  'sweep-closing': { everyMs: 60 * 1000 },
  'sweep-invitations': { everyMs: 5 * 60 * 1000 },
};

export const jobNames = Object.keys(origins) as JobName[];

/** The jobs that wake by themselves, with their rhythm in milliseconds. */
export const sweeps: ReadonlyMap<string, number> = new Map(
  Object.entries(origins).flatMap(([name, origin]) => (origin === 'enqueued' ? [] : [[name, origin.everyMs] as const])),
);

export interface EnqueueOptions {
  /** While a job with this id waits or runs, another with the same id is not added. */
  jobId?: string;
  delayMs?: number;
}

/** Hands work to the worker process. Call it from `tx.afterCommit`: a job must never see a row that is not there yet. */
@Injectable()
export abstract class JobQueue {
  abstract enqueue<N extends JobName>(name: N, payload: Jobs[N], options?: EnqueueOptions): Promise<void>;
}

const handlesJob = 'convoke:handles-job';

/** Marks the one method that does a job: `@HandlesJob('deliver-letter') async run({ letterId }: Jobs['deliver-letter'])`. */
export function HandlesJob<N extends JobName>(name: N) {
  const mark = SetMetadata(handlesJob, name);
  return <H extends (payload: Jobs[N]) => Promise<void>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    mark(target, key, descriptor);
  };
}

type Handler = (payload: unknown) => Promise<void>;

/** Finds the handlers of all slices and refuses to start unless every job has exactly one. */
@Injectable()
export class JobHandlers implements OnApplicationBootstrap {
  private readonly handlers = new Map<string, Handler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (instance && typeof instance === 'object' && !(instance instanceof JobHandlers)) this.collect(instance);
    }
    const missing = jobNames.filter((name) => !this.handlers.has(name));
    if (missing.length > 0) throw new Error(`No handler for these jobs: ${missing.join(', ')}`);
  }

  /** Does one job now, in this process. */
  async run(name: string, payload: unknown): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler for the job ${name}`);
    await handler(payload);
  }

  private collect(instance: object): void {
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
    if (!prototype) return;
    for (const key of this.scanner.getAllMethodNames(prototype)) {
      const method = prototype[key];
      if (typeof method !== 'function') continue;
      const name = this.reflector.get<string | undefined>(handlesJob, method as () => unknown);
      if (!name) continue;
      if (this.handlers.has(name)) throw new Error(`Two handlers for the job ${name}`);
      this.handlers.set(name, (payload) => (method as Handler).call(instance, payload));
    }
  }
}
