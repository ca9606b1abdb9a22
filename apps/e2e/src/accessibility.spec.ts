import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { Windows } from './support/browser';
import { eventually } from './support/eventually';
import { signInAs } from './support/people';
import { authorPlaces, organiserPlaces, reviewerPlaces, visitorPlaces, type Place } from './support/places';

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

let windows: Windows;
beforeAll(async () => {
  windows = await Windows.open();
});
afterAll(() => windows.close());

/** Goes there and waits until what the page asked for has come. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await eventually(
    () => page.locator('cv-loading').count(),
    (loading) => loading === 0,
    { every: 50 },
  );
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe, one line each. Evaluated, not added as a script: the pages' policy forbids that. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, { resultTypes: ['violations'] })`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(' | ')}`,
    );
}

/** What is wrong with the page's frame: its title, its first heading, its width. */
async function frame(page: Page): Promise<string[]> {
  const headings = await page.locator('h1').count();
  const title = await page.title();
  const over = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(/\S.* · Convoke$/.test(title) ? [] : [`title “${title}”`]),
    ...(over > 0 ? [`${over} px wider than the screen`] : []),
  ];
}

/** The page on a desk by day and on a phone at night: both widths and both sets of colours in two looks instead of four. */
async function wrongWith(page: Page, place: Place): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(desk);
  await visit(page, place.path);
  const byDay = [...(await frame(page)), ...(await findings(page))];
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize(phone);
  const atNight = [...(await frame(page)), ...(await findings(page))];
  return [...byDay.map((one) => `desk: ${one}`), ...atNight.map((one) => `phone, dark: ${one}`)];
}

async function expectAllAccessible(page: Page, places: readonly Place[]): Promise<void> {
  const wrong: Record<string, readonly string[]> = {};
  for (const place of places) {
    const found = await wrongWith(page, place).catch((error: unknown) => [String(error).slice(0, 200)]);
    if (found.length > 0) wrong[place.path] = found;
  }
  expect(wrong).toEqual({});
}

describe('every page, on a desk and on a phone, light and dark, has no serious finding, one first heading, a title, and fits the screen', () => {
  it('for a visitor', async () => {
    await expectAllAccessible(await windows.fresh(), visitorPlaces);
  });

  it('for an author', async () => {
    const page = await windows.fresh();
    await signInAs(page, 'Ada Ferri');
    await expectAllAccessible(page, await authorPlaces(page));
  });

  it('for a reviewer', async () => {
    const page = await windows.fresh();
    await signInAs(page, 'Ravi Menon');
    await expectAllAccessible(page, await reviewerPlaces(page));
  });

  it('for a co-chair', async () => {
    const page = await windows.fresh();
    await signInAs(page, 'Tala Brandt');
    await expectAllAccessible(page, await organiserPlaces(page, 'itais-2016', false));
  });

  it('for a chair', async () => {
    const page = await windows.fresh();
    await signInAs(page, 'Chidi Eze');
    await expectAllAccessible(page, [
      ...(await organiserPlaces(page, 'itais-2016', true)),
      { name: 'a new call', path: '/app/calls/new' },
    ]);
  });

  it('for a guest editor', async () => {
    const page = await windows.fresh();
    await signInAs(page, 'Gwen Price');
    await expectAllAccessible(page, await organiserPlaces(page, 'jedem-2015', true));
  });
});
