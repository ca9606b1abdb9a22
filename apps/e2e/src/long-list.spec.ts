import type { Page } from 'playwright-core';
import { Windows } from './support/browser';
import { eventually } from './support/eventually';
import { loadLongCall } from './support/long-call';
import { signInAs } from './support/people';
import { settled } from './support/settled';

const papers = 10_000;
let windows: Windows;
let slug: string;
beforeAll(async () => {
  [windows, slug] = await Promise.all([Windows.open(), loadLongCall(papers)]);
});
afterAll(() => windows.close());

/** The row the keys act on, by its place in the list, once it has come to rest. */
const at = (page: Page, row: number) => page.locator(`tr.current[data-row="${row}"]:focus`).waitFor();

/** The first row whose head is below the head of the table. */
async function topRow(page: Page): Promise<number> {
  const tops = await page.locator('thead th, tr[data-row]').evaluateAll((all) =>
    all.map((one) => ({
      row: one.getAttribute('data-row'),
      top: one.getBoundingClientRect().top,
      bottom: one.getBoundingClientRect().bottom,
    })),
  );
  const head = tops.find(({ row }) => row === null)?.bottom ?? 0;
  return Number(tops.find(({ row, top }) => row !== null && top >= head - 1)?.row);
}

async function scrollTo(page: Page, where: number): Promise<void> {
  await page.mouse.move(640, 300);
  await page.mouse.wheel(0, where);
}

it('in a list of ten thousand the keys go on from what is seen, and who comes back stands where they stood', async () => {
  const page = await windows.fresh({ viewport: { width: 1280, height: 420 } });
  await signInAs(page, 'Hanna Lindqvist', `/app/c/${slug}/s`);
  await settled(page);
  await page.locator('tr[data-row="0"] a').waitFor();
  expect(await page.locator('table').getAttribute('aria-rowcount')).toBe(String(papers + 1));

  for (let pressed = 0; pressed < 20; pressed += 1) await page.keyboard.press('j');
  await at(page, 19);
  await page.keyboard.press('k');
  await at(page, 18);
  const before = await topRow(page);
  expect(before).toBeGreaterThan(0);

  const title = await page.locator('tr[data-row="18"] a').innerText();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/s\/\d+/);
  await page.getByRole('heading', { level: 1, name: title.replace(/^#\d+ /, '') }).waitFor();
  await page.goBack();
  await page.locator('tr.current[data-row="18"]').waitFor();
  await eventually(
    () => topRow(page),
    (top) => Math.abs(top - before) <= 1,
  );

  await scrollTo(page, 10_000_000);
  await page.locator(`tr[data-row="${papers - 1}"]`).waitFor();
  expect(await page.locator('tr[data-row]').count()).toBeLessThan(200);
  await page.getByRole('link', { name: `Paper ${papers} of a long list` }).click();
  await page.getByRole('heading', { level: 1, name: `Paper ${papers} of a long list` }).waitFor();
  await page.goBack();
  await page.locator(`tr[data-row="${papers - 1}"]`).waitFor();

  await scrollTo(page, -10_000_000);
  await eventually(
    () => page.evaluate('scrollY'),
    (y) => y === 0,
  );
  await page.keyboard.press('j');
  await at(page, 0);
});
