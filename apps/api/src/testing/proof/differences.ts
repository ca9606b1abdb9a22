import { randomUUID } from 'node:crypto';
import { phases, type Field, type Phase } from '@convoke/domain';
import type { MatrixRole } from '@convoke/domain/testing';
import { insertRow } from '../rows';
import type { TestApp } from '../test-app';
import type { ProofPaper } from './paper';
import { Talk } from './talk';
import type { ProofWorld } from './world';

type Undo = () => Promise<void>;

/** One secret in which two worlds differ. */
export interface Difference {
  readonly name: string;
  /** Who sees one of these may know. */
  readonly fields: readonly Field[];
  readonly knows?: readonly MatrixRole[];
  /** Of those who see the field, these alone. */
  readonly among?: readonly MatrixRole[];
  readonly where?: (paper: ProofPaper) => boolean;
  /** Makes the other world; answers what makes the first one again. */
  readonly make: (app: TestApp, paper: ProofPaper, world: ProofWorld) => Promise<Undo>;
  /** Cannot be made together with the others, because it takes away what one of them changes. */
  readonly alone?: true;
}

const chairs: readonly MatrixRole[] = ['own_track_chair', 'guest_editor', 'programme_chair'];
/** Also those who are kept from the papers of the world, and chairs of the call for all others. */
const inOffice: readonly MatrixRole[] = [...chairs, 'conflicted_chair_author', 'conflicted_reviewer'];

/** A phase in which there can be such a thing: what a list is ordered by is hidden from there on. */
const from =
  (first: Phase) =>
  ({ phase }: ProofPaper): boolean =>
    phases.indexOf(phase) >= phases.indexOf(first);

/** Nobody has been told of the decision. */
const isUntold = ({ phase, mode }: ProofPaper): boolean =>
  phases.indexOf(phase) >= phases.indexOf('discussion') &&
  phases.indexOf(phase) < phases.indexOf('notified') &&
  !(mode.startsWith('si_') && phase === 'rebuttal');

/** Changes columns of one row and can change them back. */
async function change(
  app: TestApp,
  table: string,
  id: string,
  columns: Readonly<Record<string, unknown>>,
  key = 'id',
): Promise<Undo> {
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

/** Takes rows away and can put them back. */
async function takeAway(app: TestApp, table: string, key: string, id: string): Promise<Undo> {
  const [rows] = await app.database.query(`delete from ${table} where ${key} = $1 returning *`, [id]);
  return async () => {
    for (const row of rows) await insertRow(app.database, table, row);
  };
}

/** Undoes the last first. */
export const both =
  (...undos: Undo[]): Undo =>
  async () => {
    for (const undo of [...undos].reverse()) await undo();
  };

const rosasReview = async (app: TestApp, paper: ProofPaper): Promise<{ id: string; answers: object }> => {
  const [row] = await app.database.query(
    `select id, answers from review where submission_id = $1 and answers->>'comments' like 'Well done%'`,
    [paper.id],
  );
  return row;
};

/** Says something in the discussion of a paper that is not said in the first world. */
const says =
  (audience: string, position: number): Difference['make'] =>
  async (app, paper, world) => {
    const talk = new Talk(app, (role) => world.person(role));
    const thread = await talk.message(paper, audience, 'Something that nobody has said before.', position);
    return async () => {
      await app.database.query(`delete from discussion_message where thread_id = $1`, [thread]);
      await app.database.query(`delete from discussion_thread where id = $1`, [thread]);
    };
  };

const tags =
  (scope: string, name: string): Difference['make'] =>
  async (app, paper, { bystander }) => {
    const [id, created_at] = [randomUUID(), app.clock.now()];
    await insertRow(app.database, 'submission_tag', {
      ...{ id, submission_id: paper.id, name, scope, person_id: bystander.id, created_at },
    });
    return async () => void (await app.database.query(`delete from submission_tag where id = $1`, [id]));
  };

export const differences: readonly Difference[] = [
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
    where: from('discussion'),
    make: (app, paper) => change(app, 'decision', paper.id, { outcome: 'reject' }, 'submission_id'),
  },
  {
    name: 'decided or not',
    fields: ['decision.value', 'audit_log.review_side'],
    where: isUntold,
    alone: true,
    make: (app, paper) => takeAway(app, 'decision', 'submission_id', paper.id),
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
    where: from('review_open'),
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
    knows: inOffice,
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
  {
    name: 'something said among those who review it',
    fields: ['discussion.messages'],
    make: says('reviewers', 4),
  },
  {
    name: 'something said among chairs',
    fields: ['discussion.messages'],
    among: chairs,
    make: says('chairs', 5),
  },
  {
    name: 'what the authors answered to the reviews, or nothing',
    fields: ['author_response.text'],
    make: async (app, paper) => {
      const [{ id }] = await app.database.query(`select id from author_response where submission_id = $1`, [paper.id]);
      const version = await takeAway(app, 'author_response_version', 'response_id', id);
      const response = await takeAway(app, 'author_response', 'id', id);
      return both(version, response);
    },
  },
  {
    name: 'a tag for chairs',
    fields: [],
    knows: chairs,
    make: tags('chairs', 'to-be-discussed'),
  },
  {
    name: 'a tag of somebody else',
    fields: [],
    make: tags('private', 'mine'),
  },
];
