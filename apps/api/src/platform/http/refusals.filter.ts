import { randomUUID } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@convoke/contract';
import type { Request, Response } from 'express';
import { Pages } from './pages/pages.service';
import { localeOf } from './pages/page-context';
import { asRefusal, problemOf, unexpectedProblem } from './problem';
import { safePath } from './safe-path';

/**
 * The one place where a refusal becomes an answer: a problem document for the API, a page for people. What nobody foresaw becomes
 * a 500 with a number and no detail; the log has the rest.
 */
@Catch()
export class RefusalsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Refusals');

  constructor(private readonly pages: Pages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const req = host.switchToHttp().getRequest<Request>();
    const res = host.switchToHttp().getResponse<Response>();
    if (res.headersSent) {
      // The answer had begun (a download): cutting it is the only way to say that it is not whole.
      this.logger.error(error instanceof Error ? error.stack : String(error));
      res.destroy();
      return;
    }
    this.answer(this.problemFor(error, req), req, res);
  }

  private problemFor(error: unknown, req: Request): Problem {
    const locale = localeOf(req);
    const refusal = asRefusal(error);
    if (refusal) return problemOf(refusal, locale);
    const id = randomUUID();
    this.logger.error(`Unexpected error ${id}`, error instanceof Error ? error.stack : String(error));
    return unexpectedProblem(id, locale);
  }

  private answer(problem: Problem, req: Request, res: Response): void {
    const seconds = problem.facts?.['seconds'];
    if (problem.status === 429 || problem.status === 503) {
      res.setHeader('Retry-After', String(typeof seconds === 'number' ? seconds : 5));
    }
    res.setHeader('Cache-Control', 'no-store');
    if (isForMachines(req)) {
      res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    } else if (problem.status === 401 && problem.code === 'not_signed_in') {
      const next = req.method === 'GET' ? safePath(req.originalUrl) : '/';
      res.redirect(303, `/sign-in?next=${encodeURIComponent(next)}`);
    } else {
      res
        .status(problem.status)
        .type('html')
        .send(this.pages.renderProblem(problem, req, res));
    }
  }
}

function isForMachines(req: Request): boolean {
  return /^\/(api|health|assets)(\/|$)/.test(req.path);
}
