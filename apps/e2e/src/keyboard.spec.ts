import type { Page } from 'playwright-core';
import { Windows } from './support/browser';
import { setDate } from './support/dates';
import { prose } from './support/papers';
import { password, signInAs, stranger } from './support/people';
import { receipt, saved } from './support/submitting';

let windows: Windows;
beforeAll(async () => {
  windows = await Windows.open();
});
afterAll(() => windows.close());

/** Presses Tab until the element with this role and name has the focus; that it can be reached is what is tested. */
async function tabTo(
  page: Page,
  role: 'textbox' | 'button' | 'link' | 'checkbox' | 'radio',
  name: RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let pressed = 0; pressed < 90; pressed += 1) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${role} ${name}`);
}

async function fill(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

async function press(page: Page, role: 'button' | 'link', name: RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

async function tick(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, 'checkbox', name);
  await page.keyboard.press('Space');
}

it('a visitor submits an abstract with the keyboard alone', async () => {
  const chair = await windows.fresh();
  await signInAs(chair, 'Chidi Eze');
  await setDate(chair, 'itais-2016', 'Abstract', 5);

  const page = await windows.fresh();
  const person = stranger('Isa Thorn', 'Universiteit Gent');
  await page.goto('/c/itais-2016');
  await press(page, 'link', /^Submit/);
  await press(page, 'link', /Create an account/);
  await fill(page, /Given name/, person.givenName);
  await fill(page, /Family name/, person.familyName);
  await fill(page, /University or organisation/, person.affiliation);
  await fill(page, /E-mail address/, person.address);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/app/c/itais-2016/new');

  await press(page, 'button', /^Start submission/);
  await fill(page, /^Title/, 'Keys only: an abstract without a mouse');
  await fill(page, /^Abstract/, prose(120));
  await tick(page, /^Open data, open government/);
  await saved(page);
  await press(page, 'button', /^Continue to authors/);
  await saved(page);
  await press(page, 'button', /^Continue to conflicts/);
  await tick(page, /^I have looked through the committee/);
  await saved(page);
  await press(page, 'button', /^Continue to files/);
  await press(page, 'button', /^Continue to check/);
  await tick(page, /^This is our own work/);
  await saved(page);
  await press(page, 'button', /^Submit abstract/);
  expect((await receipt(page)).heading).toBe('Your abstract is submitted');
});
