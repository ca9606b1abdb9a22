import type { Page } from 'playwright-core';

/** Sets a date of a call as its chair does, and answers whom a date that gives more time is told to. */
export async function setDate(page: Page, call: string, name: string, days: number): Promise<void> {
  await page.goto(`/app/c/${call}/set-up/dates`);
  await page
    .getByRole('button', { name: `: ${name}` })
    .first()
    .click();
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByRole('button', { name: 'Save date' }).click();
  // a date that gives more time says first whom it tells
  const tell = page.getByRole('dialog').getByRole('button', { name: 'Save and write to them', exact: true });
  const saved = page.locator('cv-date-editor').waitFor({ state: 'detached' });
  await Promise.race([saved, tell.click()]);
  await saved;
}
