import {
  accountsApi,
  assignmentsApi,
  decisionsApi,
  recordsApi,
  reviewsApi,
  submissionsApi,
  type CallRole,
  type Endpoint,
  type ResponseOf,
} from '@convoke/contract';
import type { Page } from 'playwright-core';
import { nowhere } from './settled';

/** A page of the product as one person meets it. */
export interface Place {
  /** As the product's own tables of routes name it. */
  readonly route: string;
  readonly path: string;
}

/** A call in which a person has these parts, or none. */
interface Part {
  readonly slug: string;
  readonly roles: readonly CallRole[];
}

/** What the API answers to the person of this window; nothing where it refuses. */
async function ask<E extends Endpoint>(
  page: Page,
  endpoint: E,
  params: Readonly<Record<string, string>> = {},
): Promise<ResponseOf<E> | null> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? name);
  const answer = await page.context().request.get(path);
  if (answer.status() === 403 || answer.status() === 404) return null;
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`);
  return endpoint.response.parse(await answer.json()) as ResponseOf<E>;
}

/** The first of each kind. */
function each<T>(all: readonly T[], kind: (one: T) => string): T[] {
  return [...new Map([...all].reverse().map((one) => [kind(one), one])).values()];
}

/**
 * Where a person finds the pages whose address names something else than the call: a paper in each of its states, a review in
 * each of its. A page that is added with such an address needs a line here.
 */
const found: Readonly<Record<string, (page: Page, call: string) => Promise<readonly (string | number)[]>>> = {
  '/app/c/:call/d/:id': async (page, call) => {
    const mine = await ask(page, submissionsApi.mine);
    const here = mine?.items.filter((one) => one.callSlug === call && one.canEdit && one.isContact) ?? [];
    return each(here, (one) => one.state).map((one) => one.id);
  },
  '/app/c/:call/d/:id/receipt': async (page, call) => {
    const mine = await ask(page, submissionsApi.mine);
    return (mine?.items ?? [])
      .filter((one) => one.callSlug === call && one.number !== null && one.isContact)
      .map((one) => one.id)
      .slice(0, 1);
  },
  '/app/c/:call/s/:number': async (page, call) => {
    const list = await ask(page, recordsApi.list, { call });
    const mine = await ask(page, submissionsApi.mine);
    const reviews = await ask(page, reviewsApi.mine);
    const papers = [
      ...(list?.rows ?? []),
      ...(mine?.items.filter((one) => one.callSlug === call) ?? []),
      ...(reviews?.reviews.filter((one) => one.callSlug === call) ?? []),
    ].filter((one) => one.number !== null);
    return each(papers, (one) => one.state).map((one) => one.number ?? 0);
  },
  '/app/c/:call/r/:assignment': async (page, call) => {
    const mine = await ask(page, reviewsApi.mine);
    const here = mine?.reviews.filter((one) => one.callSlug === call) ?? [];
    return each(here, (one) => one.state).map((one) => one.assignmentId);
  },
  '/app/c/:call/decide/letter/:submission': async (page, call) => {
    const board = await ask(page, decisionsApi.board, { call });
    return (board?.rows ?? [])
      .filter((one) => one.can.decide)
      .map((one) => one.submissionId)
      .slice(0, 1);
  },
};

/** Pages that look different with another query: the steps of a form, the parts of a page. */
const looks: Readonly<Record<string, (page: Page, call: string) => Promise<readonly string[]>>> = {
  '/app/c/:call/d/:id': async () =>
    ['type', 'content', 'authors', 'conflicts', 'files', 'check'].map((step) => `step=${step}`),
  '/app/c/:call/conflicts': async () => ['', 'show=blocking', 'show=dismissed', 'show=late', 'show=flagged'],
  '/app/c/:call/assign': async (page, call) => {
    const board = await ask(page, assignmentsApi.board, { call });
    return ['', 'part=late', ...(board?.papers.slice(0, 1).map((one) => `paper=${one.number}`) ?? [])];
  },
};

/** Every page of the application that this person might open, call by call; whether they may, the page says. */
export async function placesOf(page: Page, routes: readonly string[]): Promise<Place[]> {
  const me = await ask(page, accountsApi.me);
  const parts: Part[] = me && me.calls.length > 0 ? me.calls : [{ slug: 'itais-2016', roles: [] }];
  const places: Place[] = [];
  for (const route of routes) {
    for (const { slug } of route.includes(':call') ? parts : parts.slice(0, 1)) {
      for (const path of await pathsOf(page, route, slug)) {
        const queries = (await looks[route]?.(page, slug)) ?? [''];
        places.push(...queries.map((query) => ({ route, path: query ? `${path}?${query}` : path })));
      }
    }
  }
  return places;
}

async function pathsOf(page: Page, route: string, call: string): Promise<string[]> {
  const inCall = route.replace(':call', call).replace('/app/**', nowhere);
  if (!inCall.includes(':')) return [inCall];
  const finder = found[route];
  if (!finder) throw new Error(`Nothing says where ${route} is: apps/e2e/src/support/places.ts needs a line for it.`);
  return (await finder(page, call)).map((value) => inCall.replace(/:\w+/, String(value)));
}

/** The parts that somebody of the cast has in some call: all there are must be among them. */
export async function rolesOf(page: Page): Promise<readonly CallRole[]> {
  return (await ask(page, accountsApi.me))?.calls.flatMap((call) => call.roles) ?? [];
}
