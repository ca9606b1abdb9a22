// `E2E_URL=http://localhost:3000 node tools/screenshots.mjs`: the pictures of the README, from a fresh demo that is running, into
// docs/images. `E2E_CHROMIUM` takes a browser that is there already.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../docs/images');
const scratch = await mkdtemp(join(tmpdir(), 'convoke-screenshots-'));
const baseURL = (process.env.E2E_URL ?? 'http://localhost:3000').replace(/\/$/, '');

/** Unpacked into a folder of our own: an older Chromium that lies in the common one would be taken as it is. */
process.env.TMPDIR = scratch;
const { default: packed } = await import('@sparticuz/chromium');
const unfit = /^--(headless|single-process|no-zygote|disable-web-security|allow-running-insecure-content)/;
const browser = await chromium.launch({
  executablePath: process.env.E2E_CHROMIUM ?? (await packed.executablePath()),
  args: packed.args.filter((arg) => !unfit.test(arg)),
});

/** A window of one of the demo's people, or of a visitor. */
async function windowOf(name, colorScheme = 'light') {
  const context = await browser.newContext({
    baseURL,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  if (name) {
    await page.goto('/sign-in?next=%2Fapp');
    await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click();
    await page.waitForURL(/\/app\/?$/);
  }
  return page;
}

async function picture(page, path, file) {
  if (path) await page.goto(path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${file}.png`) });
}

try {
  await mkdir(folder, { recursive: true });
  await picture(await windowOf(null), '/c/itais-2016', 'call');
  const author = await windowOf('Ada Ferri');
  const { items } = await (await author.request.get('/api/me/submissions')).json();
  const draft = items.find((one) => one.state === 'draft' && one.canEdit);
  await picture(author, `/app/c/${draft.callSlug}/d/${draft.id}`, 'submit');
  const chair = await windowOf('Chidi Eze');
  await picture(chair, '/app', 'home');
  await picture(chair, '/app/c/itais-2016/s', 'submissions');
  const { rows } = await (await chair.request.get('/api/calls/itais-2016/records?view=ready&limit=1')).json();
  await chair.goto(`/app/c/itais-2016/s/${rows[0].number}`);
  await chair.locator('cv-reviews-table table').waitFor();
  await picture(chair, null, 'submission');
  await picture(await windowOf('Chidi Eze', 'dark'), '/app/c/itais-2016/s', 'submissions-dark');
  const reviewer = await windowOf('Ravi Menon');
  const { reviews } = await (await reviewer.request.get('/api/me/reviews')).json();
  const review = reviews.find((one) => one.state === 'draft') ?? reviews[0];
  await reviewer.goto(`/app/c/${review.callSlug}/r/${review.assignmentId}`);
  await reviewer.locator('canvas').first().waitFor();
  await picture(reviewer, null, 'review');
  // Last, because it locks decisions: from here on the demo is not fresh.
  await chair.goto('/app/c/itais-2016/release');
  await chair.getByRole('button', { name: /^Prepare/ }).click();
  await chair.locator('cv-letter-preview').first().waitFor();
  await picture(chair, null, 'release');
} finally {
  await browser.close();
  await rm(scratch, { recursive: true, force: true });
}
