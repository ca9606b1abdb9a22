import { type Certificate, certify, violationsOf } from './certify';
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
  /** Of the check that every plan passes before it is answered: no violations, gap 0. */
  certificate: Certificate;
  effort: { rounds: number; candidates: number; steps: number };
}

export interface Options extends Hooks {
  changeWeights?: Partial<ChangeWeights>;
}

export const evenWeights: ChangeWeights = { extraLoad: 1, droppedDemand: 1, loweredMinimum: 1 };

/** The plan with the largest total affinity, with its proof, which is checked here on every run; or a smallest change that makes a plan possible, and the best plan after it. */
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
  const changes = changesOf(network);
  const plan = { assigned, paperPrice: paper, reviewerPrice: reviewer };
  const certificate = certify(changed(instance, changes), plan);
  const { violations, gap, total } = certificate;
  if (violations.length > 0 || gap !== 0) throw new Unproved([...violations, `The gap is ${gap}.`].join(' '));
  return { ...plan, total, changes, certificate, effort };
}

/** A result that does not stand the check of its own; never answered as a plan. */
export class Unproved extends Error {}

/** Throws `Unproved` if a plan that is about to be answered breaks a rule. */
export function assertKept(instance: Instance, changes: readonly Change[], assigned: Pairs): void {
  const violations = violationsOf(changed(instance, changes), assigned);
  if (violations.length > 0) throw new Unproved(violations.join(' '));
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
