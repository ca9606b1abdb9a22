import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** `npm run test:looks`: everything in all four ways, however alike it is to what was seen before. */
export const isThorough = process.env['LOOKS'] === 'full';
/** `npm test`: each page for the first who may open it; `npm test -- all` goes there as everybody. */
export const isBrief = process.env['LOOKS'] === 'once';

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
/** The narrowest there is, and a desk that was enlarged twice. */
const reflow = [
  { width: 320, height: 640 },
  { width: 640, height: 450 },
];

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What opens above a page. */
export const floating = ':is([role=dialog], [role=menu], dialog[open])';

/** What WCAG 2.2 asks for at the levels A and AA. */
const everything: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
};
/** What another set of colours can change. */
const coloursOnly: RunOptions = { resultTypes: ['violations'], runOnly: ['color-contrast'] };

/**
 * Serious and critical findings of axe, one line each: of what floats above the page, or else of the page. Evaluated, not added as
 * a script: the pages' policy forbids that.
 */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document.querySelector('${floating}') ? { include: ['${floating}'] } : document, ${JSON.stringify(options)})`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(' | ')}`,
    );
}

/** Bars that float cover what one scrolls to: the lower one is put down, the upper one covers nothing where the page begins. */
async function putDown(page: Page): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  await page.locator('.cv-dock').evaluateAll((all) => {
    for (const one of all) one.style.position = 'static';
  });
}

async function sideways(page: Page): Promise<string[]> {
  const over = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  );
  return over > 0 ? [`${over} px wider than the screen`] : [];
}

/** What is wrong with the page's frame: its title, its first heading. */
export async function frame(page: Page): Promise<string[]> {
  const headings = await page.locator('h1').count();
  const title = await page.title();
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(/\S.* · Convoke$/.test(title) ? [] : [`title “${title}”`]),
  ];
}

async function dress(page: Page, size: { width: number; height: number }, colorScheme: 'light' | 'dark') {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

/** As a page is first met: on a desk, by day. */
export const toDesk = (page: Page) => dress(page, desk, 'light');
export const toPhone = (page: Page) => dress(page, phone, 'light');

/** What the page is made of: each kind of element once, by component, class, part and state; no words. */
async function madeOf(page: Page): Promise<string[]> {
  const kinds = await page.locator('body *').evaluateAll((all) =>
    all.map((one) => {
      let host: Element | null = one;
      while (host && !host.localName.startsWith('cv-')) host = host.parentElement;
      const state = one
        .getAttributeNames()
        .filter((name) =>
          /^(class|role|type|disabled|data-(?!opens)|aria-(current|disabled|expanded|invalid|pressed|sort))/.test(name),
        )
        .map((name) => `${name}=${(one.getAttribute(name) ?? '').replace(/\d+/g, '#')}`);
      return [host?.localName ?? '', one.localName, ...state].join(' ');
    }),
  );
  return [...new Set(kinds)];
}

/** How closely to look at a page: in all four ways, in the two that differ most, or only whether it fits. */
export type Closeness = 'four ways' | 'two ways' | 'width';

/**
 * What was looked at already. A page that shows something new is looked at in two ways, the first of every fourth route in all
 * four; one that is made of nothing else than pages before it must fit the screen like every other.
 */
export class LookedAt {
  private readonly kinds = new Map<string, Set<string>>();

  async howClosely(page: Page, route: string): Promise<Closeness> {
    if (isThorough) return 'four ways';
    const known = this.kinds.get(route);
    const made = await madeOf(page);
    this.kinds.set(route, new Set([...(known ?? []), ...made]));
    if (!known) return this.kinds.size % 4 === 1 ? 'four ways' : 'two ways';
    return made.some((kind) => !known.has(kind)) ? 'two ways' : 'width';
  }
}

/** What is wrong with the page as it stands, or with what floats above it: a line each. It must fit at every width. */
export async function wrongWithLooks(page: Page, closeness: Closeness): Promise<string[]> {
  const wrong: string[] = [];
  const note = (where: string, found: readonly string[]) => wrong.push(...found.map((one) => `${where}: ${one}`));
  const looks = closeness !== 'width';
  if (looks) await putDown(page);
  await dress(page, desk, 'light');
  note('desk', [...(await sideways(page)), ...(looks ? await findings(page, everything) : [])]);
  if (closeness === 'four ways') {
    await dress(page, desk, 'dark');
    note('desk, dark', await findings(page, coloursOnly));
    await dress(page, phone, 'light');
    note('phone', await findings(page, coloursOnly));
  }
  await dress(page, phone, 'dark');
  note('phone, dark', [...(await sideways(page)), ...(looks ? await findings(page, everything) : [])]);
  for (const size of reflow) {
    await page.setViewportSize(size);
    note(`${size.width} px`, await sideways(page));
  }
  return wrong;
}
