import { Injectable } from '@nestjs/common';
import { callSettingsOf, type discussionApi, type InputOf, type MovedRounds, type RoundMove } from '@convoke/contract';
import { type Action, deadlineFrom, type DeadlineTime, Refusal } from '@convoke/domain';
import { pickLocale, translator } from '@convoke/texts';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { responseDate } from './response/response-date';
import { ResponseMail } from './response/response.mail';

type Request = InputOf<typeof discussionApi.move>;
type Refused = MovedRounds['refused'][number];

interface Moved {
  access: SubmissionAccess;
  roundId: string;
}

const actionOf: Readonly<Record<RoundMove, Action>> = {
  open_discussion: 'openDiscussion',
  close_discussion: 'closeDiscussion',
  open_response: 'openResponse',
  close_response: 'closeResponse',
};

const auditOf: Readonly<Record<RoundMove, string>> = {
  open_discussion: 'discussion.opened',
  close_discussion: 'discussion.closed',
  open_response: 'response.opened',
  close_response: 'response.closed',
};

/** What each move makes of a round. A discussion opened while authors respond, or after them, leaves the round where it is. */
const changeOf: Readonly<Record<RoundMove, string>> = {
  open_discussion: `state = case when state = 'review_open' then 'discussion' else state end,
    discussion_opened_at = $2, discussion_closed_at = null`,
  close_discussion: `discussion_closed_at = $2`,
  open_response: `state = 'rebuttal', response_opened_at = $2, response_closed_at = null`,
  close_response: `response_closed_at = $2`,
};

/** Opens and closes what is said between reviews and decision, of one paper or of many: all in one transaction, each judged by itself. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly mail: ResponseMail,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  async move(viewer: Viewer, { params, body }: Request): Promise<MovedRounds> {
    return this.unitOfWork.run(async (tx) => {
      const ids = [...new Set(body.submissionIds)].sort();
      await tx.manager.query(`select 1 from submission where id = any($1) order by id for update`, [ids]);
      const call = await this.access.call(tx.manager, viewer, params.call);
      const known = await this.access.submissions(tx.manager, viewer, call, ids);
      const until = body.until ? await this.ownDate(tx, viewer, call, known, { ...body, until: body.until }) : null;
      const reviewed = body.move === 'open_response' ? await withReviews(tx, [...known.keys()]) : null;
      const refused: Refused[] = [];
      const moving: Moved[] = [];
      for (const id of ids) {
        const access = known.get(id);
        const refusal = this.against(body.move, access, until, reviewed, tx.now);
        if (refusal) refused.push(refusedWith(viewer, access, refusal));
        else if (access?.round) moving.push({ access, roundId: access.round.id });
      }
      const letters = await this.carryOut(tx, viewer, call, body.move, moving, until);
      return { moved: moving.length, letters, refused };
    });
  }

  private against(
    move: RoundMove,
    access: SubmissionAccess | undefined,
    until: DeadlineTime | null,
    reviewed: ReadonlySet<string> | null,
    now: Date,
  ): Refusal | null {
    if (!access) return new Refusal('not_found');
    const refusal = access.whyNot(actionOf[move]);
    if (refusal || move !== 'open_response') return refusal;
    if (!reviewed?.has(access.submission.id)) return new Refusal('no_reviews');
    const closesAt = (until ?? responseDate(access))?.closesAt ?? null;
    return closesAt !== null && now < closesAt ? null : new Refusal('response_date_missing');
  }

  private async carryOut(
    tx: Tx,
    viewer: Viewer,
    call: CallAccess,
    move: RoundMove,
    moving: readonly Moved[],
    until: DeadlineTime | null,
  ): Promise<number> {
    if (moving.length === 0) return 0;
    const rounds = moving.map(({ roundId }) => roundId);
    const [changed] = await tx.manager.query<[{ id: string }[], number]>(
      `update round set ${changeOf[move]}, version = version + 1
        where id = any($1) and state in ('review_open', 'discussion', 'rebuttal', 'decided_not_notified') returning id`,
      [rounds, tx.now],
    );
    if (changed.length !== moving.length) throw new Refusal('stale_version');
    await this.audit.recordAll(
      tx,
      moving.map(({ access }) => ({
        // not the authors' side: it would name the chair
        tag: 'review' as const,
        action: auditOf[move],
        actorId: viewer.personId,
        callId: call.call.id,
        submissionId: access.submission.id,
      })),
    );
    if (move !== 'open_response') return 0;
    if (callSettingsOf(call.call).visibility['authors_see_reviews_in_rebuttal']) await releaseReviews(tx, rounds);
    const dates = new Map(moving.map(({ access }) => [access.submission.id, until ?? responseDate(access)] as const));
    return this.mail.opened(tx, call.call, dates);
  }

  /** A date of its own for one submission: a row of the history like any other date. */
  private async ownDate(
    tx: Tx,
    viewer: Viewer,
    call: CallAccess,
    known: ReadonlyMap<string, SubmissionAccess>,
    { move, submissionIds, until }: Request['body'] & { until: NonNullable<Request['body']['until']> },
  ): Promise<DeadlineTime> {
    const [id, ...others] = submissionIds;
    const access = id === undefined ? undefined : known.get(id);
    if (!access || others.length > 0 || move !== 'open_response')
      throw new Refusal('invalid_body', {
        errors: [{ path: 'until', message: 'A date of its own is for one submission' }],
      });
    access.require('openResponse');
    const date = deadlineFrom(until.wallTime, until.zone);
    if (date.closesAt === null || date.closesAt <= tx.now) throw new Refusal('response_date_missing');
    await tx.manager.query(
      `update deadline set superseded_at = $2 where submission_id = $1 and kind = 'response' and superseded_at is null`,
      [access.submission.id, tx.now],
    );
    await tx.manager.query(
      `insert into deadline (id, call_id, submission_id, kind, wall_time, zone, closes_at, set_by, created_at)
       values ($1, $2, $3, 'response', $4, $5, $6, $7, $8)`,
      [
        this.random.uuid(),
        call.call.id,
        access.submission.id,
        date.wallTime,
        date.zone,
        date.closesAt,
        viewer.personId,
        tx.now,
      ],
    );
    return date;
  }
}

async function withReviews(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.manager.query<{ id: string }[]>(
    `select distinct v.submission_id as id from review v
       join submission s on s.id = v.submission_id
       join round r on r.id = v.round_id and r.n = s.current_round
      where v.submission_id = any($1) and v.state = 'submitted'`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What authors read from now on: the reviews as they stand. What is changed or comes later waits for the next release. */
async function releaseReviews(tx: Tx, roundIds: readonly string[]): Promise<void> {
  await tx.manager.query(
    `insert into released_review (review_version_id, review_id, submission_id, released_at)
     select w.id, v.id, v.submission_id, $2
       from review v join review_version w on w.review_id = v.id and w.n = v.submitted_n
      where v.round_id = any($1) and v.state = 'submitted'
     on conflict do nothing`,
    [roundIds, tx.now],
  );
}

function refusedWith(viewer: Viewer, access: SubmissionAccess | undefined, { code, facts }: Refusal): Refused {
  const { maybe } = translator(pickLocale(viewer.locale));
  return {
    number: access?.submission.number ?? null,
    code,
    why: maybe(`refusal.${code}`, { ...facts } as never) ?? code,
  };
}
