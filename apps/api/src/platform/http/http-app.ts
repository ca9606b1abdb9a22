import type { NestExpressApplication } from '@nestjs/platform-express';
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
    app.useStaticAssets(web, {
      prefix: '/app/',
      index: false,
      redirect: false,
      setHeaders: (res, path) => {
        // The build names files by their content, except the document itself and the manifest-like few.
        if (/-[A-Z0-9]{8,}\.\w+$/.test(path)) res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      },
      maxAge: 0,
    });
  }
  app.enableShutdownHooks();
  return app;
}
