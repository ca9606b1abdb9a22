import { Injectable } from '@nestjs/common';
import type {
  OwnReviewItem,
  PaperTalk,
  ReviewAnswers,
  ReviewColumn,
  ReviewFieldView,
  ReviewsTableView,
} from '@convoke/contract';
import { type FieldAudience, fieldsFor, Refusal } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import { Looking, type Eyes, type Look } from '../access/looking';
import { isChairOf } from '../access/standings';
import { dueOf } from '../assignments/review-due';
import type { Viewer } from '../platform/session/viewer';
import { PaperTalks } from './paper-talk';
import { formFields, missingAnswers } from './review-answers';
import {
  liveMetaReviews,
  mineRows,
  namedReviews,
  releasedMetaReviews,
  releasedReviews,
  submittedReviews,
  type ColumnRow,
  type MineRow,
} from './reviews.queries';

/** Reviews as others read them, and the list of one's own. */
@Injectable()
export class ReviewReading {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly talks: PaperTalks,
    private readonly looking: Looking,
  ) {}

  /** What the viewer was asked to review, over all calls; by due date, undated last. */
  async mine(viewer: Viewer): Promise<{ reviews: OwnReviewItem[] }> {
    const { manager } = this.database;
    const rows = await mineRows(manager, viewer.personId);
    const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
    const calls = await this.access.calls(manager, viewer, distinct(rows.map((row) => row.call_id)));
    const ids = distinct(rows.map((row) => row.submission_id));
    const judged = await this.access.across(manager, viewer, calls, ids);
    const talks = await this.talks.of(manager, viewer.personId, [...judged.values()]);
    return {
      reviews: rows.flatMap((row) => {
        const [access, talk] = [judged.get(row.submission_id), talks.get(row.submission_id)];
        return (access && talk && itemOf(row, access, row.is_current ? talk : noTalk)) ?? [];
      }),
    };
  }

  /**
   * The reviews of one round of a submission as columns, with as much of each as the viewer may read. Without a round: of the
   * last one that has begun, because a revision that is awaited has no reviews yet.
   */
  ofSubmission(asking: Viewer, submissionId: string, asked?: number, eyes?: Eyes): Promise<ReviewsTableView> {
    return this.looking.read(asking, { id: submissionId }, eyes, (manager, look) =>
      this.tableOf(manager, look, submissionId, asked),
    );
  }

  private async tableOf(
    manager: EntityManager,
    look: Look,
    submissionId: string,
    asked?: number,
  ): Promise<ReviewsTableView> {
    const { viewer, access: current } = look;
    const rounds = await this.looking.rounds(manager, look);
    const open = rounds.filter(readsIn);
    const begun = open.filter(({ round }) => round?.state !== 'submitted');
    const access = asked === undefined ? (begun.at(-1) ?? current) : rounds.find(({ round }) => round?.n === asked);
    if (!access) throw new Refusal('not_found');
    const isCurrent = access.round?.n === current.submission.currentRound;
    const [rows, metaReviews, expected] = await Promise.all([
      this.columns(manager, viewer, access),
      this.metaReviews(manager, access),
      isCurrent && access.sees('assignment.count_and_status') ? this.expected(manager, submissionId) : null,
    ]);
    const readable = rows.map((row) => ({ row, fields: readableFields(row, access) }));
    const shown = unionOf(readable.map((one) => one.fields));
    return {
      round: access.round?.n ?? 1,
      currentRound: current.submission.currentRound,
      rounds: open.flatMap(({ round }) => round?.n ?? []),
      fields: shown,
      columns: readable.map(({ row, fields }) => columnOf(row, fields, access)),
      metaReviews,
      expected,
    };
  }

  /** Authors read what was released, and nobody's name; reviewers, where they may read it earlier, what stands now. */
  private async metaReviews(
    manager: EntityManager,
    access: SubmissionAccess,
  ): Promise<ReviewsTableView['metaReviews']> {
    const { round } = access;
    if (!round || !access.sees('meta_review.text')) return [];
    const named = isChairOf(access) || access.sees('assignment.handling_chair');
    const rows = await (access.standing === 'author'
      ? releasedMetaReviews(manager, round.id)
      : liveMetaReviews(manager, round.id, named));
    return rows.filter(({ terms }) => access.sees('meta_review.text', terms)).map(({ by, text }) => ({ by, text }));
  }

  /** The rows the viewer may know of. Names are read only for those who may link a review to a person. */
  private async columns(manager: EntityManager, viewer: Viewer, access: SubmissionAccess): Promise<ColumnRow[]> {
    const { round, submission } = access;
    if (!round) return [];
    const seesText = access.sees('review.text');
    const readable = ({ terms }: ColumnRow): boolean => access.sees('review.text', terms);
    if (access.standing === 'author')
      return seesText ? (await releasedReviews(manager, submission.id, round.id)).filter(readable) : [];
    const named = access.sees('review.reviewer_identity') && access.sees('assignment.reviewer_names');
    const rows = named
      ? await namedReviews(manager, round.id, viewer.personId, access.sees('review.draft_text'))
      : await submittedReviews(manager, round.id, viewer.personId);
    return rows
      .filter((row) => readable(row) || (row.own && access.sees('own_review.text') && row.state === 'submitted'))
      .flatMap((row) => asKnown(row, access))
      .map((row) => (isHiddenDraft(row, access) ? { ...row, answers: null } : row));
  }

  private async expected(manager: EntityManager, submissionId: string): Promise<number> {
    const [row] = await manager.query<{ expected: number }[]>(
      `select reviews_expected as expected from submission where id = $1`,
      [submissionId],
    );
    return row?.expected ?? 0;
  }
}

