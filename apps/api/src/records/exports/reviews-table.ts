import type { ReviewFieldView } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../../access/access.service';
import { personName } from '../../platform/database/person-name';
import { asKnown, pseudonymOf, readableFields } from '../../reviews/reading.service';
import { formFields } from '../../reviews/review-answers';
import type { ColumnRow } from '../../reviews/reviews.queries';
import { column, type Cell, type Column, type Judged } from './cell';

interface ReviewLine extends ColumnRow {
  review_id: string;
  round_id: string;
  number: number;
  title: string;
  track: string;
  round: number;
}

export interface ReviewTableRow extends Judged {
  line: ReviewLine;
  answers: ReadonlyMap<string, Cell>;
  reviewer: { name: string; address: string } | null;
}

const text = (access: SubmissionAccess): boolean => access.sees('review.text');
const named = (access: SubmissionAccess): boolean =>
  access.sees('review.reviewer_identity') && access.sees('assignment.reviewer_names');
const dated = (access: SubmissionAccess): boolean => access.sees('review.submitted_at');

/** The columns of every review, then one for each question of the call's forms. */
export function reviewColumns(questions: readonly ReviewFieldView[]): Column<ReviewTableRow>[] {
  return [
    column<ReviewTableRow>('Number', text, ({ line }) => line.number),
    column<ReviewTableRow>('Title', text, ({ line }) => line.title),
    column<ReviewTableRow>('Track', text, ({ line }) => line.track),
    column<ReviewTableRow>('Round', text, ({ line }) => line.round),
    column<ReviewTableRow>('Review', text, ({ line }) =>
      line.pseudonym === null ? null : pseudonymOf(line.pseudonym),
    ),
    column<ReviewTableRow>('Reviewer', named, ({ reviewer }) => reviewer?.name ?? null),
    column<ReviewTableRow>('Reviewer’s e-mail', named, ({ reviewer }) => reviewer?.address ?? null),
    column<ReviewTableRow>('Submitted (UTC)', dated, ({ line }) => line.submitted_at),
    column<ReviewTableRow>('Version', dated, ({ line }) => line.n),
    ...questions.map((field) => columnOf(field, questions)),
  ];
}

/** Questions of one label are told apart by their keys. */
function columnOf(field: ReviewFieldView, all: readonly ReviewFieldView[]): Column<ReviewTableRow> {
  const isTwice = all.some(({ key, label }) => key !== field.key && label === field.label);
  const seen = (access: SubmissionAccess): boolean =>
    text(access) && readableFields({ own: false, answers: {}, fields: [field] }, access).length > 0;
  return column(
    isTwice ? `${field.label} (${field.key})` : field.label,
    seen,
    ({ answers }) => answers.get(field.key) ?? null,
  );
}

/** The questions of all forms that the reviews of a call were or will be written in, the latest wording of each. */
export async function questionsOf(manager: EntityManager, callId: string): Promise<ReviewFieldView[]> {
  const forms = await manager.query<{ fields: unknown }[]>(
    `select v.fields from form_version v join form f on f.id = v.form_id
      where f.call_id = $1 and f.purpose = 'review' order by f.track_id is not null, v.n desc`,
    [callId],
  );
  const questions = new Map<string, ReviewFieldView>();
  for (const field of forms.flatMap(({ fields }) => formFields(fields)))
    if (!questions.has(field.key)) questions.set(field.key, field);
  return [...questions.values()];
}

/** One row for each submitted review of each round, by what the viewer is in it. Names are read only where they may be known. */
export async function reviewRows(
  manager: EntityManager,
  viewerId: string,
  rounds: readonly SubmissionAccess[],
): Promise<ReviewTableRow[]> {
  const open = new Map(
    rounds.filter(text).flatMap((access) => (access.round ? [[access.round.id, access] as const] : [])),
  );
  const lines = await linesOf(manager, viewerId, [...open.keys()]);
  const readable = lines.flatMap((line) => {
    const access = open.get(line.round_id);
    return access && (line.own || access.sees('review.text', line.terms)) ? [{ line, access }] : [];
  });
  const known = readable.filter(
    ({ line, access }) => named(access) && asKnown({ ...line, name: '' }, access)[0]?.name === '',
  );
  const reviewers = await reviewersOf(
    manager,
    known.map(({ line }) => line.review_id),
  );
  const order = new Map([...open.keys()].map((id, index) => [id, index]));
  return readable
    .map(({ line, access }) => ({
      line,
      access,
      answers: answersOf(line, access),
      reviewer: reviewers.get(line.review_id) ?? null,
    }))
    .sort((a, b) => (order.get(a.line.round_id) ?? 0) - (order.get(b.line.round_id) ?? 0));
}

/** What is said of a scale is written as its number and its word. */
function answersOf(line: ReviewLine, access: SubmissionAccess): Map<string, Cell> {
  return new Map(
    readableFields(line, access).map(({ key, kind, scale }) => {
      const answer = line.answers?.[key] ?? null;
      const step = kind === 'choice' ? scale.find(({ value }) => value === answer) : undefined;
      return [key, step?.label ?? answer];
    }),
  );
}

function linesOf(manager: EntityManager, viewerId: string, roundIds: readonly string[]): Promise<ReviewLine[]> {
  return manager.query<ReviewLine[]>(
    `select v.id as review_id, v.round_id, v.pseudonym, v.reviewer_id = $2 as own, null as name, 'submitted' as state,
            w.submitted_at, w.n, w.answers, fv.fields, w.terms, s.number, s.title, t.name as track, r.n as round
       from review v
       join round r on r.id = v.round_id
       join submission s on s.id = v.submission_id
       join track t on t.id = s.track_id
       join review_version w on w.review_id = v.id and w.n = v.submitted_n
       join form_version fv on fv.id = v.form_version_id
      where v.round_id = any($1) and v.state = 'submitted' order by v.round_id, v.pseudonym`,
    [roundIds, viewerId],
  );
}

async function reviewersOf(
  manager: EntityManager,
  reviewIds: readonly string[],
): Promise<Map<string, { name: string; address: string }>> {
  const rows = await manager.query<{ id: string; name: string; address: string }[]>(
    `select v.id, ${personName('p')} as name, coalesce(e.address, '') as address
       from review v join person p on p.id = v.reviewer_id left join person_email e on e.person_id = p.id and e.is_primary
      where v.id = any($1)`,
    [reviewIds],
  );
  return new Map(rows.map(({ id, name, address }) => [id, { name, address }]));
}
