import { fields, visibilityDefaults, visibilitySettings, type Field, type VisibilitySettings } from '@convoke/domain';
import { matrix, matrixModes, matrixRoles, type Cell, type MatrixMode } from '@convoke/domain/testing';
import { TestApp } from '../test-app';
import { crawlCall, crawlPaper, crawlThroughOthers } from './crawl';
import { observers } from './observe';
import { unserved, unservedFields } from './unserved';
import { ProofWorld } from './world';

/** `npm run test:matrix` asks for every mode, and with every setting on and off; `npm test` for two modes as they come. */
const isFull = process.env['PROOF'] === 'full';
const modes: readonly MatrixMode[] = isFull ? matrixModes : ['double', 'si_triple'];
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

describe.each(settings)('What the server gives to read, with %s', (_, given) => {
  let app: TestApp;
  const seen = new Map<string, boolean>();
  const failed: string[] = [];
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
        }
      }
    }
  }, 600_000);
  afterAll(() => app.stop());

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

  it('covers every field, seen by somebody and hidden from somebody', () => {
    const values = (field: Field) =>
      new Set(cells.filter((cell) => cell.field === field).flatMap((cell) => seen.get(name(cell)) ?? []));
    // what these settings open to nobody is seen with others
    const closed = (field: Field) => !cells.some((cell) => cell.field === field && expected(cell));
    const expectedSo = fields.filter((field) => unservedFields.includes(field) || closed(field));
    expect(fields.filter((field) => values(field).size < 2)).toEqual(expectedSo);
    expect([...seen.keys()].length).toBeGreaterThan(2000);
  });
});
