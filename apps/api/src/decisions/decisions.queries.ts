import type { Outcome } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import { submittedAuthors } from '../submissions/authorship';
import { personName } from '../platform/database/person-name';
import type { QuotedReview } from './decision-letter';

export interface BoardRow {
  id: string;
  number: number;
  title: string;
  track_id: string;
  track: string;
  reviews_in: number;
  reviews_expected: number;
  score_mean: string | null;
  score_min: number | null;
  score_max: number | null;
  outcome: Outcome | null;
  decision_state: 'decided' | 'in_batch' | 'released' | null;
  decision_version: number | null;
}

export interface RecommendationRow {
  submission_id: string;
  person_id: string;
  name: string;
  outcome: Outcome;
  reason: string;
  for_authors: string;
  version: number;
  edited_at: Date;
}

export interface DecisionRow {
  id: string;
  submission_id: string;
  outcome: Outcome;
  reason: string;
  letter: string | null;
  state: 'decided' | 'in_batch' | 'released';
  version: number;
  by: string;
  decided_at: Date;
  released_at: Date | null;
}

export interface Recipient {
  submission_id: string;
  address: string;
  name: string;
  person_id: string | null;
}

/** Papers of a call that can be decided on, in the order of their numbers; `where` comes from the access narrowing. */
export async function boardRows(
  manager: EntityManager,
  where: { sql: string; params: unknown[] },
): Promise<BoardRow[]> {
  return manager.query(
    `select s.id, s.number, s.title, s.track_id, k.name as track, s.reviews_in, s.reviews_expected,
            s.score_mean, s.score_min, s.score_max,
            d.outcome, d.state as decision_state, d.version as decision_version
       from submission s
       join track k on k.id = s.track_id
       join round r on r.submission_id = s.id and r.n = s.current_round
       left join decision d on d.round_id = r.id
      where ${where.sql} and s.stage is distinct from 'abstract' and s.state in ('submitted', 'accepted', 'rejected')
      order by s.number`,
    where.params,
  );
}

/** Recommendations for the current round of each submission. */
export async function recommendationsOf(manager: EntityManager, ids: readonly string[]): Promise<RecommendationRow[]> {
  return manager.query(
    `select m.submission_id, m.person_id, ${personName('p')} as name, m.outcome, m.reason, m.for_authors, m.version, m.edited_at
       from recommendation m
       join submission s on s.id = m.submission_id
       join round r on r.id = m.round_id and r.n = s.current_round
       join person p on p.id = m.person_id
      where m.submission_id = any($1)
        and not exists (select 1 from conflict q where q.submission_id = m.submission_id and q.person_id = m.person_id and q.state = 'blocking')
      order by name`,
    [ids],
  );
}

/** The decision of a round, or none. */
export async function decisionOf(manager: EntityManager, roundId: string): Promise<DecisionRow | undefined> {
  const [row]: DecisionRow[] = await manager.query(
    `select d.id, d.submission_id, d.outcome, d.reason, d.letter, d.state, d.version,
            ${personName('p')} as by, d.decided_at, d.released_at
       from decision d join person p on p.id = d.decided_by where d.round_id = $1`,
    [roundId],
  );
  return row;
}

/** Everybody who hears of a decision: authors of what was submitted who gave an address, and contacts who are not among them; one row per address. */
export async function recipientsOf(manager: EntityManager, ids: readonly string[]): Promise<Recipient[]> {
  return manager.query(
    `select distinct on (submission_id, address) submission_id, address, name, person_id from (
       select s.id as submission_id, a.address, ${personName('a')} as name, proven.person_id, a.position
         from unnest($1::uuid[]) s(id) cross join lateral (${submittedAuthors('s.id')}) a
         left join lateral (select coalesce(p.merged_into, p.id) as person_id from person_email e join person p on p.id = e.person_id
                             where e.address = a.address and e.verified_at is not null) proven on true
        where a.address <> ''
       union all
       select c.submission_id, e.address, ${personName('p')}, p.id, 1000
         from submission_contact c
         join person p on p.id = c.person_id
         join person_email e on e.person_id = p.id and e.is_primary
        where c.submission_id = any($1)
          and not exists (select 1 from (${submittedAuthors('c.submission_id')}) a
               join person_email proven on proven.address = a.address and proven.verified_at is not null
              where proven.person_id = c.person_id)) heard
      order by submission_id, address, position`,
    [ids],
  );
}

/** A submitted review with the terms it was written under. */
export type SubmittedReview = Omit<QuotedReview, 'shows'> & { terms: number };

/** The submitted reviews of each submission's current round, as they stand now; nothing here says who wrote them. */
export async function quotedReviews(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, SubmittedReview[]>> {
  const rows: (SubmittedReview & { submissionId: string })[] = await manager.query(
    `select v.submission_id as "submissionId", w.id as "versionId", v.pseudonym, f.fields, w.answers, w.terms
       from review v
       join submission s on s.id = v.submission_id
       join round r on r.id = v.round_id and r.n = s.current_round
       join form_version f on f.id = v.form_version_id
       join lateral (select id, answers, terms from review_version where review_id = v.id order by n desc limit 1) w on true
      where v.submission_id = any($1) and v.state = 'submitted'
      order by v.submission_id, v.pseudonym`,
    [ids],
  );
  const found = new Map<string, SubmittedReview[]>();
  for (const { submissionId, ...review } of rows) found.set(submissionId, [...(found.get(submissionId) ?? []), review]);
  return found;
}

/** The meta-reviews of each submission's current round, for its letter; nothing here says who wrote them. */
export async function quotedMetaReviews(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { text: string; terms: number }[]>> {
  const rows: { submission_id: string; texts: { text: string; terms: number }[] }[] = await manager.query(
    `select m.submission_id, json_agg(json_build_object('text', m.for_authors, 'terms', m.terms) order by m.id) as texts
       from recommendation m
       join submission s on s.id = m.submission_id
       join round r on r.id = m.round_id and r.n = s.current_round
      where m.submission_id = any($1) and m.for_authors <> ''
        and not exists (select 1 from conflict q where q.submission_id = m.submission_id and q.person_id = m.person_id and q.state = 'blocking')
      group by m.submission_id`,
    [ids],
  );
  return new Map(rows.map(({ submission_id, texts }) => [submission_id, texts]));
}
