import type { Outcome, RecordFile, SubmissionStage } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import { submittedAuthors } from '../submissions/authorship';
import { personName } from '../platform/database/person-name';

export interface PageRow {
  title: string;
  abstract: string;
  keywords: string[];
  topics: string[];
  /** Null in a call of one track. */
  track: string | null;
  type: string;
  submittedAt: Date | null;
  /** Why its authors withdrew it; empty otherwise. For authors and chairs only. */
  withdrawnReason: string;
  reviewsIn: number;
  reviewsExpected: number;
}

/**
 * What the page shows of a submission itself; nothing of its authors. `working`: as its authors are changing it, for them alone;
 * otherwise as it was submitted last.
 */
export async function pageRow(manager: EntityManager, id: string, working: boolean): Promise<PageRow> {
  const [row] = await manager.query<PageRow[]>(
    `select x.title, x.abstract, x.keywords,
            array(select o.name from topic o where o.id = any(x.topic_ids) order by o.position) as topics,
            case when (select count(*) from track o where o.call_id = s.call_id) > 1 then t.name end as track, y.name as type,
            s.submitted_at as "submittedAt", s.withdrawn_reason as "withdrawnReason",
            s.reviews_in as "reviewsIn", s.reviews_expected as "reviewsExpected"
       from submission s
       join ${working ? 'working_copy x on x.submission_id = s.id' : 'submission x on x.id = s.id'}
       join track t on t.id = s.track_id
       join submission_type y on y.id = s.type_id
      where s.id = $1`,
    [id],
  );
  if (!row) throw new Error('A submission that access knew is gone.');
  return row;
}

export interface AuthorOfPage {
  name: string;
  affiliation: string;
  address: string | null;
  isCorresponding: boolean;
}

/** The authors, `working` or as submitted last; call it only for somebody who may know them. */
export function authorsOf(
  manager: EntityManager,
  id: string,
  { working, withAddress }: { working: boolean; withAddress: boolean },
): Promise<AuthorOfPage[]> {
  const authors = working ? 'select * from submission_author where submission_id = $1' : submittedAuthors('$1');
  return manager.query<AuthorOfPage[]>(
    `select ${personName('a')} as name, a.affiliation, a.is_corresponding as "isCorresponding",
            case when $2 then nullif(a.address, '') end as address
       from (${authors}) a order by a.position`,
    [id, withAddress],
  );
}

export interface VersionRow {
  n: number;
  kind: SubmissionStage;
  round: number;
  title: string;
  words: number;
  digest: string;
  submittedAt: Date;
  files: (Omit<RecordFile, 'url' | 'hints'> & { clean: boolean })[];
}

/** All frozen versions, newest first. Who submitted them is read apart. */
export function versionsOf(manager: EntityManager, id: string): Promise<VersionRow[]> {
  return manager.query<VersionRow[]>(
    `select v.n, v.kind, v.round, v.title, v.abstract_words as words, v.digest, v.submitted_at as "submittedAt",
       (select coalesce(json_agg(json_build_object('id', f.id, 'slot', f.slot, 'name', f.original_name, 'mediaType', f.media_type,
                 'bytes', f.bytes, 'pages', f.pages, 'clean', f.clean_hash is not null) order by f.slot <> 'paper', f.slot, f.uploaded_at), '[]')
          from submission_file f where f.id = any(v.file_ids)) as files
       from submission_version v where v.submission_id = $1 order by v.n desc`,
    [id],
  );
}

/** How many places in each file may tell who wrote it; call it only for somebody who may know of the file as it was sent. */
export async function hintsOf(manager: EntityManager, id: string): Promise<Map<string, number>> {
  const rows = await manager.query<{ id: string; hints: number }[]>(
    `select f.id, (select count(*)::int from jsonb_array_elements(f.anonymity -> 'hints') h where h ->> 'kind' <> 'properties') as hints
       from submission_file f where f.submission_id = $1 and f.anonymity -> 'hints' is not null`,
    [id],
  );
  return new Map(rows.map((row) => [row.id, row.hints]));
}

/** Who submitted each version, by its number; null = the clock. Only for somebody who may know the authors. */
export async function submittersOf(manager: EntityManager, id: string): Promise<Map<number, string | null>> {
  const rows = await manager.query<{ n: number; name: string | null }[]>(
    `select v.n, ${personName('p')} as name
       from submission_version v left join person p on p.id = v.submitted_by where v.submission_id = $1`,
    [id],
  );
  return new Map(rows.map(({ n, name }) => [n, name]));
}

