import { wordCount } from '@convoke/domain';
import type { Client } from 'pg';
import type { Random } from '../../../apps/api/src/platform/random';
import { authorsSearch, authorsShort } from '../../../apps/api/src/submissions/authors-line';
import { versionDigest } from '../../../apps/api/src/submissions/version-digest';
import { copyRows, type Cell } from './copy';
import { noReviews, type ReviewCounts } from './count-reviews';
import type { Directory } from './directory';
import type { PaperEntry } from './format';

export interface LoadedCall {
  id: string;
  slug: string;
  trackId: string;
  typeId: string;
  formVersionId: string;
  /** Topic ids by name. */
  topics: ReadonlyMap<string, string>;
}

export interface LoadedPaper {
  entry: PaperEntry;
  id: string;
  roundId: string;
  versionId: string;
  submittedAt: Date;
}

interface Circumstances {
  call: LoadedCall;
  /** By number of the paper. */
  counts: ReadonlyMap<number, ReviewCounts>;
  directory: Directory;
  random: Random;
  now: Date;
}

const conflictKinds: Readonly<Record<string, string>> = {
  institutional: 'institution',
  advisor: 'advisor',
  collaborator: 'collaborator',
  personal: 'personal',
  coauthor: 'co_author',
};

/** Everything about the papers: working copy, authors, topics, conflicts, round and frozen version. */
export async function writePapers(
  client: Client,
  entries: readonly PaperEntry[],
  around: Circumstances,
): Promise<LoadedPaper[]> {
  const { random } = around;
  const papers = entries.map((entry) => ({
    entry,
    id: random.uuid(),
    roundId: random.uuid(),
    versionId: random.uuid(),
    submittedAt: new Date(entry.submitted_at * 1000),
  }));
  await copyRows(
    client,
    'submission',
    submissionColumns,
    map(papers, (paper) => submissionRow(paper, around)),
  );
  await copyRows(
    client,
    'working_copy',
    ['submission_id', 'title', 'abstract', 'topic_ids', 'declarations'],
    map(papers, ({ entry, id }) => [id, entry.title, entry.abstract, topicIds(entry, around), declarations]),
  );
  await copyRows(
    client,
    'submission_contact',
    ['submission_id', 'person_id', 'added_at'],
    flat(papers, ({ entry, id, submittedAt }) =>
      unique(entry.contacts).map((contact) => [id, personOf(contact, around), submittedAt]),
    ),
  );
  await copyRows(
    client,
    'submission_author',
    authorColumns,
    flat(papers, (paper) => authorRows(paper, around)),
  );
  await copyRows(
    client,
    'submission_topic',
    ['submission_id', 'topic_id'],
    flat(papers, ({ entry, id }) => topicIds(entry, around).map((topic) => [id, topic])),
  );
  await copyRows(
    client,
    'conflict',
    ['id', 'submission_id', 'person_id', 'kind', 'source', 'created_at'],
    flat(papers, ({ entry, id, submittedAt }) =>
      Object.entries(entry.conflicts).map(([email, kind]) => [
        ...[random.uuid(), id, personOf(email, around)],
        ...[conflictKinds[kind] ?? 'other', 'author', submittedAt],
      ]),
    ),
  );
  await copyRows(
    client,
    'round',
    ['id', 'submission_id', 'n', 'state', 'form_version_id', 'created_at'],
    map(papers, ({ entry, id, roundId, submittedAt }) => [
      ...[roundId, id, 1, entry.decision === 'undecided' ? 'review_open' : 'decided_not_notified'],
      ...[around.call.formVersionId, submittedAt],
    ]),
  );
  await copyRows(
    client,
    'submission_version',
    versionColumns,
    map(papers, (paper) => versionRow(paper, around)),
  );
  return papers;
}

/** Decisions that are made and not released: the files do not say who was told what. */
export async function writeDecisions(
  client: Client,
  papers: readonly LoadedPaper[],
  by: string,
  { random, now }: Circumstances,
): Promise<void> {
  const outcomes = { accepted: 'accept_paper', rejected: 'reject', undecided: null };
  await copyRows(
    client,
    'decision',
    ['id', 'round_id', 'submission_id', 'outcome', 'state', 'decided_by', 'decided_at'],
    flat(papers, ({ entry, id, roundId }) => {
      const outcome = outcomes[entry.decision];
      return outcome === null ? [] : [[random.uuid(), roundId, id, outcome, 'decided', by, now]];
    }),
  );
}

