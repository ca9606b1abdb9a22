import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Outbox } from '../platform/outbox';
import { CaughtMail } from './caught-mail.entity';
import { DeliverMailJob, SweepMailJob } from './deliver-mail.job';
import { DeliveryService } from './delivery.service';
import { DoubtsService } from './doubts.service';
import { EmailMessage } from './email-message.entity';
import { Letters } from './letters';
import { MailPause } from './mail-pause.entity';
import { MailboxController } from './mailbox.controller';
import { MailboxService } from './mailbox.service';
import { RelayOracle } from './relay-oracle';
import { Reminder } from './reminder.entity';
import { RemindersService } from './reminders.service';
import { SweepRemindersJob } from './sweep-reminders.job';
import { Undeliverable } from './undeliverable';
import { UndeliverableAddress } from './undeliverable-address.entity';

/** Letters: the outbox every slice writes to, their delivery, and reminders. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([EmailMessage, Reminder, CaughtMail, UndeliverableAddress, MailPause])],
  controllers: [MailboxController],
  providers: [
    Letters,
    { provide: Outbox, useExisting: Letters },
    DeliveryService,
    DoubtsService,
    RelayOracle,
    Undeliverable,
    DeliverMailJob,
    SweepMailJob,
    RemindersService,
    SweepRemindersJob,
    MailboxService,
  ],
  exports: [Letters, Outbox, DeliveryService],
})
export class NotificationsModule {}
