import { Injectable } from '@nestjs/common';
import type { AssignmentLetter } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService } from '../access/access.service';
import { Letters, type NewLetter } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { InvitationLinks } from '../platform/invitation-links';
import { hashOf } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { FoundConflicts } from '../submissions/found-conflicts';
import { assignedLetter, invitationLetter, previewOf } from './assignments.mail';
import { recountReviews } from './assignments.queries';
import { conflictedAssignments } from './candidates.queries';
import { callSettingsOf, letterFacts, withReviewDays, type LetterFacts } from './letter-facts';
import { AssignmentBoard } from './board.service';
import { LateConflicts } from './late-conflicts';

const day = 24 * 3600 * 1000;

/** Tells proposed reviewers, and with that opens the review of their papers. */
@Injectable()
export class Telling {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly board: AssignmentBoard,
    private readonly letters: Letters,
    private readonly links: InvitationLinks,
    private readonly found: FoundConflicts,
    private readonly late: LateConflicts,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The letters that `tell` would write now, for everybody not yet told. */
  async untold(viewer: Viewer, slug: string): Promise<{ assignmentIds: string[]; letters: AssignmentLetter[] }> {
    const { manager } = this.database;
    const ids = await this.proposed(manager, viewer, slug, null);
    const barred = await conflictedAssignments(manager, ids);
    const open = ids.filter((id) => !barred.has(id));
    const now = this.clock.now();
    const facts = withReviewDays(await letterFacts(manager, open), now);
    return { assignmentIds: open, letters: this.lettersOf(facts, now).map((letter) => previewOf(letter)) };
  }

  /**
   * Tells the reviewers of these proposals: who is asked becomes `invited`, who is assigned at once `accepted`. Their papers
   * move to review. Proposals told meanwhile, or in conflict by now, are left out.
   */
  async tell(viewer: Viewer, slug: string, wanted: readonly string[]): Promise<{ told: number; letters: number }> {
    return this.unitOfWork.run(async (tx) => {
      const ids = await this.proposed(tx.manager, viewer, slug, wanted);
      await tx.manager.query(
        `select id from submission where id in (select submission_id from assignment where id = any($1)) order by id for update`,
        [ids],
      );
      await this.lookAgain(tx, ids);
      const barred = await conflictedAssignments(tx.manager, ids);
      const open = ids.filter((id) => !barred.has(id));
      const told = await this.release(tx, withReviewDays(await letterFacts(tx.manager, open), tx.now));
      if (told.length === 0) return { told: 0, letters: 0 };
      const papers = [...new Set(told.map((one) => one.submission_id))];
      await this.openReview(tx, papers);
      await recountReviews(tx.manager, papers);
      const letters = await this.letters.queueAll(tx, this.lettersOf(told, tx.now));
      await this.audit.record(tx, {
        tag: 'review',
        action: 'assignments.told',
        actorId: viewer.personId,
        callId: told[0]?.call_id ?? null,
        facts: { assignmentIds: told.map((one) => one.assignment_id) },
      });
      return { told: told.length, letters };
    });
  }

  /** What was found since they were proposed ends a proposal before anybody hears of it. */
  private async lookAgain(tx: Tx, assignmentIds: readonly string[]): Promise<void> {
    const rows = await tx.manager.query<{ submission_id: string; reviewer_id: string }[]>(
      `select submission_id, reviewer_id from assignment where id = any($1)`,
      [assignmentIds],
    );
    const people = await this.found.people(tx, [...new Set(rows.map((row) => row.reviewer_id))]);
    const papers = [...new Set(rows.map((row) => row.submission_id))];
    await this.late.apply(tx, await this.found.refresh(tx, papers, people), null);
  }

