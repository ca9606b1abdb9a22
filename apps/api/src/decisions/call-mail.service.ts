import { Injectable } from '@nestjs/common';
import type { InputOf, notificationsApi, OutboxLetter, OutboxPage, OutboxRow } from '@convoke/contract';
import { judge, type LetterField, numberHolds, type QueryValue, Refusal, textHolds } from '@convoke/domain';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { letterHash } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { JobQueue } from '../platform/queue';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { updated } from './deciding.service';

interface MailRow {
  id: string;
  class: OutboxRow['class'];
  to_address: string;
  to_name: string;
  subject: string;
  state: OutboxRow['state'];
  attempt: number;
  doubts: number;
  not_before: Date;
  created_at: Date;
  person_id: string | null;
  submission_id: string | null;
  also_about: string[];
  number: number | null;
  /** The letter speaks to somebody who reviews the paper, not to somebody who wrote it. */
  to_reviewer: boolean;
}

const pageSize = 50;
/** States in which the text may still be changed. */
const beforeItLeaves: readonly OutboxRow['state'][] = ['queued', 'failed', 'bounced', 'cancelled'];
const undelivered: readonly OutboxRow['state'][] = ['failed', 'bounced', 'ambiguous', 'cancelled'];

const columns = `m.id, m.class, m.to_address, m.to_name, m.subject, m.state, m.attempt, m.doubts, m.not_before, m.created_at, m.person_id,
  m.submission_id, m.also_about, s.number,
  exists (select 1 from assignment a where a.submission_id = m.submission_id and a.reviewer_id = m.person_id) as to_reviewer`;

/** The outbox of a call as its chairs may see it: letters about papers only where they may see letters about that paper. */
@Injectable()
export class CallMailService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly jobs: JobQueue,
  ) {}

  /** Letters of the call, newest first. The counts are of what the viewer may see. */
  async page(
    viewer: Viewer,
    { params, query }: Pick<InputOf<typeof notificationsApi.outbox>, 'params' | 'query'>,
  ): Promise<OutboxPage> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.callFor(tx, viewer, params.call);
      const visible = await this.visible(tx, viewer, call);
      const lost = visible.filter(({ state }) => undelivered.includes(state));
      const wanted = (query.show === 'undelivered' ? lost : visible).filter(
        (row) => judge(query.query.where, (field, value) => holds(row, field, value)) === true,
      );
      return {
        callName: call.call.name,
        rows: wanted.slice(query.offset, query.offset + pageSize).map(rowView),
        total: wanted.length,
        undelivered: lost.length,
        waiting: visible.filter((row) => isOnItsWay(row, tx.now)).length,
        pausedAt: (await pausedAt(tx, call.call.id))?.toISOString() ?? null,
        can: { pause: call.may('editCall') },
      };
    });
  }

  /** Holds the letters of the call, or lets them go again: the worker looks before each of them. */
  async pause(viewer: Viewer, slug: string, hold: boolean): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const call = await this.callFor(tx, viewer, slug);
      call.require('editCall');
      const rows: unknown[] = hold
        ? await tx.manager.query(
            `insert into mail_pause (call_id, paused_by, paused_at) values ($1, $2, $3) on conflict do nothing returning call_id`,
            [call.call.id, viewer.personId, tx.now],
          )
        : updated(
            await tx.manager.query(`delete from mail_pause where call_id = $1 returning call_id`, [call.call.id]),
          );
      if (rows.length === 0) return;
      if (!hold) tx.afterCommit(() => this.jobs.enqueue('deliver-mail', {}));
      await this.record(tx, viewer, call, hold ? 'letters.paused' : 'letters.resumed', {});
    });
  }

  /** Stores another text of a letter that has not left; `hash` is the text that was read, so that two editors do not overwrite each other. */
  async edit(viewer: Viewer, { params, body }: InputOf<typeof notificationsApi.editLetter>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const call = await this.callFor(tx, viewer, params.call);
      const [row] = await this.visible(tx, viewer, call, params.id);
      if (!row) throw new Refusal('not_found');
      call.require('editCall');
      if (!isEditable(row)) throw new Refusal('wrong_state', { state: row.state });
      const rows = updated(
        await tx.manager.query(
          `update email_message set subject = $2, body = $3, body_hash = $4
            where id = $1 and body_hash = $5 and doubts = 0 and state = any($6) returning id`,
          [params.id, body.subject, body.body, letterHash(body.subject, body.body), body.hash, beforeItLeaves],
        ),
      );
      if (rows.length === 0) throw new Refusal('stale_version');
      await this.record(tx, viewer, call, 'letter.edited', { letterId: params.id });
    });
  }

  /** One letter with its text. */
  async letter(viewer: Viewer, slug: string, id: string): Promise<OutboxLetter> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.callFor(tx, viewer, slug);
      const row = (await this.visible(tx, viewer, call, id))[0];
      if (!row) throw new Refusal('not_found');
      const [text]: { body: string; last_reply: string; body_hash: string; refused: boolean }[] =
        await tx.manager.query(
          `select m.body, m.last_reply, m.body_hash,
                  exists (select 1 from undeliverable_address u where u.address = m.to_address) as refused
             from email_message m where m.id = $1`,
          [id],
        );
      return {
        ...rowView(row),
        body: text?.body ?? '',
        lastReply: text?.last_reply ?? '',
        hash: text?.body_hash ?? '',
        canEdit: call.may('editCall') && isEditable(row),
        addressRefused: text?.refused ?? false,
        maybeTwice: row.attempt > 1 && row.doubts > 0 && row.state !== 'ambiguous',
      };
    });
  }

  /** Puts one undelivered letter, or all of the call, back in the queue; answers how many that were. */
  async resend(viewer: Viewer, slug: string, id?: string): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.callFor(tx, viewer, slug);
      const visible = await this.visible(tx, viewer, call, id);
      if (id && visible.length === 0) throw new Refusal('not_found');
      const ids = visible.filter(({ state }) => undelivered.includes(state)).map((row) => row.id);
      const rows = updated<{ id: string }>(
        await tx.manager.query(
          `update email_message set state = 'queued', not_before = $2, first_try_at = null, settled_at = null
            where id = any($1) and state = any($3) returning id`,
          [ids, tx.now, undelivered],
        ),
      );
      tx.afterCommit(() => this.jobs.enqueue('deliver-mail', {}));
      await this.record(tx, viewer, call, 'letters.resent', { letters: rows.length });
      return rows.length;
    });
  }

  private record(
    tx: Tx,
    viewer: Viewer,
    call: CallAccess,
    action: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, { tag: 'review', action, actorId: viewer.personId, callId: call.call.id, facts });
  }

  private async callFor(tx: Tx, viewer: Viewer, slug: string): Promise<CallAccess> {
    const call = await this.access.call(tx.manager, viewer, slug);
    call.require('seeList');
    return call;
  }

  private async visible(tx: Tx, viewer: Viewer, call: CallAccess, id?: string): Promise<MailRow[]> {
    const rows: MailRow[] = await tx.manager.query(
      `select ${columns} from email_message m left join submission s on s.id = m.submission_id
        where m.call_id = $1 and m.class <> 'account' and ($2::uuid is null or m.id = $2) order by m.created_at desc, m.subject, m.to_address`,
      [call.call.id, id ?? null],
    );
    const ids = [...new Set(rows.flatMap(aboutOf))];
    const papers = await this.access.submissions(tx.manager, viewer, call, ids);
    return rows.filter((row) => maySee(row, call, papers));
  }
}

