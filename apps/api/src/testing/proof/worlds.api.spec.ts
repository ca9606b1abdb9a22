import { visibilityDefaults } from '@convoke/domain';
import { matrix, matrixModes, matrixRoles, type MatrixMode, type MatrixRole } from '@convoke/domain/testing';
import { TestApp } from '../test-app';
import { askFor, crawlCall, crawlPaper, type Answer } from './crawl';
import { both, differences, type Difference } from './differences';
import type { ProofPaper } from './paper';
import { ProofWorld } from './world';

/**
 * Two worlds that differ in secrets must read alike to everybody who may not know them, byte for byte, at every address and in every
 * list, search and order. Whoever may not know several secrets reads one world that differs in all of them, for every paper of the
 * call at once. `npm run test:matrix` goes through all modes; `npm test` through one.
 */
const modes: readonly MatrixMode[] = process.env['PROOF'] === 'full' ? matrixModes : ['double'];

/** One secret of one paper. */
interface PaperSecret {
  readonly difference: Difference;
  readonly paper: ProofPaper;
}

/** What may differ between two answers to the same question: when, which request, which nonce. */
function plain({ path, status, text }: Answer): string {
  const steady = text
    .replace(/^(date|x-request-id|keep-alive|connection|etag|ratelimit[^:]*|x-ratelimit[^:]*): .*$/gim, '')
    .replace(/nonce[-=]"?[\w-]+"?/g, '');
  return `${path} ${status}\n${steady}`;
}

const cells = matrix();

describe.each(modes)('Two worlds of a call of kind %s', (mode) => {
  let app: TestApp;
  let world: ProofWorld;
  const first = new Map<MatrixRole, Map<string, string>>();

  beforeAll(async () => {
    app = await TestApp.start();
    world = await ProofWorld.make(app, [mode]);
    for (const role of matrixRoles) first.set(role, await read(role));
  }, 300_000);
  afterAll(() => app.stop());

  function mayKnow(role: MatrixRole, { difference: { fields, knows, among }, paper }: PaperSecret): boolean {
    if (knows?.includes(role)) return true;
    if (among && !among.includes(role)) return false;
    return cells.some(
      (cell) =>
        fields.includes(cell.field) &&
        cell.role === role &&
        cell.mode === mode &&
        cell.phase === paper.phase &&
        (cell.visible === 'yes' || (cell.visible !== 'no' && visibilityDefaults[cell.visible])),
    );
  }

  const secretsOf = (among: readonly Difference[]): PaperSecret[] =>
    world.papers.flatMap((paper) =>
      among.filter(({ where }) => where?.(paper) ?? true).map((difference) => ({ difference, paper })),
    );

  /** Everything somebody can read: what is said at each address. */
  async function read(role: MatrixRole): Promise<Map<string, string>> {
    const by = await world.window(role);
    const answers = await crawlCall(by, world.papers[0]?.call.slug ?? '');
    for (const paper of world.papers) answers.push(...(await crawlPaper(by, paper)));
    return new Map(answers.map((answer) => [answer.path, plain(answer)]));
  }

  async function make(secrets: readonly PaperSecret[]): Promise<() => Promise<void>> {
    const undos: (() => Promise<void>)[] = [];
    for (const { difference, paper } of secrets) undos.push(await difference.make(app, paper, world));
    return both(...undos);
  }

  /** Which of the secrets an address tells, asked one by one. */
  async function toldBy(role: MatrixRole, path: string, secrets: readonly PaperSecret[]): Promise<string[]> {
    const told: string[] = [];
    for (const secret of secrets) {
      const undo = await make([secret]);
      const answer = plain(await askFor(await world.window(role), path));
      await undo();
      if (answer !== first.get(role)?.get(path)) told.push(`${secret.difference.name} in ${secret.paper.phase}`);
    }
    return told;
  }

  it.each([
    ['what can differ together', differences.filter(({ alone }) => !alone)],
    ...differences.filter(({ alone }) => alone).map((one) => [one.name, [one]] as const),
  ] as [string, Difference[]][])(
    'that differ in %s read alike to everybody who may not know',
    async (_, among) => {
      const all = secretsOf(among);
      const groups = new Map<string, MatrixRole[]>();
      for (const role of matrixRoles) {
        const key = all.map((secret) => (mayKnow(role, secret) ? '.' : 'x')).join('');
        groups.set(key, [...(groups.get(key) ?? []), role]);
      }
      const told: string[] = [];
      let compared = 0;
      for (const [key, roles] of groups) {
        const kept = all.filter((_, index) => key[index] === 'x');
        const undo = await make(kept);
        const differing: [MatrixRole, string][] = [];
        for (const role of roles)
          for (const [path, answer] of await read(role)) {
            compared += 1;
            if (answer !== first.get(role)?.get(path)) differing.push([role, path]);
          }
        await undo();
        for (const [role, path] of differing.slice(0, 5))
          told.push(`${role} at ${path}: ${(await toldBy(role, path, kept)).join(', ')}`);
        told.push(...differing.slice(5).map(([role, path]) => `${role} at ${path}`));
      }
      expect(told).toEqual([]);
      expect(compared).toBeGreaterThan(3000);
    },
    600_000,
  );

  it('tell a chair who may know: the comparison is not blind', async () => {
    const paper = world.papers.find(({ phase }) => phase === 'decided_not_notified') as ProofPaper;
    const before = first.get('programme_chair');
    const blind: string[] = [];
    for (const difference of differences) {
      if (!mayKnow('programme_chair', { difference, paper })) continue;
      const undo = await make([{ difference, paper }]);
      const second = await read('programme_chair');
      await undo();
      if ([...second].every(([path, answer]) => before?.get(path) === answer)) blind.push(difference.name);
    }
    expect(blind).toEqual([]);
    const again = await read('programme_chair');
    expect([...again].filter(([path, answer]) => before?.get(path) !== answer).map(([path]) => path)).toEqual([]);
  }, 300_000);
});
