import { callRole } from '@convoke/contract';
import { translator } from '@convoke/texts';
import type { Page } from 'playwright-core';
import { frame, isBrief, LookedAt, toDesk, wrongWithLooks } from './support/appearance';
import { Windows } from './support/browser';
import { Opened, wrongWithComparison, wrongWithOpened } from './support/opening';
import { signInAs } from './support/people';
import { placesOf, rolesOf, type Place } from './support/places';
import { applicationRoutes, openingComponents, serverRoutes } from './support/routes';
import { goTo } from './support/settled';
import { visitorPlaces } from './support/visitor-places';

/** Who goes everywhere: together they have every part that there is in a call. */
const cast = {
  'an author': 'Ada Ferri',
  'a reviewer': 'Ravi Menon',
  'a co-chair': 'Tala Brandt',
  'a chair': 'Chidi Eze',
  'a guest editor': 'Gwen Price',
  'an editor-in-chief': 'Eva Sommer',
  'an administrator': 'Ines Duarte',
  'somebody without a part': 'Olu Bankole',
};

const { t } = translator('en');
const closedDoors = [t('shell.notOpen'), t('shell.notFound')];

let windows: Windows;
const opened = new Opened();
const lookedAt = new LookedAt();
/** Every page that somebody met, with the window of the first who did. */
const visited = new Map<string, Page>();
const roles = new Set<string>();
/** What is wrong, by address; for everybody. */
const rounds = new Map<string, Promise<Record<string, readonly string[]>>>();

/** Goes to a place and looks at it: all of it, or no further than the door where it is closed and such a door was seen before. */
async function wrongWith(page: Page, place: Place, doors: Set<string>): Promise<readonly string[]> {
  await toDesk(page);
  await goTo(page, place.path);
  const heading = await page.locator('h1').first().innerText();
  const isClosed = closedDoors.includes(heading);
  if (isClosed && doors.has(heading)) return frame(page);
  if (isClosed) doors.add(heading);
  if ((!isClosed || place.route.endsWith('**')) && !visited.has(place.route)) visited.set(place.route, page);
  return [
    ...(await frame(page)),
    ...(await wrongWithLooks(page, await lookedAt.howClosely(page, place.route))),
    ...(await wrongWithOpened(page, place.path, opened)),
  ];
}

/** Goes to all of them, whatever is wrong with one. */
async function goEverywhere(page: Page, places: readonly Place[]): Promise<Record<string, readonly string[]>> {
  const wrong: Record<string, readonly string[]> = {};
  const doors = new Set<string>();
  const isDone = ({ route }: Place) => isBrief && (visited.get(route) ?? page) !== page;
  for (const place of places) {
    if (isDone(place)) continue;
    const found = await wrongWith(page, place, doors).catch(said);
    if (found.length > 0) wrong[place.path] = found;
  }
  const draft = places.find(({ route, path }) => route === '/app/c/:call/d/:id' && path.endsWith('step=content'));
  if (draft && !isDone(draft)) {
    const found = await wrongWithComparison(page, draft.path, opened).catch(said);
    if (found.length > 0) wrong[`${draft.path} in two windows`] = found;
  }
  await page.context().close();
  return wrong;
}

const said = (error: unknown) => [String(error).slice(0, 300)];

async function goAs(name: string, routes: readonly string[]): Promise<Record<string, readonly string[]>> {
  const page = await windows.fresh();
  await signInAs(page, name);
  for (const role of await rolesOf(page)) roles.add(role);
  return goEverywhere(page, [...(await placesOf(page, routes)), { route: '/account', path: '/account' }]);
}

/** Two go round at a time: a page that is being looked at leaves a processor free for another. */
function inTwoLanes(work: ReadonlyMap<string, () => Promise<Record<string, readonly string[]>>>): void {
  const lanes = [Promise.resolve(), Promise.resolve()];
  [...work].forEach(([who, go], at) => {
    const round = lanes[at % 2]?.then(go) ?? go();
    rounds.set(who, round);
    lanes[at % 2] = round.then(
      () => undefined,
      () => undefined,
    );
  });
}

beforeAll(async () => {
  windows = await Windows.open();
  const routes = await applicationRoutes();
  const everybody = new Map(Object.entries(cast).map(([who, name]) => [who, () => goAs(name, routes)]));
  everybody.set('a visitor', async () => goEverywhere(await windows.fresh(), await visitorPlaces(windows)));
  inTwoLanes(everybody);
});
afterAll(() => windows.close());

describe('every page and what opens on it, on a desk and on a phone, light and dark, has no serious finding, one first heading, a title, and fits the screen', () => {
  it.each([...Object.keys(cast), 'a visitor'])(
    'for %s',
    async (who) => {
      expect(await rounds.get(who)).toEqual({});
    },
    900_000,
  );
});

describe('nothing was forgotten', () => {
  beforeAll(() => Promise.allSettled(rounds.values()));

  it('somebody met every page that the application or the server has', async () => {
    const pages = [...(await applicationRoutes()), ...serverRoutes()];
    expect(pages.filter((route) => !visited.has(route))).toEqual([]);
  });

  // whom a paper was given to handles it as a co-chair does, on the same pages
  it('every part that one can have in a call was taken', () => {
    expect(callRole.options.filter((role) => role !== 'handler' && !roles.has(role))).toEqual([]);
  });

  // what opens depends on who looks: it takes everybody's round
  (isBrief ? it.skip : it)('everything that opens was opened', () => {
    expect(openingComponents().filter((component) => !opened.components.includes(component))).toEqual([]);
  });
});