/**
 * Decision letters stand on the authors' page as they were released; they are edited before that. What may have arrived already is not
 * another letter under the same Message-ID.
 */
function isEditable({ state, class: kind, doubts }: MailRow): boolean {
  return kind !== 'decision' && doubts === 0 && beforeItLeaves.includes(state);
}

function isOnItsWay({ state, not_before }: MailRow, now: Date): boolean {
  return state === 'sending' || (state === 'queued' && not_before <= now);
}

async function pausedAt(tx: Tx, callId: string): Promise<Date | undefined> {
  const [row]: { paused_at: Date }[] = await tx.manager.query(`select paused_at from mail_pause where call_id = $1`, [
    callId,
  ]);
  return row?.paused_at;
}

/** Letters about the call itself are for those who lead it; letters about a paper follow the paper's rule. */
function maySee(row: MailRow, call: CallAccess, papers: ReadonlyMap<string, SubmissionAccess>): boolean {
  if (row.submission_id === null) return call.may('editCall');
  const field = row.to_reviewer || row.class === 'invitation' ? 'email_log.to_reviewers' : 'email_log.to_authors';
  return aboutOf(row).every((id) => papers.get(id)?.sees(field) ?? false);
}

/** Every submission a letter speaks of. */
function aboutOf({ submission_id, also_about }: MailRow): string[] {
  return submission_id === null ? [] : [submission_id, ...also_about];
}

/** What a query asks of a letter: only of what its row shows. */
function holds(row: MailRow, field: string, value: QueryValue): boolean {
  switch (field as LetterField | 'words' | 'number') {
    case 'words':
      return textHolds([row.subject, row.to_name, row.to_address], value);
    case 'to':
      return textHolds([row.to_name, row.to_address], value);
    case 'about':
      return textHolds([row.subject], value);
    case 'number':
      return numberHolds(row.number, value);
    case 'kind':
      return value.is === 'choice' && row.class === value.choice;
    case 'status':
      return value.is === 'choice' && statusOf(row.state) === value.choice;
    default:
      return false;
  }
}

function statusOf(state: OutboxRow['state']): string {
  if (state === 'queued' || state === 'sending') return 'waiting';
  if (state === 'ambiguous') return 'in-doubt';
  return undelivered.includes(state) ? 'undelivered' : 'sent';
}

function rowView(row: MailRow): OutboxRow {
  return {
    id: row.id,
    class: row.class,
    to: row.to_address,
    toName: row.to_name,
    subject: row.subject,
    state: row.state,
    attempt: row.attempt,
    notBefore: row.not_before.toISOString(),
    createdAt: row.created_at.toISOString(),
    number: row.number,
    canResend: undelivered.includes(row.state),
  };
}
