import { effectiveDeadline, type DeadlineRow } from '@convoke/domain';
import type { SqlParams } from '../platform/database/sql-params';

/** SQL terms over `s` (submission), `r` (its current round), `d` (that round's decision), `y` (its type). */

/** A released decision asked for a revision that has not come. */
const awaitsRevision = `exists (select 1 from decision x where x.submission_id = s.id and x.state = 'released'
  and x.outcome in ('minor_revision', 'major_revision')
  and not exists (select 1 from decision z where z.submission_id = s.id and z.released_at > x.released_at)
  and not exists (select 1 from submission_version w where w.submission_id = s.id and w.kind = 'revision' and w.submitted_at > x.released_at))`;

/** The state as the chairs of a submission know it; the same as `shownStateOf` says for them. */
export const stateTerm = `case
  when s.state = 'withdrawn' then 'withdrawn'
  when s.current_round > 1 and ${awaitsRevision} then 'revision'
  when d.state = 'released' then case d.outcome when 'accept_poster' then 'poster' when 'reject' then 'rejected'
    when 'minor_revision' then 'revision' when 'major_revision' then 'revision' else 'accepted' end
  when d.id is not null then 'hidden'
  when s.state in ('accepted', 'published') then 'accepted'
  when s.state in ('rejected', 'closed') then 'rejected'
  when r.id is null or r.state = 'submitted' then 'submitted'
  else 'review' end`;

/** States of a round that no decision has ended: whatever waits for anybody is in one of these. */
export const undecidedRounds = `('submitted', 'review_open', 'discussion', 'rebuttal')`;

/** A paper, not an abstract alone, whose round takes reviews and has no decision. */
export const underReview = `(s.state = 'submitted' and s.stage is distinct from 'abstract'
  and r.state in ('review_open', 'discussion', 'rebuttal'))`;

/** Every review that was asked for is in. */
export const readyTerm = `(${underReview} and s.reviews_expected > 0 and s.reviews_in >= s.reviews_expected)`;

/** Fewer reviewers than the call wants, on a paper that authors cannot change any more. */
export function understaffed(p: SqlParams, deadlines: readonly DeadlineRow[], wanted: number, now: Date): string {
  const closed = dueTerm(p, deadlines, 'paper', null);
  return `(s.state = 'submitted' and s.stage is distinct from 'abstract' and r.state in ('submitted', 'review_open')
    and s.reviews_in < ${p.of(wanted)} and s.reviews_expected < ${p.of(wanted)}
    and coalesce(${closed} <= ${p.of(now, 'timestamptz')}, true))`;
}

/** Neither now nor when its authors handed it in were editors to be kept from knowing who wrote it. */
export const editorsKnow = (callAnonymity: string): string => `(coalesce(y.anonymity, ${callAnonymity}) <> 'triple'
  and not exists (select 1 from call_terms e where e.call_id = s.call_id and e.n = s.terms
                   and coalesce(e.types ->> s.type_id::text, e.anonymity) = 'triple'))`;

/** An open assignment `a` of the current round whose date has passed. */
export function lateTerm(p: SqlParams, deadlines: readonly DeadlineRow[], now: Date): string {
  return `(a.state in ('invited', 'accepted') and ${dueTerm(p, deadlines, 'review', 'a')} <= ${p.of(now, 'timestamptz')})`;
}

/**
 * When something of a submission is due, as a term over the dates in force, which are few and known already: the most
 * specific scope wins. `assignment` is the alias of an assignment, for dates agreed with a person.
 */
function dueTerm(
  p: SqlParams,
  deadlines: readonly DeadlineRow[],
  kind: 'paper' | 'review',
  assignment: string | null,
): string {
  const rows = deadlines.filter((row) => row.kind === kind && (assignment !== null || row.personId == null));
  const scopes = [...new Map(rows.map((row) => [scopeKey(row), row])).values()].sort((a, b) => weight(b) - weight(a));
  const whens = scopes.map((scope) => {
    const row = effectiveDeadline(deadlines, kind, scope);
    return `when ${scopeTerm(p, scope, assignment)} then ${p.of(row?.closesAt ?? null, 'timestamptz')}`;
  });
  const general = whens.length > 0 ? `case ${whens.join(' ')} end` : 'null::timestamptz';
  return assignment ? `coalesce(${assignment}.due_at, ${general})` : general;
}

function scopeTerm(p: SqlParams, scope: DeadlineRow, assignment: string | null): string {
  const parts: string[] = [];
  if (scope.personId != null) parts.push(`${assignment}.reviewer_id = ${p.of(scope.personId)}`);
  if (scope.submissionId != null) parts.push(`s.id = ${p.of(scope.submissionId)}`);
  if (scope.submissionTypeId != null) parts.push(`s.type_id = ${p.of(scope.submissionTypeId)}`);
  if (scope.trackId != null) parts.push(`s.track_id = ${p.of(scope.trackId)}`);
  return parts.length > 0 ? parts.join(' and ') : 'true';
}

const scopeKey = ({ personId, submissionId, submissionTypeId, trackId }: DeadlineRow): string =>
  [personId, submissionId, submissionTypeId, trackId].map((id) => id ?? '').join();

const weight = ({ personId, submissionId, submissionTypeId, trackId }: DeadlineRow): number =>
  (personId != null ? 8 : 0) +
  (submissionId != null ? 4 : 0) +
  (submissionTypeId != null ? 2 : 0) +
  (trackId != null ? 1 : 0);
