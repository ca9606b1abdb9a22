import { randomUUID } from 'node:crypto';
import { phases, visibilityDefaults, type Field, type Phase } from '@convoke/domain';
import { matrix, matrixModes, matrixRoles, type MatrixMode, type MatrixRole } from '@convoke/domain/testing';
import { TestApp } from '../test-app';
import { crawlCall, crawlPaper, type Answer } from './crawl';
import { ProofWorld, type ProofPaper } from './world';

/**
 * Two worlds that differ in one secret must read alike to everybody who may not know it, byte for byte, at every address and
 * in every list, search and order. `npm run test:matrix` goes through all modes and phases; `npm test` through a part.
 */
const isFull = process.env['PROOF'] === 'full';
const modes: readonly MatrixMode[] = isFull ? matrixModes : ['double'];
const shown: readonly Phase[] = isFull ? phases : ['decided_not_notified'];

interface Difference {
  readonly name: string;
  /** Who sees one of these may know. */
  readonly fields: readonly Field[];
  readonly knows?: readonly MatrixRole[];
  readonly where?: (paper: ProofPaper) => boolean;
  /** Makes the other world; answers what makes the first one again. */
  readonly make: (app: TestApp, paper: ProofPaper, world: ProofWorld) => Promise<() => Promise<void>>;
}

/** A decision stands, and its letters have not gone out. */
const isDecided = ({ phase }: ProofPaper): boolean => phase === 'decided_not_notified';

/** Changes columns of one row and can change them back. */
async function change(app: TestApp, table: string, id: string, columns: Readonly<Record<string, unknown>>, key = 'id') {
  const names = Object.keys(columns);
  const [before] = await app.database.query(`select ${names.join(', ')} from ${table} where ${key} = $1`, [id]);
  const set = (values: Readonly<Record<string, unknown>>) =>
    app.database.query(
      `update ${table} set ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} where ${key} = $1`,
      [id, ...names.map((name) => values[name])],
    );
  await set(columns);
  return async () => void (await set(before));
}

const both =
  (...undos: (() => Promise<void>)[]) =>
  async (): Promise<void> => {
    for (const undo of undos.reverse()) await undo();
  };

const rosasReview = async (app: TestApp, paper: ProofPaper): Promise<{ id: string; answers: object }> => {
  const [row] = await app.database.query(
    `select v.id, v.answers from review v join person p on p.id = v.reviewer_id where v.submission_id = $1 and p.given_name = 'Rosa'`,
    [paper.id],
  );
  return row;
};

