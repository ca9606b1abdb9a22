import { Injectable } from '@nestjs/common';
import { Letters } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Config } from '../platform/config';
import { HandlesJob } from '../platform/queue';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { lostReviewerLetters } from './assignments.mail';
import { recountReviews } from './assignments.queries';
import { letterFacts } from './letter-facts';
import { officerRows } from './officers.queries';

interface RunOut {
  id: string;
  submission_id: string;
  call_id: string;
  /** Another reviewer can still be found: only then is anybody told. */
  is_open: boolean;
}

/** Ends invitations nobody answered in time, so that lists count who really may review, and tells whoever asked. */
@Injectable()
export class ExpireInvitationsJob {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: Letters,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {}

  /** Safe to run twice and beside an answer: the row is read again under the lock, and only one of both moves it. */
  @HandlesJob('sweep-invitations')
  async run(): Promise<void> {
    const submissions = await this.unitOfWork.run((tx) =>
      tx.manager.query<{ submission_id: string }[]>(
        `select distinct submission_id from assignment where state = 'invited' and expires_at <= $1`,
        [tx.now],
      ),
    );
    for (const { submission_id: id } of submissions) await this.unitOfWork.run((tx) => this.expire(tx, id));
  }

  private async expire(tx: Tx, submissionId: string): Promise<void> {
    await tx.manager.query(`select 1 from submission where id = $1 for update`, [submissionId]);
    const [expired] = await tx.manager.query<[RunOut[], number]>(
      `update assignment a set state = 'expired', ended_at = $2, version = a.version + 1
         from submission s, round r
        where a.submission_id = $1 and a.state = 'invited' and a.expires_at <= $2 and s.id = a.submission_id and r.id = a.round_id
        returning a.id, a.submission_id, s.call_id,
                  s.state = 'submitted' and r.state in ('submitted', 'review_open', 'discussion', 'rebuttal') as is_open`,
      [submissionId, tx.now],
    );
    if (expired.length === 0) return;
    await recountReviews(tx.manager, [submissionId]);
    for (const one of expired) {
      if (one.is_open) await this.tellAsker(tx, one);
      await this.audit.record(tx, {
        tag: 'review',
        action: 'assignment.expired',
        actorId: null,
        callId: one.call_id,
        submissionId: one.submission_id,
        facts: { assignmentId: one.id },
      });
    }
  }

  private async tellAsker(tx: Tx, { id }: RunOut): Promise<void> {
    const [facts] = await letterFacts(tx.manager, [id]);
    if (!facts) return;
    const link = `${this.config.publicUrl}/app/c/${facts.call_slug}/assign?paper=${facts.number}`;
    const officers = await officerRows(tx.manager, [facts.submission_id], tx.now);
    const loss = { kind: 'expired', reason: '', suggestion: '' } as const;
    await this.letters.queueAll(tx, lostReviewerLetters(facts, officers, loss, link));
  }
}
