import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * helmet with a nonce per request: no inline script or style runs unless this very answer carries its nonce. Over plain http
 * (the demo on loopback) nothing may be upgraded to https.
 */
export function securityHeaders(secure: boolean): RequestHandler[] {
  const nonceOf = (_: unknown, res: unknown): string => `'nonce-${String((res as Response).locals['nonce'])}'`;
  return [
    (_: Request, res: Response, next: NextFunction) => {
      res.locals['nonce'] = randomBytes(16).toString('base64url');
      res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'self'"],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          frameSrc: ["'self'", 'blob:'],
          imgSrc: ["'self'", 'data:', 'blob:'],
          objectSrc: ["'none'"],
          scriptSrc: ["'self'", nonceOf],
          scriptSrcAttr: ["'none'"],
          styleSrc: ["'self'", nonceOf],
          workerSrc: ["'self'", 'blob:'],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure ? { maxAge: 365 * 24 * 3600 } : false,
      // 'no-referrer' would make browsers send `Origin: null` with our own forms.
      referrerPolicy: { policy: 'same-origin' },
    }),
  ];
}