  /** Proposals on papers the viewer handles; naming one on any other paper is answered as if it did not exist. */
  private async proposed(
    manager: EntityManager,
    viewer: Viewer,
    slug: string,
    wanted: readonly string[] | null,
  ): Promise<string[]> {
    const access = await this.access.call(manager, viewer, slug);
    access.require('assign');
    const handled = await this.board.handled(manager, viewer, access);
    const rows = await manager.query<{ id: string; state: string }[]>(
      `select id, state from assignment
        where submission_id = any($1) and case when $2::uuid[] is null then state = 'proposed' else id = any($2) end order by id`,
      [handled, wanted],
    );
    if (wanted && rows.length < new Set(wanted).size) throw new Refusal('not_found');
    return rows.filter((row) => row.state === 'proposed').map((row) => row.id);
  }

  /** Moves each proposal on, if nobody else did meanwhile; answers those moved. */
  private async release(tx: Tx, facts: readonly LetterFacts[]): Promise<LetterFacts[]> {
    const rows = facts.map((one) => {
      const asked = this.isAsked(one);
      return {
        id: one.assignment_id,
        state: asked ? 'invited' : 'accepted',
        token: asked ? hashOf(this.links.tokenOf(one.assignment_id)).toString('hex') : null,
        expires: asked ? expiryOf(one, tx.now).toISOString() : null,
        due: one.own_due?.toISOString() ?? null,
      };
    });
    const [moved] = await tx.manager.query<[{ id: string }[], number]>(
      `update assignment a
          set state = n.state, token_hash = decode(n.token, 'hex'), invited_at = $2,
              expires_at = n.expires, due_at = coalesce(n.due, a.due_at),
              answered_at = case when n.state = 'accepted' then $2::timestamptz end, version = a.version + 1,
              terms = (select c.terms from submission s join call c on c.id = s.call_id where s.id = a.submission_id)
         from jsonb_to_recordset($1::jsonb) as n(id uuid, state text, token text, expires timestamptz, due timestamptz)
        where a.id = n.id and a.state = 'proposed' returning a.id`,
      [JSON.stringify(rows), tx.now],
    );
    const ids = new Set(moved.map((row) => row.id));
    return facts.filter((one) => ids.has(one.assignment_id));
  }

  /** The first released assignment opens the review of a round and fixes the form it is written in. */
  private async openReview(tx: Tx, submissionIds: readonly string[]): Promise<void> {
    await tx.manager.query(
      `update round r
          set state = 'review_open', version = r.version + 1,
              form_version_id = coalesce(r.form_version_id, (
                select fv.id from form f join form_version fv on fv.form_id = f.id
                 where f.call_id = s.call_id and f.purpose = 'review' and (f.track_id is null or f.track_id = s.track_id)
                 order by f.track_id is null, fv.n desc limit 1))
         from submission s
        where s.id = any($1) and r.submission_id = s.id and r.n = s.current_round and r.state = 'submitted'`,
      [submissionIds],
    );
  }

  private lettersOf(facts: readonly LetterFacts[], now: Date): NewLetter[] {
    const asked = facts.filter((one) => this.isAsked(one));
    const direct = facts.filter((one) => !this.isAsked(one));
    const people = [...new Set(direct.map((one) => one.person_id))];
    return [
      ...asked.map((one) => invitationLetter(one, this.links.urlOf(one.assignment_id), expiryOf(one, now))),
      ...people.flatMap((person) => {
        const own = direct.filter((one) => one.person_id === person);
        return assignedLetter(own, (one) => this.readUrl(one)) ?? [];
      }),
    ];
  }

  private isAsked(facts: LetterFacts): boolean {
    return !(facts.in_committee && callSettingsOf(facts).committeeAcceptsByDefault);
  }

  private readUrl(facts: LetterFacts): string {
    return `${this.config.publicUrl}/app/c/${facts.call_slug}/r/${facts.assignment_id}`;
  }
}

/** Until when an invitation can be answered. */
function expiryOf(facts: LetterFacts, now: Date): Date {
  return new Date(now.getTime() + callSettingsOf(facts).invitationDays * day);
}
