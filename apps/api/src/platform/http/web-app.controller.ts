import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Controller, Req, Res } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import type { Request, Response } from 'express';
import { Plain } from './endpoint';
import { localeOf, themeOf } from './pages/page-context';

/** Where the built web application lies, seen from the sources and from dist/server alike; null before it was built. */
export function webAppFolder(): string | null {
  for (let at = __dirname; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'dist/web/browser');
    if (existsSync(join(folder, 'index.html'))) return folder;
  }
  return null;
}

/**
 * `/app/**`: one document for every address in the signed-in application, with this request's nonce in it, and with the chosen
 * language and theme, so that nothing flashes before the scripts run.
 */
@Controller()
export class WebAppController {
  private index: string | null = null;

  @Plain('/app{/*path}', 'public')
  serve(@Req() req: Request, @Res() res: Response): void {
    if (req.path === '/app') return res.redirect(308, '/app/');
    // Built files are served before this route is asked; a file that is still missing is missing.
    const isFile = /\.[a-z0-9]{2,5}$/i.test(req.path);
    const index = isFile ? null : this.readIndex();
    if (index === null) throw new Refusal('not_found');
    res.setHeader('Cache-Control', 'no-cache');
    res.setHeader('Vary', 'Cookie, Accept-Language');
    res
      .type('html')
      .send(
        index
          .replace(/<html lang="[^"]*"/, () => `<html lang="${localeOf(req)}"${themeAttribute(req)}`)
          .replaceAll('__CSP_NONCE__', String(res.locals['nonce'])),
      );
  }

  private readIndex(): string | null {
    if (this.index === null) {
      const folder = webAppFolder();
      this.index = folder === null ? null : readFileSync(join(folder, 'index.html'), 'utf8');
    }
    return this.index;
  }
}

function themeAttribute(req: Request): string {
  const theme = themeOf(req);
  return theme === 'system' ? '' : ` data-theme="${theme}"`;
}
