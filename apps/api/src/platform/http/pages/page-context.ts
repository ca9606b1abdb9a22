import { pickLocale, translator, type Locale, type Translate } from '@convoke/texts';
import type { Request, Response } from 'express';
import { readCookie } from '../../session/cookies';
import type { Viewer } from '../../session/viewer';
import { safePath } from '../safe-path';

export type Theme = 'system' | 'light' | 'dark';

/** What every server-rendered page may ask about the request it answers. */
export interface PageContext {
  readonly locale: Locale;
  readonly t: Translate;
  readonly theme: Theme;
  readonly viewer: Viewer | undefined;
  /** Path and query of this page, safe to come back to. */
  readonly path: string;
  readonly publicUrl: string;
  readonly stylesheet: string;
  readonly nonce: string;
  readonly demo: boolean;
}

/** The language of a request: the person's choice (cookie), else the profile's, else what the browser asks for. */
export function localeOf(req: Request): Locale {
  return pickLocale(readCookie(req, 'lang'), req.viewer?.locale, req.headers['accept-language']);
}

export function themeOf(req: Request): Theme {
  const theme = readCookie(req, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Gathers the context of a page; `site` is what does not change between requests. */
export function pageContext(
  req: Request,
  res: Response,
  site: Pick<PageContext, 'publicUrl' | 'stylesheet' | 'demo'>,
): PageContext {
  const locale = localeOf(req);
  return {
    ...site,
    locale,
    t: translator(locale).t,
    theme: themeOf(req),
    viewer: req.viewer,
    path: safePath(req.originalUrl),
    nonce: String(res.locals['nonce'] ?? ''),
  };
}
