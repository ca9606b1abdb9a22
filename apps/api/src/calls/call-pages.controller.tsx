import { Controller, Param, Res } from '@nestjs/common';
import { callSlug, type CallView } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { translator } from '@convoke/texts';
import type { Response } from 'express';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { CurrentViewer, Page, Plain } from '../platform/http/endpoint';
import { page, type PageResult } from '../platform/http/pages/page';
import type { Viewer } from '../platform/session/viewer';
import { callDatesScript } from './call-dates.script';
import { dateName } from './call-dates.views';
import { plainStart } from './call-markdown';
import { CallPage } from './call-page.views';
import { CallsService } from './calls.service';
import { DirectoryPage } from './directory-page.views';
import { shownDate } from './shown-date';

/** The public pages of calls: complete without scripts, for people and for search engines. */
@Controller()
export class CallPagesController {
  constructor(
    private readonly calls: CallsService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Page('GET', '/', 'public')
  async directory(): Promise<PageResult> {
    const calls = await this.calls.list();
    const now = this.clock.now();
    return page({
      titleKey: 'calls.directory.title',
      description: translator('en').t('calls.directory.description'),
      canonical: '/',
      body: (context) => <DirectoryPage calls={calls} now={now} context={context} />,
    });
  }

  @Page('GET', '/c/:call', 'public')
  async call(@Param('call') slug: string, @CurrentViewer() viewer?: Viewer): Promise<PageResult> {
    const call = await this.shown(viewer ?? null, slug);
    const now = this.clock.now();
    return page({
      title: call.name,
      description: descriptionOf(call),
      canonical: `/c/${call.slug}`,
      noIndex: call.state === 'setup',
      body: (context) => <CallPage call={call} now={now} context={context} />,
    });
  }

  @Plain('/call-dates.js', 'public')
  script(@Res() res: Response): void {
    res.setHeader('Cache-Control', 'public, max-age=86400');
    res.type('text/javascript; charset=utf-8').send(callDatesScript);
  }

  @Plain('/robots.txt', 'public')
  robots(@Res() res: Response): void {
    res.setHeader('Cache-Control', 'public, max-age=86400');
    res
      .type('text/plain')
      .send(
        [
          'User-agent: *',
          'Disallow: /app/',
          'Disallow: /api/',
          `Sitemap: ${this.config.publicUrl}/sitemap.xml`,
          '',
        ].join('\n'),
      );
  }

  @Plain('/sitemap.xml', 'public')
  async sitemap(@Res() res: Response): Promise<void> {
    const paths = ['/', ...(await this.calls.list()).map((call) => `/c/${call.slug}`)];
    const urls = paths.map((path) => `<url><loc>${this.config.publicUrl}${path}</loc></url>`);
    res.setHeader('Cache-Control', 'public, max-age=3600');
    res
      .type('application/xml')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`,
      );
  }

  /** A page that is not there is not there for anybody: signed out nobody is asked to sign in for an unknown address. */
  private async shown(viewer: Viewer | null, slug: string): Promise<CallView> {
    if (!callSlug.safeParse(slug).success) throw new Refusal('not_found');
    try {
      return await this.calls.bySlug(viewer, slug);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_signed_in') throw new Refusal('not_found');
      throw error;
    }
  }
}

function descriptionOf(call: CallView): string {
  const { t } = translator('en');
  const next = call.deadlines.find((date) => date.isNext);
  const words = next
    ? t('calls.page.description', {
        call: call.name,
        date: dateName(next, call, t),
        when: shownDate(next, null, 'en', t).full,
      })
    : t('calls.page.descriptionUndated', { call: call.name });
  return [words, call.tagline || plainStart(call.body, 160)].filter(Boolean).join(' ');
}
