import 'reflect-metadata';
import { setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { Config, ConfigError } from './platform/config';
import { JobQueue } from './platform/queue';
import { JobWorker } from './platform/queue-bullmq';

/** The job process: the same modules as the API, no HTTP. As many of them may run as there is work. */
async function main(): Promise<void> {
  // before anything starts, so that a bad configuration is said in its own words alone
  Config.fromEnvironment(process.env);
  const app = await NestFactory.createApplicationContext(AppModule, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  // what nobody waits for gives way to what people wait for
  setPriority(10);
  await app.get(JobWorker).start();
  // what the worker before left behind waits for no rhythm
  await app.get(JobQueue).enqueue('sweep-mail', {});
  process.send?.('ready');
}

main().catch((error: unknown) => {
  const words = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
