import { Controller, Param, Res } from '@nestjs/common';
import type { TaskKind, TaskView } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { pickLocale, translator } from '@convoke/texts';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { CalendarFeeds } from '../accounts/calendar-feeds.service';
import { calendarText } from '../platform/calendar/calendar';
import { Config } from '../platform/config';
import { Plain } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { HomeService } from './home.service';

/** Tasks that are steps towards one date: in a calendar they are one entry that changes its words. */
const sameDate: Readonly<Partial<Record<TaskKind, string>>> = {
  finish_draft: 'paper',
  submit_draft: 'paper',
  upload_paper: 'paper',
  write_review: 'review',
  finish_review: 'review',
};

/** A person's own dates as a calendar, under a secret address: what their page “What is next” says, and nothing beyond it. */
@Controller()
export class OwnCalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly home: HomeService,
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  @Plain('/calendar/:token.ics', 'public')
  async dates(@Param('token') token: string, @Res() res: Response): Promise<void> {
    const viewer = await this.feeds.viewerOf(this.dataSource.manager, token);
    if (!viewer) throw new Refusal('not_found');
    const { tasks } = await this.home.next(viewer, null);
    const changes = await this.changes(viewer, [...new Set(tasks.map(({ callSlug }) => callSlug))]);
    const { t } = translator(pickLocale(viewer.locale));
    const entries = tasks.flatMap((task) => {
      if (!task.due) return [];
      const facts = { ...task.facts, call: task.callName };
      return [
        {
          identity: [task.callSlug, sameDate[task.kind] ?? task.kind, task.link],
          ...(changes.get(task.callSlug) ?? { sequence: 0, changedAt: instant('2000-01-01T00:00:00Z') }),
          summary: `${task.callName}: ${t(`home.task.${task.kind}`, facts)}`,
          description: descriptionOf(task),
          url: `${this.config.publicUrl}${task.link}`,
          wallTime: task.due.wallTime,
          zone: task.due.zone,
          at: instant(task.due.closesAt),
        },
      ];
    });
    res.setHeader('Cache-Control', 'private, no-store');
    res.setHeader('X-Robots-Tag', 'noindex');
    res.type('text/calendar; charset=utf-8');
    res.send(calendarText(t('home.calendar.name'), new URL(this.config.publicUrl).hostname, entries));
  }

  /** How often dates that bind this person were set in each call, and when last: those of others do not count, nor show. */
  private async changes(
    viewer: Viewer,
    slugs: readonly string[],
  ): Promise<Map<string, { sequence: number; changedAt: Date }>> {
    const rows = await this.dataSource.query<{ slug: string; sequence: number; changedAt: Date }[]>(
      `select c.slug, count(*)::int as sequence, max(d.created_at) as "changedAt"
         from call c join deadline d on d.call_id = c.id
        where c.slug = any($1) and (d.person_id is null or d.person_id = $2)
          and (d.submission_id is null or exists (
            select 1 from submission_contact k where k.submission_id = d.submission_id and k.person_id = $2))
        group by c.slug`,
      [slugs, viewer.personId],
    );
    return new Map(rows.map(({ slug, ...change }) => [slug, change]));
  }
}

function descriptionOf({ paperTitle }: TaskView): string {
  return paperTitle ?? '';
}

/** An instant of a date, not the present. */
function instant(iso: string): Date {
  return new Date(iso);
}
