import { Refusal } from './refusal';

/** States and where each may go. A state that goes nowhere is an end. */
export type Machine<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Whether the machine allows the step. Staying where one is is not a step. */
export function mayMove<S extends string>(machine: Machine<S>, from: S, to: S): boolean {
  return machine[from].includes(to);
}

/** Throws `wrong_state` unless the machine allows the step. */
export function requireMove<S extends string>(machine: Machine<S>, from: S, to: S): void {
  if (!mayMove(machine, from, to)) throw new Refusal('wrong_state', { state: from, wanted: to });
}
