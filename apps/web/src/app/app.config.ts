import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import {
  type ApplicationConfig,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { Texts } from '@convoke/ui';
import { routes } from './app.routes';
import { Faults, faultOfNavigation } from './shell/faults';
import { PageTitles } from './shell/page-titles';
import { problemErrors } from './shell/problem-errors';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideAppInitializer(() => inject(Texts).ready()),
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withXhr(), withInterceptors([problemErrors])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withNavigationErrorHandler(faultOfNavigation),
    ),
    { provide: TitleStrategy, useExisting: PageTitles },
    { provide: ErrorHandler, useExisting: Faults },
  ],
};
