import type { Request, Response } from 'express';

/** The value of one cookie of the request, or null. Malformed escapes count as absent. */
export function readCookie(req: Pick<Request, 'headers'>, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(pair.slice(at + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

/** Sets a cookie that scripts may read and that holds a choice of the person (language, theme): never a secret. */
export function setPreferenceCookie(res: Response, name: string, value: string, secure: boolean): void {
  res.cookie(name, value, { path: '/', sameSite: 'lax', secure, maxAge: 365 * 24 * 3600 * 1000 });
}
