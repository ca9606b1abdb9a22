import type { CallKind } from '../calls/call';
import type { Machine } from '../machine';

export const decisionStates = ['none', 'recommended', 'decided', 'in_batch', 'released'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** Out of a batch only by release, or by cancelling the batch. A released decision is final: a correction is a new one. */
export const decisionMachine: Machine<DecisionState> = {
  none: ['recommended', 'decided'],
  recommended: ['recommended', 'none', 'decided'],
  decided: ['decided', 'none', 'recommended', 'in_batch'],
  in_batch: ['decided', 'released'],
  released: [],
};

export const outcomeClasses = ['accept', 'revise', 'reject'] as const;
export type OutcomeClass = (typeof outcomeClasses)[number];

/** What may be decided, by kind of call, best first; the class says what follows and which letter leaves. */
export const outcomes = {
  conference: { accept_paper: 'accept', accept_poster: 'accept', reject: 'reject' },
  special_issue: { accept: 'accept', minor_revision: 'revise', major_revision: 'revise', reject: 'reject' },
} as const satisfies Record<CallKind, Record<string, OutcomeClass>>;

export type Outcome = keyof (typeof outcomes)['conference'] | keyof (typeof outcomes)['special_issue'];

/** The outcomes of a kind of call, best first. */
export function outcomesOf(kind: CallKind): Outcome[] {
  return Object.keys(outcomes[kind]) as Outcome[];
}

/** The class of an outcome in a kind of call, or null if it has no such outcome. */
export function outcomeClass(kind: CallKind, outcome: string): OutcomeClass | null {
  const known: Readonly<Record<string, OutcomeClass>> = outcomes[kind];
  return Object.hasOwn(known, outcome) ? (known[outcome] ?? null) : null;
}
