import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { Config, ConfigError } from './platform/config';
import { httpAppOptions, setUpHttp } from './platform/http/http-app';

/** The HTTP process: API, public pages and the built web application. */
async function main(): Promise<void> {
  // before anything starts, so that a bad configuration is said in its own words alone
  Config.fromEnvironment(process.env);
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { ...httpAppOptions, abortOnError: false });
  app.useLogger(app.get(Logger));
  setUpHttp(app);
  const config = app.get(Config);
  await app.listen(config.port, config.host);
  process.send?.('ready');
}

main().catch((error: unknown) => {
  const isConfig = error instanceof ConfigError;
  process.stderr.write(
    `${isConfig ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
