import { Injectable } from '@nestjs/common';
import {
  callSettingsOf,
  type AuthorResponseView,
  type InputOf,
  type authorResponseApi,
  type ResponseDraft,
  type SavedResponse,
} from '@convoke/contract';
import { keptTexts, Refusal, requireSubmittable, responseWords, type ResponseLimits } from '@convoke/domain';
import { pickLocale, translator } from '@convoke/texts';
import type { EntityManager } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../../access/access.service';
import { Looking, type Eyes, type Look } from '../../access/looking';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Random } from '../../platform/random';
import type { Viewer } from '../../platform/session/viewer';
import { UnitOfWork, type Tx } from '../../platform/unit-of-work';
import { OpenForms } from '../../submissions/open-form';
import { dueOf } from '../../submissions/stage-dates';
import { pseudonymOf } from '../reading.service';
import { isResponseOpen, respondingIn, responseDate, responseOf } from './response-date';
import {
  answerableReviews,
  responseRow,
  submittedResponse,
  savedColumns,
  type ResponseRow,
  type SavedRow,
} from './response.queries';

type Written = InputOf<typeof authorResponseApi.save>['body'];
type Round = NonNullable<SubmissionAccess['round']>;

/** The authors' response to the reviews: one working copy of all who may edit, read by nobody else until it is submitted. */
@Injectable()
export class ResponseService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly looking: Looking,
    private readonly forms: OpenForms,
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly clock: Clock,
  ) {}

  /** Authors read their working copy, everybody else what was submitted; to whom neither is open, there is nothing. */
  read(asking: Viewer, submissionId: string, eyes?: Eyes): Promise<AuthorResponseView> {
    return this.looking.read(asking, { id: submissionId }, eyes, (manager, look) => this.viewOf(manager, look));
  }

  private async viewOf(manager: EntityManager, look: Look): Promise<AuthorResponseView> {
    const { viewer, other } = look;
    const access = respondingIn(look.access, await this.looking.rounds(manager, look));
    const round = openedRound(access);
    // a working copy is its authors' alone, whoever looks through their eyes
    const isAuthor = access.standing === 'author' && !other;
    const [draft, latest, rows] = await Promise.all([
      isAuthor ? responseRow(manager, round.id) : null,
      submittedResponse(manager, round.id),
      answerableReviews(manager, round.id),
    ]);
    const submitted = latest && access.sees('author_response.text', latest.terms) ? latest : null;
    const refusal = access.whyNot('respond');
    const { responseMaxWords, responsePerReview } = callSettingsOf(access.call);
    return {
      open: isResponseOpen(access, this.clock.now()),
      due: dueOf(responseDate(access) ?? undefined),
      maxWords: responseMaxWords,
      reviews: rows
        .filter(({ id }) => responsePerReview || submitted?.texts.reviews[id])
        .map(({ id, pseudonym }) => ({ id, letter: pseudonymOf(pseudonym) })),
      draft: isAuthor ? draftView(draft, viewer) : null,
      submitted: submitted && {
        texts: submitted.texts,
        words: submitted.words,
        at: submitted.submitted_at.toISOString(),
      },
      blind: access.why('author_response.text').mode.anonymity !== 'single',
      canWrite: refusal === null,
      whyNot: isAuthor && refusal ? wordsOf(viewer, refusal) : null,
      terms: access.call.terms,
      form: refusal ? null : this.forms.issue(access.submission.id, viewer.personId, this.clock.now()),
    };
  }

  /** Keeps the draft. Refuses a stale version with what the server has, so that nothing is overwritten unseen. */
  async save(viewer: Viewer, submissionId: string, written: Written): Promise<SavedResponse> {
    return this.unitOfWork.run(async (tx) => {
      const { access, round } = await this.open(tx, viewer, submissionId, written);
      const texts = keptTexts(written.texts, await this.limits(tx.manager, access, round));
      return saved(await this.write(tx, viewer, access, round, { ...written, texts }));
    });
  }

  /** Submits the response, or its revision: what reviewers and chairs read from now on, frozen for good. */
  async submit(viewer: Viewer, submissionId: string, written: Written): Promise<SavedResponse> {
    return this.unitOfWork.run(async (tx) => {
      const { access, round } = await this.open(tx, viewer, submissionId, written);
      const limits = await this.limits(tx.manager, access, round);
      const texts = keptTexts(written.texts, limits);
      requireSubmittable(texts, limits);
      const draft = await this.write(tx, viewer, access, round, { ...written, texts });
      // whoever filled in the form before a setting was opened wrote for those who could read it then
      const terms = Math.min(written.terms ?? access.call.terms, access.call.terms);
      const row = await this.freeze(tx, viewer, draft, { words: responseWords(texts), terms });
      await this.audit.record(tx, {
        tag: 'author',
        action: 'response.submitted',
        actorId: viewer.personId,
        callId: access.call.id,
        submissionId,
        facts: { n: row.submitted_n },
      });
      return saved(row);
    });
  }

  private async open(
    tx: Tx,
    viewer: Viewer,
    submissionId: string,
    { form }: Written,
  ): Promise<{ access: SubmissionAccess; round: Round }> {
    const begunAt = this.forms.read(form, submissionId, viewer.personId);
    const current = await this.access.submission(tx.manager, viewer, { id: submissionId }, { lock: true, begunAt });
    const access = respondingIn(current, await this.access.rounds(tx.manager, viewer, current));
    const round = openedRound(access);
    access.require('respond');
    return { access, round };
  }

  private async limits(manager: EntityManager, access: SubmissionAccess, round: Round): Promise<ResponseLimits> {
    const { responseMaxWords: maxWords, responsePerReview } = callSettingsOf(access.call);
    const rows = responsePerReview ? await answerableReviews(manager, round.id) : [];
    return { maxWords, reviewIds: rows.map(({ id }) => id) };
  }

  /** Inserts or updates the working copy; the one row of the round has the last word between two authors. */
  private async write(
    tx: Tx,
    viewer: Viewer,
    access: SubmissionAccess,
    round: Round,
    { texts, version }: Written,
  ): Promise<SavedRow> {
    const values = [round.id, texts, viewer.personId, tx.now];
    const rows =
      version === 0
        ? await tx.manager.query<SavedRow[]>(
            `insert into author_response (round_id, texts, edited_by, edited_at, created_at, id, submission_id)
             values ($1, $2, $3, $4, $4, $5, $6) on conflict (round_id) do nothing returning ${savedColumns}`,
            [...values, this.random.uuid(), access.submission.id],
          )
        : (
            await tx.manager.query<[SavedRow[], number]>(
              `update author_response set texts = $2, edited_by = $3, edited_at = $4, version = version + 1
                where round_id = $1 and version = $5 returning ${savedColumns}`,
              [...values, version],
            )
          )[0];
    const [row] = rows;
    if (row) return row;
    const current = await responseRow(tx.manager, round.id);
    throw new Refusal('stale_version', {
      version: current?.version ?? 0,
      texts: current?.texts ?? { paper: '', reviews: {} },
      editedAt: current?.edited_at.toISOString() ?? null,
      by: current && current.edited_by !== viewer.personId ? current.editor : null,
    });
  }

  private async freeze(
    tx: Tx,
    viewer: Viewer,
    draft: SavedRow,
    { words, terms }: { words: number; terms: number },
  ): Promise<SavedRow> {
    const [[row]] = await tx.manager.query<[SavedRow[], number]>(
      `update author_response set submitted_n = submitted_n + 1, submitted_at = $2 where id = $1 returning ${savedColumns}`,
      [draft.id, tx.now],
    );
    if (!row) throw new Refusal('stale_version');
    await tx.manager.query(
      `insert into author_response_version (id, response_id, n, texts, words, submitted_by, submitted_at, terms)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [this.random.uuid(), row.id, row.submitted_n, row.texts, words, viewer.personId, tx.now, terms],
    );
    return row;
  }
}

/** The round whose response is in question; where none was ever opened there is nothing, not even for its chairs. */
function openedRound(access: SubmissionAccess): Round {
  if (!access.round || responseOf(access) === 'unopened' || !access.sees('author_response.text'))
    throw new Refusal('not_found');
  return access.round;
}

function draftView(row: ResponseRow | null, viewer: Viewer): ResponseDraft {
  return {
    texts: row?.texts ?? { paper: '', reviews: {} },
    version: row?.version ?? 0,
    submittedN: row?.submitted_n ?? 0,
    submittedAt: row?.submitted_at?.toISOString() ?? null,
    editedAt: row?.edited_at.toISOString() ?? null,
    editedBy: row && row.edited_by !== viewer.personId ? row.editor : null,
    hasUnsubmittedChanges: row?.changed ?? false,
  };
}

function saved(row: SavedRow): SavedResponse {
  return {
    version: row.version,
    submittedN: row.submitted_n,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    editedAt: row.edited_at.toISOString(),
  };
}

function wordsOf(viewer: Viewer, { code, facts }: Refusal): string | null {
  return translator(pickLocale(viewer.locale)).maybe(`refusal.${code}`, { ...facts } as never);
}