const declarations = { conflictsChecked: true, originalWork: true };

const submissionColumns = [
  ...['id', 'call_id', 'track_id', 'type_id', 'number', 'state', 'stage', 'title', 'abstract', 'topic_ids'],
  ...['created_by', 'created_at', 'edited_at', 'submitted_at', 'withdrawn_at', 'authors_short', 'authors_search'],
  ...['reviews_expected', 'reviews_in', 'score_mean', 'score_min', 'score_max'],
];

function submissionRow({ entry, id, submittedAt }: LoadedPaper, around: Circumstances): Cell[] {
  const { call } = around;
  const authors = authorsOf(entry, around);
  const { expected, arrived, mean, lowest, highest } = around.counts.get(entry.pid) ?? noReviews;
  return [
    ...[id, call.id, call.trackId, call.typeId, entry.pid, entry.status, 'paper', entry.title, entry.abstract],
    ...[topicIds(entry, around), personOf(entry.contacts[0] ?? '', around), submittedAt, submittedAt, submittedAt],
    ...[entry.status === 'withdrawn' ? around.now : null, authorsShort(authors), authorsSearch(authors)],
    ...[expected, arrived, mean, lowest, highest],
  ];
}

const authorColumns = [
  ...[
    'id',
    'submission_id',
    'position',
    'given_name',
    'family_name',
    'address',
    'affiliation',
    'is_corresponding',
    'person_id',
  ],
];

function authorRows({ entry, id }: LoadedPaper, around: Circumstances): Cell[][] {
  return authorsOf(entry, around).map((author, position) => [
    ...[around.random.uuid(), id, position, author.givenName, author.familyName, author.address, author.affiliation],
    ...[author.isCorresponding, author.personId],
  ]);
}

const versionColumns = [
  ...[
    'id',
    'submission_id',
    'n',
    'kind',
    'title',
    'abstract',
    'abstract_words',
    'content',
    'digest',
    'submitted_by',
    'submitted_at',
  ],
];

function versionRow({ entry, id, versionId, submittedAt }: LoadedPaper, around: Circumstances): Cell[] {
  const { title, abstract } = entry;
  const authors = authorsOf(entry, around).map(({ personId: _, mayEdit: __, ...author }) => author);
  const content = { authors, keywords: [], topics: topicIds(entry, around), declarations };
  const where = { call: around.call.slug, number: entry.pid };
  const digest = versionDigest({ ...content, ...where, title, abstract, abstractCut: null, kind: 'paper', files: [] });
  return [
    ...[versionId, id, 1, 'paper', title, abstract, wordCount(abstract).words, content, digest],
    ...[personOf(entry.contacts[0] ?? '', around), submittedAt],
  ];
}

function authorsOf(entry: PaperEntry, { directory }: Circumstances) {
  const corresponding = entry.contacts[0]?.toLowerCase();
  return entry.authors.map((author) => ({
    givenName: author.given_name,
    familyName: author.family_name,
    address: author.email,
    affiliation: author.affiliation,
    country: '',
    isCorresponding: author.email.toLowerCase() === corresponding,
    mayEdit: entry.contacts.some((contact) => contact.toLowerCase() === author.email.toLowerCase()),
    personId: directory.get(author.email.toLowerCase()) ?? null,
  }));
}

function topicIds(entry: PaperEntry, { call }: Circumstances): string[] {
  return unique(entry.topics).flatMap((topic) => call.topics.get(topic) ?? []);
}

function personOf(email: string, { directory }: Circumstances): string {
  const id = directory.get(email.toLowerCase());
  if (id === undefined) throw new Error('An address that was checked is unknown.');
  return id;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function* map<T>(items: readonly T[], rowOf: (item: T) => Cell[]): Generator<Cell[]> {
  for (const item of items) yield rowOf(item);
}

function* flat<T>(items: readonly T[], rowsOf: (item: T) => Cell[][]): Generator<Cell[]> {
  for (const item of items) yield* rowsOf(item);
}
