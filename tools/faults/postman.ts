import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { DeliveryService } from '../../apps/api/src/notifications/delivery.service';
import { DoubtsService } from '../../apps/api/src/notifications/doubts.service';
import { Letters } from '../../apps/api/src/notifications/letters';
import { RelayOracle } from '../../apps/api/src/notifications/relay-oracle';
import { Undeliverable } from '../../apps/api/src/notifications/undeliverable';
import { SystemClock } from '../../apps/api/src/platform/clock';
import { Config } from '../../apps/api/src/platform/config';
import { databaseOptions } from '../../apps/api/src/platform/database/data-source';
import { Mailer } from '../../apps/api/src/platform/mailer';
import { JobQueue } from '../../apps/api/src/platform/queue';
import { CryptoRandom } from '../../apps/api/src/platform/random';
import { UnitOfWork } from '../../apps/api/src/platform/unit-of-work';

/** Nobody has to be woken: the loop below looks by itself. */
class NoQueue extends JobQueue {
  enqueue(): Promise<void> {
    return Promise.resolve();
  }
}

/** What the worker does about letters and nothing else, in a process that begins in a third of the time of a whole worker. */
async function main(): Promise<void> {
  const config = Config.fromEnvironment(process.env);
  const clock = new SystemClock();
  const database = new DataSource({ ...databaseOptions({ url: config.databaseUrl }), poolSize: 8 });
  await database.initialize();
  const mailer = new Mailer(config);
  const doubts = new DoubtsService(database, clock, mailer, new RelayOracle(config));
  const undeliverable = new Undeliverable(new Letters(new CryptoRandom(), config, new NoQueue()), config);
  const delivery = new DeliveryService(database, new UnitOfWork(database, clock), clock, mailer, doubts, undeliverable);
  process.send?.('ready');
  for (;;) {
    try {
      await doubts.endLostLeases();
      await doubts.judge();
      await delivery.deliverDue();
    } catch {
      // the database is away for a moment
    }
    await pause(100);
  }
}

process.once('message', () => {
  main().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit());
