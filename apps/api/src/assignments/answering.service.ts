import { Injectable } from '@nestjs/common';
import type { AnswerAssignment, AssignmentState } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { Letters } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Config } from '../platform/config';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { FoundConflicts } from '../submissions/found-conflicts';
import { OwnDeclarations } from '../submissions/own-declarations';
import { type Loss, lostReviewerLetters } from './assignments.mail';
import { recountReviews } from './assignments.queries';
import { conflictOf } from './candidates.queries';
import { LateConflicts } from './late-conflicts';
import { letterFacts } from './letter-facts';
import { officerRows } from './officers.queries';

/** An assignment as its reviewer answers it. */
interface Asked {
  id: string;
  submission_id: string;
  call_id: string;
  reviewer_id: string;
  state: AssignmentState;
  expires_at: Date | null;
  round_state: string;
  submission_state: string;
}

/** How the one answering proved who they are. */
export type AnswerBy = { personId: string; assignmentId: string } | { tokenHash: Buffer };

const openRounds = ['review_open', 'discussion', 'rebuttal'];

/** What reviewers say to being asked: yes, no, or that they must not. By the link in the letter or signed in. */
@Injectable()
export class Answering {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: Letters,
    private readonly audit: Audit,
    private readonly found: FoundConflicts,
    private readonly declarations: OwnDeclarations,
    private readonly late: LateConflicts,
    private readonly config: Config,
  ) {}

  /**
   * Carries out one answer. Saying the same thing twice is fine; anything else about an answered invitation is refused. Whoever is
   * found in conflict meanwhile cannot accept; a conflict can be declared at any time.
   */
  async answer(by: AnswerBy, answer: AnswerAssignment): Promise<{ state: AssignmentState; assignmentId: string }> {
    return this.unitOfWork.run(async (tx) => {
      const asked = await this.find(tx, by);
      const state = await this.carryOut(tx, asked, answer);
      await recountReviews(tx.manager, [asked.submission_id]);
      return { state, assignmentId: asked.id };
    });
  }

  private async carryOut(tx: Tx, asked: Asked, answer: AnswerAssignment): Promise<AssignmentState> {
    if (answer.answer === 'conflict') return this.declareConflict(tx, asked, answer);
    if (answer.answer === 'accept') return this.accept(tx, asked);
    return this.decline(tx, asked, answer);
  }

  private async accept(tx: Tx, asked: Asked): Promise<AssignmentState> {
    if (asked.state === 'accepted' || asked.state === 'completed') return asked.state;
    requireOpenInvitation(asked, tx.now);
    await this.found.refresh(tx, [asked.submission_id], await this.found.people(tx, [asked.reviewer_id]));
    if (await conflictOf(tx.manager, asked.submission_id, asked.reviewer_id)) throw new Refusal('conflict_of_interest');
    await this.move(tx, asked, 'accepted', { answered: true });
    await this.record(tx, asked, 'assignment.accepted');
    return 'accepted';
  }

  private async decline(tx: Tx, asked: Asked, answer: AnswerAssignment): Promise<AssignmentState> {
    if (asked.state === 'declined') return 'declined';
    const steppedBack = asked.state === 'accepted';
    if (!steppedBack) requireOpenInvitation(asked, tx.now);
    const state = steppedBack ? 'unassigned' : 'declined';
    await this.move(tx, asked, state, { answered: !steppedBack, ended: true, ...answer });
    await this.tellAsker(tx, asked, steppedBack ? 'stepped_back' : 'declined', answer);
    await this.record(tx, asked, steppedBack ? 'assignment.stepped_back' : 'assignment.declined');
    return state;
  }

  private async declareConflict(tx: Tx, asked: Asked, answer: AnswerAssignment): Promise<AssignmentState> {
    if (asked.state === 'revoked_conflict') return asked.state;
    if (!['invited', 'accepted', 'completed'].includes(asked.state)) throw new Refusal('already_answered');
    const pair = { submissionId: asked.submission_id, personId: asked.reviewer_id };
    await this.declarations.write(tx, { ...pair, kind: answer.kind, reason: answer.reason });
    await this.late.apply(tx, [pair], asked.reviewer_id);
    await this.record(tx, asked, 'assignment.conflict_declared');
    return 'revoked_conflict';
  }

  /** The row, locked: the submission first, like everybody who changes one. Proposals nobody was told of do not exist yet. */
  private async find(tx: Tx, by: AnswerBy): Promise<Asked> {
    const byToken = 'tokenHash' in by;
    const where = byToken ? `a.token_hash = $1` : `a.id = $1 and a.reviewer_id = $2`;
    const params = byToken ? [by.tokenHash] : [by.assignmentId, by.personId];
    const [found] = await tx.manager.query<{ submission_id: string }[]>(
      `select a.submission_id from assignment a where ${where}`,
      params,
    );
    if (!found) throw new Refusal('not_found');
    await tx.manager.query(`select 1 from submission where id = $1 for update`, [found.submission_id]);
    const [asked] = await tx.manager.query<Asked[]>(
      `select a.id, a.submission_id, s.call_id, a.reviewer_id, a.state, a.expires_at, r.state as round_state, s.state as submission_state
         from assignment a join round r on r.id = a.round_id join submission s on s.id = a.submission_id
        where ${where} for update of a`,
      params,
    );
    if (!asked || asked.state === 'proposed') throw new Refusal('not_found');
    return asked;
  }

  private async move(
    tx: Tx,
    asked: Asked,
    state: AssignmentState,
    change: { answered?: boolean; ended?: boolean; reason?: string; suggestion?: string },
  ): Promise<void> {
    const [rows] = await tx.manager.query<[unknown[], number]>(
      `update assignment
          set state = $3, version = version + 1, decline_reason = $4, suggestion = $5,
              answered_at = case when $6 then $8::timestamptz else answered_at end,
              ended_at = case when $7 then $8::timestamptz end,
              terms = case when $3 = 'accepted'
                then (select c.terms from submission s join call c on c.id = s.call_id where s.id = submission_id) else terms end
        where id = $1 and state = $2 returning id`,
      [
        asked.id,
        asked.state,
        state,
        change.reason ?? '',
        change.suggestion ?? '',
        change.answered ?? false,
        change.ended ?? false,
        tx.now,
      ],
    );
    if (rows.length === 0) throw new Refusal('already_answered');
  }

  private async tellAsker(
    tx: Tx,
    asked: Asked,
    kind: Loss['kind'],
    { reason, suggestion }: AnswerAssignment,
  ): Promise<void> {
    const [facts] = await letterFacts(tx.manager, [asked.id]);
    if (!facts) return;
    const link = `${this.config.publicUrl}/app/c/${facts.call_slug}/assign?paper=${facts.number}`;
    const officers = await officerRows(tx.manager, [facts.submission_id], tx.now);
    await this.letters.queueAll(tx, lostReviewerLetters(facts, officers, { kind, reason, suggestion }, link));
  }

  private async record(tx: Tx, asked: Asked, action: string): Promise<void> {
    await this.audit.record(tx, {
      tag: 'review',
      action,
      actorId: asked.reviewer_id,
      callId: asked.call_id,
      submissionId: asked.submission_id,
      facts: { assignmentId: asked.id },
    });
  }
}

function requireOpenInvitation(asked: Asked, now: Date): void {
  if (asked.state !== 'invited') throw new Refusal('already_answered');
  if (asked.expires_at && asked.expires_at <= now) throw new Refusal('link_used_or_expired');
  if (asked.submission_state !== 'submitted' || !openRounds.includes(asked.round_state))
    throw new Refusal('wrong_state');
}
