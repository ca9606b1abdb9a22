import { Injectable } from '@nestjs/common';
import { JobQueue } from './queue';
import { Random } from './random';
import type { Tx } from './unit-of-work';

/** What has changed: a submission's authors, somebody's profile or office, or a whole call. */
export type CheckedAnew = { submissionId: string } | { personId: string } | { callId: string };

/**
 * Asks for conflicts to be looked for again. The wish is a row of the transaction that made it necessary, so that neither a lost job
 * nor a stopped worker leaves a conflict unseen; the worker wakes at once, and every minute.
 */
@Injectable()
export class ConflictChecks {
  constructor(
    private readonly random: Random,
    private readonly jobs: JobQueue,
  ) {}

  async ask(tx: Tx, what: CheckedAnew): Promise<void> {
    const { submissionId, personId, callId } = { submissionId: null, personId: null, callId: null, ...what };
    await tx.manager.query(
      `insert into conflict_check (id, submission_id, person_id, call_id, created_at) values ($1, $2, $3, $4, $5)`,
      [this.random.uuid(), submissionId, personId, callId, tx.now],
    );
    tx.afterCommit(() => this.jobs.enqueue('sweep-conflicts', {}));
  }
}