const differences: readonly Difference[] = [
  {
    name: 'who reviewed it',
    fields: ['review.reviewer_identity', 'assignment.reviewer_names'],
    make: async (app, paper) => {
      const other = await app.given.person('Xenia Other', { address: `${randomUUID()}@example.org` });
      const { id } = await rosasReview(app, paper);
      const [{ assignment_id }] = await app.database.query(`select assignment_id from review where id = $1`, [id]);
      return both(
        await change(app, 'review', id, { reviewer_id: other.id }),
        await change(app, 'assignment', assignment_id, { reviewer_id: other.id }),
      );
    },
  },
  {
    name: 'accepted or rejected',
    fields: ['decision.value'],
    where: isDecided,
    make: (app, paper) => change(app, 'decision', paper.id, { outcome: 'reject' }, 'submission_id'),
  },
  {
    name: 'decided or not',
    fields: ['decision.value', 'audit_log.review_side'],
    where: isDecided,
    make: async (app, paper) => {
      const [row] = await app.database.query(`delete from decision where submission_id = $1 returning *`, [paper.id]);
      const [decision] = row;
      const columns = Object.keys(decision);
      return async () =>
        void (await app.database.query(
          `insert into decision (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
          Object.values(decision),
        ));
    },
  },
  {
    name: 'who wrote it',
    fields: ['author.names', 'author.affiliation', 'author.email'],
    make: async (app, paper) => {
      const [{ id }] = await app.database.query(
        `select id from submission_author where submission_id = $1 and given_name = 'Zoe'`,
        [paper.id],
      );
      const undo = [
        await change(app, 'submission_author', id, { family_name: 'Someoneelse', affiliation: 'Elsewhere' }),
        await change(app, 'submission', paper.id, {
          authors_search: 'someoneelse elsewhere',
          authors_short: 'Someoneelse',
        }),
      ];
      if (paper.versionId)
        undo.push(
          await change(app, 'submission_version', paper.versionId, {
            content: { authors: [], keywords: [], topics: [], declarations: {} },
          }),
        );
      return both(...undo);
    },
  },
  {
    name: 'a score',
    fields: ['review.scores'],
    make: async (app, paper) => {
      const { id, answers } = await rosasReview(app, paper);
      return both(
        await change(app, 'review', id, { answers: { ...answers, overall: 1 }, overall: 1 }),
        await change(app, 'review_version', id, { answers: { ...answers, overall: 1 }, overall: 1 }, 'review_id'),
        await change(app, 'submission', paper.id, { score_mean: 1.5, score_min: 1, score_max: 2 }),
      );
    },
  },
  {
    name: 'a comment to the chairs alone',
    fields: ['review.confidential_comments'],
    make: async (app, paper) => {
      const { id, answers } = await rosasReview(app, paper);
      const other = {
        ...answers,
        confidential: 'Something quite different, and much longer than what stood here before.',
      };
      return both(
        await change(app, 'review', id, { answers: other }),
        await change(app, 'review_version', id, { answers: other }, 'review_id'),
      );
    },
  },
  {
    name: 'a bid of somebody else',
    fields: ['bid.others'],
    make: async (app, paper, { bystander: quinn }) => {
      await app.database.query(`insert into bid (submission_id, person_id, value, set_at) values ($1, $2, 2, $3)`, [
        ...[paper.id, quinn.id, app.clock.now()],
      ]);
      return async () => void (await app.database.query(`delete from bid where person_id = $1`, [quinn.id]));
    },
  },
  {
    name: 'a conflict of somebody else',
    fields: ['conflict.author_declared', 'conflict.pc_declared'],
    make: async (app, paper, { bystander: quinn }) => {
      await app.given.conflict(paper, quinn);
      return async () => void (await app.database.query(`delete from conflict where person_id = $1`, [quinn.id]));
    },
  },
  {
    name: 'a draft that somebody has begun',
    fields: [],
    knows: ['own_track_chair', 'guest_editor', 'programme_chair', 'conflicted_chair_author', 'conflicted_reviewer'],
    make: async (app, paper) => {
      const dora = await app.given.person('Dora Draft', { address: `${randomUUID()}@example.org` });
      const draft = await app.given.submission(paper.call, { by: [dora], state: 'draft', title: 'Begun in secret' });
      return async () => {
        for (const table of ['round', 'submission_author', 'submission_contact', 'working_copy'])
          await app.database.query(`delete from ${table} where submission_id = $1`, [draft.id]);
        await app.database.query(`delete from submission where id = $1`, [draft.id]);
      };
    },
  },
];

/** What may differ between two answers to the same question: when, which request, which nonce. */
function plain({ path, status, text }: Answer): string {
  const steady = text
    .replace(/^(date|x-request-id|keep-alive|connection|etag|ratelimit[^:]*|x-ratelimit[^:]*): .*$/gim, '')
    .replace(/nonce[-=]"?[\w-]+"?/g, '');
  return `${path} ${status}\n${steady}`;
}

const cells = matrix();

describe.each(modes)('Two worlds of a call of kind %s', (mode) => {
  let app: TestApp;
  let world: ProofWorld;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await ProofWorld.make(app, [mode]);
  }, 120_000);
  afterAll(() => app.stop());

  const papers = (): ProofPaper[] => world.papers.filter(({ phase }) => shown.includes(phase));

  function mayKnow(role: MatrixRole, { fields, knows }: Difference, phase: Phase): boolean {
    if (knows?.includes(role)) return true;
    return cells.some(
      (cell) =>
        fields.includes(cell.field) &&
        cell.role === role &&
        cell.mode === mode &&
        cell.phase === phase &&
        (cell.visible === 'yes' || (cell.visible !== 'no' && visibilityDefaults[cell.visible])),
    );
  }

  async function read(role: MatrixRole, paper: ProofPaper): Promise<string[]> {
    const by = await world.window(role);
    const answers = [...(await crawlCall(by, paper.call.slug)), ...(await crawlPaper(by, paper))];
    return answers.map(plain).sort();
  }

  it.each(differences)(
    'that differ in $name read alike to everybody who may not know',
    async (difference) => {
      const told: string[] = [];
      let compared = 0;
      for (const paper of papers()) {
        if (difference.where && !difference.where(paper)) continue;
        const roles = matrixRoles.filter((role) => !mayKnow(role, difference, paper.phase));
        const first = new Map<MatrixRole, string[]>();
        for (const role of roles) first.set(role, await read(role, paper));
        const undo = await difference.make(app, paper, world);
        for (const role of roles) {
          const second = await read(role, paper);
          compared += second.length;
          const differing = second.filter((answer, index) => answer !== first.get(role)?.[index]);
          told.push(...differing.map((answer) => `${role} in ${paper.phase}: ${answer.split('\n')[0]}`));
        }
        await undo();
      }
      expect(told).toEqual([]);
      expect(compared).toBeGreaterThan(100);
    },
    600_000,
  );

  it('tell somebody who may know: the comparison is not blind', async () => {
    const paper = papers().find(isDecided);
    if (!paper) throw new Error('There is no such paper.');
    for (const difference of differences.filter(({ fields }) => fields.length > 0)) {
      const before = await read('programme_chair', paper);
      const undo = await difference.make(app, paper, world);
      const after = await read('programme_chair', paper);
      await undo();
      const differs = before.some((answer, index) => answer !== after[index]);
      const may = mayKnow('programme_chair', difference, paper.phase);
      expect([difference.name, differs]).toEqual([difference.name, may]);
      expect(await read('programme_chair', paper)).toEqual(before);
    }
  }, 120_000);
});
