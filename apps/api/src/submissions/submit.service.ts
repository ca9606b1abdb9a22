import { Injectable } from '@nestjs/common';
import type { InputOf, ReceiptView, SubmittableStage, submissionsApi } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../access/access.service';
import { Audit } from '../platform/audit';
import { ConflictChecks } from '../platform/conflict-checks';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { authorsSearch, authorsShort } from './authors-line';
import { admitEditors } from './contacts';
import type { DraftRow } from './draft.queries';
import { fieldsOf, settingsOf, wordsOf } from './draft-settings';
import { existing, staleVersion } from './drafts.service';
import { missingFrom } from './missing';
import { OpenForms } from './open-form';
import { ReceiptsService } from './receipts.service';
import { SubmissionMail } from './submissions.mail';
import { versionDigest } from './version-digest';

const actionOf = { abstract: 'submitAbstract', paper: 'submit', revision: 'submitRevision' } as const satisfies Record<
  SubmittableStage,
  string
>;

/** What was frozen, as the mail and the receipt speak of it. */
export interface FrozenVersion {
  id: string;
  n: number;
  kind: SubmittableStage;
  number: number;
  digest: string;
  submittedAt: Date;
  submittedByClock: boolean;
}

/** Turns a working copy into a frozen version with a number and a receipt. */
@Injectable()
export class SubmitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly forms: OpenForms,
    private readonly receipts: ReceiptsService,
    private readonly mail: SubmissionMail,
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly checks: ConflictChecks,
  ) {}

  /** Submits by hand: on the version the person saw, before the deadline (or from a form opened before it), complete. */
  async submit(viewer: Viewer, id: string, body: InputOf<typeof submissionsApi.submit>['body']): Promise<ReceiptView> {
    return this.unitOfWork.run(async (tx) => {
      const begunAt = this.forms.read(body.opened, id, viewer.personId);
      const access = await this.access.submission(tx.manager, viewer, { id }, { lock: true, begunAt });
      const detailsOnly = body.stage === 'paper' && !access.may('submit') && access.may('editDetails');
      if (!detailsOnly) access.require(actionOf[body.stage]);
      const draft = await existing(tx.manager, id);
      if (draft.version !== body.version) throw staleVersion(draft);
      if (body.stage === 'abstract' && draft.stage !== null && draft.stage !== 'abstract') {
        throw new Refusal('wrong_state', { state: draft.stage });
      }
      if (detailsOnly) {
        requireAuthors(draft);
        await this.freeze(tx, await asSubmitted(tx.manager, draft), body.stage, viewer.personId);
      } else {
        requireComplete(draft, body.stage);
        await this.freeze(tx, draft, body.stage, viewer.personId);
      }
      return this.receipts.view(tx.manager, id);
    });
  }

  /**
   * Freezes the working copy: number, immutable version with its digest, first round, audit, receipts; nothing of it without the
   * rest. `by` null = the clock did it at closing.
   */
  async freeze(tx: Tx, draft: DraftRow, kind: SubmittableStage, by: string | null): Promise<FrozenVersion> {
    const number = draft.number ?? (await this.allotNumber(tx, draft.callId));
    await this.linkAuthors(tx, draft.id);
    await admitEditors(tx, draft.id);
    const version = await this.insertVersion(tx, { ...draft, number }, kind, by);
    await this.advance(tx, { ...draft, number }, kind, by !== null);
    await this.audit.record(tx, {
      tag: 'author',
      action: 'submission.submitted',
      actorId: by,
      callId: draft.callId,
      submissionId: draft.id,
      facts: { kind, n: version.n, digest: version.digest },
    });
    await this.mail.submitted(tx, { ...draft, number }, version);
    await this.checks.ask(tx, { submissionId: draft.id });
    return version;
  }

  /** One counter per call: the row lock makes parallel submits queue, so a number is given once. */
  private async allotNumber(tx: Tx, callId: string): Promise<number> {
    const [rows] = await tx.manager.query<[{ number: number }[], number]>(
      `update call set next_number = next_number + 1 where id = $1 returning next_number - 1 as number`,
      [callId],
    );
    const number = rows[0]?.number;
    if (number === undefined) throw new Refusal('not_found');
    return number;
  }

  /** Authors whose address has been proven since it was typed. */
  private async linkAuthors(tx: Tx, submissionId: string): Promise<void> {
    await tx.manager.query(
      `update submission_author a set person_id = coalesce(p.merged_into, p.id)
         from person_email e join person p on p.id = e.person_id
        where a.submission_id = $1 and a.person_id is null and a.address <> '' and e.address = a.address and e.verified_at is not null`,
      [submissionId],
    );
  }

  private async insertVersion(
    tx: Tx,
    draft: DraftRow & { number: number },
    kind: SubmittableStage,
    by: string | null,
  ): Promise<FrozenVersion> {
    const id = this.random.uuid();
    const { keywords, topicIds, declarations, title, abstract, abstractCut, ...fields } = fieldsOf(draft);
    // Who may edit is no part of what was submitted.
    const authors = fields.authors.map(({ mayEdit: _, ...author }) => author);
    // Files belong to the paper: an abstract freezes none, so that nobody reads a paper that was not submitted.
    const files = kind === 'abstract' ? [] : draft.files.filter((file) => file.state !== 'rejected');
    const content = { authors, keywords, topics: topicIds, declarations };
    const digest = versionDigest({
      ...content,
      title,
      abstract,
      abstractCut,
      kind,
      call: draft.callSlug,
      number: draft.number,
      files: files.map((file) => ({ slot: file.slot, hash: file.hash, bytes: Number(file.bytes) })),
    });
    const [row] = await tx.manager.query<{ n: number }[]>(
      `insert into submission_version (id, submission_id, n, round, kind, title, abstract, abstract_cut, abstract_words, content,
                                       file_ids, digest, submitted_by, submitted_at)
       select $1, $2, coalesce(max(n), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
         from submission_version where submission_id = $2
       returning n`,
      [
        id,
        draft.id,
        draft.currentRound,
        kind,
        title,
        abstract,
        abstractCut,
        wordsOf(draft).words,
        content,
        files.map((file) => file.id),
        digest,
        by,
        tx.now,
      ],
    );
    if (!row) throw new Error('A version was not written');
    return { id, n: row.n, kind, number: draft.number, digest, submittedAt: tx.now, submittedByClock: by === null };
  }

  /**
   * From here on everybody else lists, searches and reads what was frozen just now. Whoever submits by hand agrees to the terms of
   * today; what the clock submits keeps those its authors began under.
   */
  private async advance(
    tx: Tx,
    draft: DraftRow & { number: number },
    kind: SubmittableStage,
    byHand: boolean,
  ): Promise<void> {
    const [rows] = await tx.manager.query<[unknown[], number]>(
      `update submission set state = 'submitted', stage = $4, number = $5, submitted_at = coalesce(submitted_at, $3), version = version + 1,
              title = $6, abstract = $7, keywords = $8, topic_ids = $9, authors_short = $10, authors_search = $11,
              terms = case when $13 then (select c.terms from call c where c.id = call_id) else terms end
        where id = $1 and version = $2 and state = $12 returning id`,
      [
        draft.id,
        draft.version,
        tx.now,
        kind,
        draft.number,
        draft.title,
        draft.abstract,
        draft.keywords,
        draft.topicIds,
        authorsShort(draft.authors),
        authorsSearch(draft.authors),
        draft.state,
        byHand,
      ],
    );
    if (rows.length === 0) throw staleVersion(draft);
    await tx.manager.query(
      `insert into round (id, submission_id, n, created_at) values ($1, $2, $3, $4) on conflict (submission_id, n) do nothing`,
      [this.random.uuid(), draft.id, draft.currentRound, tx.now],
    );
  }
}

