import { totalOf } from './figures';
import { type Hooks } from './hooks';
import { assertSound, type Instance, loadsOf, type Pairs } from './instance';
import { AssignmentNetwork, type ChangeWeights } from './network';

/** A change of the instance by whole units. */
export type Change =
  | { kind: 'extraLoad'; reviewer: number; by: number }
  | { kind: 'droppedDemand'; paper: number; by: number }
  | { kind: 'loweredMinimum'; reviewer: number; by: number };

export interface Solution {
  /** Every pair of the plan, fixed ones included. */
  assigned: Pairs;
  total: number;
  /** Dual prices: what one place more for the paper, or one place less with the reviewer, is worth. They prove the optimum (`certify`). */
  paperPrice: Float64Array;
  reviewerPrice: Float64Array;
  /** Empty if the instance can be met. Otherwise a smallest change after which it can; plan and prices are of the changed instance. */
  changes: Change[];
  effort: { rounds: number; candidates: number; steps: number };
}

export interface Options extends Hooks {
  changeWeights?: Partial<ChangeWeights>;
}

export const evenWeights: ChangeWeights = { extraLoad: 1, droppedDemand: 1, loweredMinimum: 1 };

/** The plan with the largest total affinity, with its proof; or a smallest change that makes a plan possible, and the best plan after it. */
export function optimise(instance: Instance, { changeWeights, ...hooks }: Options = {}): Solution {
  assertSound(instance);
  const network = new AssignmentNetwork(instance, { weights: { ...evenWeights, ...changeWeights } });
  const effort = { rounds: 0, candidates: 0, steps: 0 };
  network.optimise({
    ...hooks,
    progress: (progress) => {
      Object.assign(effort, { rounds: progress.round, candidates: progress.candidates, steps: progress.steps });
      hooks.progress?.(progress);
    },
  });
  const assigned = network.plan();
  const { paper, reviewer } = network.prices();
  return {
    ...{ assigned, total: totalOf(instance, assigned), paperPrice: paper, reviewerPrice: reviewer },
    ...{ changes: changesOf(network), effort },
  };
}

export function changesOf(network: AssignmentNetwork): Change[] {
  const { droppedDemand, extraLoad, loweredMinimum } = network.slack();
  const changes: Change[] = [];
  extraLoad.forEach((by, reviewer) => by > 0 && changes.push({ kind: 'extraLoad', reviewer, by }));
  loweredMinimum.forEach((by, reviewer) => by > 0 && changes.push({ kind: 'loweredMinimum', reviewer, by }));
  droppedDemand.forEach((by, paper) => by > 0 && changes.push({ kind: 'droppedDemand', paper, by }));
  return changes;
}

/** The instance after the changes. */
export function changed(instance: Instance, changes: readonly Change[]): Instance {
  const demand = instance.demand.slice();
  const minLoad = instance.minLoad.slice();
  const fixed = loadsOf(instance.fixed, instance.reviewers);
  const maxLoad = instance.maxLoad.map((load, r) => Math.max(load, fixed[r]));
  for (const change of changes) {
    if (change.kind === 'droppedDemand') demand[change.paper] -= change.by;
    else if (change.kind === 'loweredMinimum') minLoad[change.reviewer] -= change.by;
    else maxLoad[change.reviewer] += change.by;
  }
  return { ...instance, demand, minLoad, maxLoad };
}
