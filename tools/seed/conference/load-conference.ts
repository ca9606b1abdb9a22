import type { ReviewField } from '@convoke/domain';
import { Client } from 'pg';
import { callPresets } from '../../../apps/api/src/calls/call-presets';
import type { Clock } from '../../../apps/api/src/platform/clock';
import type { Random } from '../../../apps/api/src/platform/random';
import { copyRows } from './copy';
import { countReviews } from './count-reviews';
import { enterPeople, type Directory } from './directory';
import type { ConferenceFile } from './format';
import { UnloadableConference } from './problems';
import { readConference, type Conference } from './read';
import { writeDecisions, writePapers, type LoadedCall } from './write-papers';
import { writeReviews } from './write-reviews';

export interface LoadedConference {
  callId: string;
  slug: string;
  papers: number;
  reviewers: number;
  reviews: number;
  seconds: number;
}

export interface LoadOptions {
  databaseUrl: string;
  folder: string;
  /** Address of the call: `/c/<slug>`. */
  slug: string;
  clock: Clock;
  random: Random;
}

/**
 * Loads a conference with its papers, committee, bids, conflicts, reviews and decisions from files in the neutral format (see
 * docs/formats.md), in one transaction. A call of that address is never loaded into again.
 */
export async function loadConference({
  databaseUrl,
  folder,
  slug,
  clock,
  random,
}: LoadOptions): Promise<LoadedConference> {
  const began = performance.now();
  const read = await readConference(folder);
  const client = new Client({ connectionString: databaseUrl, application_name: 'convoke-load' });
  await client.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query('select 1 from call where slug = $1', [slug]);
    if (rowCount !== 0)
      throw new UnloadableConference(`There is a call "${slug}" already. Choose another address with --slug.`);
    const result = await write(client, read, { folder, slug, random, now: clock.now() });
    await client.query('commit');
    // lists are read from indexes alone once the tables are vacuumed
    await client.query(`vacuum (analyze) ${loadedTables.join(', ')}`);
    return { ...result, slug, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

interface Circumstances {
  folder: string;
  slug: string;
  random: Random;
  now: Date;
}

async function write(client: Client, read: Conference, { folder, slug, random, now }: Circumstances) {
  const directory = await enterPeople(client, read, random, now);
  const call = await writeCall(client, read.conference, { slug, random, now });
  const around = { call, directory, random, now, counts: await countReviews(folder) };
  const chair = await writeCommittee(client, read, around);
  const papers = await writePapers(client, read.papers, around);
  await writeBids(client, read, { ...around, ids: new Map(papers.map(({ entry, id }) => [entry.pid, id])) });
  const reviews = await writeReviews(client, folder, read.conference.review_fields, papers, around);
  await writeDecisions(client, papers, chair, around);
  const highest = papers.reduce((most, { entry }) => Math.max(most, entry.pid), 0);
  await client.query('update call set next_number = $2 where id = $1', [call.id, highest + 1]);
  // what nobody declared is found by the worker, as for a call that was entered by hand
  await client.query('insert into conflict_check (id, call_id, created_at) values ($1, $2, $3)', [
    random.uuid(),
    call.id,
    now,
  ]);
  return { callId: call.id, papers: papers.length, reviewers: read.reviewers.length, reviews };
}

const loadedTables = [
  ...[
    'person',
    'person_email',
    'membership',
    'topic_interest',
    'submission',
    'working_copy',
    'submission_contact',
    'submission_author',
  ],
  ...[
    'submission_topic',
    'submission_version',
    'conflict',
    'bid',
    'round',
    'assignment',
    'review',
    'review_version',
    'decision',
  ],
];

async function writeCall(
  client: Client,
  conference: ConferenceFile,
  { slug, random, now }: Omit<Circumstances, 'folder'>,
): Promise<LoadedCall> {
  const uuid = () => random.uuid();
  const [id, trackId, typeId, formId, formVersionId] = [uuid(), uuid(), uuid(), uuid(), uuid()];
  const topics = new Map(conference.topics.map((name) => [name, uuid()]));
  const preset = callPresets.conference;
  await client.query(
    `insert into call (id, slug, kind, name, state, created_at, published_at) values ($1, $2, 'conference', $3, 'published', $4, $4)`,
    [id, slug, conference.name, now],
  );
  await client.query(`insert into track (id, call_id, name, slug, position) values ($1, $2, $3, 'general', 0)`, [
    trackId,
    id,
    preset.track,
  ]);
  const [paper] = preset.types;
  await client.query(
    `insert into submission_type (id, call_id, key, name, position, settings) values ($1, $2, 'paper', $3, 0, $4)`,
    [typeId, id, paper?.name ?? 'Paper', paper?.settings ?? {}],
  );
  await copyRows(
    client,
    'topic',
    ['id', 'call_id', 'name', 'position'],
    [...topics].map(([name, topicId], position) => [topicId, id, name, position]),
  );
  await client.query(`insert into form (id, call_id, purpose, created_at) values ($1, $2, 'review', $3)`, [
    formId,
    id,
    now,
  ]);
  await client.query(`insert into form_version (id, form_id, n, fields, created_at) values ($1, $2, 1, $3, $4)`, [
    ...[formVersionId, formId, JSON.stringify(conference.review_fields.map(fieldOf)), now],
  ]);
  return { id, slug, trackId, typeId, formVersionId, topics };
}

function fieldOf({ id, type, min = 1, max = 5, visibility }: ConferenceFile['review_fields'][number]): ReviewField {
  const words = id.replace(/_/g, ' ');
  const steps = Array.from({ length: max - min + 1 }, (_, step) => ({ value: min + step, label: String(min + step) }));
  return {
    key: id,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    kind: type === 'text' ? 'text' : 'score',
    scale: type === 'text' ? [] : steps,
    required: id === 'overall',
    visibility: visibility === 'pc' ? 'chairs' : 'authors',
    help: '',
  };
}

interface Written {
  call: LoadedCall;
  directory: Directory;
  random: Random;
  now: Date;
}

/** Everybody of the committee reviews; who has the role `chair` chairs the call as well. Answers who decided: the first chair. */
async function writeCommittee(
  client: Client,
  read: Conference,
  { call, directory, random, now }: Written,
): Promise<string> {
  const chairs = read.reviewers.filter(({ roles }) => roles.split(/\s+/).includes('chair'));
  const [first] = chairs;
  const chair = first && directory.get(first.email.toLowerCase());
  if (!chair) throw new UnloadableConference('reviewers.csv: nobody has the role "chair".');
  const offices = [
    ...chairs.map(({ email }) => [email, 'chair']),
    ...read.reviewers.map(({ email }) => [email, 'reviewer']),
  ];
  await copyRows(
    client,
    'membership',
    ['id', 'person_id', 'role', 'call_id', 'starts_at'],
    offices.map(([email = '', role = '']) => [
      random.uuid(),
      directory.get(email.toLowerCase()) ?? null,
      role,
      call.id,
      now,
    ]),
  );
  await copyRows(
    client,
    'topic_interest',
    ['person_id', 'topic_id', 'interest'],
    read.interests.map(({ email, topic, interest }) => [
      ...[directory.get(email.toLowerCase()) ?? null, call.topics.get(topic) ?? null, interest],
    ]),
  );
  return chair;
}

async function writeBids(
  client: Client,
  read: Conference,
  { directory, now, ids }: Written & { ids: ReadonlyMap<number, string> },
) {
  await copyRows(
    client,
    'bid',
    ['submission_id', 'person_id', 'value', 'expertise', 'set_at'],
    read.preferences.map(({ paper, email, preference, expertise }) => [
      ...[ids.get(paper) ?? null, directory.get(email.toLowerCase()) ?? null, preference, expertise, now],
    ]),
  );
}
