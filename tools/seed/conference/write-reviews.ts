import type { Client } from 'pg';
import type { Random } from '../../../apps/api/src/platform/random';
import { Copy, copyRows } from './copy';
import type { Directory } from './directory';
import { reviewRow, type ConferenceFile, type ReviewRow } from './format';
import { Problems } from './problems';
import { lines } from './read';
import type { LoadedCall, LoadedPaper } from './write-papers';

interface Circumstances {
  call: LoadedCall;
  directory: Directory;
  random: Random;
  now: Date;
}

interface Assigned {
  id: string;
  personId: string;
  paper: LoadedPaper;
  state: ReviewRow['state'];
}

/**
 * Assignments and reviews. The file is read twice: first for the assignments, which the reviews point at, then row by row for the
 * texts, so that their size does not matter. Answers how many reviews there are.
 */
export async function writeReviews(
  client: Client,
  folder: string,
  form: ConferenceFile['review_fields'],
  papers: readonly LoadedPaper[],
  around: Circumstances,
): Promise<number> {
  const byNumber = new Map(papers.map((paper) => [paper.entry.pid, paper]));
  const assigned = await readAssignments(folder, byNumber, around);
  await copyRows(
    client,
    'assignment',
    ['id', 'round_id', 'submission_id', 'reviewer_id', 'state', 'created_at', 'invited_at', 'answered_at'],
    [...assigned.values()].map(({ id, paper, personId, state }) => [
      ...[id, paper.roundId, paper.id, personId, state === 'submitted' ? 'completed' : 'accepted'],
      ...[paper.submittedAt, paper.submittedAt, paper.submittedAt],
    ]),
  );
  await copyReviews(client, folder, form, assigned, around);
  await client.query(
    `insert into review_version (id, review_id, n, answers, overall, submitted_at)
     select gen_random_uuid(), v.id, 1, v.answers, v.overall, v.submitted_at
       from review v join submission s on s.id = v.submission_id where s.call_id = $1 and v.submitted_n = 1`,
    [around.call.id],
  );
  return [...assigned.values()].filter(({ state }) => state !== 'assigned').length;
}

async function readAssignments(
  folder: string,
  byNumber: ReadonlyMap<number, LoadedPaper>,
  { directory, random }: Circumstances,
): Promise<Map<string, Assigned>> {
  const problems = new Problems();
  const assigned = new Map<string, Assigned>();
  for await (const { row, line } of lines(folder, 'reviews.csv', reviewRow, problems)) {
    const where = `reviews.csv, line ${line}`;
    const paper = byNumber.get(row.paper);
    const personId = directory.get(row.email.toLowerCase());
    if (!paper) problems.add(where, `there is no paper ${row.paper}`);
    if (!personId) problems.add(where, `${row.email} is not in reviewers.csv`);
    if (!paper || !personId) continue;
    const key = keyOf(row);
    if (assigned.has(key)) problems.add(where, `${row.email} reviews paper ${row.paper} twice`);
    assigned.set(key, { id: random.uuid(), personId, paper, state: row.state });
  }
  problems.settle();
  return assigned;
}

const reviewColumns = [
  ...[
    'id',
    'round_id',
    'submission_id',
    'reviewer_id',
    'assignment_id',
    'form_version_id',
    'submission_version_id',
    'state',
    'answers',
  ],
  ...['pseudonym', 'overall', 'submitted_n', 'created_at', 'edited_at', 'submitted_at'],
];

async function copyReviews(
  client: Client,
  folder: string,
  form: ConferenceFile['review_fields'],
  assigned: ReadonlyMap<string, Assigned>,
  { call, random, now }: Circumstances,
): Promise<void> {
  const problems = new Problems();
  const pseudonyms = new Map<string, number[]>();
  const copy = new Copy(client, 'review', reviewColumns);
  for await (const { row, line } of lines(folder, 'reviews.csv', reviewRow, problems)) {
    const to = assigned.get(keyOf(row));
    if (!to || row.state === 'assigned') continue;
    const answers = answersOf(row, form, problems, `reviews.csv, line ${line}`);
    const isSubmitted = row.state === 'submitted';
    const overall = typeof answers['overall'] === 'number' ? answers['overall'] : null;
    await copy.row([
      ...[random.uuid(), to.paper.roundId, to.paper.id, to.personId, to.id, call.formVersionId, to.paper.versionId],
      ...[
        row.state,
        answers,
        drawPseudonym(pseudonyms, to.paper.id, random),
        isSubmitted ? overall : null,
        isSubmitted ? 1 : 0,
      ],
      ...[now, now, isSubmitted ? now : null],
    ]);
  }
  await copy.end();
  problems.settle();
}

function answersOf(row: ReviewRow, form: ConferenceFile['review_fields'], problems: Problems, where: string) {
  const answers: Record<string, string | number> = {};
  for (const { id, type, min = 1, max = 5 } of form) {
    const value = row[id];
    if (typeof value !== 'string' || value === '') continue;
    if (type === 'text') answers[id] = value;
    else if (/^-?\d+$/.test(value) && Number(value) >= min && Number(value) <= max) answers[id] = Number(value);
    else problems.add(where, `${id} must be from ${min} to ${max}, not "${value.slice(0, 20)}"`);
  }
  return answers;
}

/** A letter drawn from a hat with one more letter than there are reviews so far: the order says nothing. */
function drawPseudonym(hats: Map<string, number[]>, submissionId: string, random: Random): number {
  const taken = hats.get(submissionId) ?? [];
  hats.set(submissionId, taken);
  const most = Math.max(3, taken.length + 1);
  const free = Array.from({ length: most }, (_, index) => index + 1).filter((letter) => !taken.includes(letter));
  const drawn = free[random.below(free.length)] ?? taken.length + 1;
  taken.push(drawn);
  return drawn;
}

function keyOf(row: ReviewRow): string {
  return `${row.paper} ${row.email.toLowerCase()}`;
}
