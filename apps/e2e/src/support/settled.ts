import type { Page } from 'playwright-core';
import { eventually } from './eventually';

/** Waits until what the page asked for has come. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await eventually(
    () => page.locator('cv-loading:not(:has(h1, [role=alert]))').count(),
    (loading) => loading === 0,
    { every: 30 },
  );
}
