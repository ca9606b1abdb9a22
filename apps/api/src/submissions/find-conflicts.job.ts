import { Injectable } from '@nestjs/common';
import { HandlesJob, type Jobs } from '../platform/queue';
import { Random } from '../platform/random';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { machineConflicts } from './machine-conflicts';

/** Looks for conflicts nobody declared: the committee against the authors of one submission. */
@Injectable()
export class FindConflictsJob {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly random: Random,
  ) {}

  /** Safe to run twice: the same authors give the same rows, and what a chair dismissed stays dismissed. */
  @HandlesJob('find-conflicts')
  async run({ submissionId }: Jobs['find-conflicts']): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await machineConflicts(tx, submissionId);
      await this.removeStale(
        tx,
        submissionId,
        found.map((conflict) => conflict.personId),
      );
      for (const conflict of found) {
        await tx.manager.query(
          `insert into conflict (id, submission_id, person_id, kind, source, state, created_at) values ($1, $2, $3, $4, 'machine', $5, $6)
           on conflict (submission_id, person_id, source) do update set kind = excluded.kind,
             state = case when conflict.state = 'dismissed' then conflict.state else excluded.state end`,
          [this.random.uuid(), submissionId, conflict.personId, conflict.kind, conflict.state, tx.now],
        );
      }
    });
  }

  private async removeStale(tx: Tx, submissionId: string, found: readonly string[]): Promise<void> {
    await tx.manager.query(
      `delete from conflict where submission_id = $1 and source = 'machine' and state <> 'dismissed' and person_id <> all($2)`,
      [submissionId, found],
    );
  }
}
