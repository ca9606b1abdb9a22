import type { OfficeRole, OfficeState } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import { isKnown } from '../access/known';
import { personName } from '../platform/database/person-name';

export interface PersonRow {
  id: string;
  held: boolean;
  state: OfficeState;
  role: OfficeRole;
  track_id: string | null;
  track_name: string | null;
  name: string;
  affiliation: string;
  address: string;
  topics: string[];
  load: number | null;
  max_load: number | null;
  since: Date;
  expires_at: Date | null;
  reason: string;
  version: number | null;
}

/** SQL: everybody who holds an office in the call `$1` at `$3` or was invited to one, as `$2` may know them. */
export const peopleSql = `
select m.id, true as held, 'active' as state, m.role, m.track_id, t.name as track_name,
       ${personName('p')} as name, p.family_name, p.affiliation, coalesce(e.address, '') as address,
       array(select o.name from topic_interest i join topic o on o.id = i.topic_id
              where i.person_id = p.id and o.call_id = $1 and i.interest > 0 order by o.position) as topics,
       case when m.role = 'reviewer' then coalesce(papers.n, 0) end as load, m.max_load, m.starts_at as since,
       null::timestamptz as expires_at, '' as reason, null::int as version
  from membership m
  join person p on p.id = m.person_id
  left join track t on t.id = m.track_id
  left join person_email e on e.person_id = p.id and e.is_primary
  -- papers the viewer wrote or is in conflict with are not counted: their reviewers are no business of the viewer's
  left join (select a.reviewer_id, count(*)::int as n from assignment a join submission s on s.id = a.submission_id
              where s.call_id = $1 and a.state in ('proposed', 'invited', 'accepted', 'completed')
                and ${isKnown('s', '$2')}
              group by a.reviewer_id) papers on papers.reviewer_id = p.id
 where m.call_id = $1 and m.role <> 'editor_in_chief' and m.starts_at <= $3 and (m.ends_at is null or m.ends_at > $3)
union all
select v.id, false, case when v.state = 'pending' and v.expires_at <= $3 then 'expired' else v.state end, v.role, v.track_id, t.name,
       ${personName('v')}, v.family_name, v.affiliation, v.address,
       array(select o.name from topic o where o.id = any(v.topic_ids) order by o.position), null, null, v.created_at,
       v.expires_at, v.decline_reason, v.version
  from role_invitation v left join track t on t.id = v.track_id
 where v.call_id = $1 and v.state <> 'accepted'
   -- of several invitations to one office the latest counts, and none beside the office itself
   and not exists (select 1 from role_invitation w where w.call_id = v.call_id and w.role = v.role and w.address = v.address
                     and w.track_id is not distinct from v.track_id and w.state <> 'withdrawn' and w.created_at > v.created_at)
   and (v.state = 'pending' or not exists (
     select 1 from membership m join person_email e on e.person_id = m.person_id and e.verified_at is not null
      where m.call_id = v.call_id and m.role = v.role and m.ends_at is null and e.address = v.address))`;

/** Everybody who holds an office in a call or was invited to one. */
export function peopleOf(manager: EntityManager, callId: string, viewerId: string, now: Date): Promise<PersonRow[]> {
  return manager.query(`${peopleSql} order by family_name, name, id`, [callId, viewerId, now]);
}

/** Addresses that serve in an office already, and addresses with an open invitation to it. */
export async function knownFor(
  manager: EntityManager,
  office: { callId: string; role: OfficeRole; trackId: string | null },
  now: Date,
): Promise<{ members: string[]; invited: string[] }> {
  const [row] = await manager.query<{ members: string[]; invited: string[] }[]>(
    `select array(select e.address::text from membership m join person_email e on e.person_id = m.person_id
                   where m.call_id = $1 and m.role = $2 and (m.track_id is null or m.track_id is not distinct from $3)
                     and (m.ends_at is null or m.ends_at > $4)) as members,
            array(select v.address::text from role_invitation v
                   where v.call_id = $1 and v.role = $2 and v.track_id is not distinct from $3
                     and v.state = 'pending' and v.expires_at > $4) as invited`,
    [office.callId, office.role, office.trackId, now],
  );
  return row ?? { members: [], invited: [] };
}

/** Topics that count for an office: those of the call, and of its track. */
export function topicsFor(
  manager: EntityManager,
  callId: string,
  trackId: string | null,
): Promise<{ id: string; name: string }[]> {
  return manager.query(
    `select id, name from topic where call_id = $1 and ($2::uuid is null or track_id is null or track_id = $2) order by position`,
    [callId, trackId],
  );
}

export interface InvitationFacts {
  id: string;
  role: OfficeRole;
  track_name: string | null;
  address: string;
  name: string;
  locale: string | null;
  person_id: string | null;
  time_zone: string;
  call_id: string;
  call_slug: string;
  call_name: string;
  asker: string;
  expires_at: Date;
  version: number;
}

/** What the letters of some invitations say; the language is the addressee's where the address is known. */
export function invitationFacts(manager: EntityManager, ids: readonly string[]): Promise<InvitationFacts[]> {
  return manager.query(
    `select v.id, v.role, t.name as track_name, v.address, ${personName('v')} as name, p.locale,
            p.id as person_id, coalesce(p.time_zone, c.time_zone) as time_zone, c.id as call_id, c.slug as call_slug, c.name as call_name,
            coalesce(${personName('i')}, '') as asker, v.expires_at, v.version
       from role_invitation v
       join call c on c.id = v.call_id
       left join track t on t.id = v.track_id
       left join person_email e on e.address = v.address and e.verified_at is not null
       left join person p on p.id = e.person_id
       left join person i on i.id = v.invited_by
      where v.id = any($1)`,
    [ids],
  );
}
