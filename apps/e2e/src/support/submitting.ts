import type { Page } from 'playwright-core';
import type { FileToSend } from './papers';
import type { NewPerson } from './people';

export interface Work {
  readonly title: string;
  readonly abstract: string;
  /** How many of the offered topics to tick, from the first. */
  readonly topics: number;
  readonly authors: readonly Pick<NewPerson, 'givenName' | 'familyName' | 'affiliation' | 'address'>[];
}

/** Waits until the form says that everything typed is on the server. */
export async function saved(page: Page): Promise<void> {
  await page.locator('cv-saved[data-state="saved"]').first().waitFor();
}

/** Fills title, abstract, topics. */
export async function fillContent(page: Page, work: Work): Promise<void> {
  await page.getByLabel('Title', { exact: true }).fill(work.title);
  await page.getByLabel('Abstract', { exact: true }).fill(work.abstract);
  const topics = page.getByRole('group', { name: 'Topics' }).getByRole('checkbox');
  for (let at = 0; at < work.topics; at += 1) await topics.nth(at).check();
  await saved(page);
}

/** Fills the list of authors, whoever stands in it already. */
export async function fillAuthors(page: Page, work: Work): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Authors' }).waitFor();
  const entries = page.getByRole('list', { name: 'Authors in order' }).getByRole('listitem');
  for (const [at, author] of work.authors.entries()) {
    if ((await entries.count()) <= at) await page.getByRole('button', { name: 'Add author' }).click();
    const entry = entries.nth(at);
    await entry.getByLabel('Given name').fill(author.givenName);
    await entry.getByLabel('Family name').fill(author.familyName);
    await entry.getByLabel('E-mail').fill(author.address);
    await entry.getByLabel('Affiliation').fill(author.affiliation);
    await entry.getByRole('checkbox', { name: 'Corresponding author' }).setChecked(at === 0);
  }
  await saved(page);
}

/** Fills the steps between the track and the file, as far as the abstract needs them; ends on the step of the files. */
export async function fillForm(page: Page, work: Work): Promise<void> {
  await fillContent(page, work);
  await goOn(page, 'authors');
  await fillAuthors(page, work);
  await goOn(page, 'conflicts');
  await page.getByLabel('I have looked through the committee for all authors.').check();
  await saved(page);
  await goOn(page, 'files');
}

/** The button at the foot of the form that leads to the next step. */
export async function goOn(page: Page, to: 'content' | 'authors' | 'conflicts' | 'files' | 'check'): Promise<void> {
  await page.getByRole('button', { name: `Continue to ${to}` }).click();
}

/** Sends a file into a slot from the step of the files and waits until it was looked at and found good. */
export async function sendFile(page: Page, slot: string, file: FileToSend): Promise<void> {
  const section = page.getByRole('region', { name: slot, exact: true });
  await section.locator('input[type=file]').setInputFiles(file);
  await section.getByRole('link', { name: `Open ${file.name}` }).waitFor();
  await section.getByText('Checked', { exact: true }).waitFor();
}

/** Confirms that the work is one's own, on the last step. */
export async function declareOwnWork(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'This is our own work' }).check();
  await saved(page);
}

/** What the receipt on the screen says. */
export async function receipt(page: Page): Promise<{ heading: string; number: number; text: string }> {
  await page.waitForURL(/\/receipt$/);
  const panel = page.locator('main dl.cv-panel');
  await panel.waitFor();
  const shown = await panel.locator('dd').first().innerText();
  return {
    heading: await page.getByRole('heading', { level: 1 }).innerText(),
    number: Number(/#(\d+)/.exec(shown)?.[1]),
    text: await page.locator('main').innerText(),
  };
}
