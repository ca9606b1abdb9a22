import { randomUUID } from 'node:crypto';
import { visibilityDefaults } from '@convoke/domain';
import { matrix, type MatrixRole } from '@convoke/domain/testing';
import { TestApp } from '../test-app';
import { reading } from './crawl';
import type { ProofPaper } from './paper';
import { ProofWorld } from './world';

/** What one may not know to exist is answered like what does not exist: the same bytes, made by the same work. */
describe('What is hidden and what does not exist', () => {
  let app: TestApp;
  let world: ProofWorld;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await ProofWorld.make(app, ['double', 'si_double']);
  }, 120_000);
  afterAll(() => app.stop());

  const addressed = reading.filter(({ path }) =>
    /^\/api\/(submissions|assignments|files|calls\/:call\/records)\b.*:(id|number|file)/.test(path),
  );

  async function ask(role: MatrixRole, path: string): Promise<{ status: number; said: string; work: string[] }> {
    const by = await world.window(role);
    // what a first request does once (the session's last visit) is no part of the question
    let [status, said] = [0, ''];
    const work = await app.statementsOf(async () => {
      const response = await fetch(by.origin + path, { headers: { cookie: by.cookie } });
      const headers = [...response.headers].filter(
        ([name]) => !/^(date|x-request-id|content-security-policy)$/.test(name),
      );
      said = `${JSON.stringify(headers)}${await response.text()}`;
      status = response.status;
    });
    return { status, said, work };
  }

  function address(path: string, paper: ProofPaper | null, call: string): string {
    const id = !paper
      ? randomUUID()
      : path.startsWith('/api/assignments/')
        ? (paper.assignments.at(-1) ?? '')
        : paper.id;
    return path
      .replace(':call', call)
      .replace(':id', id)
      .replace(':number', paper ? String(paper.number) : '4711')
      .replace(':file', paper?.files[0] ?? randomUUID());
  }

  // who may have one of these may know that the submission is there
  const telling = matrix().filter(({ field }) => /^(submission.title_abstract|own_review.text)$/.test(field));
  const isHidden = (role: MatrixRole, { mode, phase }: ProofPaper): boolean =>
    telling.every(
      (cell) =>
        cell.role !== role ||
        cell.mode !== mode ||
        cell.phase !== phase ||
        cell.visible === 'no' ||
        (cell.visible !== 'yes' && !visibilityDefaults[cell.visible]),
    );

  const outside: readonly MatrixRole[] = [
    'unrelated_user',
    'conflicted_reviewer',
    'admin',
    'former_reviewer',
    'other_track_chair',
  ];

  it.each(outside)(
    'cost and say the same to: %s',
    async (role) => {
      const differing: string[] = [];
      let compared = 0;
      for (const paper of world.papers) {
        if (paper.number === null) continue;
        for (const { path } of addressed) {
          const missing = await ask(role, address(path, null, paper.call.slug));
          const hidden = await ask(role, address(path, paper, paper.call.slug));
          const where = `${path} in ${paper.mode} ${paper.phase}`;
          if (hidden.status !== 404) {
            if (missing.status === 404 && isHidden(role, paper)) differing.push(`${where}: ${hidden.status}`);
            continue;
          }
          compared += 1;
          if (hidden.said !== missing.said) differing.push(`${where}: another answer`);
          if (hidden.work.join('\n') !== missing.work.join('\n'))
            differing.push(
              `${where}: ${missing.work.length} statements for nothing, ${hidden.work.length} for what is hidden`,
            );
        }
      }
      expect(differing).toEqual([]);
      expect(compared).toBeGreaterThan(20);
    },
    120_000,
  );
});
