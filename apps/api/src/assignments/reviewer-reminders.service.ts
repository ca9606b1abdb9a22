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
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';
import { previewOf, reminderLetter } from './assignments.mail';
import { AssignmentBoard } from './board.service';
import { letterFacts, type LetterFacts } from './letter-facts';

/** Reminders that a chair sends by hand, at most one a day for each review. */
@Injectable()
export class ReviewerReminders {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly board: AssignmentBoard,
    private readonly letters: Letters,
    private readonly links: InvitationLinks,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The reminders as they would leave now. */
  async preview(viewer: Viewer, slug: string, ids: readonly string[]): Promise<{ letters: AssignmentLetter[] }> {
    const facts = await this.remindable(this.database.manager, viewer, slug, ids);
    const now = this.clock.now();
    return { letters: facts.map((one) => previewOf(this.letterOf(one, now))) };
  }

  /** Sends them. A review reminded today already, or submitted meanwhile, is skipped and counted. */
  async remind(viewer: Viewer, slug: string, ids: readonly string[]): Promise<{ letters: number; skipped: number }> {
    return this.unitOfWork.run(async (tx) => {
      const facts = await this.remindable(tx.manager, viewer, slug, ids);
      const letters = await this.letters.queueAll(
        tx,
        facts.map((one) => this.letterOf(one, tx.now)),
      );
      await tx.manager.query(`update assignment set reminded_at = $2 where id = any($1)`, [
        facts.map((one) => one.assignment_id),
        tx.now,
      ]);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'assignments.reminded',
        actorId: viewer.personId,
        callId: facts[0]?.call_id ?? null,
        facts: { assignmentIds: facts.map((one) => one.assignment_id) },
      });
      return { letters, skipped: new Set(ids).size - letters };
    });
  }

  private async remindable(
    manager: EntityManager,
    viewer: Viewer,
    slug: string,
    ids: readonly string[],
  ): Promise<LetterFacts[]> {
    const access = await this.access.call(manager, viewer, slug);
    access.require('assign');
    const handled = new Set(await this.board.handled(manager, viewer, access));
    const facts = await letterFacts(manager, ids);
    if (facts.length < new Set(ids).size || facts.some((one) => !handled.has(one.submission_id))) {
      throw new Refusal('not_found');
    }
    return facts.filter((one) => one.state === 'invited' || one.state === 'accepted');
  }

  private letterOf(facts: LetterFacts, now: Date): NewLetter {
    const link =
      facts.state === 'invited'
        ? this.links.urlOf(facts.assignment_id)
        : `${this.config.publicUrl}/app/c/${facts.call_slug}/r/${facts.assignment_id}`;
    return reminderLetter(facts, link, now.toISOString().slice(0, 10));
  }
}
