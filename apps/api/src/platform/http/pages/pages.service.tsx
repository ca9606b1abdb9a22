import { Injectable } from '@nestjs/common';
import type { Problem } from '@convoke/contract';
import { localeNames } from '@convoke/texts';
import type { Request, Response } from 'express';
import { render } from 'preact-render-to-string';
import { Config } from '../../config';
import { Assets } from '../assets.service';
import { Layout } from './layout';
import { page, type PageResult } from './page';
import { pageContext, type PageContext } from './page-context';

/** Renders server pages: the same frame, head and language for all of them. */
@Injectable()
export class Pages {
  constructor(
    private readonly config: Config,
    private readonly assets: Assets,
  ) {}

  /** The whole document of a page. */
  render(result: PageResult, req: Request, res: Response): string {
    const context = this.contextOf(req, res);
    return `<!doctype html>${render(
      <Layout page={result} context={context} languages={localeNames}>
        {result.body(context)}
      </Layout>,
    )}`;
  }

  /** The page a person sees instead of the one they asked for. */
  renderProblem(problem: Problem, req: Request, res: Response): string {
    return this.render(
      page({
        title: problem.title,
        noIndex: true,
        body: (context) => (
          <div class="narrow">
            <h1>{problem.title}</h1>
            <p class="lead">{problem.detail}</p>
            <p class="cv-row">
              <WayOut problem={problem} context={context} />
              <a class="cv-button" href="/">
                {context.t('page.allCalls')}
              </a>
            </p>
          </div>
        ),
      }),
      req,
      res,
    );
  }

  contextOf(req: Request, res: Response): PageContext {
    return pageContext(req, res, {
      publicUrl: this.config.publicUrl,
      stylesheet: this.assets.stylesheet,
      demo: this.config.demo,
    });
  }
}

/** What most who meet a link that no longer works want next: another one, or to see what it was for. */
function WayOut({ problem, context }: { problem: Problem; context: PageContext }) {
  if (problem.code !== 'link_used_or_expired') return null;
  const again = context.path.startsWith('/reset/');
  return (
    <a class="cv-button" data-look="main" href={again ? '/reset' : '/account'}>
      {context.t(again ? 'account.signIn.forgot' : 'page.account')}
    </a>
  );
}
