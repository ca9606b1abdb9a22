import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { Config } from '../config';
import { securityHeaders } from './security-headers';
import { webAppFolder } from './web-app.controller';

/** Bodies of forms and of the API; uploads are streamed and never come through here. */
const bodyLimit = '1mb';

/** Options every way of creating the application shares: our own body limits instead of the framework's. */
export const httpAppOptions = { bodyParser: false, bufferLogs: true } as const;

/** What stands before the routes: headers, body parsers, the built web application. Call it before `init` or `listen`. */
export function setUpHttp(app: NestExpressApplication): NestExpressApplication {
  const config = app.get(Config);
  app.disable('x-powered-by');
  // One proxy may stand in front in production; its word on the client's address counts for rate limits.
  app.set('trust proxy', config.mode === 'production' ? 1 : false);
  app.use(...securityHeaders(config.secure));
  app.useBodyParser('json', { limit: bodyLimit, strict: true });
  app.useBodyParser('urlencoded', { limit: bodyLimit, extended: false });
  const web = webAppFolder();
  if (web !== null) {
    // the built application alone: it holds nothing of anybody, and is most of what a first visit costs on a phone
    app.use('/app/', compression());
    app.useStaticAssets(web, {
      prefix: '/app/',
      index: false,
      redirect: false,
      setHeaders: (res, path) => {
        // The build names its own files by their content; the document and what is only copied beside them keep their names.
        if (/\/((chunk|main|polyfills|styles|worker)-[\w-]{8}\.(js|css)|media\/.+-[A-Z0-9]{8}\.\w+)$/.test(path))
          res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      },
      maxAge: 0,
    });
  }
  app.enableShutdownHooks();
  return app;
}
