import type { Audience, AudienceKind } from '@convoke/domain';
import type { EntityManager } from 'typeorm';

export interface ThreadRow {
  id: string;
  audience: AudienceKind;
  reviewer_id: string | null;
  version: number;
}

export interface MessageRow {
  id: string;
  thread_id: string;
  position: number;
  by_chair: boolean;
  mine: boolean;
  audience: AudienceKind;
  reviewer_id: string | null;
  text: string | null;
  created_at: Date;
  struck: boolean;
  struck_by_writer: boolean;
  /** Null where the viewer may not link a message to a person. */
  name: string | null;
  letter: number | null;
  terms: number;
}

/** What somebody may know of those who write. */
export interface MayKnow {
  reviewers: boolean;
  chairs: boolean;
}

export function audienceOf(row: { audience: AudienceKind; reviewer_id: string | null }): Audience {
  return { kind: row.audience, reviewerId: row.reviewer_id };
}

/** The threads of a round. */
export function threadRows(manager: EntityManager, roundId: string): Promise<ThreadRow[]> {
  return manager.query(`select id, audience, reviewer_id, version from discussion_thread where round_id = $1`, [
    roundId,
  ]);
}

/** One thread of a round, or null. */
export async function threadRow(manager: EntityManager, roundId: string, id: string): Promise<ThreadRow | null> {
  const [row] = await manager.query<ThreadRow[]>(
    `select id, audience, reviewer_id, version from discussion_thread where round_id = $1 and id = $2`,
    [roundId, id],
  );
  return row ?? null;
}

/**
 * The messages of a round in their order. What is surely for others is not read: a chair's row is everybody's, a reviewer's
 * those for all and for themselves. Names are read only for who may know them, the text of a struck message never.
 */
export function messageRows(
  manager: EntityManager,
  roundId: string,
  viewer: { personId: string; isChair: boolean },
  knows: MayKnow,
): Promise<MessageRow[]> {
  return manager.query(
    `select m.id, m.thread_id, m.position, m.by_chair, m.author_id = $2 as mine, m.audience, m.reviewer_id,
            case when m.struck_at is null then m.text end as text, m.created_at, m.struck_at is not null as struck,
            coalesce(m.struck_by = m.author_id, false) as struck_by_writer,
            case when case when m.by_chair then $5::boolean else $4::boolean end then trim(p.given_name || ' ' || p.family_name) end as name,
            case when not m.by_chair then v.pseudonym end as letter, m.terms
       from discussion_message m
       join person p on p.id = m.author_id
       left join review v on v.round_id = m.round_id and v.reviewer_id = m.author_id
      where m.round_id = $1 and ($3::boolean or m.audience = 'reviewers' or m.reviewer_id = $2)
      order by m.position`,
    [roundId, viewer.personId, viewer.isChair, knows.reviewers, knows.chairs],
  );
}

export interface ReaderRow {
  read_to: number;
  letters: boolean;
}

/** How far somebody has read, and whether they get letters. */
export async function readerRow(manager: EntityManager, roundId: string, personId: string): Promise<ReaderRow> {
  const [row] = await manager.query<ReaderRow[]>(
    `select read_to, letters from discussion_reader where round_id = $1 and person_id = $2`,
    [roundId, personId],
  );
  return row ?? { read_to: 0, letters: true };
}

export interface UnreadRow {
  roundId: string;
  terms: number;
  n: number;
}

/** New messages by others in each of these rounds, of those that a chair (`asChair`) or anybody else there reads, by their terms. */
export async function unreadRows(
  manager: EntityManager,
  personId: string,
  rounds: readonly { roundId: string; asChair: boolean }[],
): Promise<UnreadRow[]> {
  if (rounds.length === 0) return [];
  return manager.query<UnreadRow[]>(
    `select m.round_id as "roundId", m.terms, count(*)::int as n
       from jsonb_to_recordset($2::jsonb) as asked("roundId" uuid, "asChair" boolean)
       join discussion_message m on m.round_id = asked."roundId"
       left join discussion_reader d on d.round_id = m.round_id and d.person_id = $1
      where m.author_id <> $1 and m.struck_at is null and m.position > coalesce(d.read_to, 0)
        and (asked."asChair" or m.audience = 'reviewers' or m.reviewer_id = $1)
      group by m.round_id, m.terms`,
    [personId, JSON.stringify(rounds)],
  );
}
