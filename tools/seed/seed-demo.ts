import 'reflect-metadata';
import { cast } from '@convoke/domain/testing';
import { recountReviews } from '../../apps/api/src/assignments/assignments.queries';
import { hashPassword } from '../../apps/api/src/accounts/password';
import { Audit } from '../../apps/api/src/platform/audit';
import { SystemClock } from '../../apps/api/src/platform/clock';
import { Config } from '../../apps/api/src/platform/config';
import { connect } from '../../apps/api/src/platform/database/data-source';
import { LocalFiles, type Files } from '../../apps/api/src/platform/files';
import { CryptoRandom, type Random } from '../../apps/api/src/platform/random';
import { UnitOfWork, type Tx } from '../../apps/api/src/platform/unit-of-work';
import { FoundConflicts } from '../../apps/api/src/submissions/found-conflicts';
import { addCall, type AddedCall } from './add-call';
import { addCommittee } from './add-committee';
import { addPeople, type Accounts } from './add-people';
import { addReviewing } from './add-reviewing';
import { addSubmission, type AddedSubmission } from './add-submission';
import { callContent } from './call-content';
import { aroundToday } from './call-dates';
import { itais2016 } from './calls/itais-2016';
import { jedem2015 } from './calls/jedem-2015';
import { inviteByLetter, outbox, settlePastLetters } from './letters';
import { discussedPapers } from './papers/itais-discussed';
import { earlyPapers } from './papers/itais-early';
import { reviewedPapers } from './papers/itais-reviewed';
import { jedemPapers } from './papers/jedem';
import type { DemoPaper } from './papers/paper';
import { releaseDecided } from './release';
import { ofCast } from './people';
import { Rows } from './rows';
import { storePaper, type StoredPaper } from './store-files';
import { holdTalks } from './talk';

/** The password of all demo people, besides the sign-in with one click. They exist only in the demo, on loopback. */
export const demoPassword = 'convoke-demo';

const day = 24 * 60 * 60_000;

interface Means {
  config: Config;
  random: Random;
  files: Files;
}

/** Loads both calls, their people and their submissions into an empty, migrated database. All of it or nothing. */
export async function seedDemo(env: Readonly<Record<string, string | undefined>> = process.env): Promise<void> {
  const config = Config.fromEnvironment(env);
  const random = new CryptoRandom();
  const files = new LocalFiles(config, random);
  const database = await connect({ url: config.databaseUrl, applicationName: 'convoke-seed' });
  try {
    const clock = new SystemClock();
    const now = clock.now();
    const calls = [
      prepare(itais2016, [...reviewedPapers, ...earlyPapers, ...discussedPapers], now),
      prepare(jedem2015, jedemPapers, now),
    ];
    const stored = await Promise.all(calls.map(({ papers }) => storeAll(files, papers)));
    const passwordHash = await hashPassword(demoPassword);
    await new UnitOfWork(database, clock).run((tx) =>
      load(
        // nobody works on jobs yet: the worker's sweep finds the letters that are due
        { ...tx, afterCommit: () => undefined },
        calls.map((call, index) => ({ ...call, files: stored[index] ?? [] })),
        passwordHash,
        { config, random, files },
      ),
    );
  } finally {
    await database.destroy();
  }
}

interface Prepared {
  content: ReturnType<typeof callContent.parse>;
  papers: readonly { paper: DemoPaper; number: number | null }[];
}

/** Numbers in an order of arrival that is not the order of the lists. */
function prepare(call: typeof itais2016, papers: readonly DemoPaper[], now: Date): Prepared {
  const isDraft = (paper: DemoPaper) => paper.standing.at === 'draft' || paper.standing.at === 'complete_draft';
  const sent = papers.filter((paper) => !isDraft(paper));
  const numbers = new Map(sent.map((paper, index) => [paper, ((index * 11 + 3) % sent.length) + 1]));
  return {
    content: aroundToday(callContent.parse(call), now),
    papers: papers.map((paper) => ({ paper, number: numbers.get(paper) ?? null })),
  };
}

