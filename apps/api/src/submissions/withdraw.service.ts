import { Injectable } from '@nestjs/common';
import type { DraftView, InputOf, submissionsApi } from '@convoke/contract';
import { AccessService } from '../access/access.service';
import { Audit } from '../platform/audit';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import type { DraftRow } from './draft.queries';
import { draftViewOf } from './draft.view';
import { existing, staleVersion } from './drafts.service';
import { SubmissionMail } from './submissions.mail';

/** Takes submissions back for good. */
@Injectable()
export class WithdrawService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly mail: SubmissionMail,
    private readonly audit: Audit,
  ) {}

  /** Ends a submission: its co-authors are told, its reviewers are released and told in neutral words. Versions are kept; a mere draft is discarded. */
  async withdraw(
    viewer: Viewer,
    id: string,
    body: InputOf<typeof submissionsApi.withdraw>['body'],
  ): Promise<DraftView> {
    return this.unitOfWork.run(async (tx) => {
      const access = await this.access.submission(tx.manager, viewer, { id }, { lock: true });
      access.require('withdraw');
      const draft = await existing(tx.manager, id);
      if (draft.version !== body.version) throw staleVersion(draft);
      if (draft.state === 'draft') return this.discard(tx, draft, viewer);
      await this.end(tx, draft, body.reason);
      const released = await this.releaseReviewers(tx, id);
      await this.audit.record(tx, {
        tag: 'author',
        action: 'submission.withdrawn',
        actorId: viewer.personId,
        callId: draft.callId,
        submissionId: id,
        facts: { reviewersReleased: released.length },
      });
      await this.mail.withdrawn(tx, draft, viewer);
      await this.mail.reviewNoLongerNeeded(tx, draft, released);
      return draftViewOf(await existing(tx.manager, id));
    });
  }

  /** A draft nobody was shown is not withdrawn but gone: no number, no letters, nothing for chairs to find. */
  private async discard(tx: Tx, draft: DraftRow, viewer: Viewer): Promise<DraftView> {
    for (const statement of discardStatements) await tx.manager.query(statement, [draft.id]);
    await this.audit.record(tx, {
      tag: 'author',
      action: 'submission.discarded',
      actorId: viewer.personId,
      callId: draft.callId,
    });
    return { ...draftViewOf(draft), state: 'withdrawn' };
  }

  private async end(tx: Tx, draft: DraftRow, reason: string): Promise<void> {
    const [rows] = await tx.manager.query<[unknown[], number]>(
      `update submission set state = 'withdrawn', withdrawn_at = $3, withdrawn_reason = $4, version = version + 1
        where id = $1 and version = $2 and state = $5 returning id`,
      [draft.id, draft.version, tx.now, reason, draft.state],
    );
    if (rows.length === 0) throw staleVersion(draft);
  }

  private async releaseReviewers(
    tx: Tx,
    submissionId: string,
  ): Promise<{ assignmentId: string; reviewerId: string; wasTold: boolean }[]> {
    const [rows] = await tx.manager.query<[{ assignmentId: string; reviewerId: string; wasTold: boolean }[], number]>(
      `update assignment set state = 'unassigned', ended_at = $2, version = version + 1
        where submission_id = $1 and state in ('proposed', 'invited', 'accepted')
       returning id as "assignmentId", reviewer_id as "reviewerId", invited_at is not null or answered_at is not null as "wasTold"`,
      [submissionId, tx.now],
    );
    return rows;
  }
}

/** Everything that exists only for the draft. Its audit lines stay, without pointing at what is gone. */
const discardStatements = [
  'update audit_entry set submission_id = null where submission_id = $1',
  'update email_message set submission_id = null where submission_id = $1',
  'delete from reminder where submission_id = $1',
  'delete from deadline where submission_id = $1',
  'delete from conflict where submission_id = $1',
  'delete from bid where submission_id = $1',
  'delete from submission_file where submission_id = $1',
  'delete from working_copy where submission_id = $1',
  'delete from submission_topic where submission_id = $1',
  'delete from submission_author where submission_id = $1',
  'delete from submission_contact where submission_id = $1',
  'delete from round where submission_id = $1',
  'delete from submission where id = $1',
] as const;