/** Whether there may be a review of that round for the viewer to read, others' or the own one. */
function readsIn(access: SubmissionAccess): boolean {
  return access.sees('review.text') || (access.sees('own_review.text') && access.facts.round?.hasReview === true);
}

/** A draft is read by its writer, in its own form, and by who may read drafts written under such terms. */
function isHiddenDraft({ state, own, terms }: ColumnRow, access: SubmissionAccess): boolean {
  return state !== 'submitted' && (own || !access.sees('review.draft_text', terms));
}

/** A name only where the terms of then and of today both show it; who has not submitted is then nobody's business. */
export function asKnown<R extends ColumnRow>(row: R, access: SubmissionAccess): R[] {
  const named =
    access.sees('review.reviewer_identity', row.terms) && access.sees('assignment.reviewer_names', row.terms);
  if (named || row.own) return [row];
  return row.state === 'submitted' ? [{ ...row, name: null }] : [];
}

/** Which answers of one review the viewer may read: one's own all, of others by the audience of each question. */
export function readableFields(
  row: Pick<ColumnRow, 'own' | 'answers' | 'fields'> & Partial<Pick<ColumnRow, 'terms'>>,
  access: SubmissionAccess,
): ReviewFieldView[] {
  const fields = row.answers ? formFields(row.fields ?? []) : [];
  if (row.own) return fields;
  return fieldsFor(levelOf(row, access), fields).filter(
    ({ kind }) => kind === 'text' || access.sees('review.scores', row.terms),
  );
}

const amongReviewers: readonly string[] = ['reviewer', 'reviewer_pending', 'pool', 'admin'];

/** At which level the viewer reads a review of others. The public, where reviews are published, reads what authors were told. */
function levelOf({ terms }: Partial<Pick<ColumnRow, 'terms'>>, access: SubmissionAccess): FieldAudience {
  if (access.sees('review.confidential_comments', terms)) return 'chairs';
  if (amongReviewers.includes(access.standing)) return 'reviewers';
  return access.standing !== 'author' || access.sees('decision.value') ? 'authors_after_decision' : 'authors';
}

function unionOf(lists: readonly ReviewFieldView[][]): ReviewFieldView[] {
  const byKey = new Map<string, ReviewFieldView>();
  for (const field of lists.flat()) if (!byKey.has(field.key)) byKey.set(field.key, field);
  return [...byKey.values()];
}

function columnOf(row: ColumnRow, fields: readonly ReviewFieldView[], access: SubmissionAccess): ReviewColumn {
  const dated = row.own || access.sees('review.submitted_at');
  return {
    reviewId: row.review_id,
    pseudonym: row.pseudonym === null ? null : pseudonymOf(row.pseudonym),
    name: row.name,
    own: row.own,
    state: row.state,
    isReadableDraft: row.state === 'draft' && row.answers !== null,
    submittedAt: dated ? (row.submitted_at?.toISOString() ?? null) : null,
    version: dated ? row.n : null,
    answers: answersOf(row.answers ?? {}, fields),
  };
}

function answersOf(answers: ReviewAnswers, fields: readonly ReviewFieldView[]): ReviewAnswers {
  return Object.fromEntries(fields.map((field) => [field.key, answers[field.key] ?? null]));
}

/** 1 → A, 27 → AA: letters as long as there are reviews. */
export function pseudonymOf(n: number): string {
  const letter = String.fromCharCode(65 + ((n - 1) % 26));
  return n > 26 ? pseudonymOf(Math.floor((n - 1) / 26)) + letter : letter;
}

/** Of an earlier round there is nothing to be talked about any more. */
const noTalk: PaperTalk = { discussion: null, response: null };

function itemOf(row: MineRow, access: SubmissionAccess, talk: PaperTalk): OwnReviewItem | null {
  if (!access.sees('assignment.own') && !access.sees('own_review.text')) return null;
  const fields = row.fields ? formFields(row.fields) : [];
  return {
    assignmentId: row.id,
    callSlug: row.call_slug,
    callName: row.call_name,
    number: row.number,
    title: access.sees('submission.title_abstract') ? row.title : null,
    state: stateOf(row),
    missing: row.review_state === 'draft' ? missingAnswers(fields, row.answers ?? {}).length : 0,
    due: dueOf(row),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    open: row.state === 'invited' ? access.may('answerInvitation') : access.may('review'),
    talk,
  };
}

function stateOf(row: MineRow): OwnReviewItem['state'] {
  if (row.state === 'invited') return 'invited';
  if (row.review_state === 'withheld' || row.review_state === 'retracted') return 'withheld';
  if (row.review_state === 'submitted') return 'submitted';
  return row.review_state === 'draft' ? 'draft' : 'to_write';
}
