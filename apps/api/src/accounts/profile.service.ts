import { Injectable } from '@nestjs/common';
import type { MeView, OwnAddress, OwnCall, SaveProfileRequest } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { pickLocale } from '@convoke/texts';
import { DataSource, type EntityManager } from 'typeorm';
import { Config } from '../platform/config';
import { ConflictChecks } from '../platform/conflict-checks';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';

interface PersonRow {
  id: string;
  given_name: string;
  family_name: string;
  affiliation: string;
  locale: string;
  time_zone: string;
  is_admin: boolean;
  version: number;
  addresses: OwnAddress[];
}

/** One's own account, as one sees and changes it. */
@Injectable()
export class Profile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly checks: ConflictChecks,
  ) {}

  /** Who the viewer is, with every call they have a part in. */
  async me(viewer: Viewer, { manager }: Pick<Tx, 'manager'> = this.dataSource): Promise<MeView> {
    const [person, calls] = await Promise.all([
      this.person(manager, viewer.personId),
      this.calls(manager, viewer.personId),
    ]);
    return {
      person: {
        id: person.id,
        name: `${person.given_name} ${person.family_name}`.trim(),
        givenName: person.given_name,
        familyName: person.family_name,
        affiliation: person.affiliation,
        locale: pickLocale(person.locale),
        timeZone: person.time_zone,
        version: person.version,
        addresses: person.addresses,
      },
      verified: person.addresses.some((one) => one.verified),
      isAdmin: person.is_admin,
      demo: this.config.demo,
      calls,
    };
  }

  /** Whether the person is reminded by mail of what they have left to do. */
  async wantsReminders(viewer: Viewer): Promise<boolean> {
    const [row] = await this.dataSource.query<{ wants: boolean }[]>(
      `select wants_reminders as wants from person where id = $1`,
      [viewer.personId],
    );
    return row?.wants ?? true;
  }

  /** Turns reminders on or off, also those that are planned already. Decisions, invitations and receipts come all the same. */
  async wantReminders(viewer: Viewer, wants: boolean): Promise<void> {
    await this.dataSource.query(`update person set wants_reminders = $2 where id = $1`, [viewer.personId, wants]);
  }

  /** Saves the profile unless it was changed elsewhere since `version`. */
  async save(viewer: Viewer, request: SaveProfileRequest): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [rows] = await tx.manager.query<[unknown[], number]>(
        `update person set given_name = $3, family_name = $4, affiliation = $5, locale = $6, time_zone = $7, version = version + 1
          where id = $1 and version = $2 returning id`,
        [
          viewer.personId,
          request.version,
          request.givenName,
          request.familyName,
          request.affiliation,
          request.locale,
          request.timeZone,
        ],
      );
      if (rows.length === 0) throw new Refusal('stale_version');
      await this.checks.ask(tx, { personId: viewer.personId });
    });
  }

  private async person(manager: EntityManager, id: string): Promise<PersonRow> {
    const [row] = await manager.query<PersonRow[]>(
      `select p.id, p.given_name, p.family_name, p.affiliation, p.locale, p.time_zone, p.is_admin, p.version,
              (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'address', e.address, 'verified', e.verified_at is not null,
                        'primary', e.is_primary) order by e.is_primary desc, e.created_at), '[]')
                 from person_email e where e.person_id = p.id) as addresses
         from person p where p.id = $1`,
      [id],
    );
    if (!row) throw new Refusal('not_found');
    return row;
  }

  private async calls(manager: EntityManager, personId: string): Promise<OwnCall[]> {
    return manager.query<OwnCall[]>(
      `with part as (
         select m.call_id, m.role, m.track_id from membership m
          where m.person_id = $1 and m.call_id is not null and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
         union
         select c.id, m.role, null from membership m join call c on c.journal_id = m.journal_id
          where m.person_id = $1 and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
         union
         select s.call_id, 'author', null from submission_contact sc join submission s on s.id = sc.submission_id where sc.person_id = $1
         union
         select s.call_id, 'author', null from submission_author sa join submission s on s.id = sa.submission_id
          where sa.person_id = $1 and s.state <> 'draft'
         union
         select s.call_id, 'handler', null from submission s where s.handler_id = $1
         union
         select s.call_id, 'reviewer', null from assignment a join submission s on s.id = a.submission_id
          where a.reviewer_id = $1 and a.state in ('invited', 'accepted', 'completed')
       )
       select c.slug, c.name, c.kind, c.state, jsonb_agg(distinct part.role) as roles,
              coalesce(jsonb_agg(distinct t.name) filter (where part.role = 'track_chair' and t.id is not null), '[]') as "trackNames"
         from part join call c on c.id = part.call_id left join track t on t.id = part.track_id
        group by c.id
        order by c.published_at desc nulls first, c.name`,
      [personId, this.clock.now()],
    );
  }
}
