import { Injectable } from '@nestjs/common';
import type { LetterView, Outcome, ReleaseBatch, ReleaseOverview, ReleaseProblem } from '@convoke/contract';
import { effectiveDeadline, outcomeClass, outcomesOf, Refusal } from '@convoke/domain';
import { translator } from '@convoke/texts';
import { DataSource } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { Config } from '../platform/config';
import type { Viewer } from '../platform/session/viewer';
import type { Tx } from '../platform/unit-of-work';
import { DecidingService } from './deciding.service';
import { decisionLetter } from './decision-letter';
import { requireHandling } from './board.service';
import { boardRows, recipientsOf } from './decisions.queries';
import { LetterFactsService } from './letter-facts.service';
import { wrongLetters } from './letter-fits';
import {
  deliveryOf,
  itemRows,
  papersWithUnsentMail,
  refusedPapers,
  writtenLetters,
  type ItemRow,
} from './release.queries';
import { ReleaseService } from './release.service';

const t = translator('en').t;

/** What a release looks like to who prepares it, and a letter to who receives it. Reads only. */
@Injectable()
export class ReleaseViews {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly deciding: DecidingService,
    private readonly releases: ReleaseService,
    private readonly facts: LetterFactsService,
    private readonly config: Config,
  ) {}

  /** What is ready, what is being rehearsed, what has been released. */
  async overview(viewer: Viewer, slug: string): Promise<ReleaseOverview> {
    const { manager } = this.database;
    const call = await this.access.call(manager, viewer, slug);
    call.require('release');
    const handled = await this.deciding.handled({ manager }, viewer, call);
    const rows = (await boardRows(manager, this.access.narrow(call, 's', 1))).filter(({ id }) => handled.has(id));
    const ready = rows.flatMap((row) => (row.decision_state === 'decided' && row.outcome ? [row.outcome] : []));
    const batches = await this.batches(call.call.id, [...handled.keys()]);
    const due = effectiveDeadline(call.facts.deadlines, 'notification', {});
    return {
      callSlug: slug,
      callName: call.call.name,
      planned:
        due?.closesAt && due.wallTime
          ? { closesAt: due.closesAt.toISOString(), wallTime: due.wallTime, zone: due.zone }
          : null,
      ready: countsOf(call, ready),
      withoutDecision: rows.filter(
        ({ outcome, id }) => outcome === null && handled.get(id)?.submission.state === 'submitted',
      ).length,
      open: batches.find(({ state }) => state === 'frozen')?.id ?? null,
      past: batches.flatMap(({ id, state, released_at, decisions, letters, on_their_way }) =>
        state === 'released' && released_at
          ? [{ id, releasedAt: released_at.toISOString(), decisions, letters, onTheirWay: on_their_way }]
          : [],
      ),
      can: { release: call.may('release') },
    };
  }

  /** One release with its counts, problems, letters and their delivery; only the papers the viewer may know. */
  async batch(viewer: Viewer, id: string, tx: Pick<Tx, 'manager'> = this.database): Promise<ReleaseBatch> {
    const { manager } = tx;
    const { batch, call, papers, complete } = await this.releases.batchFor(tx, viewer, id);
    const items = (await itemRows(manager, id)).filter(({ submission_id }) => papers.has(submission_id));
    const perPaper = [...new Map(items.map((item) => [item.submission_id, item])).values()];
    const delivery = await deliveryOf(manager, id, [...papers.keys()]);
    return {
      id,
      callSlug: batch.slug,
      callName: call.call.name,
      state: batch.state,
      version: batch.version,
      createdAt: batch.created_at.toISOString(),
      releasedAt: batch.released_at?.toISOString() ?? null,
      decisions: perPaper.length,
      counts: countsOf(
        call,
        perPaper.map(({ outcome }) => outcome),
      ),
      problems: batch.state === 'frozen' ? await this.problems(tx, viewer, call, papers, perPaper, id) : [],
      letters: items.map((item) => ({
        id: item.id,
        submissionId: item.submission_id,
        number: item.number,
        outcome: item.outcome,
        to: item.recipient_address,
        toName: item.recipient_name,
      })),
      from: this.config.mailFrom,
      holdMinutes: call.call.settings.releaseHoldMinutes ?? 0,
      delivery: {
        waiting: delivery.waiting,
        sent: delivery.sent,
        failed: delivery.failed,
        stopped: delivery.stopped,
        notBefore: delivery.not_before?.toISOString() ?? null,
      },
      can: { release: complete && batch.state === 'frozen' },
    };
  }

  /** One letter of a release, exactly as it is sent. */
  async letter(viewer: Viewer, batchId: string, letterId: string): Promise<LetterView> {
    const { manager } = this.database;
    const { papers } = await this.releases.batchFor({ manager }, viewer, batchId);
    const item = (await itemRows(manager, batchId)).find(({ id }) => id === letterId);
    if (!item || !papers.has(item.submission_id)) throw new Refusal('not_found');
    const [text]: { subject: string; body: string; body_hash: string }[] = await manager.query(
      `select subject, body, body_hash from release_item where id = $1`,
      [letterId],
    );
    return {
      id: letterId,
      number: item.number,
      title: item.title,
      outcome: item.outcome,
      from: this.config.mailFrom,
      to: item.recipient_address,
      toName: item.recipient_name,
      subject: text?.subject ?? '',
      body: text?.body ?? '',
      hash: text?.body_hash ?? '',
    };
  }

  /** The letter a decision would make, for the one who writes it; stores nothing. */
  async preview(viewer: Viewer, id: string, outcome: Outcome, letter: string | null) {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id });
    requireHandling(access);
    access.require('decide');
    if (outcomeClass(access.call.kind, outcome) === null) throw new Refusal('wrong_state', { state: outcome });
    const call = await this.access.call(manager, viewer, access.call.slug);
    const [paper]: { title: string }[] = await manager.query(`select title from submission where id = $1`, [id]);
    const { trackId, typeId, number } = access.submission;
    const draft = {
      submission_id: id,
      decision_id: id,
      decision_version: 0,
      number: number ?? 0,
      title: paper?.title ?? '',
      track_id: trackId,
      type_id: typeId,
      outcome,
      letter,
    };
    const facts = (await this.facts.gather(manager, call, [draft])).get(id);
    const to = await recipientsOf(manager, [id]);
    if (!facts) throw new Refusal('not_found');
    const { subject, body } = decisionLetter(t, facts, to[0]?.name ?? '');
    return {
      from: this.config.mailFrom,
      to: to.map(({ name, address }) => (name ? `${name} <${address}>` : address)),
      subject,
      body,
    };
  }

  /** What an author reads on the page: the released decision with the letter that was sent, and nothing before. */
  async ownLetter(viewer: Viewer, id: string) {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id });
    if (access.standing !== 'author') throw new Refusal('not_permitted', { needs: 'author' });
    // the letter quotes reviews: nothing that others wrote before an address is proven
    if (!viewer.verified) throw new Refusal('not_found');
    const [letter]: { outcome: Outcome; released_at: Date; subject: string; body: string }[] = await manager.query(
      `select d.outcome, d.released_at, i.subject, i.body
         from decision d
         join release_item i on i.decision_id = d.id and i.decision_version = d.version
         join release_batch b on b.id = i.batch_id and b.state = 'released'
        where d.submission_id = $1 and d.state = 'released'
        order by d.released_at desc, i.recipient_id = $2 desc nulls last, i.recipient_address limit 1`,
      [id, viewer.personId],
    );
    if (!letter) throw new Refusal('not_found');
    return {
      outcome: letter.outcome,
      releasedAt: letter.released_at.toISOString(),
      subject: letter.subject,
      body: letter.body,
    };
  }

  private async problems(
    tx: Pick<Tx, 'manager'>,
    viewer: Viewer,
    call: CallAccess,
    papers: ReadonlyMap<string, SubmissionAccess>,
    perPaper: readonly ItemRow[],
    batchId: string,
  ): Promise<ReleaseProblem[]> {
    const handled = await this.deciding.handled(tx, viewer, call);
    const board = await boardRows(tx.manager, this.access.narrow(call, 's', 1));
    const undecided = board.filter(
      ({ id, outcome }) => outcome === null && handled.get(id)?.submission.state === 'submitted',
    );
    const stale = perPaper.filter(
      (item) =>
        item.decision_state !== 'in_batch' ||
        item.decision_version !== item.current_version ||
        !papers.get(item.submission_id)?.may('release'),
    );
    const left = board.filter(
      ({ id, decision_state }) => decision_state === 'decided' && handled.get(id)?.may('release'),
    );
    const unreachable = await this.unreachable(tx, left);
    const wrong = wrongLetters(t, call.call.kind, await writtenLetters(tx.manager, batchId));
    const refused = await refusedPapers(tx.manager, batchId);
    const unsent = await papersWithUnsentMail(tx.manager, batchId);
    const found: ReleaseProblem[] = [
      problem('stale', true, stale),
      problem(
        'wrong_letter',
        true,
        perPaper.filter(({ submission_id }) => wrong.has(submission_id)),
      ),
      problem(
        'no_decision',
        false,
        undecided.map(({ id, number }) => ({ submission_id: id, number })),
      ),
      problem('no_address', false, unreachable),
      problem(
        'address_refused',
        false,
        perPaper.filter(({ submission_id }) => refused.has(submission_id)),
      ),
      problem(
        'unsent_mail',
        false,
        perPaper.filter(({ submission_id }) => unsent.has(submission_id)),
      ),
      problem(
        'no_review',
        false,
        perPaper.filter(({ reviews }) => reviews === 0),
      ),
      problem(
        'against_scores',
        false,
        perPaper.filter((item) => againstScores(call, item)),
      ),
    ];
    return found.filter(({ papers: named }) => named.length > 0);
  }

  /** Decided papers that nobody could be written to about: a release leaves them out. */
  private async unreachable({ manager }: Pick<Tx, 'manager'>, decided: readonly { id: string; number: number }[]) {
    const recipients = await recipientsOf(
      manager,
      decided.map(({ id }) => id),
    );
    const reached = new Set(recipients.map(({ submission_id }) => submission_id));
    return decided.flatMap(({ id, number }) => (reached.has(id) ? [] : [{ submission_id: id, number }]));
  }

  private async batches(callId: string, ids: readonly string[]) {
    const rows: {
      id: string;
      state: string;
      released_at: Date | null;
      decisions: number;
      letters: number;
      on_their_way: boolean;
    }[] = await this.database.query(
      `select b.id, b.state, b.released_at, count(distinct i.submission_id)::int as decisions, count(i.id)::int as letters,
                exists (select 1 from email_message m where m.submission_id = any(array_agg(i.submission_id)) and m.class = 'decision'
                   and m.state in ('queued', 'sending') and m.created_at = b.released_at) as on_their_way
           from release_batch b join release_item i on i.batch_id = b.id and i.submission_id = any($2)
          where b.call_id = $1 and b.state <> 'cancelled'
          group by b.id order by b.created_at desc`,
      [callId, ids],
    );
    return rows;
  }
}

function problem(
  code: ReleaseProblem['code'],
  stops: boolean,
  rows: readonly { submission_id: string; number: number }[],
): ReleaseProblem {
  return { code, stops, papers: rows.map(({ submission_id, number }) => ({ submissionId: submission_id, number })) };
}

function countsOf(call: CallAccess, outcomes: readonly Outcome[]): { outcome: Outcome; n: number }[] {
  return outcomesOf(call.call.kind).map((outcome) => ({
    outcome,
    n: outcomes.filter((one) => one === outcome).length,
  }));
}

/** Accepted although every reviewer was below the middle of the scale, or rejected although every one was above. */
function againstScores(call: CallAccess, item: ItemRow): boolean {
  if (item.score_middle === null || item.score_min === null || item.score_max === null) return false;
  const middle = Number(item.score_middle);
  const of = outcomeClass(call.call.kind, item.outcome);
  return (of === 'accept' && item.score_max < middle) || (of === 'reject' && item.score_min > middle);
}
