import type { EntityManager } from 'typeorm';
import { personName } from '../platform/database/person-name';
import { Call } from './call.entity';
import type { Deadline } from './deadline.entity';

/** The parts of a call that are read together: one statement, whatever the number of tracks. */
export interface CallParts {
  journal: { slug: string; name: string } | null;
  tracks: { id: string; slug: string; name: string; description: string; version: number }[];
  topics: { id: string; trackId: string | null; name: string }[];
  types: {
    id: string;
    key: string;
    name: string;
    anonymity: 'none' | 'single' | 'double' | 'triple' | null;
    isOpen: boolean;
    settings: unknown;
  }[];
  officers: { personId: string; role: OfficerRole; trackId: string | null; name: string; affiliation: string }[];
  /** Who steps in where those in office may not see a paper. */
  standIns: string[];
}

type OfficerRole = 'chair' | 'track_chair' | 'guest_editor' | 'reviewer';

const partsSql = `
select
  (select json_build_object('slug', j.slug, 'name', j.name) from journal j where j.id = c.journal_id) as journal,
  (select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'description', t.description,
            'version', t.version) order by t.position, t.name), '[]') from track t where t.call_id = c.id) as tracks,
  (select coalesce(json_agg(json_build_object('id', t.id, 'trackId', t.track_id, 'name', t.name) order by t.position, t.name), '[]')
     from topic t where t.call_id = c.id) as topics,
  (select coalesce(json_agg(json_build_object('id', t.id, 'key', t.key, 'name', t.name, 'anonymity', t.anonymity,
            'isOpen', t.is_open, 'settings', t.settings) order by t.position, t.name), '[]')
     from submission_type t where t.call_id = c.id) as types,
  (select coalesce(json_agg(json_build_object('personId', m.person_id, 'role', m.role, 'trackId', m.track_id,
            'name', coalesce(nullif(m.display_name, ''), ${personName('p')}),
            'affiliation', coalesce(nullif(m.display_affiliation, ''), p.affiliation))
            order by m.position, p.family_name, p.given_name), '[]')
     from membership m join person p on p.id = m.person_id
    where m.call_id = c.id and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)) as officers,
  array(select c.substitute_id where c.substitute_id is not null
        union select m.person_id from membership m
               where c.kind = 'special_issue' and m.role = 'editor_in_chief' and (m.call_id = c.id or m.journal_id = c.journal_id)
                 and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)) as "standIns"
from call c where c.id = $1`;

/** Tracks, topics, types and officers of a call, as they stand now. */
export async function callParts(manager: EntityManager, callId: string, now: Date): Promise<CallParts> {
  const [row] = await manager.query<CallParts[]>(partsSql, [callId, now]);
  if (!row) throw new Error('callParts needs an existing call');
  return row;
}

/** The dates in force for the call, its tracks and its types: never those given to one submission or person. */
export async function liveDeadlines(manager: EntityManager, callIds: readonly string[]): Promise<DeadlineRecord[]> {
  return manager.query<DeadlineRecord[]>(
    `select ${deadlineColumns} from deadline d
      where d.call_id = any($1) and d.superseded_at is null and d.submission_id is null and d.person_id is null`,
    [callIds],
  );
}

export type DeadlineRecord = Pick<
  Deadline,
  | 'id'
  | 'callId'
  | 'kind'
  | 'trackId'
  | 'submissionTypeId'
  | 'submissionId'
  | 'personId'
  | 'label'
  | 'note'
  | 'wallTime'
  | 'untilWallTime'
  | 'zone'
  | 'closesAt'
  | 'position'
  | 'createdAt'
>;

export const deadlineColumns = `d.id, d.call_id as "callId", d.kind, d.track_id as "trackId",
  d.submission_type_id as "submissionTypeId", d.submission_id as "submissionId", d.person_id as "personId", d.label, d.note,
  d.wall_time as "wallTime", d.until_wall_time as "untilWallTime", d.zone, d.closes_at as "closesAt", d.position,
  d.created_at as "createdAt"`;

/** Calls that take submissions or are under way, for the directory. */
export async function publishedCalls(manager: EntityManager): Promise<Call[]> {
  return manager.find(Call, { where: { state: 'published' }, order: { publishedAt: 'DESC', name: 'ASC' } });
}