export interface DecisionOfPage {
  outcome: Outcome;
  state: 'decided' | 'in_batch' | 'released';
  decidedAt: Date;
  releasedAt: Date | null;
}

/** The decision of one round. */
export async function decisionOfRound(manager: EntityManager, roundId: string): Promise<DecisionOfPage | null> {
  const [row] = await manager.query<DecisionOfPage[]>(
    `select outcome, state, decided_at as "decidedAt", released_at as "releasedAt" from decision where round_id = $1`,
    [roundId],
  );
  return row ?? null;
}

/** What was released last, of any round: what authors were told. */
export async function lastReleased(manager: EntityManager, id: string): Promise<DecisionOfPage | null> {
  const [row] = await manager.query<DecisionOfPage[]>(
    `select outcome, state, decided_at as "decidedAt", released_at as "releasedAt" from decision
      where submission_id = $1 and state = 'released' order by released_at desc limit 1`,
    [id],
  );
  return row ?? null;
}

/** The terms of the reviews that a release made readable for the authors; none = no review was released. */
export async function termsOfReleased(manager: EntityManager, id: string): Promise<number[]> {
  const rows = await manager.query<{ terms: number }[]>(
    `select distinct w.terms from released_review x join review_version w on w.id = x.review_version_id where x.submission_id = $1`,
    [id],
  );
  return rows.map(({ terms }) => terms);
}

/** When a round's response was submitted last; a draft of it is nobody's business. */
export async function responseSubmitted(
  manager: EntityManager,
  roundId: string,
): Promise<{ at: Date; terms: number } | null> {
  const [row] = await manager.query<{ at: Date; terms: number }[]>(
    `select w.submitted_at as at, w.terms from author_response a
       join author_response_version w on w.response_id = a.id and w.n = a.submitted_n where a.round_id = $1`,
    [roundId],
  );
  return row ?? null;
}

export interface EventRow {
  at: Date;
  action: string;
  tag: 'author' | 'review' | 'security';
  by: string | null;
  facts: Record<string, unknown>;
}

/** The history of a submission, newest first. Names are read for the sides whose people the viewer may know. */
export function eventsOf(
  manager: EntityManager,
  id: string,
  tags: readonly string[],
  named: readonly string[],
): Promise<EventRow[]> {
  return manager.query<EventRow[]>(
    `select e.at, e.action, e.tag, e.facts,
            case when e.tag = any($3) then (select ${personName('p')} from person p where p.id = e.actor_id) end as by
       from audit_entry e
      where e.submission_id = $1 and e.tag = any($2) and e.action <> 'submission.saved'
      order by e.at desc, e.id limit 200`,
    [id, tags, named],
  );
}

interface HandlersRow {
  id: string;
  names: string[];
}

const handlersSql = `
select s.id, case when h.id is not null then array[${personName('h')}] else array(
         select coalesce(nullif(m.display_name, ''), ${personName('p')})
           from membership m join person p on p.id = m.person_id
          where m.call_id = s.call_id and m.ends_at is null
            and (m.role = 'guest_editor' or (m.role = 'track_chair' and (m.track_id is null or m.track_id = s.track_id)))
            and not exists (select 1 from conflict x where x.submission_id = s.id and x.person_id = m.person_id and x.state = 'blocking')
            and not exists (select 1 from submission_author a where a.submission_id = s.id and a.person_id = m.person_id)
          order by m.position, p.family_name) end as names
  from submission s left join person h on h.id = s.handler_id`;

/** Who handles it: the one named for it, otherwise its track's co-chairs or the guest editors. */
export async function handlersOf(manager: EntityManager, id: string): Promise<string[]> {
  const [row] = await manager.query<HandlersRow[]>(`${handlersSql} where s.id = $1`, [id]);
  return row?.names ?? [];
}

/** The same of several submissions, by submission; one statement whatever their number. */
export async function handlersOfAll(manager: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await manager.query<HandlersRow[]>(`${handlersSql} where s.id = any($1)`, [ids]);
  return new Map(rows.map(({ id, names }) => [id, names]));
}

export interface OwnAssignmentRow {
  id: string;
  state: string;
  dueAt: Date | null;
}

/** The viewer's own assignment to a round, if it still holds. */
export async function ownAssignment(
  manager: EntityManager,
  roundId: string,
  personId: string,
): Promise<OwnAssignmentRow | null> {
  const [row] = await manager.query<OwnAssignmentRow[]>(
    `select id, state, due_at as "dueAt" from assignment
      where round_id = $1 and reviewer_id = $2 and state in ('invited', 'accepted', 'completed') limit 1`,
    [roundId, personId],
  );
  return row ?? null;
}
