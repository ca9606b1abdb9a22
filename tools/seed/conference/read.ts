import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import * as z from 'zod';
import {
  conferenceFile,
  interestRow,
  paperEntry,
  preferenceRow,
  reviewerRow,
  type ConferenceFile,
  type PaperEntry,
  type ReviewerRow,
} from './format';
import { Problems, UnloadableConference } from './problems';

export interface Conference {
  conference: ConferenceFile;
  papers: readonly PaperEntry[];
  reviewers: readonly ReviewerRow[];
  interests: readonly z.output<typeof interestRow>[];
  preferences: readonly z.output<typeof preferenceRow>[];
}

const names = [
  'conference.json',
  'papers.json',
  'reviewers.csv',
  'topic_interests.csv',
  'preferences.csv',
  'reviews.csv',
];

/** Reads and checks the files of a conference, reviews excepted: those are read as they are written. */
export async function readConference(folder: string): Promise<Conference> {
  const absent = names.filter((name) => !existsSync(join(folder, name)));
  if (absent.length > 0) throw new UnloadableConference(`${folder} has no ${absent.join(', ')}.`);
  const problems = new Problems();
  const conference = problems.parsed(conferenceFile, json(folder, 'conference.json'), 'conference.json');
  const papers = papersOf(json(folder, 'papers.json'), problems);
  const reviewers = await table(folder, 'reviewers.csv', reviewerRow, problems);
  const interests = await table(folder, 'topic_interests.csv', interestRow, problems);
  const preferences = await table(folder, 'preferences.csv', preferenceRow, problems);
  problems.settle();
  if (!conference) throw new UnloadableConference('conference.json cannot be read.');
  const read = {
    conference,
    papers,
    reviewers: reviewers.map(({ row }) => row),
    interests: interests.map(({ row }) => row),
    preferences: preferences.map(({ row }) => row),
  };
  checkReferences(read, { reviewers, interests, preferences }, problems);
  problems.settle();
  return read;
}

/** A row of a CSV file with the line it ends on. */
export interface Line<T> {
  row: T;
  line: number;
}

/** The rows of a CSV file with a header, checked one by one. */
export async function* lines<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  problems: Problems,
): AsyncGenerator<Line<z.output<S>>> {
  const parser = createReadStream(join(folder, name)).pipe(parse({ columns: true, info: true, bom: true }));
  try {
    for await (const entry of parser as AsyncIterable<{ record: unknown; info: { lines: number } }>) {
      const row = problems.parsed(schema, entry.record, `${name}, line ${entry.info.lines}`);
      if (row !== null) yield { row, line: entry.info.lines };
    }
  } catch (error) {
    problems.add(name, error instanceof Error ? error.message : String(error));
  }
}

async function table<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  problems: Problems,
): Promise<Line<z.output<S>>[]> {
  const rows: Line<z.output<S>>[] = [];
  for await (const row of lines(folder, name, schema, problems)) rows.push(row);
  return rows;
}

function json(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new UnloadableConference(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function papersOf(entries: unknown, problems: Problems): PaperEntry[] {
  const list = problems.parsed(z.array(z.unknown()), entries, 'papers.json') ?? [];
  return list.flatMap((entry, index) => problems.parsed(paperEntry, entry, `papers.json, element ${index}`) ?? []);
}

interface Located {
  reviewers: readonly Line<ReviewerRow>[];
  interests: readonly Line<z.output<typeof interestRow>>[];
  preferences: readonly Line<z.output<typeof preferenceRow>>[];
}

/** Every name that is used must be defined, and what must be unique must be. */
function checkReferences(read: Conference, located: Located, problems: Problems): void {
  const topics = new Set(read.conference.topics);
  const committee = new Set<string>();
  for (const { row, line } of located.reviewers) {
    const key = row.email.toLowerCase();
    if (committee.has(key)) problems.add(`reviewers.csv, line ${line}`, `${row.email} stands there twice`);
    committee.add(key);
  }
  const numbers = new Set<number>();
  read.papers.forEach((paper, index) => {
    const where = `papers.json, element ${index}`;
    if (numbers.has(paper.pid)) problems.add(where, `the number ${paper.pid} stands there twice`);
    numbers.add(paper.pid);
    const authors = new Set(paper.authors.map(({ email }) => email.toLowerCase()));
    for (const topic of paper.topics) if (!topics.has(topic)) problems.add(where, `unknown topic "${topic}"`);
    for (const email of paper.contacts)
      if (!authors.has(email.toLowerCase())) problems.add(where, `${email} is no author`);
    for (const email of Object.keys(paper.conflicts)) {
      if (!committee.has(email.toLowerCase())) problems.add(where, `${email} is not in reviewers.csv`);
    }
  });
  for (const { row, line } of located.interests) {
    const where = `topic_interests.csv, line ${line}`;
    if (!committee.has(row.email.toLowerCase())) problems.add(where, `${row.email} is not in reviewers.csv`);
    if (!topics.has(row.topic)) problems.add(where, `unknown topic "${row.topic}"`);
  }
  for (const { row, line } of located.preferences) {
    const where = `preferences.csv, line ${line}`;
    if (!committee.has(row.email.toLowerCase())) problems.add(where, `${row.email} is not in reviewers.csv`);
    if (!numbers.has(row.paper)) problems.add(where, `there is no paper ${row.paper}`);
  }
}
