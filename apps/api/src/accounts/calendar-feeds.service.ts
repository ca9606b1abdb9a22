import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { Audit } from '../platform/audit';
import { personName } from '../platform/database/person-name';
import { Random } from '../platform/random';
import { hashOf } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';

/** The secret address under which a person's own dates can be subscribed to: one each, replaced or ended at will. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly random: Random,
    private readonly audit: Audit,
  ) {}

  /** Since when the person has an address; null without one. */
  async since(viewer: Viewer): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ created_at: Date }[]>(
      `select created_at from calendar_feed where person_id = $1`,
      [viewer.personId],
    );
    return row?.created_at ?? null;
  }

  /** Makes a new address; the former one ends. Its token is shown now and never again. */
  async renew(viewer: Viewer): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const token = this.random.token(32);
      await tx.manager.query(
        `insert into calendar_feed (person_id, token_hash, created_at) values ($1, $2, $3)
         on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
        [viewer.personId, hashOf(token), tx.now],
      );
      await this.audit.record(tx, { tag: 'security', action: 'calendar.renewed', actorId: viewer.personId });
      return token;
    });
  }

  /** Ends the address: whoever subscribed to it finds nothing there. */
  async end(viewer: Viewer): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.manager.query(`delete from calendar_feed where person_id = $1`, [viewer.personId]);
      await this.audit.record(tx, { tag: 'security', action: 'calendar.ended', actorId: viewer.personId });
    });
  }

  /** Whose dates a token opens, as that person sees them; null for one that is replaced, ended or invented. */
  async viewerOf(manager: EntityManager, token: string): Promise<Viewer | null> {
    const [row] = await manager.query<Viewer[]>(
      `select p.id as "personId", ${personName('p')} as name, p.is_admin as "isAdmin", p.locale, p.time_zone as "timeZone",
              '' as "sessionId",
              exists (select 1 from person_email e where e.person_id = p.id and e.verified_at is not null) as verified
         from calendar_feed f join person p on p.id = f.person_id
        where f.token_hash = $1 and p.merged_into is null`,
      [hashOf(token)],
    );
    return row ?? null;
  }
}
