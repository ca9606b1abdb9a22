import { fields, visibilityDefaults, visibilitySettings, type Field, type VisibilitySettings } from '@convoke/domain';
import { matrix, matrixModes, matrixRoles, type Cell, type MatrixMode, type MatrixRole } from '@convoke/domain/testing';
import { TestApp } from '../test-app';
import { crawlCall, crawlPaper, crawlThroughOthers } from './crawl';
import { keptTo, observers } from './observe';
import type { ProofPaper } from './paper';
import type { Secret } from './secrets';
import { gaps, isOf, unserved, unservedFields } from './unserved';
import { ProofWorld } from './world';

/** `npm run test:matrix` asks for every mode, and with every setting on and off; `npm test` for two modes as they come. */
const extent = process.env['PROOF'];
const isFull = extent === 'full';
const modes: readonly MatrixMode[] = isFull ? matrixModes : extent === 'least' ? ['double'] : ['double', 'si_triple'];
const all = (value: boolean): VisibilitySettings =>
  Object.fromEntries(visibilitySettings.map((name) => [name, value])) as VisibilitySettings;
const settings: readonly (readonly [string, Partial<VisibilitySettings>])[] = [
  ['the settings as they come', {}],
  ...(isFull
    ? ([
        ['every setting off', all(false)],
        ['every setting on', all(true)],
      ] as const)
    : []),
];

const cells = matrix().filter(({ mode }) => modes.includes(mode));
const name = ({ field, role, mode, phase }: Cell): string => `${field} · ${role} · ${mode} · ${phase}`;

describe.each(settings)('What the server gives to read, with %s', (heading, given) => {
  let app: TestApp;
  const seen = new Map<string, boolean>();
  const failed: string[] = [];
  /** What is for some alone: who read it. */
  const found: { secret: Secret; role: MatrixRole; paper: ProofPaper }[] = [];
  let asked = 0;

  const expected = ({ visible }: Cell): boolean =>
    visible === 'yes' || (visible !== 'no' && (given[visible] ?? visibilityDefaults[visible]));

  beforeAll(async () => {
    app = await TestApp.start();
    const world = await ProofWorld.make(app, modes, given);
    for (const mode of modes) {
      const papers = world.papers.filter((paper) => paper.mode === mode);
      for (const role of matrixRoles) {
        const by = await world.window(role);
        const common = await crawlCall(by, papers[0]?.call.slug ?? '');
        for (const paper of papers) {
          const through = await crawlThroughOthers(by, paper);
          const answers = [...common, ...(await crawlPaper(by, paper)), ...through];
          asked += answers.length - common.length;
          failed.push(...answers.filter(({ status }) => status >= 500).map(({ path }) => `${role} ${path}`));
          for (const field of fields) {
            const observed = observers[field]?.(answers, paper, role);
            if (observed !== undefined)
              seen.set(name({ field, role, phase: paper.phase, mode, visible: 'no' }), observed);
          }
          for (const secret of Object.keys(keptTo) as Secret[])
            if (answers.some(({ text }) => text.includes(paper.token[secret]))) found.push({ secret, role, paper });
        }
      }
    }
  }, 600_000);
  afterAll(async () => {
    const count = (holds: (cell: Cell) => boolean): number => cells.filter(holds).length;
    const visible = count((cell) => seen.get(name(cell)) === true);
    const hidden = count((cell) => seen.get(name(cell)) === false && !expected(cell));
    const gap = count((cell) => seen.get(name(cell)) !== true && expected(cell));
    const never = count((cell) => !seen.has(name(cell)) && !expected(cell));
    if (extent !== 'least')
      process.stdout.write(
        `${heading}: ${cells.length} cells, ${visible} seen, ${hidden} hidden, ${gap} that no page shows yet, ${never} hidden of what is nowhere yet\n`,
      );
    await app.stop();
  });

  it('is asked for through every address there is, and never breaks', () => {
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(modes.length * 1000);
  });

  it('is nothing that the rule hides', () => {
    const leaked = cells.filter((cell) => seen.get(name(cell)) === true && !expected(cell));
    expect(leaked.map(name)).toEqual([]);
  });

  it('is everything that the rule shows, but for what no page shows to anybody in that place', () => {
    const missing = cells.filter((cell) => seen.get(name(cell)) === false && expected(cell) && !unserved(cell));
    expect(missing.map(name)).toEqual([]);
  });

  it('is not said to be shown by no page where one shows it', () => {
    const shown = gaps.filter((gap) => {
      const those = cells.filter((cell) => isOf(gap, cell) && seen.has(name(cell)) && expected(cell));
      return those.length > 0 && those.every((cell) => seen.get(name(cell)));
    });
    expect(shown.map(({ why }) => why)).toEqual([]);
  });

  it('covers every field, seen by somebody and hidden from somebody', () => {
    const values = (field: Field) =>
      new Set(cells.filter((cell) => cell.field === field).flatMap((cell) => seen.get(name(cell)) ?? []));
    // what these settings open to nobody is seen with others
    const closed = (field: Field) => !cells.some((cell) => cell.field === field && expected(cell));
    const expectedSo = fields.filter((field) => unservedFields.includes(field) || closed(field));
    expect(fields.filter((field) => values(field).size < 2)).toEqual(expectedSo);
    expect([...seen.keys()].length).toBeGreaterThan(modes.length * 2000);
  });

  it('holds what is for some alone for these, and is found by them', () => {
    const told = found.filter(({ secret, role, paper }) => !keptTo[secret]?.(role, paper));
    expect(told.map(({ secret, role, paper }) => `${secret} · ${role} · ${paper.mode} · ${paper.phase}`)).toEqual([]);
    const missed = (Object.keys(keptTo) as Secret[]).filter((secret) => !found.some((one) => one.secret === secret));
    expect(missed).toEqual([]);
  });
});
