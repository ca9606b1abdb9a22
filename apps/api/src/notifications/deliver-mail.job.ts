import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/queue';
import { DeliveryService } from './delivery.service';
import { DoubtsService } from './doubts.service';

/** Says that letters wait. Which ones, the rows know: a job may be lost, run twice, or find nothing to do. */
@Injectable()
export class DeliverMailJob {
  constructor(private readonly delivery: DeliveryService) {}

  @HandlesJob('deliver-mail')
  async run(): Promise<void> {
    await this.delivery.deliverDue();
  }
}

/** Judges what a stopped worker or a broken link left in doubt, then sends what is due: retries, and whatever a lost queue forgot. */
@Injectable()
export class SweepMailJob {
  constructor(
    private readonly doubts: DoubtsService,
    private readonly delivery: DeliveryService,
  ) {}

  @HandlesJob('sweep-mail')
  async run(): Promise<void> {
    await this.doubts.endLostLeases();
    await this.doubts.judge();
    await this.delivery.deliverDue();
  }
}
