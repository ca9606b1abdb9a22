import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../platform/queue';
import { RemindersService } from './reminders.service';

@Injectable()
export class SweepRemindersJob {
  constructor(private readonly reminders: RemindersService) {}

  @HandlesJob('sweep-reminders')
  async run(): Promise<void> {
    await this.reminders.sweep();
  }
}
