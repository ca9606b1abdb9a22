import { Injectable } from '@nestjs/common';
import type { ReviewAnswers, ReviewEditorView, SavedReview } from '@convoke/contract';
import { isAllowed, Refusal } from '@convoke/domain';
import { pickLocale, translator } from '@convoke/texts';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import { recountReviews } from '../assignments/assignments.queries';
import { dueOf } from '../assignments/review-due';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { PaperTalks } from './paper-talk';
import { givenAnswers, formFields, missingAnswers, overallOf } from './review-answers';
import {
  authorRows,
  chairReaders,
  lockOfAssignment,
  ownAssignment,
  ownReview,
  paperFiles,
  paperRow,
  wasTold,
  type OwnAssignment,
  type PaperFileRow,
  type ReviewRow,
} from './reviews.queries';

interface Written {
  answers: ReviewAnswers;
  /** The version that was read; 0 = nothing saved yet. */
  version: number;
  /** Those of the form that was filled in; left out, those of today. */
  terms?: number | undefined;
}

/** A reviewer's own review: opened, saved as a draft, submitted as an immutable version. */
@Injectable()
export class ReviewWriting {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly talks: PaperTalks,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** The paper, the form, and what is written so far. Opening writes nothing. */
  async open(viewer: Viewer, assignmentId: string): Promise<ReviewEditorView> {
    const { manager } = this.database;
    const { own, access } = await this.own(manager, viewer, assignmentId);
    const review = await ownReview(manager, own.round_id, viewer.personId);
    const fields = formFields(own.fields ?? []);
    const refusal = access.whyNot('review');
    const talks = await this.talks.of(manager, viewer.personId, [access]);
    return {
      assignment: { id: own.id, state: own.state, due: dueOf(own) },
      call: { slug: own.call_slug, name: own.call_name },
      paper: await this.paper(manager, own, access),
      handledBy: access.sees('assignment.handling_chair') ? own.handler : null,
      chairReaders: await chairReaders(manager, own.submission_id),
      form: { fields },
      review: editorReview(review, fields),
      talk: talks.get(own.submission_id) ?? { discussion: null, response: null },
      seesReviews: access.sees('review.text'),
      draftIsRead: isAllowed(access.call, 'chairs_see_review_drafts', own.terms),
      terms: access.call.terms,
      canWrite: refusal === null,
      // That the paper is past review says itself; other reasons (a date, a conflict) are worth their sentence.
      whyNot:
        refusal && refusal.code !== 'wrong_state'
          ? translator(pickLocale(viewer.locale)).maybe(`refusal.${refusal.code}`, { ...refusal.facts } as never)
          : null,
    };
  }

  /** Keeps the draft. Refuses a stale version with what the server has, so that nothing is overwritten unseen. */
  async save(viewer: Viewer, assignmentId: string, written: Written): Promise<SavedReview> {
    return this.unitOfWork.run(async (tx) => {
      const { own, access } = await this.writing(tx.manager, viewer, assignmentId);
      access.require('review');
      const fields = formFields(own.fields ?? []);
      const answers = givenAnswers(fields, written.answers);
      const row = await this.write(tx, viewer, own, { answers, version: written.version });
      return saved(row, missingAnswers(fields, answers));
    });
  }

