import { Injectable } from '@nestjs/common';
import type { discussionApi, DiscussionView, InputOf } from '@convoke/contract';
import { type Audience, isSameAudience, mayAddress, mayWiden, reads, Refusal } from '@convoke/domain';
import { pickLocale, translator } from '@convoke/texts';
import type { EntityManager } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../../access/access.service';
import { Looking, type Eyes } from '../../access/looking';
import { Audit } from '../../platform/audit';
import { Random } from '../../platform/random';
import type { Viewer } from '../../platform/session/viewer';
import { UnitOfWork, type Tx } from '../../platform/unit-of-work';
import { DiscussionMail } from './discussion.mail';
import { audienceOf, messageRows, readerRow, threadRow, threadRows, type ThreadRow } from './discussion.queries';
import { discussionView, isReadable, readingOf, type Reading } from './discussion.view';
import { DiscussionMembers, type Member } from './members';

type Addressed = InputOf<typeof discussionApi.begin>['body']['audience'];
type Round = NonNullable<SubmissionAccess['round']>;

/** Somebody who may write in the discussion of a round, with everybody who is in it. */
interface Writing {
  access: SubmissionAccess;
  round: Round;
  reading: Reading;
  members: Member[];
  me: Member;
}

/** What reviewers and chairs say to each other about a paper. A message is read by those it was written for, now and later. */
@Injectable()
export class DiscussionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly looking: Looking,
    private readonly members: DiscussionMembers,
    private readonly mail: DiscussionMail,
    private readonly audit: Audit,
    private readonly random: Random,
  ) {}

  /** The discussion as the viewer may read it; to whom it is closed there is none. */
  read(asking: Viewer, submissionId: string, eyes?: Eyes): Promise<DiscussionView> {
    return this.looking.read(asking, { id: submissionId }, eyes, async (manager, { viewer, access, other }) => {
      const round = discussedRound(access);
      const view = await this.view(manager, viewer, access, round, await this.members.of(manager, access));
      return other ? withoutReader(view) : view;
    });
  }

  /** Begins a thread with its first message. */
  async begin(viewer: Viewer, { params, body }: InputOf<typeof discussionApi.begin>): Promise<DiscussionView> {
    return this.unitOfWork.run(async (tx) => {
      const writing = await this.writing(tx, viewer, params.id);
      const audience = addressedTo(writing, body.audience);
      if (!mayAddress(audience, writing.reading)) throw new Refusal('not_permitted', { needs: 'chair' });
      const threadId = this.random.uuid();
      await tx.manager.query(
        `insert into discussion_thread (id, round_id, submission_id, audience, reviewer_id, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [threadId, writing.round.id, params.id, audience.kind, audience.reviewerId, viewer.personId, tx.now],
      );
      await this.write(tx, writing, threadId, { ...body, audience, widens: false });
      return this.view(tx.manager, viewer, writing.access, writing.round, writing.members);
    });
  }

  /**
   * Writes in a thread for the audience that the writer had in mind. Where the thread is read by others by now, nothing is sent.
   * A chair may name a wider audience: it holds from this message on, and opens nothing that was written before.
   */
  async post(viewer: Viewer, { params, body }: InputOf<typeof discussionApi.post>): Promise<DiscussionView> {
    return this.unitOfWork.run(async (tx) => {
      const writing = await this.writing(tx, viewer, params.id);
      const thread = await threadRow(tx.manager, writing.round.id, params.thread);
      if (!thread || !reads(audienceOf(thread), writing.reading)) throw new Refusal('not_found');
      if (thread.version !== body.version) throw new Refusal('stale_version', { version: thread.version });
      const audience = addressedTo(writing, body.audience, thread);
      const widens = !isSameAudience(audience, audienceOf(thread));
      if (widens) await this.widen(tx, writing, thread, audience);
      await this.write(tx, writing, thread.id, { ...body, audience, widens });
      return this.view(tx.manager, viewer, writing.access, writing.round, writing.members);
    });
  }

  /** Strikes a message, one's own or as a chair: its text is read by nobody from now on, the place it had stays. */
  async strike(viewer: Viewer, submissionId: string, messageId: string): Promise<DiscussionView> {
    return this.unitOfWork.run(async (tx) => {
      const writing = await this.writing(tx, viewer, submissionId);
      const { round, reading, access } = writing;
      const rows = await messageRows(tx.manager, round.id, reading, reading.knows);
      const message = rows.find(({ id }) => id === messageId);
      if (!message || !isReadable(reading, message)) throw new Refusal('not_found');
      if (!message.mine && !reading.isChair) throw new Refusal('not_permitted', { needs: 'chair' });
      const [struck] = await tx.manager.query<[unknown[], number]>(
        `update discussion_message set struck_at = $2, struck_by = $3 where id = $1 and struck_at is null returning id`,
        [messageId, tx.now, viewer.personId],
      );
      if (struck.length > 0) await this.record(tx, viewer, access, 'discussion.message_struck', { messageId });
      return this.view(tx.manager, viewer, access, round, writing.members);
    });
  }

  /** Keeps how far the viewer has read, never back again, and whether they want letters. */
  async keepReading(viewer: Viewer, { params, body }: InputOf<typeof discussionApi.reading>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const access = await this.access.submission(tx.manager, viewer, { id: params.id });
      const round = discussedRound(access);
      const reading = readingOf(access, viewer.personId);
      const rows = body.read?.length ? await messageRows(tx.manager, round.id, reading, reading.knows) : [];
      const read = rows.filter((row) => body.read?.includes(row.id) && isReadable(reading, row));
      const position = read.at(-1)?.position ?? 0;
      await tx.manager.query(
        `insert into discussion_reader (round_id, person_id, read_to, letters) values ($1, $2, $3, coalesce($4, true))
         on conflict (round_id, person_id) do update
            set read_to = greatest(discussion_reader.read_to, excluded.read_to),
                letters = coalesce($4, discussion_reader.letters)`,
        [round.id, viewer.personId, position, body.letters ?? null],
      );
    });
  }

  private async writing(tx: Tx, viewer: Viewer, submissionId: string): Promise<Writing> {
    const access = await this.access.submission(tx.manager, viewer, { id: submissionId }, { lock: true });
    const round = discussedRound(access);
    access.require('discuss');
    const members = await this.members.of(tx.manager, access);
    const me = members.find(({ personId }) => personId === viewer.personId);
    if (!me) throw new Refusal('not_found');
    return { access, round, reading: readingOf(access, viewer.personId), members, me };
  }

  private async widen(tx: Tx, { access, reading }: Writing, thread: ThreadRow, audience: Audience): Promise<void> {
    if (!reading.isChair) throw new Refusal('not_permitted', { needs: 'chair' });
    if (!mayWiden(audienceOf(thread), audience)) throw new Refusal('wrong_state', { state: thread.audience });
    const [widened] = await tx.manager.query<[unknown[], number]>(
      `update discussion_thread set audience = $2, reviewer_id = $3, version = version + 1
        where id = $1 and version = $4 returning id`,
      [thread.id, audience.kind, audience.reviewerId, thread.version],
    );
    if (widened.length === 0) throw new Refusal('stale_version');
    const facts = { threadId: thread.id, from: thread.audience, to: audience.kind };
    await this.record(tx, { personId: reading.personId }, access, 'discussion.widened', facts);
  }

  private async write(
    tx: Tx,
    { access, round, me, members }: Writing,
    threadId: string,
    message: { audience: Audience; text: string; terms?: number | undefined; widens: boolean },
  ): Promise<void> {
    const { audience, text, widens } = message;
    // whoever began to write before a setting was opened wrote for those who could read it then
    const terms = Math.min(message.terms ?? access.call.terms, access.call.terms);
    const messageId = this.random.uuid();
    // the lock on the submission keeps positions apart
    await tx.manager.query(
      `insert into discussion_message (id, thread_id, round_id, submission_id, position, author_id, by_chair, audience, reviewer_id,
                                       text, created_at, terms)
       select $1::uuid, $2::uuid, $3::uuid, $4::uuid, 1 + coalesce(max(m.position), 0), $5::uuid, $6::boolean, $7::text, $8::uuid,
              $9::text, $10::timestamptz, $11::integer
         from discussion_message m where m.round_id = $3`,
      [
        messageId,
        threadId,
        round.id,
        access.submission.id,
        me.personId,
        me.isChair,
        audience.kind,
        audience.reviewerId,
        text,
        tx.now,
        terms,
      ],
    );
    await this.mail.posted(tx, access, members, { messageId, writer: me, audience, widens, terms });
  }

  private async view(
    manager: EntityManager,
    viewer: Viewer,
    access: SubmissionAccess,
    round: Round,
    members: Member[],
  ): Promise<DiscussionView> {
    const reading = readingOf(access, viewer.personId);
    const [threads, messages, reader] = await Promise.all([
      threadRows(manager, round.id),
      messageRows(manager, round.id, reading, reading.knows),
      readerRow(manager, round.id, viewer.personId),
    ]);
    const refusal = access.whyNot('discuss');
    const whyNot = refusal && translator(pickLocale(viewer.locale)).maybe(`refusal.${refusal.code}`, {} as never);
    return discussionView(reading, { threads, messages, reader, members }, whyNot);
  }

  private async record(
    tx: Tx,
    { personId }: Pick<Viewer, 'personId'>,
    access: SubmissionAccess,
    action: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    const { call, submission } = access;
    await this.audit.record(tx, {
      ...{ tag: 'review', action, actorId: personId, callId: call.id },
      ...{ submissionId: submission.id, facts },
    });
  }
}

/** Through other eyes nothing is new or old: how far somebody has read is theirs alone. */
function withoutReader(view: DiscussionView): DiscussionView {
  const threads = view.threads.map((thread) => ({
    ...thread,
    messages: thread.messages.map((message) => ({ ...message, unread: false })),
  }));
  return { ...view, threads, unread: 0, letters: false };
}

function discussedRound(access: SubmissionAccess): Round {
  if (!access.round || !access.sees('discussion.messages')) throw new Refusal('not_found');
  return access.round;
}

/** Whom a writer means. A chair names a reviewer by the assignment, a reviewer only oneself; a thread's own audience needs no name. */
function addressedTo({ members, me }: Writing, { kind, assignmentId }: Addressed, thread?: ThreadRow): Audience {
  if (kind !== 'reviewer') return { kind, reviewerId: null };
  if (thread?.audience === 'reviewer') return audienceOf(thread);
  if (!me.isChair) return { kind, reviewerId: me.personId };
  const reviewer = members.find((member) => assignmentId !== null && member.assignmentId === assignmentId);
  if (!reviewer || reviewer.isChair) throw new Refusal('not_found');
  return { kind, reviewerId: reviewer.personId };
}
