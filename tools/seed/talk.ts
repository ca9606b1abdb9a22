import { cast } from '@convoke/domain/testing';
import { Temporal } from 'temporal-polyfill';
import { AccessService } from '../../apps/api/src/access/access.service';
import { Looking } from '../../apps/api/src/access/looking';
import type { Letters } from '../../apps/api/src/notifications/letters';
import { Audit } from '../../apps/api/src/platform/audit';
import type { Clock } from '../../apps/api/src/platform/clock';
import type { Config } from '../../apps/api/src/platform/config';
import type { Random } from '../../apps/api/src/platform/random';
import type { Viewer } from '../../apps/api/src/platform/session/viewer';
import { UnitOfWork, type Tx } from '../../apps/api/src/platform/unit-of-work';
import { DiscussionMail } from '../../apps/api/src/reviews/discussion/discussion.mail';
import { DiscussionService } from '../../apps/api/src/reviews/discussion/discussion.service';
import { DiscussionMembers } from '../../apps/api/src/reviews/discussion/members';
import { ResponseMail } from '../../apps/api/src/reviews/response/response.mail';
import { ResponseService } from '../../apps/api/src/reviews/response/response.service';
import { RoundsService } from '../../apps/api/src/reviews/rounds.service';
import { OpenForms } from '../../apps/api/src/submissions/open-form';
import { reviewerPerson } from './add-reviewing';
import type { AddedSubmission } from './add-submission';
import type { Said, Talk } from './papers/paper';

const day = 24 * 60 * 60_000;

interface Means {
  config: Config;
  random: Random;
  letters: Letters;
}

/** Everything that is said about the demo's papers, as people would have said it: through the product, each at its own time. */
export async function holdTalks(
  tx: Tx,
  submissions: readonly AddedSubmission[],
  chair: string,
  means: Means,
): Promise<void> {
  for (const submission of submissions) {
    const { talk } = submission.paper;
    if (talk) await new Holding(tx, submission, chair, means).all(talk);
  }
}

/** A unit of work within a transaction that is open, at an instant of the past. */
class Within extends UnitOfWork {
  constructor(
    private readonly outer: Tx,
    clock: Clock,
  ) {
    super(outer.manager.connection, clock);
  }

  override run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within(this.outer.manager, work, []);
  }
}

class Holding {
  private readonly threads = new Map<number, { id: string; version: number }>();

  constructor(
    private readonly tx: Tx,
    private readonly submission: AddedSubmission,
    private readonly chair: string,
    private readonly means: Means,
  ) {}

  /** In the order in which it happened. */
  async all({ threads = [], closedAgo, response }: Talk): Promise<void> {
    const acts: [daysAgo: number, act: () => Promise<unknown>][] = threads.flatMap(({ to, said }, thread) =>
      said.map((one) => [one[1], () => this.say(thread, to, one)] as [number, () => Promise<unknown>]),
    );
    if (threads.length > 0) {
      const begun = Math.max(...acts.map(([daysAgo]) => daysAgo));
      acts.unshift([begun, () => this.move('open_discussion', begun)]);
    }
    if (closedAgo !== undefined) acts.push([closedAgo, () => this.move('close_discussion', closedAgo)]);
    if (response) {
      acts.push([response.askedAgo, () => this.ask(response)], [response.writtenAgo, () => this.respond(response)]);
    }
    for (const [, act] of acts.sort(([one], [other]) => other - one)) await act();
  }

  private at(daysAgo: number) {
    const { random, config, letters } = this.means;
    const now = new Date(this.tx.now.getTime() - daysAgo * day);
    const clock: Clock = { now: () => now };
    const work = new Within(this.tx, clock);
    const access = new AccessService(clock);
    const audit = new Audit(random);
    const looking = new Looking(this.tx.manager.connection, access, work, audit, clock);
    return {
      rounds: new RoundsService(work, access, new ResponseMail(letters, config), audit, random),
      discussion: new DiscussionService(
        work,
        access,
        looking,
        new DiscussionMembers(access),
        new DiscussionMail(letters, config),
        audit,
        random,
      ),
      responses: new ResponseService(work, access, looking, new OpenForms(config), audit, random, clock),
    };
  }

  private async move(
    move: 'open_discussion' | 'close_discussion' | 'open_response',
    daysAgo: number,
    until: { wallTime: string; zone: string } | null = null,
  ): Promise<void> {
    const { call, id, paper } = this.submission;
    const { refused } = await this.at(daysAgo).rounds.move(viewerOf(this.chair), {
      params: { call: call.content.slug },
      query: {},
      body: { move, submissionIds: [id], until },
    });
    if (refused[0]) throw new Error(`"${paper.title}" does not move (${move}): ${refused[0].why}`);
  }

  private ask({ askedAgo, daysLeft }: NonNullable<Talk['response']>): Promise<void> {
    const { timeZone: zone } = this.submission.call.content;
    const today = Temporal.Instant.fromEpochMilliseconds(this.tx.now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
    const wallTime = `${today.add({ days: daysLeft }).toString()}T23:59`;
    return this.move('open_response', askedAgo, { wallTime, zone });
  }

  private async respond({ writtenAgo, text, isSubmitted }: NonNullable<Talk['response']>): Promise<void> {
    const { id, authors } = this.submission;
    const contact = viewerOf(authors[0]?.personId ?? '');
    const written = { texts: { paper: text, reviews: {} }, version: 0 };
    const { responses } = this.at(writtenAgo);
    await (isSubmitted ? responses.submit(contact, id, written) : responses.save(contact, id, written));
  }

  private async say(
    index: number,
    kind: 'chairs' | 'reviewer' | 'reviewers',
    [by, daysAgo, text]: Said,
  ): Promise<void> {
    const { id } = this.submission;
    const viewer = viewerOf(by === 'tala' || by === 'chidi' ? cast[by].id : await this.reviewer(by));
    const { discussion } = this.at(daysAgo);
    const audience = { kind, assignmentId: null };
    const thread = this.threads.get(index);
    if (thread) {
      const { id: threadId, version } = thread;
      const params = { id, thread: threadId };
      await discussion.post(viewer, { params, query: {}, body: { audience, version, text } });
      return;
    }
    const known = new Set([...this.threads.values()].map((one) => one.id));
    const { threads } = await discussion.begin(viewer, { params: { id }, query: {}, body: { audience, text } });
    const begun = threads.find((one) => !known.has(one.id) && one.messages.some((message) => message.text === text));
    if (!begun) throw new Error('A thread that was begun is not there.');
    this.threads.set(index, begun);
  }

  private async reviewer(key: Parameters<typeof reviewerPerson>[0]): Promise<string> {
    const { address } = reviewerPerson(key);
    const [row] = await this.tx.manager.query<{ id: string }[]>(
      `select person_id as id from person_email where address = $1`,
      [address],
    );
    return row?.id ?? '';
  }
}

function viewerOf(personId: string): Viewer {
  return {
    ...{ personId, name: '', verified: true, isAdmin: false, sessionId: '' },
    ...{ locale: 'en', timeZone: 'UTC' },
  };
}