  /** Submits the review, or its revision: what others read from now on, frozen for good. */
  async submit(viewer: Viewer, assignmentId: string, written: Written): Promise<SavedReview> {
    return this.unitOfWork.run(async (tx) => {
      const { own, access } = await this.writing(tx.manager, viewer, assignmentId);
      access.require('submitReview');
      const fields = formFields(own.fields ?? []);
      const answers = givenAnswers(fields, written.answers);
      const problems = missingAnswers(fields, answers);
      if (problems.length > 0) throw new Refusal('incomplete', { problems });
      const draft = await this.write(tx, viewer, own, { answers, version: written.version });
      // whoever filled in the form before a setting was opened wrote for those who could read it then
      const terms = Math.min(written.terms ?? access.call.terms, access.call.terms);
      const row = await this.freeze(tx, own, draft, { overall: overallOf(fields, answers), terms });
      await recountReviews(tx.manager, [own.submission_id]);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'review.submitted',
        actorId: viewer.personId,
        callId: access.call.id,
        submissionId: own.submission_id,
        facts: { reviewId: row.id, n: row.submitted_n },
      });
      return saved(row, []);
    });
  }

  /** The viewer's own assignment and what they may do; anybody else's id is answered like one that does not exist. */
  private async own(
    manager: EntityManager,
    viewer: Viewer,
    assignmentId: string,
    lock = false,
  ): Promise<{ own: OwnAssignment; access: SubmissionAccess }> {
    // the lock comes first, so that everything after it is read once, as it stands
    if (lock) await lockOfAssignment(manager, assignmentId, viewer.personId);
    const own = await ownAssignment(manager, assignmentId, viewer.personId);
    if (!own) throw new Refusal('not_found');
    const access = await this.access.submission(manager, viewer, { id: own.submission_id });
    if (!access.sees('assignment.own') && !access.sees('own_review.text')) throw new Refusal('not_found');
    return { own, access };
  }

  /** The same for a write. Whoever was taken off while writing is told so: they know the paper, and must not lose what they typed. */
  private async writing(manager: EntityManager, viewer: Viewer, assignmentId: string) {
    try {
      return await this.own(manager, viewer, assignmentId, true);
    } catch (error) {
      const gone = error instanceof Refusal && error.code === 'not_found';
      if (gone && (await wasTold(manager, assignmentId, viewer.personId))) throw new Refusal('assignment_ended');
      throw error;
    }
  }

  private async paper(
    manager: EntityManager,
    own: OwnAssignment,
    access: SubmissionAccess,
  ): Promise<ReviewEditorView['paper']> {
    const row = access.sees('submission.title_abstract') ? await paperRow(manager, own.submission_id) : null;
    const files = access.sees('file.pdf') ? await paperFiles(manager, own.submission_id, own.round_n) : [];
    const shown = files.filter((file) => file.slot === 'paper' || access.sees('file.supplementary'));
    const number = access.submission.number ?? 0;
    return {
      submissionId: own.submission_id,
      number,
      title: row?.title ?? '',
      abstract: row?.abstract ?? '',
      topics: row?.topics ?? [],
      keywords: row?.keywords ?? [],
      authors: access.sees('author.names') ? await authorRows(manager, own.submission_id) : null,
      files: shown.map((file) => fileOf(file, `convoke-${own.call_slug}-${number}-${file.slot}`)),
    };
  }

  /** Inserts or updates the working copy. The unique pair of round and reviewer has the last word on a first save. */
  private async write(tx: Tx, viewer: Viewer, own: OwnAssignment, written: Written): Promise<ReviewRow> {
    const [rows] = await tx.manager.query<[ReviewRow[], number]>(
      `update review set answers = $4, edited_at = $5, version = version + 1
        where round_id = $1 and reviewer_id = $2 and version = $3 and state in ('draft', 'submitted')
        returning id, state, answers, version, submitted_n, submitted_at, edited_at`,
      [own.round_id, viewer.personId, written.version, written.answers, tx.now],
    );
    const [row] = rows;
    if (row) return row;
    const current = await ownReview(tx.manager, own.round_id, viewer.personId);
    if ((current?.version ?? 0) !== written.version) {
      throw new Refusal('stale_version', {
        version: current?.version ?? 0,
        answers: current?.answers ?? {},
        editedAt: current?.edited_at.toISOString() ?? null,
      });
    }
    if (current) throw new Refusal('wrong_state');
    return this.begin(tx, viewer, own, written.answers);
  }

  private async begin(tx: Tx, viewer: Viewer, own: OwnAssignment, answers: ReviewAnswers): Promise<ReviewRow> {
    const [file] = await paperFiles(tx.manager, own.submission_id, own.round_n);
    const [row] = await tx.manager.query<ReviewRow[]>(
      `insert into review (id, round_id, submission_id, reviewer_id, assignment_id, form_version_id, submission_version_id,
                           state, answers, pseudonym, created_at, edited_at)
       values ($1, $2, $3, $4, $5, $6, coalesce($7, (select v.id from submission_version v
                 where v.submission_id = $3 and v.round = $11 and v.kind in ('paper', 'revision') order by v.n desc limit 1)),
               'draft', $8, $9, $10, $10)
       returning id, state, answers, version, submitted_n, submitted_at, edited_at`,
      [
        this.random.uuid(),
        own.round_id,
        own.submission_id,
        viewer.personId,
        own.id,
        own.form_version_id,
        file?.version_id ?? null,
        answers,
        await this.pseudonym(tx, own),
        tx.now,
        own.round_n,
      ],
    );
    if (!row) throw new Refusal('wrong_state');
    return row;
  }

  /** A letter drawn from those free in this round: says nothing about who or when. The lock on the submission keeps draws apart. */
  private async pseudonym(tx: Tx, own: OwnAssignment): Promise<number> {
    const [row] = await tx.manager.query<{ taken: number[]; places: number }[]>(
      `select coalesce((select array_agg(pseudonym) from review where round_id = $1), '{}') as taken,
              (select count(*)::int from assignment where round_id = $1 and state in ('invited', 'accepted', 'completed')) as places`,
      [own.round_id],
    );
    const taken = new Set(row?.taken ?? []);
    const most = Math.max(row?.places ?? 1, taken.size + 1);
    const free = Array.from({ length: most }, (_, index) => index + 1).filter((letter) => !taken.has(letter));
    return free[this.random.below(free.length)] ?? taken.size + 1;
  }

  private async freeze(
    tx: Tx,
    own: OwnAssignment,
    draft: ReviewRow,
    { overall, terms }: { overall: number | null; terms: number },
  ): Promise<ReviewRow> {
    const [rows] = await tx.manager.query<[ReviewRow[], number]>(
      `update review set state = 'submitted', submitted_n = submitted_n + 1, submitted_at = $2, overall = $3
        where id = $1 and state in ('draft', 'submitted')
        returning id, state, answers, version, submitted_n, submitted_at, edited_at`,
      [draft.id, tx.now, overall],
    );
    const [row] = rows;
    if (!row) throw new Refusal('wrong_state');
    await tx.manager.query(
      `insert into review_version (id, review_id, n, answers, overall, submitted_at, terms) values ($1, $2, $3, $4, $5, $6, $7)`,
      [this.random.uuid(), row.id, row.submitted_n, row.answers, overall, tx.now, terms],
    );
    await tx.manager.query(
      `update assignment set state = 'completed', version = version + 1 where id = $1 and state = 'accepted'`,
      [own.id],
    );
    return row;
  }
}

