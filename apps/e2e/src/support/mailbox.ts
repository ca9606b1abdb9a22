import type { Page } from 'playwright-core';
import { eventually } from './eventually';

/** A letter as it lies in the demo's mailbox: it went through the queue, nodemailer and SMTP to get there. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** Addresses of pages in it, in order. */
  readonly links: readonly string[];
}

/**
 * Waits for a letter to an address, looks it up in the mailbox page, opens and reads it. Several letters may have the subject:
 * `saying` are words of the right one.
 */
export async function letterTo(page: Page, address: string, subject: RegExp, saying = ''): Promise<Letter> {
  const list = `/mailbox?to=${encodeURIComponent(address)}`;
  const found = await eventually<Letter | readonly string[]>(
    async () => {
      await page.goto(list);
      const others = await page.locator('.mailbox-list b').allInnerTexts();
      for (const address of await addresses(page, subject)) {
        await page.goto(address);
        const letter = await read(page);
        if (letter.text.includes(saying)) return letter;
      }
      return others;
    },
    (answer) => 'subject' in answer,
  );
  if (!('subject' in found)) throw new Error(`No letter ${subject} to ${address}`);
  return found;
}

async function addresses(page: Page, subject: RegExp): Promise<string[]> {
  const links = page.locator('.mailbox-list a').filter({ has: page.locator('b', { hasText: subject }) });
  return links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
}

async function read(page: Page): Promise<Letter> {
  const letter = page.locator('.mailbox-letter');
  await letter.waitFor();
  return {
    subject: await letter.locator('h2').innerText(),
    text: await letter.locator('.mailbox-text').innerText(),
    links: await letter
      .locator('.mailbox-text a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')),
  };
}

/** The first link of a letter that leads to a path beginning like this. */
export function linkIn(letter: Letter, path: string): string {
  const link = letter.links.find((one) => new URL(one).pathname.startsWith(path));
  if (link === undefined) throw new Error(`No link to ${path} in “${letter.subject}”: ${letter.links.join(' ')}`);
  return link;
}
