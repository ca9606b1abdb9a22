import { type Instance, remainingOf, reviewersOf } from '../instance';
import { never, Rows } from '../rows';

/** The fewest changes after which there is a plan, and the largest total with them, by trying everything. For tiny instances only. */
export function bruteForce(instance: Instance): { changes: number; total: number } {
  const { papers, reviewers } = instance;
  const left = remainingOf(instance);
  const rows = new Rows(instance);
  // of every vector of loads (four bits for each reviewer) and number of dropped places: the best total
  let reached = new Map<number, number>([[0, 0]]);
  const dropped = 16 ** reviewers;
  for (let p = 0; p < papers; p += 1) {
    const plain = rows.plain(p).slice();
    const open = rows.open(p).slice();
    const fixed = reviewersOf(instance.fixed, p).reduce((sum, r) => sum + plain[r], 0);
    const choices: { step: number; worth: number }[] = [];
    for (let set = 0; set < 1 << reviewers; set += 1) {
      const members = Array.from({ length: reviewers }, (_, r) => r).filter((r) => set & (1 << r));
      if (members.length > left.demand[p] || members.some((r) => open[r] === never)) continue;
      const step = members.reduce((sum, r) => sum + 16 ** r, dropped * (left.demand[p] - members.length));
      choices.push({ step, worth: members.reduce((sum, r) => sum + open[r], fixed) });
    }
    const then = new Map<number, number>();
    for (const [state, total] of reached)
      for (const { step, worth } of choices) {
        const before = then.get(state + step);
        if (before === undefined || before < total + worth) then.set(state + step, total + worth);
      }
    reached = then;
  }
  let best = { changes: Infinity, total: -Infinity };
  for (const [state, total] of reached) {
    let changes = Math.floor(state / dropped);
    for (let r = 0; r < reviewers; r += 1) {
      const load = Math.floor(state / 16 ** r) % 16;
      changes += Math.max(0, load - left.maxLoad[r]) + Math.max(0, left.minLoad[r] - load);
    }
    if (changes < best.changes || (changes === best.changes && total > best.total)) best = { changes, total };
  }
  return best;
}