function editorReview(
  review: ReviewRow | null,
  fields: ReviewEditorView['form']['fields'],
): ReviewEditorView['review'] {
  const answers = review?.answers ?? {};
  return {
    answers,
    version: review?.version ?? 0,
    state: review ? (review.state === 'retracted' ? 'withheld' : review.state) : 'none',
    submittedN: review?.submitted_n ?? 0,
    submittedAt: review?.submitted_at?.toISOString() ?? null,
    editedAt: review?.edited_at.toISOString() ?? null,
    hasUnsubmittedChanges: review?.changed ?? false,
    problems: missingAnswers(fields, answers),
  };
}

function saved(row: ReviewRow, problems: SavedReview['problems']): SavedReview {
  return {
    version: row.version,
    state: row.submitted_n > 0 ? 'submitted' : 'draft',
    submittedN: row.submitted_n,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    editedAt: row.edited_at.toISOString(),
    problems,
  };
}

const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'application/zip': 'zip' };

function fileOf(file: PaperFileRow, name: string): ReviewEditorView['paper']['files'][number] {
  return {
    id: file.id,
    slot: file.slot,
    mediaType: file.media_type,
    bytes: Number(file.bytes),
    pages: file.pages,
    name: `${name}.${extensions[file.media_type] ?? 'docx'}`,
    url: file.clean ? `/api/files/${file.id}` : null,
  };
}
