import { unzipSync } from 'fflate';
import * as contract from '@convoke/contract';
import { exportTable, type Endpoint } from '@convoke/contract';
import type { ProofPaper } from './paper';

/** Where somebody asks from. */
export interface Window {
  readonly origin: string;
  readonly cookie: string;
}

/** What one request gave to read: body and headers as text, the body also as data. */
export interface Answer {
  readonly path: string;
  readonly status: number;
  /** Everything a reader could find a word in. */
  readonly text: string;
  readonly json: unknown;
}

/** Every GET endpoint of the contract: a new one is crawled without a line here. */
export const reading: readonly Endpoint[] = Object.entries(contract)
  .filter(([name]) => name.endsWith('Api'))
  .flatMap(([, api]) => Object.values(api as Record<string, Endpoint>))
  .filter(({ method }) => method === 'GET');

/** The pages rendered by the server that tell of a call. */
const pages = ['/', '/c/:call', '/c/:call/dates.ics', '/c/:call/s/:number'];

/** What fills the places of a path: each value is tried. */
type Places = Readonly<Record<string, readonly string[]>>;

/** Asks, as one person, for everything that an address can be made for: of the person alone, or with the call in it. */
export async function crawlCall(by: Window, slug: string): Promise<Answer[]> {
  const queries: Readonly<Record<string, readonly string[]>> = {
    '/api/calls/:call/records': [
      '?limit=200',
      '?query=sort:title&limit=200',
      '?query=sort:-mean&limit=200',
      '?query=au:a%20OR%20-au:a&limit=200',
      '?query=-%23x%20sort:state&limit=200',
      '?view=needs',
      '?view=late',
    ],
    '/api/calls/:call/people': [
      '?limit=200',
      '?query=load%3E0%20sort:-load&limit=200',
      '?query=has:papers%20OR%20-has:papers%20sort:load&part=reviewers&limit=200',
      '?query=-load:1&part=reviewers&limit=200',
    ],
    '/api/calls/:call/deadline-shift': ['?days=7'],
    '/api/calls/:call/mail': ['', '?show=undelivered', '?query=-kind:reminder', '?query=status:waiting%20OR%20to:a'],
    '/api/calls/:call/record-ids': ['', '?query=status:accepted%20OR%20-dec:none%20sort:-mean'],
    '/api/calls/:call/record-drafts': ['?limit=200', '?query=q%20OR%20-q', '?query=-name:q%20track:m'],
    '/api/me/submissions': ['?limit=200', '?query=status:review', '?query=-status:review%20-has:missing'],
    '/api/me/letters': ['?limit=200'],
  };
  const places = { call: [slug], table: exportTable.options, format: ['csv', 'xlsx'] };
  return ask(by, [...reading.map(({ path }) => path), ...pages], places, queries);
}

/** Asks, as one person, for everything about one submission by all the ids that belong to it. */
export async function crawlPaper(by: Window, paper: ProofPaper): Promise<Answer[]> {
  const of = (path: string): Places => {
    if (path.startsWith('/api/assignments/')) return { id: paper.assignments };
    if (path.includes('/mail/')) return { call: [paper.call.slug], id: paper.letters };
    return {
      ...{ call: [paper.call.slug], id: [paper.id], number: [String(paper.asked)], file: paper.files },
      ...{ slot: ['paper', 'supplement'], submission: [paper.id] },
    };
  };
  const paths = [...reading.map(({ path }) => path), ...pages].filter((path) =>
    /:(id|number|file|submission)\b/.test(path),
  );
  const queries = {
    '/api/submissions/:id/candidates': [
      '',
      '?sort=bid',
      '?query=bid%3E0%20OR%20-bid%3E0',
      '?query=-is:barred%20load%3E0',
    ],
  };
  return (await Promise.all(paths.map((path) => ask(by, [path], of(path), queries)))).flat();
}

/** Asks, as one person, for a submission as others see it: through the eyes of anybody who is its author, or has reviewed it. */
export async function crawlThroughOthers(by: Window, { id, call, asked }: ProofPaper): Promise<Answer[]> {
  const page = `/api/calls/${call.slug}/records/${asked}`;
  const paths = [
    page,
    `${page}/sight`,
    ...['reviews', 'discussion', 'response'].map((part) => `/api/submissions/${id}/${part}`),
  ];
  const eyes = ['standing:author', 'standing:reviewer'];
  return Promise.all(paths.flatMap((path) => eyes.map((as) => askFor(by, `${path}?as=${as}`))));
}

async function ask(
  by: Window,
  paths: readonly string[],
  places: Places,
  queries: Readonly<Record<string, readonly string[]>>,
): Promise<Answer[]> {
  const addresses = paths.flatMap((path) =>
    fill(path, places).flatMap((filled) => (queries[path] ?? ['']).map((query) => filled + query)),
  );
  return Promise.all(addresses.map((address) => askFor(by, address)));
}

/** Every address a path can become; none where a place has nothing to fill it. */
function fill(path: string, places: Places): string[] {
  const [name] = /:(\w+)/.exec(path)?.slice(1) ?? [];
  if (!name) return [path];
  return (places[name] ?? []).flatMap((value) => fill(path.replace(`:${name}`, value), places));
}

/** Asks one address. */
export async function askFor(by: Window, path: string): Promise<Answer> {
  const response = await fetch(by.origin + path, { headers: { cookie: by.cookie }, redirect: 'manual' });
  const body = textOf(Buffer.from(await response.arrayBuffer()));
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    path,
    status: response.status,
    text: `${headers}\n\n${body}`,
    json: isJson && response.status === 200 ? (JSON.parse(body) as unknown) : null,
  };
}

/** A body as text: of an archive or a workbook the names and contents of what is in it. */
function textOf(bytes: Buffer): string {
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${Buffer.from(content).toString('utf8')}`)
    .join('\n');
}
