import { Global, Module } from '@nestjs/common';
import { Audit } from './audit';
import { Clock, SystemClock } from './clock';
import { Config } from './config';
import { DatabaseModule } from './database/database.module';
import { CryptoRandom, Random } from './random';
import { UnitOfWork } from './unit-of-work';

/** What every slice stands on, available everywhere without importing it. */
@Global()
@Module({
  imports: [DatabaseModule],
  providers: [
    { provide: Config, useFactory: () => Config.fromEnvironment(process.env) },
    { provide: Clock, useClass: SystemClock },
    { provide: Random, useClass: CryptoRandom },
    UnitOfWork,
    Audit,
  ],
  exports: [Config, Clock, Random, UnitOfWork, Audit],
})
export class PlatformModule {}
