import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Caller } from './http';
import type { Operation } from './measure';
import { pdfOf } from './pdf';

/** What the operations act on, found in the loaded conference. */
export interface Scene {
  slug: string;
  chair: Caller;
  signIn: (personId: string) => Promise<Caller>;
  client: Client;
  callId: string;
}

const readTarget = 15;

/** Everything that is measured, in the order of the table. */
export async function operationsOn(scene: Scene): Promise<Operation[]> {
  return [...(await lists(scene)), ...(await pages(scene)), await savingReviews(scene), await savingSubmissions(scene)];
}

async function lists({ slug, chair, client, callId }: Scene): Promise<Operation[]> {
  const titles = await client.query<{ title: string }>(
    `select title from submission where call_id = $1 order by md5(number::text) limit 40`,
    [callId],
  );
  const words = titles.rows.map(({ title }) => title.split(/\W+/).sort((a, b) => b.length - a.length)[0] ?? 'network');
  const authors = await client.query<{ family_name: string }>(
    `select a.family_name from submission_author a join submission s on s.id = a.submission_id
      where s.call_id = $1 and length(a.family_name) > 3 order by md5(a.address::text) limit 40`,
    [callId],
  );
  const names = authors.rows.map(({ family_name }) => family_name);
  const read = (key: string, label: string, path: (n: number) => string): Operation => ({
    ...{ key, label, target: readTarget, isRead: true },
    run: async (n) => {
      await chair.ask(path(n));
    },
  });
  const list = `/api/calls/${slug}/records?limit=50`;
  const found = (query: string): string => `${list}&query=${encodeURIComponent(query)}`;
  return [
    read('list', "Chair's list, first page", () => list),
    read('list-by-score', "Chair's list by mean score", () => found('sort:-mean')),
    read('list-views', 'How long the views of the list are', () => `/api/calls/${slug}/record-views`),
    read('text-search', 'Search in title and abstract', (n) => found(words[n % words.length] ?? '')),
    read('author-search', 'Search by author', (n) => found(`au:"${names[n % names.length] ?? 'x'}"`)),
    // counts over everything the chair handles: it may grow with the call, within reason
    { ...read('home', "Chair's home page", () => '/api/me/next'), target: 50, isRead: false },
  ];
}

async function pages({ slug, chair, signIn, client, callId }: Scene): Promise<Operation[]> {
  const papers = await client.query<{ id: string; number: number; reviewer_id: string }>(
    `select s.id, s.number, (select v.reviewer_id from review v where v.submission_id = s.id and v.state = 'submitted' limit 1) as reviewer_id
       from submission s
       join membership m on m.call_id = s.call_id and m.role = 'chair'
      where s.call_id = $1 and s.reviews_in >= 2
        -- what the chair handles: a conflict or an own paper would hide it
        and not exists (select 1 from conflict x where x.submission_id = s.id and x.person_id = m.person_id)
        and not exists (select 1 from submission_author u where u.submission_id = s.id and u.person_id = m.person_id)
        and not exists (select 1 from assignment a where a.submission_id = s.id and a.reviewer_id = m.person_id)
      order by md5(s.number::text) limit 40`,
    [callId],
  );
  const places: ((typeof papers.rows)[number] & { reviewer: Caller })[] = [];
  for (const paper of papers.rows) places.push({ ...paper, reviewer: await signIn(paper.reviewer_id) });
  const open = async (caller: Caller, n: number): Promise<void> => {
    const paper = places[n % places.length];
    if (!paper) throw new Error('No paper has reviews.');
    // as the page asks: both at once
    await Promise.all([
      caller.ask(`/api/calls/${slug}/records/${paper.number}`),
      caller.ask(`/api/submissions/${paper.id}/reviews`),
    ]);
  };
  const page = (key: string, label: string, who: (n: number) => Caller): Operation => ({
    ...{ key, label, target: readTarget, isRead: true },
    run: (n) => open(who(n), n),
  });
  return [
    page('page-chair', 'One submission with its reviews, as chair', () => chair),
    page(
      'page-reviewer',
      'One submission with its reviews, as reviewer',
      (n) => places[n % places.length]?.reviewer ?? chair,
    ),
  ];
}

