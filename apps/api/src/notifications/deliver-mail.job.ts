import { Injectable } from '@nestjs/common';
import { HandlesJob, JobQueue, type Jobs } from '../platform/queue';
import { DeliveryService } from './delivery.service';

/** One job, one letter. Runs twice safely, because a letter is claimed before it is sent. */
@Injectable()
export class DeliverMailJob {
  constructor(private readonly delivery: DeliveryService) {}

  @HandlesJob('deliver-mail')
  async run({ id }: Jobs['deliver-mail']): Promise<void> {
    await this.delivery.deliver(id);
  }
}

/** Looks for letters that are due and not on their way: retries, cancel windows that ended, and whatever a lost queue forgot. */
@Injectable()
export class SweepMailJob {
  constructor(
    private readonly delivery: DeliveryService,
    private readonly jobs: JobQueue,
  ) {}

  @HandlesJob('sweep-mail')
  async run(): Promise<void> {
    for (const { id, jobId } of await this.delivery.sweep()) await this.jobs.enqueue('deliver-mail', { id }, { jobId });
  }
}