type SentContent = Pick<
  DraftRow,
  'title' | 'abstract' | 'abstractCut' | 'keywords' | 'topicIds' | 'declarations' | 'files'
>;

/** The working copy with everything but its authors and conflicts as it was submitted last: the rest is closed. */
async function asSubmitted(manager: EntityManager, draft: DraftRow): Promise<DraftRow> {
  const [sent] = await manager.query<SentContent[]>(
    `select v.title, v.abstract, v.abstract_cut as "abstractCut", s.keywords, s.topic_ids as "topicIds",
            v.content -> 'declarations' as declarations,
            (select coalesce(json_agg(json_build_object('id', f.id, 'slot', f.slot, 'hash', f.blob_hash, 'bytes', f.bytes, 'state', f.state)
                      order by f.slot, f.uploaded_at, f.id), '[]')
               from submission_file f where f.id = any(v.file_ids)) as files
       from submission_version v join submission s on s.id = v.submission_id
      where v.submission_id = $1 order by v.n desc limit 1`,
    [draft.id],
  );
  if (!sent) throw new Refusal('wrong_state', { state: draft.state });
  return { ...draft, ...sent };
}

function requireAuthors(draft: DraftRow): void {
  const missing = missingFrom(draft, 'paper').filter(({ step }) => step === 'authors');
  if (missing.length > 0) throw new Refusal('incomplete', { count: missing.length, missing });
}

/** Refuses with all that is missing; too long an abstract is said with its figures, because that is what must be changed. */
function requireComplete(draft: DraftRow, stage: SubmittableStage): void {
  const limit = settingsOf(draft).call.abstract.maxWords;
  const { words } = wordsOf(draft);
  if (limit !== null && words > limit) throw new Refusal('word_limit', { words, limit, over: words - limit });
  const missing = missingFrom(draft, stage === 'abstract' ? 'abstract' : 'paper');
  if (missing.length > 0) throw new Refusal('incomplete', { count: missing.length, missing });
}