interface ReviewPlace {
  id: string;
  caller: Caller;
  version: number;
  answers: Record<string, unknown>;
  /** Key of the question that takes the most words. */
  text: string;
}

async function savingReviews({ signIn, client, callId }: Scene): Promise<Operation> {
  const open = await client.query<{
    id: string;
    reviewer_id: string;
    version: number;
    answers: Record<string, unknown> | null;
    text: string;
  }>(
    `select a.id, a.reviewer_id, coalesce(v.version, 0) as version, v.answers,
            (select field->>'key' from jsonb_array_elements(f.fields) field where field->>'kind' = 'text' limit 1) as text
       from assignment a join round r on r.id = a.round_id join submission s on s.id = a.submission_id
       join form_version f on f.id = r.form_version_id
       left join review v on v.assignment_id = a.id
      where s.call_id = $1 and r.state = 'review_open' and a.state in ('accepted', 'completed') order by md5(a.id::text) limit 16`,
    [callId],
  );
  const places: ReviewPlace[] = [];
  for (const { id, reviewer_id, version, answers, text } of open.rows) {
    places.push({ id, caller: await signIn(reviewer_id), version, answers: answers ?? { overall: 3 }, text });
  }
  const idle = [...places];
  return {
    ...{ key: 'save-review', label: 'Save a review', target: 5, isRead: false },
    run: async (n) => {
      const place = idle.shift();
      if (!place) throw new Error('More clients than open reviews.');
      const comments = `Draft ${n}. ${'The argument is clear and the evidence is thin. '.repeat(20)}`;
      const json = { version: place.version, answers: { ...place.answers, [place.text]: comments } };
      const path = `/api/assignments/${place.id}/review`;
      const saved = await place.caller.json<{ version: number }>(path, { method: 'PUT', json });
      place.version = saved.version;
      idle.push(place);
    },
  };
}

async function savingSubmissions({ slug, signIn, client, callId }: Scene): Promise<Operation> {
  const people = await client.query<{ person_id: string }>(
    `select distinct c.person_id from submission_contact c join submission s on s.id = c.submission_id where s.call_id = $1 limit 64`,
    [callId],
  );
  const authors: Caller[] = [];
  for (const { person_id } of people.rows) authors.push(await signIn(person_id));
  const place = await client.query<{ track: string; type: string; topic: string }>(
    `select (select id from track where call_id = $1 limit 1) as track, (select id from submission_type where call_id = $1 limit 1) as type,
            (select id from topic where call_id = $1 limit 1) as topic`,
    [callId],
  );
  const { track, type, topic } = place.rows[0] ?? { track: '', type: '', topic: '' };
  const pdf = await pdfOf(1024 * 1024);
  return {
    ...{ key: 'save-submission', label: 'Save a new submission with a 1 MiB PDF', target: 40, isRead: false },
    run: async (n) => {
      const author = authors[n % authors.length];
      if (!author) throw new Error('The conference has no authors.');
      const headers = { 'idempotency-key': randomUUID() };
      const json = { trackId: track, typeId: type };
      const { id } = await author.json<{ id: string }>(`/api/calls/${slug}/submissions`, {
        method: 'POST',
        json,
        headers,
      });
      const fields = {
        version: 1,
        title: `Measured submission ${n}`,
        abstract: 'We measure. '.repeat(60),
        topicIds: [topic],
      };
      await Promise.all([
        author.ask(`/api/submissions/${id}/files/paper`, { method: 'POST', file: pdf(n) }),
        author.ask(`/api/submissions/${id}/draft`, { method: 'PATCH', json: fields }),
      ]);
    },
  };
}
