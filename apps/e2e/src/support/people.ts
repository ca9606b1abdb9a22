import type { Page } from 'playwright-core';
import { eventually } from './eventually';

export interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly affiliation: string;
  readonly address: string;
  /** What tells them, and what they write, from those of another run. */
  readonly mark: string;
}

/** Somebody nobody has met before, also when the journey runs twice on the same data. */
export function stranger(name: string, affiliation: string): NewPerson {
  const [givenName = '', familyName = ''] = name.split(' ');
  const word = `${givenName}.${familyName}`.toLowerCase();
  const mark = Date.now().toString(36);
  return { givenName, familyName, affiliation, mark, address: `${word}.${mark}@example.org` };
}

export const password = 'four plain words in a row';

/** Signs in with one click as one of the demo's people and waits for where that leads. */
export async function signInAs(page: Page, name: string, next = '/app'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click();
  await page.waitForURL((url) => url.pathname + url.search === next || url.pathname.startsWith(next));
}

/** Fills the sign-up form that is shown and sends it. */
export async function signUp(page: Page, person: NewPerson, chosen = password): Promise<void> {
  await page.getByLabel('Given name').fill(person.givenName);
  await page.getByLabel('Family name').fill(person.familyName);
  await page.getByLabel('University or organisation').fill(person.affiliation);
  await page.getByLabel('E-mail address').fill(person.address);
  await page.getByLabel('Password', { exact: true }).fill(chosen);
  await page.getByRole('button', { name: 'Create the account' }).click();
}

/** Confirms the address from the letter that came, as the person would. */
export async function confirmAddress(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await eventually(
    () => page.getByRole('button', { name: 'Confirm the address' }).count(),
    (count) => count === 0,
  );
}
