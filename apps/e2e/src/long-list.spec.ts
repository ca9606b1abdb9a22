import type { Page } from 'playwright-core';
import { Windows } from './support/browser';
import { eventually } from './support/eventually';
import { signInAs } from './support/people';
import { settled } from './support/settled';

let windows: Windows;
beforeAll(async () => {
  windows = await Windows.open();
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

it('in a list longer than the window the keys go on from what is seen, and who comes back stands where they stood', async () => {
  const page = await windows.fresh({ viewport: { width: 1280, height: 420 } });
  await signInAs(page, 'Chidi Eze', '/app/c/itais-2016/s');
  await settled(page);
  await page.locator('tr[data-row="0"] a').waitFor();
  const rows = Number(await page.locator('table').getAttribute('aria-rowcount')) - 1;
  expect(rows).toBeGreaterThan(30);

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

  await page.mouse.move(640, 300);
  await page.mouse.wheel(0, -10_000);
  await eventually(
    () => page.evaluate('scrollY'),
    (y) => y === 0,
  );
  await page.keyboard.press('j');
  await at(page, 0);
});
