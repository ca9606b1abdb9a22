import { Controller, Param, Req, Res } from '@nestjs/common';
import { callSlug } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { translator } from '@convoke/texts';
import type { Request, Response } from 'express';
import { calendarText } from '../../platform/calendar/calendar';
import { Config } from '../../platform/config';
import { Plain } from '../../platform/http/endpoint';
import { localeOf } from '../../platform/http/pages/page-context';
import { DataSource } from 'typeorm';
import { CallsService } from '../calls.service';
import { dateName } from '../call-dates.views';

/** Days of the call, not minutes to act by. */
export const wholeDayKinds: readonly string[] = ['notification', 'doctoral_consortium', 'event'];

/** The public dates of a call as a calendar: what its public page prints, for everybody alike. */
@Controller()
export class CallCalendarController {
  constructor(
    private readonly calls: CallsService,
    private readonly dataSource: DataSource,
    private readonly config: Config,
  ) {}

  @Plain('/c/:call/dates.ics', 'public')
  async dates(@Param('call') slug: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const call = await this.published(slug);
    const changes = await this.changes(call.id);
    const { t } = translator(localeOf(req));
    const entries = call.deadlines.flatMap((date) => {
      const change = changes.get(date.id);
      if (date.closesAt === null || date.wallTime === null || !change) return [];
      return [
        {
          identity: [call.id, date.kind, date.trackId, date.submissionTypeId, date.position],
          ...change,
          summary: `${call.name}: ${dateName(date, call, t)}`,
          description: date.note,
          url: `${this.config.publicUrl}/c/${call.slug}`,
          wallTime: date.wallTime,
          untilWallTime: date.untilWallTime,
          zone: date.zone,
          at: instant(date.closesAt),
          opens: date.kind === 'opening',
          wholeDay: wholeDayKinds.includes(date.kind),
        },
      ];
    });
    res.setHeader('Cache-Control', 'public, max-age=900');
    res.setHeader('Vary', 'Accept-Language, Cookie');
    res.type('text/calendar; charset=utf-8');
    res.send(calendarText(call.name, new URL(this.config.publicUrl).hostname, entries));
  }

  /** Nobody is signed in here: a call in set-up is not there, as for any visitor. */
  private async published(slug: string): ReturnType<CallsService['bySlug']> {
    if (!callSlug.safeParse(slug).success) throw new Refusal('not_found');
    try {
      return await this.calls.bySlug(null, slug);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_signed_in') throw new Refusal('not_found');
      throw error;
    }
  }

  /** How often each date in force was changed before, and when last. */
  private async changes(callId: string): Promise<Map<string, { sequence: number; changedAt: Date }>> {
    const rows = await this.dataSource.query<{ id: string; sequence: number; changedAt: Date }[]>(
      `select d.id, d.created_at as "changedAt",
              (select count(*)::int from deadline h where h.call_id = d.call_id and h.kind = d.kind and h.position = d.position
                  and h.track_id is not distinct from d.track_id and h.submission_type_id is not distinct from d.submission_type_id
                  and h.submission_id is null and h.person_id is null and h.superseded_at is not null) as sequence
         from deadline d
        where d.call_id = $1 and d.superseded_at is null and d.submission_id is null and d.person_id is null`,
      [callId],
    );
    return new Map(rows.map(({ id, ...change }) => [id, change]));
  }
}

/** An instant of a date, not the present. */
function instant(iso: string): Date {
  return new Date(iso);
}
