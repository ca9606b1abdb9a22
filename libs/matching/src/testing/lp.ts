import loadHighs from 'highs';
import { type Instance, remainingOf, reviewersOf } from '../instance';
import { never, Rows } from '../rows';

let loaded: ReturnType<typeof loadHighs> | undefined;

/** The optimum according to HiGHS; nothing if it finds no plan. */
export async function optimumByHighs(instance: Instance): Promise<number | undefined> {
  const highs = await (loaded ??= loadHighs());
  const { text, constant } = linearProgramme(instance);
  const { Status, ObjectiveValue } = highs.solve(text);
  return Status === 'Optimal' ? Math.round(ObjectiveValue) + constant : undefined;
}

function linearProgramme(instance: Instance): { text: string; constant: number } {
  const { papers, reviewers } = instance;
  const left = remainingOf(instance);
  const rows = new Rows(instance);
  const byReviewer: string[][] = Array.from({ length: reviewers }, () => []);
  const objective: string[] = [];
  const constraints: string[] = [];
  const bounds: string[] = [];
  let constant = 0;
  for (let p = 0; p < papers; p += 1) {
    for (const r of reviewersOf(instance.fixed, p)) constant += rows.plain(p)[r];
    const own: string[] = [];
    rows.open(p).forEach((value, r) => {
      if (value === never) return;
      const name = `x${p}_${r}`;
      own.push(name);
      byReviewer[r]?.push(name);
      objective.push(`${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`);
      bounds.push(`0 <= ${name} <= 1`);
    });
    constraints.push(`p${p}: ${[...own, '0 z'].join(' + ')} = ${left.demand[p]}`);
  }
  byReviewer.forEach((own, r) => {
    const sum = [...own, '0 z'].join(' + ');
    constraints.push(`m${r}: ${sum} <= ${left.maxLoad[r]}`, `l${r}: ${sum} >= ${left.minLoad[r]}`);
  });
  const lines = (list: readonly string[]) => list.map((line) => ` ${line}`).join('\n');
  const text = `Maximize\n obj: + 0 z\n${lines(objective)}\nSubject To\n${lines(constraints)}\nBounds\n 0 <= z <= 1\n${lines(bounds)}\nEnd\n`;
  return { text, constant };
}
