import type { CallPicture, Membership, PicturedSubmission, Tie, TypeAnonymity, Viewer } from '@convoke/domain';
import type { EntityManager } from 'typeorm';

/** Not what the asking chair wrote or is in conflict with: not even its number is theirs to know. */
const others = `s.call_id = $1
   and not exists (select 1 from submission_contact o where o.submission_id = s.id and o.person_id = $2)
   and not exists (select 1 from submission_author o where o.submission_id = s.id and o.person_id = $2)
   and not exists (select 1 from conflict o where o.submission_id = s.id and o.person_id = $2 and o.state = 'blocking')`;

/** A call with its people and submissions, as far as it takes to say who sees what: three statements whatever their number. */
export async function pictureOf(
  manager: EntityManager,
  call: { id: string; journalId: string | null },
  viewerId: string,
  now: Date,
): Promise<CallPicture> {
  const [submissions, ties] = await Promise.all([
    submissionsOf(manager, call.id, viewerId),
    tiesOf(manager, call.id, viewerId),
  ]);
  const tied = [...new Set(ties.map(({ personId }) => personId))];
  return { submissions, ties, people: await peopleOf(manager, call, tied, now) };
}

interface SubmissionRow extends Omit<PicturedSubmission['submission'], 'awaitsRevision'> {
  currentRound: number;
  rounds: PicturedSubmission['rounds'];
}

async function submissionsOf(manager: EntityManager, callId: string, viewerId: string): Promise<PicturedSubmission[]> {
  const rows = await manager.query<SubmissionRow[]>(
    `with written as (
       select v.round_id, json_agg(json_build_object('terms', v.terms, 'count', v.n)) as reviews
         from (select v.round_id, w.terms, count(*)::int as n
                 from submission s
                 join review v on v.submission_id = s.id and v.state = 'submitted'
                 join review_version w on w.review_id = v.id and w.n = v.submitted_n
                where s.call_id = $1 group by v.round_id, w.terms) v
        group by v.round_id)
     select s.id, s.track_id as "trackId", s.type_id as "typeId", s.state, s.stage, y.anonymity, s.handler_id as "handlerId",
            s.terms, s.current_round as "currentRound",
            coalesce((select json_agg(json_build_object('n', r.n, 'state', r.state, 'reviews', coalesce(w.reviews, '[]')) order by r.n)
                        from round r left join written w on w.round_id = r.id where r.submission_id = s.id), '[]') as rounds
       from submission s join submission_type y on y.id = s.type_id
      where ${others}`,
    [callId, viewerId],
  );
  return rows.map(({ currentRound, rounds, ...submission }) => ({
    submission: { ...submission, awaitsRevision: false },
    currentRound,
    rounds,
  }));
}

type TieRow = Omit<Tie, 'rounds'> & { rounds: Tie['rounds'] | null };

async function tiesOf(manager: EntityManager, callId: string, viewerId: string): Promise<Tie[]> {
  const rows = await manager.query<TieRow[]>(
    `with mine as (select s.id, s.handler_id from submission s where ${others}),
     reviewing as (
       select distinct on (a.round_id, a.reviewer_id) a.submission_id, a.reviewer_id as person_id, r.n, a.state,
              coalesce(v.state = 'submitted', false) as submitted, v.id is not null as has
         from mine m
         join assignment a on a.submission_id = m.id
         join round r on r.id = a.round_id
         left join review v on v.round_id = a.round_id and v.reviewer_id = a.reviewer_id
        order by a.round_id, a.reviewer_id, a.state in ('proposed', 'invited', 'accepted', 'completed') desc, a.created_at desc),
     tie as (
       select m.id as submission_id, c.person_id, 'contact' as author, false as conflicted, null::json as round
         from mine m join submission_contact c on c.submission_id = m.id
       union all select m.id, u.person_id, 'listed', false, null
         from mine m join submission_author u on u.submission_id = m.id and u.person_id is not null
       union all select m.id, x.person_id, null, true, null
         from mine m join conflict x on x.submission_id = m.id and x.state = 'blocking'
       union all select m.id, m.handler_id, null, false, null from mine m where m.handler_id is not null
       union all select g.submission_id, g.person_id, null, false,
              json_build_object('n', g.n, 'assignment', g.state, 'reviewSubmitted', g.submitted, 'hasReview', g.has) from reviewing g)
     select t.person_id as "personId", t.submission_id as "submissionId", min(t.author) as author, bool_or(t.conflicted) as conflicted,
            json_agg(t.round) filter (where t.round is not null) as rounds
       from tie t group by t.person_id, t.submission_id`,
    [callId, viewerId],
  );
  return rows.map(({ rounds, ...tie }) => ({ ...tie, rounds: rounds ?? [] }));
}

async function peopleOf(
  manager: EntityManager,
  call: { id: string; journalId: string | null },
  tied: readonly string[],
  now: Date,
): Promise<Viewer[]> {
  const rows = await manager.query<(Viewer & { memberships: Membership[] | null })[]>(
    `with held as (
       select m.person_id, json_agg(json_build_object('role', m.role, 'callId', m.call_id, 'trackId', m.track_id)) as memberships
         from membership m
        where m.starts_at <= $3 and (m.ends_at is null or m.ends_at > $3)
          and (m.call_id = $1 or m.journal_id = $2
               or (m.role = 'guest_editor' and m.call_id in (select o.id from call o where o.journal_id = $2)))
        group by m.person_id)
     select p.id as "personId", p.is_admin as "isAdmin", coalesce(h.memberships, '[]') as memberships,
            exists (select 1 from person_email e where e.person_id = p.id and e.verified_at is not null) as "isVerified"
       from person p left join held h on h.person_id = p.id
      where h.person_id is not null or p.id = any($4)`,
    [call.id, call.journalId, now, tied],
  );
  return rows.map((row) => ({ ...row, memberships: row.memberships ?? [] }));
}

export interface TermsRow {
  n: number;
  anonymity: string;
  types: Record<string, string>;
  visibility: Record<string, boolean>;
  endedAt: Date;
  by: string | null;
  reason: string;
}

/** The terms that ended, the latest first. */
export function formerTerms(manager: EntityManager, callId: string): Promise<TermsRow[]> {
  return manager.query<TermsRow[]>(
    `select e.n, e.anonymity, e.types, e.visibility, e.ended_at as "endedAt", e.reason, trim(p.given_name || ' ' || p.family_name) as by
       from call_terms e left join person p on p.id = e.ended_by where e.call_id = $1 order by e.n desc limit 50`,
    [callId],
  );
}

export interface TypeRow {
  id: string;
  name: string;
  anonymity: TypeAnonymity | null;
}

export function typesOf(manager: EntityManager, callId: string): Promise<TypeRow[]> {
  return manager.query<TypeRow[]>(
    `select id, name, anonymity from submission_type where call_id = $1 order by position, name`,
    [callId],
  );
}
