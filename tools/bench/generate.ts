import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance';
import { adjectives, angles, common, familyNames, fields, givenNames, nouns, places, verbs } from './words';

/** How large a synthetic conference is. */
export const scales = {
  S: { papers: 100, reviewers: 60, topics: 20, bids: 30, places: 40 },
  M: { papers: 1000, reviewers: 500, topics: 40, bids: 50, places: 150 },
  M2: { papers: 2000, reviewers: 1000, topics: 50, bids: 50, places: 250 },
  L: { papers: 10_000, reviewers: 5000, topics: 80, bids: 60, places: 600 },
} as const;
export type Scale = keyof typeof scales;

interface Person {
  email: string;
  given_name: string;
  family_name: string;
  affiliation: string;
}

interface Paper {
  pid: number;
  title: string;
  abstract: string;
  authors: Person[];
  contacts: string[];
  topics: string[];
  conflicts: Record<string, string>;
  submitted_at: number;
  status: 'submitted';
  decision: 'accepted' | 'rejected' | 'undecided';
}

interface Reviewer extends Person {
  interests: Map<string, number>;
  load: number;
}

/** Writes a conference of a size in the neutral format (docs/formats.md). The same seed writes the same files. */
export function generateConference(scale: Scale, folder: string, seed = 20160505): void {
  const size = scales[scale];
  const chance = new Chance(seed + size.papers);
  mkdirSync(folder, { recursive: true });
  const topics = topicNames(size.topics);
  const homes = Array.from(
    { length: size.places },
    (_, n) =>
      `University of ${places[n % places.length]}${n < places.length ? '' : ` ${Math.floor(n / places.length) + 1}`}`,
  );
  const reviewers = people(chance, size.reviewers, homes, 'committee').map((person) =>
    reviewer(chance, person, topics),
  );
  const authors = people(chance, Math.round(size.papers * 2.5), homes, 'author');
  const papers = Array.from({ length: size.papers }, (_, n) => paper(chance, n + 1, topics, authors, reviewers));
  const bids = preferences(chance, papers, reviewers, size.bids);
  writeReviews(chance, folder, papers, reviewers, bids);
  decide(papers, chance);
  writeFileSync(join(folder, 'papers.json'), `[\n${papers.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
  const roles = (n: number) => (n === 0 ? 'chair pc' : 'pc');
  csv(
    folder,
    'reviewers.csv',
    ['email', 'given_name', 'family_name', 'affiliation', 'roles'],
    reviewers.map((r, n) => [r.email, r.given_name, r.family_name, r.affiliation, roles(n)]),
  );
  csv(
    folder,
    'topic_interests.csv',
    ['email', 'topic', 'interest'],
    reviewers.flatMap((r) => [...r.interests].map(([topic, value]) => [r.email, topic, value])),
  );
  csv(
    folder,
    'preferences.csv',
    ['paper', 'email', 'preference', 'expertise'],
    bids.map((bid) => [bid.paper.pid, bid.reviewer.email, bid.value, bid.value > 8 ? 'X' : bid.value > 0 ? 'Y' : 'Z']),
  );
  const conference = { name: `Synthetic conference ${scale}`, topics, review_fields: reviewFields, seed };
  writeFileSync(join(folder, 'conference.json'), `${JSON.stringify(conference, null, 1)}\n`);
}

const reviewFields = [
  { id: 'overall', min: 1, max: 5 },
  { id: 'originality', min: 1, max: 5 },
  { id: 'expertise', min: 1, max: 4 },
  { id: 'summary', type: 'text' },
  { id: 'comments', type: 'text' },
  { id: 'confidential', type: 'text', visibility: 'pc' },
];

function topicNames(n: number): string[] {
  return Array.from({ length: n }, (_, index) => {
    const field = fields[index % fields.length];
    return `${field}: ${angles[Math.floor(index / fields.length) % angles.length]}`;
  });
}

function people(chance: Chance, n: number, homes: readonly string[], part: string): Person[] {
  return Array.from({ length: n }, (_, index) => {
    const given = chance.pick(givenNames);
    const family = chance.early(familyNames);
    const plain = `${given}.${family}`
      .normalize('NFKD')
      .replace(/[^A-Za-z.]/g, '')
      .toLowerCase();
    return {
      email: `${plain}.${index + 1}@${part}.example.org`,
      given_name: given,
      family_name: family,
      affiliation: chance.early(homes),
    };
  });
}

function reviewer(chance: Chance, person: Person, topics: readonly string[]): Reviewer {
  const interests = new Map(
    chance.sample(topics, chance.between(4, 9)).map((topic) => [topic, chance.pick([2, 2, 1, 1, 1, -1])]),
  );
  return { ...person, interests, load: 0 };
}

function paper(
  chance: Chance,
  pid: number,
  topics: readonly string[],
  authors: readonly Person[],
  reviewers: readonly Reviewer[],
): Paper {
  const writers = chance.sample(authors, chance.between(1, 6));
  if (chance.happens(0.25)) writers.push(person(chance.pick(reviewers)));
  const conflicts: Record<string, string> = {};
  for (const one of chance.sample(reviewers, chance.between(0, 9)))
    conflicts[one.email] = chance.pick(['institutional', 'collaborator', 'advisor', 'personal']);
  for (const writer of writers) delete conflicts[writer.email];
  return {
    pid,
    title: `${chance.capital(chance.pick(adjectives))} ${chance.pick(nouns)}: how ${chance.pick(adjectives)} ${chance.pick(nouns)} ${chance.pick(verbs)} ${chance.pick(nouns)}`,
    abstract: prose(chance, chance.between(110, 230)),
    authors: writers.map(person),
    contacts: [writers[0]?.email ?? ''],
    topics: chance.sample(topics, chance.between(1, 4)),
    conflicts,
    submitted_at: 1_460_000_000 + chance.between(0, 30 * 86_400),
    status: 'submitted',
    decision: 'undecided',
  };
}

function person({ email, given_name, family_name, affiliation }: Person): Person {
  return { email, given_name, family_name, affiliation };
}

interface Bid {
  paper: Paper;
  reviewer: Reviewer;
  value: number;
}

function preferences(chance: Chance, papers: readonly Paper[], reviewers: readonly Reviewer[], about: number): Bid[] {
  return reviewers.flatMap((one) => {
    const wanted = Math.min(papers.length, chance.between(Math.ceil(about / 2), Math.ceil(about * 1.5)));
    return chance.sample(papers, wanted).flatMap((to) => {
      if (isBlocked(to, one)) return [];
      const liking = to.topics.reduce((sum, topic) => sum + (one.interests.get(topic) ?? 0), 0);
      return [{ paper: to, reviewer: one, value: Math.min(20, Math.max(-20, 5 * liking + chance.between(-6, 6))) }];
    });
  });
}

function isBlocked(to: Paper, one: Reviewer): boolean {
  return to.conflicts[one.email] !== undefined || to.authors.some(({ email }) => email === one.email);
}

/** Three reviewers per paper, those who bid first; nine of ten reviews are in. */
function writeReviews(
  chance: Chance,
  folder: string,
  papers: readonly Paper[],
  reviewers: readonly Reviewer[],
  bids: readonly Bid[],
): void {
  const most = Math.ceil((3 * papers.length) / reviewers.length) + 2;
  const byPaper = Map.groupBy(bids, (bid) => bid.paper);
  const file = openSync(join(folder, 'reviews.csv'), 'w');
  writeSync(file, line(['paper', 'email', 'round', 'state', ...reviewFields.map(({ id }) => id)]));
  for (const to of papers) {
    const liked = (byPaper.get(to) ?? []).filter(({ value }) => value > -20).sort((a, b) => b.value - a.value);
    const chosen = liked
      .map(({ reviewer: one }) => one)
      .filter(({ load }) => load < most)
      .slice(0, 3);
    for (let tries = 0; chosen.length < 3 && tries < 5000; tries += 1) {
      const one = chance.pick(reviewers);
      if (one.load < most && !chosen.includes(one) && !isBlocked(to, one)) chosen.push(one);
    }
    const quality = chance.between(1, 5);
    for (const one of chosen) {
      one.load += 1;
      writeSync(file, line([to.pid, one.email, '', ...reviewCells(chance, quality)]));
    }
  }
  closeSync(file);
}

function reviewCells(chance: Chance, quality: number): (string | number)[] {
  const state = chance.happens(0.9) ? 'submitted' : chance.happens(0.5) ? 'draft' : 'assigned';
  if (state === 'assigned') return [state, ...reviewFields.map(() => '')];
  const near = () => Math.min(5, Math.max(1, quality + chance.between(-1, 1)));
  const note = chance.happens(0.3) ? prose(chance, chance.between(10, 40)) : '';
  return [
    state,
    near(),
    near(),
    chance.between(1, 4),
    prose(chance, chance.between(40, 110)),
    prose(chance, chance.between(120, 420)),
    note,
  ];
}

/** A fifth accepted, a tenth still open. */
function decide(papers: readonly Paper[], chance: Chance): void {
  for (const one of papers)
    one.decision = chance.happens(0.1) ? 'undecided' : chance.happens(0.24) ? 'accepted' : 'rejected';
}

function prose(chance: Chance, words: number): string {
  const sentences: string[] = [];
  for (let written = 0; written < words;) {
    const length = chance.between(8, 22);
    const sentence = Array.from({ length }, () => chance.pick(chance.pick([common, common, adjectives, nouns, verbs])));
    sentences.push(`${chance.capital(sentence.join(' '))}.`);
    written += length;
  }
  return sentences.join(' ');
}

function csv(
  folder: string,
  name: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  writeFileSync(join(folder, name), [header, ...rows].map(line).join(''));
}

function line(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : String(cell))).join(',')}\n`;
}
