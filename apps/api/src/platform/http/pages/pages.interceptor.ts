import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { pageKey } from '../endpoint';
import type { PageResult, SeeOther } from './page';
import { Pages } from './pages.service';

/** Turns what a `@Page` handler returns into HTML or a redirect. Pages depend on the person, so nobody may keep them. */
@Injectable()
export class PagesInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly pages: Pages,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(pageKey, context.getHandler())) return next.handle();
    const req = context.switchToHttp().getRequest<Request>();
    const res = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((result: PageResult | SeeOther | string) => this.answer(result, req, res)));
  }

  private answer(result: PageResult | SeeOther | string, req: Request, res: Response): string {
    res.setHeader('Cache-Control', 'no-store');
    if (typeof result !== 'string' && result.kind === 'see-other') {
      res.status(303).setHeader('Location', result.to);
      return '';
    }
    res.type('html');
    if (typeof result === 'string') return result;
    res.status(result.status ?? 200);
    return this.pages.render(result, req, res);
  }
}
