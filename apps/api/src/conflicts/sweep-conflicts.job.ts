import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HandlerRouting } from '../assignments/handler-routing';
import { LateConflicts } from '../assignments/late-conflicts';
import { Clock } from '../platform/clock';
import { HandlesJob } from '../platform/queue';
import { UnitOfWork } from '../platform/unit-of-work';
import { type Compared, type ConflictPair, FoundConflicts } from '../submissions/found-conflicts';

interface Wish {
  id: string;
  call_id: string | null;
  submission_id: string | null;
  person_id: string | null;
}

/** What has to be compared in one call. */
interface Work {
  callId: string;
  /** Papers to compare with everybody near the call; null = all. */
  submissionIds: string[] | null;
  /** People to compare with all papers. */
  personIds: string[];
}

/** Papers are compared, and locked, so many at a time: people who work in them wait for moments only. */
const chunk = 100;

/**
 * Looks for conflicts nobody declared, wherever something has changed that they follow from, and carries out what is found. Many
 * wishes for one call are one comparison, so that a rush before a deadline costs no more than a quiet day.
 */
@Injectable()
export class SweepConflictsJob {
  private readonly logger = new Logger('SweepConflicts');

  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly found: FoundConflicts,
    private readonly late: LateConflicts,
    private readonly routing: HandlerRouting,
    private readonly clock: Clock,
  ) {}

  /** Safe to run twice and beside itself: the same people and papers give the same rows. A wish goes once it is fulfilled. */
  @HandlesJob('sweep-conflicts')
  async run(): Promise<void> {
    const wishes = await this.database.query<Wish[]>(
      `select id, call_id, submission_id, person_id from conflict_check order by created_at limit 5000`,
    );
    if (wishes.length === 0) return;
    const work = await this.workOf(wishes);
    const failed = new Set<string>();
    for (const one of work) {
      try {
        await this.compare(one);
      } catch (error) {
        // One call that cannot be compared must not keep the others waiting; it stays on the list.
        failed.add(one.callId);
        this.logger.error(
          `Conflicts of call ${one.callId} were not compared`,
          error instanceof Error ? error.stack : String(error),
        );
      }
    }
    if (failed.size === 0)
      await this.database.query(`delete from conflict_check where id = any($1)`, [wishes.map(({ id }) => id)]);
  }

  private async compare({ callId, submissionIds, personIds }: Work): Promise<void> {
    const reading = { manager: this.database.manager, now: this.clock.now() };
    if (submissionIds === null || submissionIds.length > 0) {
      const committee = await this.found.committee(reading, callId);
      await this.inChunks(await this.papersOf(callId, submissionIds), committee);
    }
    if (submissionIds !== null && personIds.length > 0)
      await this.inChunks(await this.papersOf(callId, null), await this.found.people(reading, personIds));
  }

  private async inChunks(ids: readonly string[], compared: Compared): Promise<void> {
    for (let start = 0; start < ids.length; start += chunk) {
      const some = ids.slice(start, start + chunk);
      await this.unitOfWork.run(async (tx) => {
        await tx.manager.query(`select 1 from submission where id = any($1) order by id for update`, [some]);
        await this.found.refresh(tx, some, compared);
        await this.late.apply(tx, await barredReviewers(tx.manager, some), null);
        await this.routing.route(tx, some);
      });
    }
  }

  private async papersOf(callId: string, ids: readonly string[] | null): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `select id from submission where call_id = $1 and state not in ('draft', 'withdrawn') and ($2::uuid[] is null or id = any($2)) order by id`,
      [callId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** A person concerns every open call they are near to, and the papers they wrote. */
  private async workOf(wishes: readonly Wish[]): Promise<Work[]> {
    const of = (column: 'call_id' | 'submission_id' | 'person_id'): string[] =>
      wishes.flatMap((wish) => wish[column] ?? []);
    const rows = await this.database.query<
      { call_id: string; submission_id: string | null; person_id: string | null }[]
    >(
      `select x.id as call_id, null::uuid as submission_id, null::uuid as person_id from unnest($1::uuid[]) x(id)
       union select s.call_id, s.id, null from submission s where s.id = any($2)
       union select c.id, null, m.person_id from membership m join call c on m.call_id = c.id or m.journal_id = c.journal_id
              where m.person_id = any($3) and c.state <> 'closed'
       union select s.call_id, null, a.reviewer_id from assignment a join submission s on s.id = a.submission_id
              join call c on c.id = s.call_id where a.reviewer_id = any($3) and c.state <> 'closed'
       union select c.id, null, c.substitute_id from call c where c.substitute_id = any($3)
       union select s.call_id, s.id, null from submission s join call c on c.id = s.call_id and c.state <> 'closed'
              where s.id in (select submission_id from submission_author where person_id = any($3)
                             union select submission_id from submission_contact where person_id = any($3))`,
      [of('call_id'), of('submission_id'), of('person_id')],
    );
    return [...Map.groupBy(rows, (row) => row.call_id)].map(([callId, its]) => ({
      callId,
      submissionIds: its.some((row) => row.submission_id === null && row.person_id === null)
        ? null
        : its.flatMap((row) => row.submission_id ?? []),
      personIds: its.flatMap((row) => row.person_id ?? []),
    }));
  }
}

/** Who still holds a place on a paper they are in conflict with. */
async function barredReviewers(
  manager: { query: <T>(sql: string, params: unknown[]) => Promise<T> },
  submissionIds: readonly string[],
): Promise<ConflictPair[]> {
  return manager.query<ConflictPair[]>(
    `select distinct a.submission_id as "submissionId", a.reviewer_id as "personId"
       from assignment a
       join round r on r.id = a.round_id
       join conflict c on c.submission_id = a.submission_id and c.person_id = a.reviewer_id and c.state = 'blocking'
      where a.submission_id = any($1)
        and (a.state in ('proposed', 'invited', 'accepted')
             or (a.state = 'completed' and r.state in ('submitted', 'review_open', 'discussion', 'rebuttal', 'decided_not_notified')))`,
    [submissionIds],
  );
}
