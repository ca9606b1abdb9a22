import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import { Config } from '../config';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A request that may change something must come from our own pages. Browsers say so in `Sec-Fetch-Site`; where that is missing,
 * `Origin` must be ours. A client that sends neither is no browser and is refused as well: it has no business with our cookie.
 */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    if (harmless.has(req.method) || this.isOurOwn(req)) return true;
    throw new Refusal('cross_site');
  }

  private isOurOwn(req: Request): boolean {
    const site = req.headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    const { origin } = req.headers;
    if (origin === undefined) return false;
    if (origin === new URL(this.config.publicUrl).origin) return true;
    // The demo listens on loopback only, under whatever name and port the person reached it.
    return this.config.mode !== 'production' && origin === `${req.protocol}://${req.headers.host ?? ''}`;
  }
}
