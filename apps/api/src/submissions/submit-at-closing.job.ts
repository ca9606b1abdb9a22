import { Injectable, Logger } from '@nestjs/common';
import { atClosing, closingRunsAt } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { DeadlinesService } from '../calls/deadlines.service';
import { lockSubmission } from '../access/facts.queries';
import { Clock } from '../platform/clock';
import { HandlesJob } from '../platform/queue';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { draftOf } from './draft.queries';
import { settingsOf } from './draft-settings';
import { scopeOf } from './drafts.service';
import { missingFrom } from './missing';
import { SubmitService } from './submit.service';

/** How long after closing the clock still looks: a server that was down over the night makes up for it. */
const lookBackDays = 7;

/**
 * The clock's own submitting: complete papers that nobody submitted, once the deadline and its grace are over. It runs often and
 * finds little; what it has submitted, it does not find again.
 */
@Injectable()
export class SubmitAtClosingJob {
  private readonly logger = new Logger('SubmitAtClosing');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: DataSource,
    private readonly deadlines: DeadlinesService,
    private readonly submitting: SubmitService,
    private readonly clock: Clock,
  ) {}

  @HandlesJob('sweep-closing')
  async run(): Promise<void> {
    const rows = await this.database.query<{ id: string }[]>(
      `select distinct s.id from submission s
         join call c on c.id = s.call_id and c.state = 'published'
         join deadline d on d.call_id = s.call_id and d.kind = 'paper' and d.superseded_at is null
        where (s.state = 'draft' or (s.state = 'submitted' and s.stage = 'abstract'))
          and d.closes_at <= $1 and d.closes_at > $1::timestamptz - make_interval(days => $2)`,
      [this.clock.now(), lookBackDays],
    );
    for (const { id } of rows) {
      try {
        await this.unitOfWork.run((tx) => this.submitIfDue(tx, id));
      } catch (error) {
        // One paper that cannot be submitted must not keep the others waiting.
        this.logger.error(
          `Submission ${id} could not be submitted at closing`,
          error instanceof Error ? error.stack : String(error),
        );
      }
    }
  }

  private async submitIfDue(tx: Tx, id: string): Promise<void> {
    await lockSubmission(tx.manager, { id });
    const draft = await draftOf(tx.manager, id);
    if (!draft) return;
    const settings = settingsOf(draft).call;
    const { paper } = await this.deadlines.effective(
      tx.manager,
      draft.callId,
      scopeOf(draft, { personId: draft.createdBy }),
    );
    // Whoever has the form open may still finish within the grace; the clock waits until nobody can.
    if (!paper?.closesAt || tx.now < closingRunsAt(paper.closesAt, settings.graceSeconds)) return;
    const changedSinceSubmit = draft.submittedAt === null || draft.editedAt > draft.submittedAt;
    const missing = missingFrom(draft, 'paper').length;
    if (
      atClosing({ state: draft.state, stage: draft.stage, changedSinceSubmit, missing }, settings.autoSubmit) ===
      'leave'
    )
      return;
    await this.submitting.freeze(tx, draft, 'paper', null);
  }
}
