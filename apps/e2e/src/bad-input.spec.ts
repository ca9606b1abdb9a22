import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Windows } from './support/browser';
import { pdfPaper, type FileToSend } from './support/papers';
import { signUp, stranger } from './support/people';
import { saved } from './support/submitting';

const title = 'What was typed must stay';
let windows: Windows;
let page: Page;

beforeAll(async () => {
  windows = await Windows.open();
  page = await windows.fresh();
  await page.goto('/sign-up?next=%2Fapp%2Fc%2Fjedem-2015%2Fnew');
  await signUp(page, stranger('Kari Voss', 'NTNU'));
  await page.getByRole('button', { name: 'Start submission' }).click();
  await page.getByLabel('Title', { exact: true }).fill(title);
  await saved(page);
});
afterAll(() => windows.close());

async function send(file: FileToSend | string): Promise<string> {
  await page.getByRole('button', { name: /^Files/ }).click();
  const slot = page.getByRole('region', { name: 'Article', exact: true });
  await slot.locator('input[type=file]').setInputFiles(file);
  const problem = slot.locator('cv-problem').filter({ hasText: /\S/ });
  await problem.waitFor();
  const words = await problem.innerText();
  await slot.getByRole('button', { name: 'Close' }).first().click();
  return words;
}

async function expectTitleKept(): Promise<void> {
  await page.getByRole('button', { name: /^Content/ }).click();
  expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe(title);
}

describe('a file that cannot be used is refused with a reason, and nothing typed is lost', () => {
  it('a program named like a paper', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(4096, 7)]);
    const words = await send({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: program });
    expect(words).toMatch(/PDF/);
    await expectTitleKept();
  });

  it('an empty file', async () => {
    const words = await send({ name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) });
    expect(words).toMatch(/empty/i);
    await expectTitleKept();
  });

  it('a file larger than the call takes', async () => {
    const { buffer } = await pdfPaper('large.pdf', 'A very large paper');
    const folder = await mkdtemp(join(tmpdir(), 'convoke-large-'));
    const path = join(folder, 'large.pdf');
    try {
      await writeFile(path, Buffer.concat([buffer, Buffer.alloc(51 * 1024 * 1024)]));
      await page.getByRole('button', { name: /^Files/ }).click();
      const slot = page.getByRole('region', { name: 'Article', exact: true });
      await slot.locator('input[type=file]').setInputFiles(path);
      expect(await slot.getByRole('alert').innerText()).toMatch(/This file has 51\S* MB; at most 50 MB are accepted\./);
    } finally {
      await rm(folder, { recursive: true });
    }
    await expectTitleKept();
  });
});

it('an abstract that is too long is counted and said, and can be saved all the same', async () => {
  await page.getByRole('button', { name: /^Content/ }).click();
  await page.getByLabel('Abstract', { exact: true }).fill('word '.repeat(1001).trim());
  expect(await page.locator('cv-word-count').innerText()).toContain('1,001');
  await saved(page);
});

it('what does not exist, and what one may not know to exist, look the same', async () => {
  const words = async (path: string) => {
    await page.goto(path);
    await page.locator('main cv-problem, main h1').first().waitFor();
    return page.locator('main').innerText();
  };
  const missing = await words('/app/c/itais-2016/s/9999');
  const foreign = await words('/app/c/itais-2016/s/1');
  expect(foreign.replaceAll('1', 'N')).toBe(missing.replaceAll('9999', 'N'));
});
