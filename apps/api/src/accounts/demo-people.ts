import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { personName } from '../platform/database/person-name';

/** One of the demo's people, with what they are there. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly affiliation: string;
  readonly isAdmin: boolean;
  readonly parts: readonly { readonly role: string; readonly call: string }[];
}

/** The people of the demonstration: marked when the demo data was loaded, absent everywhere else. */
@Injectable()
export class DemoPeople {
  constructor(private readonly dataSource: DataSource) {}

  /** Those worth trying, the ones with most to do first; the many invented authors of the lists are left out. */
  async list(): Promise<DemoPerson[]> {
    return this.dataSource.query<DemoPerson[]>(
      `with part as (
         select m.person_id, m.role, coalesce(c.name, j.name) as call,
                case m.role when 'chair' then 1 when 'track_chair' then 2 when 'guest_editor' then 3 when 'editor_in_chief' then 4 else 6 end as rank
           from membership m left join call c on c.id = m.call_id left join journal j on j.id = m.journal_id
          where m.ends_at is null
         union
         select s.person_id, 'author', c.name, 5
           from submission_contact s join submission on submission.id = s.submission_id join call c on c.id = submission.call_id
       )
       select p.id, ${personName('p')} as name, p.affiliation, p.is_admin as "isAdmin",
              coalesce(jsonb_agg(jsonb_build_object('role', part.role, 'call', part.call) order by part.rank, part.call)
                       filter (where part.role is not null), '[]') as parts
         from person p left join part on part.person_id = p.id
        where p.is_demo and p.merged_into is null
        group by p.id
        order by min(part.rank) nulls last, count(part.role) desc, p.family_name, p.given_name
        limit 14`,
    );
  }

  async has(id: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `select 1 from person where id::text = $1 and is_demo and merged_into is null`,
      [id],
    );
    return rows.length > 0;
  }
}
