import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const desk = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
/** The narrowest there is, and a desk that was enlarged twice. */
const reflow = [
  { width: 320, height: 640 },
  { width: 640, height: 450 },
];

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What another set of colours can change. */
const coloursOnly: RunOptions = { resultTypes: ['violations'], runOnly: ['color-contrast'] };
const everything: RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

/** Serious and critical findings of axe, one line each. Evaluated, not added as a script: the pages' policy forbids that. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
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

/** A bar that floats at the bottom covers what one scrolls to; where it is put down, nothing is covered. */
async function putDown(page: Page): Promise<void> {
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

/** What was looked at already: a page of the same route that is made of nothing else needs no second look in four ways. */
export class LookedAt {
  private readonly kinds = new Map<string, Set<string>>();

  async isNew(page: Page, route: string): Promise<boolean> {
    const known = this.kinds.get(route) ?? new Set<string>();
    this.kinds.set(route, known);
    const before = known.size;
    for (const kind of await madeOf(page)) known.add(kind);
    return known.size > before;
  }
}

/** Whether the page fits the screen, at every width. */
export async function wrongWithWidth(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const size of [desk, phone, ...reflow]) {
    await page.setViewportSize(size);
    wrong.push(...(await sideways(page)).map((one) => `${size.width} px: ${one}`));
  }
  return wrong;
}

/** What is wrong with the page as it stands, on a desk and on a phone, light and dark, and narrower still; a line each. */
export async function wrongWithLooks(page: Page, only?: 'phone'): Promise<string[]> {
  const wrong: string[] = [];
  const note = (where: string, found: readonly string[]) => wrong.push(...found.map((one) => `${where}: ${one}`));
  await putDown(page);
  if (only !== 'phone') {
    await dress(page, desk, 'light');
    note('desk', [...(await sideways(page)), ...(await findings(page, everything))]);
    await dress(page, desk, 'dark');
    note('desk, dark', await findings(page, coloursOnly));
  }
  await dress(page, phone, 'dark');
  note('phone, dark', [...(await sideways(page)), ...(await findings(page, everything))]);
  await dress(page, phone, 'light');
  note('phone', await findings(page, coloursOnly));
  for (const size of reflow) {
    await page.setViewportSize(size);
    note(`${size.width} px`, await sideways(page));
  }
  return wrong;
}
