import type { Page } from 'playwright-core';
import { toDesk, toPhone, wrongWithLooks } from './appearance';
import { settled } from './settled';
import { saved } from './submitting';

/** Kinds of things that open, and the components they belong to, over all people and pages: each kind is opened once. */
export class Opened {
  private readonly kinds = new Set<string>();
  private readonly shown = new Set<string>();

  get components(): readonly string[] {
    return [...this.shown].sort();
  }

  /** True for the first who asks. */
  claim(kind: string): boolean {
    if (this.kinds.has(kind)) return false;
    this.kinds.add(kind);
    return true;
  }

  show(components: readonly string[]): void {
    for (const component of components) this.shown.add(component);
  }
}

/**
 * Marks what opens something and can be pressed: menus, panels, and the buttons whose words end in an ellipsis, because a dialog
 * follows. A kind is the component it stands in with its words without figures; menus and summaries, which name people and calls,
 * are counted instead, row by row alike.
 */
async function openers(page: Page, within: string): Promise<string[]> {
  const kinds = await page.locator(`${within} :is(button, summary, a, [aria-haspopup])`).evaluateAll((all) => {
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
      const what = one.matches('[aria-haspopup], summary') ? `menu ${at}` : words.replace(/[“"].*[”"]|\d+/g, '#');
      const kind = `${host?.localName ?? 'page'}: ${what}`;
      one.setAttribute('data-opens', kind);
      return kind;
    });
  });
  return [...new Set(kinds)].filter((kind) => kind !== '');
}

const floating = ':is([role=dialog], [role=menu], dialog[open])';

/** Presses an opener of that kind; says which components it stands in and which it shows. */
async function press(page: Page, kind: string): Promise<string[]> {
  const opener = page.locator(`[data-opens=${JSON.stringify(kind)}]`).first();
  const around = await opener.evaluate((one) => {
    const names: string[] = [];
    for (let at: Element | null = one; at; at = at.parentElement) names.push(at.localName);
    return names;
  });
  const opensHere = await opener.evaluate((one) => one.matches('[aria-expanded]:not([aria-haspopup]), summary'));
  await opener.click();
  if (!opensHere) await page.locator(floating).first().waitFor();
  await settled(page);
  const dialogs = await page
    .locator('mat-dialog-container *, dialog[open]')
    .evaluateAll((all) => all.map((one) => (one.localName === 'dialog' ? (one.parentElement ?? one) : one).localName));
  return [...around, ...dialogs].filter((name) => name.startsWith('cv-'));
}

/** Closes as a person with a keyboard would; a panel of the page is undone by opening the page again. */
async function close(page: Page, path: string): Promise<void> {
  const floats = await page.locator(floating).count();
  for (let left = floats; left > 0; left -= 1) await page.keyboard.press('Escape');
  const remains = floats > 0 ? await page.locator(floating).count() : 1;
  if (remains === 0) return;
  await page.goto(path);
  await settled(page);
}

/** Opens what opens on this page and was not opened before, and in it what opens there; says what is wrong with each. */
export async function wrongWithOpened(page: Page, path: string, opened: Opened): Promise<string[]> {
  const wrong: string[] = [];
  for (const [to, only] of [[toDesk] as const, [toPhone, 'phone'] as const]) {
    await to(page);
    const look = async (kinds: readonly string[]) => {
      for (const kind of kinds) opened.show(await press(page, kind));
      wrong.push(...(await wrongWithLooks(page, only)).map((one) => `${kinds.join(', ')}: ${one}`));
      await to(page);
    };
    for (const kind of await openers(page, 'body')) {
      if (!opened.claim(kind)) continue;
      await look([kind]);
      const inside = await openers(page, `${floating}`);
      await close(page, path);
      for (const next of inside.filter((one) => opened.claim(one))) {
        await openers(page, 'body');
        opened.show(await press(page, kind));
        await openers(page, floating);
        await look([next]);
        await close(page, path);
        await close(page, path);
      }
      await openers(page, 'body');
    }
  }
  return wrong;
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
  return wrongWithLooks(page);
}
