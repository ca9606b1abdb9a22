import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Audit } from './audit';
import { Clock, SystemClock } from './clock';
import { ConflictChecks } from './conflict-checks';
import { Config } from './config';
import { DatabaseModule } from './database/database.module';
import { Files, LocalFiles } from './files';
import { HousekeepingJob } from './housekeeping.job';
import { InvitationLinks } from './invitation-links';
import { Mailer } from './mailer';
import { JobHandlers, JobQueue } from './queue';
import { BullQueue, JobWorker } from './queue-bullmq';
import { CryptoRandom, Random } from './random';
import { UnitOfWork } from './unit-of-work';

/** What every slice stands on, available everywhere without importing it. */
@Global()
@Module({
  imports: [DatabaseModule, DiscoveryModule],
  providers: [
    { provide: Config, useFactory: () => Config.fromEnvironment(process.env) },
    { provide: Clock, useClass: SystemClock },
    { provide: Random, useClass: CryptoRandom },
    { provide: Files, useClass: LocalFiles },
    BullQueue,
    { provide: JobQueue, useExisting: BullQueue },
    JobHandlers,
    JobWorker,
    HousekeepingJob,
    InvitationLinks,
    Mailer,
    UnitOfWork,
    Audit,
    ConflictChecks,
  ],
  exports: [
    Config,
    Clock,
    Random,
    UnitOfWork,
    Audit,
    ConflictChecks,
    Files,
    InvitationLinks,
    Mailer,
    JobQueue,
    JobHandlers,
    JobWorker,
  ],
})
export class PlatformModule {}