async function storeAll(files: Files, papers: Prepared['papers']): Promise<(StoredPaper | null)[]> {
  const stored: (StoredPaper | null)[] = [];
  for (const [seed, { paper, number }] of papers.entries()) {
    const hasFile = paper.standing.at !== 'draft' && paper.standing.at !== 'abstract';
    const byline = number === null ? 'Manuscript' : `Anonymous submission ${number}`;
    const text = { title: paper.title, abstract: paper.abstract, byline, seed, telling: paper.telling ?? false };
    const authors = (paper.by ?? []).map((name) => ofCast(name));
    stored.push(hasFile ? await storePaper(files, text, paper.file ?? 'pdf', authors) : null);
  }
  return stored;
}

type Loading = Prepared & { files: readonly (StoredPaper | null)[] };

async function load(tx: Tx, calls: readonly Loading[], passwordHash: string, means: Means): Promise<void> {
  const rows = new Rows();
  const { random, config } = means;
  const contents = calls.map(({ content }) => content);
  const accounts = addPeople(rows, contents, { random, now: new Date(tx.now.getTime() - 90 * day), passwordHash });
  const letters = outbox(config, random);
  for (const call of calls) {
    const { added, submissions, asked } = addAll(rows, tx, call, accounts, means);
    await rows.insert(tx.manager);
    const ids = submissions.map(({ id }) => id);
    await tx.manager.query(
      `update call set next_number = 1 + (select count(number) from submission where call_id = $1) where id = $1`,
      [added.id],
    );
    await findConflicts(tx, added, submissions, random);
    await recountReviews(tx.manager, ids);
    await holdTalks(tx, submissions, chairOf(added), { config, random, letters });
    await inviteByLetter(tx, letters, config, asked);
    const released = submissions.filter(({ paper }) => paper.standing.at === 'released').map(({ id }) => id);
    const week = { ...tx, now: new Date(tx.now.getTime() - 7 * day) };
    const by = chairOf(added);
    if (released.length > 0) {
      await releaseDecided(week, { id: added.id, slug: added.content.slug }, released, by, { config, random, letters });
    }
  }
  await settlePastLetters(tx, [cast.ravi.id, cast.ada.id]);
}

/** Who decides: the programme chair of a conference, the guest editor of a special issue. */
function chairOf({ content }: AddedCall): string {
  return content.kind === 'conference' ? cast.chidi.id : cast.gwen.id;
}

function addAll(rows: Rows, tx: Tx, call: Loading, accounts: Accounts, { random }: Means) {
  const added = addCall(rows, call.content, {
    random,
    createdBy: cast.chidi.id,
    state: 'published',
    isDemo: true,
    journalId: null,
    people: accounts,
    createdAt: new Date(tx.now.getTime() - 80 * day),
  });
  addCommittee(rows, added, { accounts, random, now: new Date(tx.now.getTime() - 75 * day) });
  const coChair = added.content.kind === 'conference' ? cast.tala.id : cast.gwen.id;
  const asked: string[] = [];
  const submissions: AddedSubmission[] = call.papers.map(({ paper, number }, index) => {
    const file = call.files[index] ?? null;
    const submission = addSubmission(rows, paper, { call: added, number, index, file, accounts, random, now: tx.now });
    asked.push(
      ...addReviewing(rows, submission, { accounts, random, now: tx.now, coChair, chair: chairOf(added) }).asked,
    );
    return submission;
  });
  return { added, submissions, asked };
}

/** Cleo declared by Ada, and what the machine finds by itself: a call of one country shares its institutions. */
async function findConflicts(
  tx: Tx,
  call: AddedCall,
  submissions: readonly AddedSubmission[],
  random: Random,
): Promise<void> {
  const rows = new Rows();
  for (const { id, authors, submittedAt } of submissions) {
    if (!authors.some(({ address }) => address === cast.ada.email)) continue;
    rows.add('conflict', {
      ...{ id: random.uuid(), submission_id: id, person_id: cast.cleo.id },
      ...{ kind: 'co_author', source: 'author', state: 'blocking', reason: 'We wrote a paper together last year.' },
      ...{ declared_by: cast.ada.id, created_at: submittedAt },
    });
  }
  await rows.insert(tx.manager);
  const found = new FoundConflicts(random, new Audit(random));
  const sent = submissions.filter(
    ({ paper }) => paper.standing.at !== 'draft' && paper.standing.at !== 'complete_draft',
  );
  await found.refresh(
    tx,
    sent.map(({ id }) => id),
    await found.committee(tx, call.id),
  );
}
