import {
  assignmentsApi,
  decisionsApi,
  recordsApi,
  reviewsApi,
  submissionsApi,
  type Endpoint,
  type ResponseOf,
} from '@convoke/contract';
import type { Page } from 'playwright-core';

/** A page of the product as one kind of person meets it. */
export interface Place {
  readonly name: string;
  readonly path: string;
}

/** What the API answers to the person of this window. */
async function ask<E extends Endpoint>(
  page: Page,
  endpoint: E,
  params: Readonly<Record<string, string>> = {},
): Promise<ResponseOf<E>> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? name);
  const answer = await page.context().request.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  return endpoint.response.parse(await answer.json()) as ResponseOf<E>;
}

const at = (...paths: readonly string[]): Place[] => paths.map((path) => ({ name: path, path }));

/** What anybody meets without an account. */
export const visitorPlaces: readonly Place[] = at(
  '/',
  '/c/itais-2016',
  '/c/jedem-2015',
  '/sign-in',
  '/sign-up',
  '/reset',
  '/reset/no-such-link',
  '/verify/no-such-link',
  '/r/no-such-link',
  '/i/no-such-link',
  '/mailbox',
  '/mailbox?to=ada.ferri@example.org',
  '/no-such-page',
);

/** The author's pages: lists, the form step by step, a receipt, the own submission. */
export async function authorPlaces(page: Page): Promise<Place[]> {
  const { items } = await ask(page, submissionsApi.mine);
  const draft = found(items.find((one) => one.state === 'draft' && one.canEdit));
  const sent = found(items.find((one) => one.number !== null && one.isContact));
  const form = `/app/c/${draft.callSlug}/d/${draft.id}`;
  return at(
    '/app',
    '/account',
    '/app/submissions',
    '/app/c/itais-2016/new',
    ...['type', 'content', 'authors', 'conflicts', 'files', 'check'].map((step) => `${form}?step=${step}`),
    `/app/c/${sent.callSlug}/d/${sent.id}/receipt`,
    ...items
      .filter((one) => one.number !== null)
      .map((one) => `/app/c/${one.callSlug}/s/${one.number}`)
      .slice(0, 3),
    '/app/no-such-page',
  );
}

/** The reviewer's pages: the list, and the editor in every state the list knows. */
export async function reviewerPlaces(page: Page): Promise<Place[]> {
  const { reviews } = await ask(page, reviewsApi.mine);
  const states = new Map(reviews.map((one) => [one.state, `/app/c/${one.callSlug}/r/${one.assignmentId}`]));
  return at('/app', '/app/reviews', ...states.values());
}

/** What a co-chair, a chair, or a guest editor works with in a call. */
export async function organiserPlaces(page: Page, call: string, setsUp: boolean): Promise<Place[]> {
  const base = `/app/c/${call}`;
  const board = await ask(page, assignmentsApi.board, { call });
  const records = await ask(page, recordsApi.list, { call });
  const decided = await ask(page, decisionsApi.board, { call });
  const paper = found(board.papers[0]);
  const full = found(records.rows.find((row) => row.number !== null));
  const letter = call.startsWith('jedem') ? decided.rows.find((row) => row.can.decide) : undefined;
  return at(
    base,
    `${base}/s`,
    `${base}/s/${full.number}`,
    `${base}/people`,
    `${base}/assign`,
    `${base}/assign?paper=${paper.number}`,
    `${base}/assign?part=late`,
    `${base}/decide`,
    ...(letter ? [`${base}/decide/letter/${letter.submissionId}`] : []),
    ...(setsUp ? [`${base}/mail`, `${base}/release`] : []),
    ...(setsUp
      ? ['text', 'tracks', 'dates', 'types', 'form', 'rules', 'visibility', 'publish'].map(
          (part) => `${base}/set-up/${part}`,
        )
      : []),
  );
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('The demo has nothing of this kind.');
  return one;
}
