import type { Page } from 'playwright-core';
import { Windows } from './support/browser';
import { signUp, stranger } from './support/people';

let windows: Windows;
let page: Page;
beforeAll(async () => {
  windows = await Windows.open();
  page = await windows.fresh({ javaScriptEnabled: false });
});
afterAll(() => windows.close());

describe('without scripts', () => {
  it('the directory leads to a call that is complete: text, tracks, topics, people, dates, and where to submit', async () => {
    await page.goto('/');
    await page
      .getByRole('link', { name: /ITAIS 2016/ })
      .first()
      .click();
    const words = await page.locator('main').innerText();
    for (const part of [
      'ICT and innovation: a step forward to a global society',
      'co-production and collaborative networking',
      'Open data, open government and co-production',
      'Castelnovo',
      'AoE',
    ])
      expect(words).toContain(part);
    expect(await page.locator('.nextup').getByRole('link').getAttribute('href')).toBe('/app/c/itais-2016/new');
  });

  it('the special issue says that its dates are to be announced, and is open', async () => {
    await page.goto('/c/jedem-2015');
    expect(await page.locator('main').innerText()).toMatch(/to be announced/i);
    expect(await page.locator('.nextup').getByRole('link').count()).toBe(1);
  });

  it('somebody creates an account, and what was wrong is said without losing what was typed', async () => {
    const person = stranger('Tove Lind', 'Linköpings universitet');
    await page.goto('/sign-up');
    await signUp(page, person, 'too short');
    expect(await page.locator('main').innerText()).toContain('Choose a password of 10 to 200 characters.');
    expect(await page.getByLabel('University or organisation').inputValue()).toBe(person.affiliation);
    await signUp(page, person);
    await page.waitForURL('**/app/**');
  });
});
