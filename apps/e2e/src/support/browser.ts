import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  type Page,
} from 'playwright-core';

function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: journeys are run by "npm run e2e".`);
  return value;
}

/** Where the product runs, without a slash at the end. */
export const productUrl = environment('E2E_URL').replace(/\/$/, '');

const patience = Number(process.env['E2E_PATIENCE'] ?? 20_000);

/** Several windows need several processes; and a browser that ignores origins would not notice what a real one does. */
const unfit = /^--(headless|single-process|no-zygote|disable-web-security|allow-running-insecure-content)/;

/** Chromium itself now and then falls over while it starts, before any page is open: that says nothing about the product. */
async function launch(options: LaunchOptions, tries = 4): Promise<Browser> {
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (tries === 1) throw error;
    return launch(options, tries - 1);
  }
}

/** One browser of a spec: each person in a window of their own, that shares no cookie with another. */
export class Windows {
  private constructor(private readonly browser: Browser) {}

  /** Starts Chromium; close it with `close()` after the last test. */
  static async open(): Promise<Windows> {
    const args: unknown = JSON.parse(environment('E2E_CHROMIUM_ARGS'));
    const browser = await launch({
      executablePath: environment('E2E_CHROMIUM'),
      args: (args as string[]).filter((arg) => !unfit.test(arg)),
    });
    return new Windows(browser);
  }

  async fresh(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.context(options);
    return context.newPage();
  }

  /** Pictures of all windows as they are, when E2E_PICTURES names a folder: to look at after a failure. */
  async pictures(name: string): Promise<void> {
    const folder = process.env['E2E_PICTURES'];
    if (!folder) return;
    const pages = this.browser.contexts().flatMap((context) => context.pages());
    for (const [n, page] of pages.entries()) await page.screenshot({ path: `${folder}/${name}-${n}.png` });
  }

  /** A desk, unless told otherwise; English and UTC, so that words and times are the same everywhere. */
  async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: productUrl,
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(patience);
    return context;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
