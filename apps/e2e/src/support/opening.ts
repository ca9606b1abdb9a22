import type { Page } from 'playwright-core';
import { floating, isThorough, toDesk, toPhone, wrongWithLooks } from './appearance';
import { goTo, settled } from './settled';
import { saved } from './submitting';

/** Kinds of things that open, and the components they belong to, over all people and pages: each kind is opened once. */
export class Opened {
  private readonly kinds = new Set<string>();
  private readonly shown = new Set<string>();
  private readonly lookedAt = new Set<string>();

  get components(): readonly string[] {
    return [...this.shown].sort();
  }

  /** True for the first who asks. */
  claim(kind: string): boolean {
    return added(this.kinds, kind);
  }

  show(components: readonly string[]): void {
    for (const component of components) this.shown.add(component);
  }

  /** What one sees is looked at once, whichever button it followed. */
  isNewLook(what: string): boolean {
    return added(this.lookedAt, what) || isThorough;
  }
}

function added(set: Set<string>, value: string): boolean {
  const before = set.size;
  return set.add(value).size > before;
}

/**
 * Marks what opens something and can be pressed: menus, panels, and the buttons whose words end in an ellipsis, because a dialog
 * follows. A kind is the component it stands in with its words without figures; menus and summaries, which name people and calls,
 * are counted instead, row by row alike.
 */
async function openers(page: Page, within: string): Promise<string[]> {
  const kinds = await page.locator(`${within} :is(button, summary, [aria-haspopup])`).evaluateAll((all) => {
    const counted = new Map<unknown, number>();
    return all.map((one) => {
      one.removeAttribute('data-opens');
      const words = (one.textContent ?? '').replace(/\s+/g, ' ').trim();
      const opens =
        one.matches('[aria-haspopup], [aria-expanded="false"], :not([open]) > summary') || words.endsWith('…');
      const blocked = one.matches(':disabled, [aria-disabled="true"]') || !one.checkVisibility();
      if (!opens || blocked) return '';
      let host: Element | null = one;
      while (host && !host.localName.startsWith('cv-')) host = host.parentElement;
      const place = one.closest('tr, li, nav, section') ?? host;
      const at = (counted.get(place) ?? 0) + 1;
      counted.set(place, at);
      const isListed = one.matches('[aria-haspopup], summary, li > [aria-expanded]');
      const what = isListed ? `menu ${at}` : words.replace(/[“"].*[”"]|\d+/g, '#');
      const kind = `${host?.localName ?? 'page'}: ${what}`;
      one.setAttribute('data-opens', kind);
      return kind;
    });
  });
  return [...new Set(kinds)].filter((kind) => kind !== '');
}

interface Shown {
  /** The components the opener stands in, and those in what it opened. */
  readonly components: readonly string[];
  /** What there is to look at now: a dialog by its component, anything else by what opened it. */
  readonly look: string;
  /** Where what opened stands: above the page, or in it. */
  readonly within: string;
}

/** Presses an opener of that kind, marked before. */
async function press(page: Page, kind: string): Promise<Shown> {
  const opener = page.locator(`[data-opens=${JSON.stringify(kind)}]`).first();
  const { around, opensHere } = await opener.evaluate((one) => {
    const names: string[] = [];
    for (let at: Element | null = one; at; at = at.parentElement) names.push(at.localName);
    return { around: names, opensHere: one.matches('[aria-expanded]:not([aria-haspopup]), summary') };
  });
  await opener.click();
  if (!opensHere) await page.locator(floating).first().waitFor();
  await settled(page);
  const inside = await page
    .locator('mat-dialog-container *, dialog[open]')
    .evaluateAll((all) => all.map((one) => (one.localName === 'dialog' ? (one.parentElement ?? one) : one).localName));
  const dialogs = inside.filter((name) => name.startsWith('cv-'));
  return {
    components: [...around.filter((name) => name.startsWith('cv-')), ...dialogs],
    look: dialogs[0] ?? kind,
    within: opensHere && dialogs.length === 0 ? 'body' : floating,
  };
}

/** Closes as a person with a keyboard would; says whether the page is as it was. */
async function close(page: Page, within: string): Promise<boolean> {
  if (within !== floating) return false;
  for (let left = await page.locator(floating).count(); left > 0; left -= 1) await page.keyboard.press('Escape');
  return (await page.locator(floating).count()) === 0;
}

/** Selects the first rows of a table, where rows can be selected: more can be done then. */
async function selectRows(page: Page, rows: number): Promise<boolean> {
  const boxes = page.locator('tbody tr input[type=checkbox]:visible');
  if ((await boxes.count()) < rows) return false;
  for (let at = 0; at < rows; at += 1) await boxes.nth(at).check();
  return true;
}

/** Opens what opens on this page and was not opened before, and in it what opens there; says what is wrong with each. */
export async function wrongWithOpened(page: Page, path: string, opened: Opened): Promise<string[]> {
  const wrong: string[] = [];
  for (const { dress, rows } of [
    { dress: toDesk },
    { dress: toPhone },
    { dress: toDesk, rows: 1 },
    { dress: toDesk, rows: 2 },
  ]) {
    await dress(page);
    if (rows && !(await selectRows(page, rows))) break;
    const open = async (steps: readonly string[]): Promise<readonly string[]> => {
      const { inside, shown } = await follow(page, steps, opened);
      if (opened.isNewLook(shown.look)) {
        wrong.push(...(await wrongWithLooks(page, 'two ways')).map((one) => `${steps.join(', ')}: ${one}`));
      }
      await dress(page);
      if (await close(page, shown.within)) return inside;
      await goTo(page, path);
      if (rows) await selectRows(page, rows);
      return inside;
    };
    for (const kind of await openers(page, 'body')) {
      if (!opened.claim(kind)) continue;
      for (const next of await open([kind])) if (opened.claim(next)) await open([kind, next]);
    }
  }
  return wrong;
}

/** Presses one opener after the other, each in what the one before it opened; says what can be opened then and not before. */
async function follow(
  page: Page,
  steps: readonly string[],
  opened: Opened,
): Promise<{ shown: Shown; inside: string[] }> {
  let shown: Shown = { components: [], look: '', within: 'body' };
  let before: readonly string[] = [];
  for (const kind of steps) {
    before = await openers(page, shown.within);
    shown = await press(page, kind);
    opened.show(shown.components);
  }
  const inside = (await openers(page, shown.within)).filter((kind) => !before.includes(kind));
  return { shown, inside };
}

/** What no button opens: the comparison that a draft asks for when it was changed in two windows at once. */
export async function wrongWithComparison(page: Page, draft: string, opened: Opened): Promise<string[]> {
  await toDesk(page);
  await page.goto(draft);
  const there = await page.context().newPage();
  await there.goto(draft);
  for (const [window, words] of [[there, 'Written there'] as const, [page, 'Written here'] as const]) {
    await window.getByLabel('Title', { exact: true }).fill(words);
    if (window === there) await saved(there);
  }
  await page.locator('cv-compare-versions').waitFor();
  await there.close();
  opened.show(['cv-compare-versions']);
  return wrongWithLooks(page, 'two ways');
}
