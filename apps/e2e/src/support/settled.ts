import type { Page } from 'playwright-core';
import { eventually } from './eventually';

/** An address of the application that leads nowhere. */
export const nowhere = '/app/no-such-page';

/** Waits until what the page asked for has come. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await eventually(
    () => page.locator('cv-loading:not(:has(h1, [role=alert]))').count(),
    (loading) => loading === 0,
    { every: 30 },
  );
}

/**
 * Goes to a page and waits until it is there. Inside the application this is a step of the router, as after a click on a link, by
 * way of the page for what is not there: so that every page is made anew, and so that one can tell when it has come.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  if (isInside(path) && URL.canParse(page.url()) && isInside(new URL(page.url()).pathname)) {
    await step(page, nowhere);
    await page.locator('cv-not-found h1').waitFor();
    if (path === nowhere) return;
    await step(page, path);
    await page.locator('cv-not-found').waitFor({ state: 'detached' });
  } else {
    await page.goto(path);
  }
  await settled(page);
}

const isInside = (path: string) => /^\/app(\/|\?|$)/.test(path);

const step = (page: Page, path: string) =>
  page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate', { state: null }))`,
  );
