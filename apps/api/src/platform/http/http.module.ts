import { Global, Module, RequestMethod } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config';
import { RateLimits } from '../rate-limits';
import { SessionGuard, SessionStrategy } from '../session/session.strategy';
import { Sessions } from '../session/sessions.service';
import { AssetsController } from './assets.controller';
import { Assets } from './assets.service';
import { ContractInterceptor } from './contract.interceptor';
import { CrossSiteGuard } from './cross-site.guard';
import { HealthController } from './health.controller';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { loggerOptions } from './logging';
import { OpenApiController } from './openapi.controller';
import { Pages } from './pages/pages.service';
import { PagesInterceptor } from './pages/pages.interceptor';
import { PolicyGuard } from './policy.guard';
import { PreferencesController } from './preferences.controller';
import { RefusalsFilter } from './refusals.filter';
import { Routes } from './routes';
import { WebAppController } from './web-app.controller';

/** The front door. Guards run in this order: from our own site? who is it? may they knock here? */
@Global()
@Module({
  imports: [
    DiscoveryModule,
    PassportModule,
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...loggerOptions(config),
        forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
      }),
    }),
  ],
  controllers: [AssetsController, HealthController, OpenApiController, PreferencesController, WebAppController],
  providers: [
    Assets,
    Pages,
    RateLimits,
    Routes,
    Sessions,
    SessionStrategy,
    { provide: APP_GUARD, useClass: CrossSiteGuard },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: PolicyGuard },
    { provide: APP_FILTER, useClass: RefusalsFilter },
    { provide: APP_INTERCEPTOR, useClass: PagesInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Assets, Pages, RateLimits, Routes, Sessions],
})
export class HttpModule {}
