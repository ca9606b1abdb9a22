import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Cancelled, type Progress } from './hooks';
import { type Instance, pairsOf } from './instance';
import { optimise } from './optimise';
import { computeApart } from './worker';

const root = join(__dirname, '../../..');
const script = join(root, 'dist/server/libs/matching/src/worker.js');

describe('a computation apart', () => {
  const size = { papers: 300, reviewers: 200 };
  const values = Int32Array.from({ length: size.papers * size.reviewers }, (_, at) => (at * 7919 + (at >> 3)) % 97);
  const instance: Instance = {
    ...size,
    demand: new Int32Array(size.papers).fill(3),
    minLoad: new Int32Array(size.reviewers),
    maxLoad: new Int32Array(size.reviewers).fill(5),
    affinity: { kind: 'dense', values },
    forbidden: pairsOf(size.papers, []),
    fixed: pairsOf(size.papers, []),
  };

  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'tools/build-server.mjs')], { cwd: root });
  }, 60_000);

  it('answers what a computation here answers, and tells how far it is', async () => {
    const seen: Progress[] = [];
    const { result } = computeApart({ kind: 'plain', instance }, { script, progress: (one) => seen.push(one) });
    expect((await result).total).toBe(optimise(instance).total);
    expect(seen.at(-1)?.improving).toBe(0);
    const fairly = computeApart({ kind: 'fair', instance, worst: 'paper' }, { script });
    expect((await fairly.result).plainTotal).toBe(optimise(instance).total);
  });

  it('ends when it is cancelled, and says what was wrong with what it got', async () => {
    const { result, cancel } = computeApart({ kind: 'plain', instance }, { script });
    cancel();
    await expect(result).rejects.toThrow(Cancelled);
    const wrong = computeApart({ kind: 'plain', instance: { ...instance, demand: new Int32Array(1) } }, { script });
    await expect(wrong.result).rejects.toThrow('one demand for each paper');
  });
});
