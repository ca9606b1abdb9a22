import type { InputOf, TermsChange, visibilityApi } from '@convoke/contract';
import {
  plainSettings,
  settingsOf,
  type Anonymity,
  type CallKind,
  type Mode,
  type Steps,
  type TypeAnonymity,
  type VisibilitySettings,
} from '@convoke/domain';
import type { CallRow } from '../access/facts.queries';
import { sameVisibility, visibilityOf } from './begin-terms';
import type { TypeRow } from './visibility.queries';

/** All that who sees what depends on, as it is set or proposed. */
export interface Terms {
  readonly anonymity: Anonymity;
  /** By type; null = as the call. */
  readonly types: Readonly<Record<string, TypeAnonymity | null>>;
  readonly visibility: VisibilitySettings;
  readonly steps: Steps;
}

type Change = Omit<InputOf<typeof visibilityApi.change>['body'], 'version' | 'reason'>;

export function termsOf(call: CallRow, types: readonly TypeRow[]): Terms {
  const { bids, discussion, response, metaReview } = settingsOf(call);
  return {
    anonymity: call.anonymity,
    types: Object.fromEntries(types.map(({ id, anonymity }) => [id, anonymity])),
    visibility: visibilityOf(call.settings),
    steps: { bids, discussion, response, metaReview },
  };
}

/** What would be set: what is left out stays. */
export function proposed(before: Terms, change: Change): Terms {
  const { bids, discussion, response, metaReview } = { ...before.steps, ...withoutUndefined(change) };
  return {
    anonymity: change.anonymity ?? before.anonymity,
    types: { ...before.types, ...Object.fromEntries(change.types.map(({ id, anonymity }) => [id, anonymity])) },
    visibility: { ...before.visibility, ...withoutUndefined(change.visibility) },
    steps: { bids, discussion, response, metaReview },
  };
}

/** Whether both show everybody the same; the steps alone show nothing. */
export function sameSight(one: Terms, other: Terms): boolean {
  const alike = Object.entries(other.types).every(([id, anonymity]) => one.types[id] === anonymity);
  return one.anonymity === other.anonymity && alike && sameVisibility(one.visibility, other.visibility);
}

/** The modes of the call's types; the call's own where there is none yet. */
export function modesOf(kind: CallKind, { anonymity, types }: Terms, rows: readonly TypeRow[]): Mode[] {
  const found = rows.map(({ id }) => types[id] ?? anonymity);
  const all = new Set((found.length > 0 ? found : [anonymity]).map((one) => (one === 'none' ? 'single' : one)));
  return [...all].map((one) => ({ kind, anonymity: one }));
}

/** What differs, by name: settings as on and off, types as `type:<name>`. */
export function differenceOf(
  before: Terms,
  after: Terms,
  rows: readonly { id: string; name: string }[],
): TermsChange['changed'] {
  const onOff = (on: boolean): string => (on ? 'on' : 'off');
  const steps = ['bids', 'discussion', 'response', 'metaReview'] as const;
  const all = [
    { name: 'anonymity', from: before.anonymity, to: after.anonymity },
    ...rows.map(({ id, name }) => ({
      name: `type:${name}`,
      from: before.types[id] ?? 'call',
      to: after.types[id] ?? 'call',
    })),
    ...steps.map((name) => ({ name, from: onOff(before.steps[name]), to: onOff(after.steps[name]) })),
    ...plainSettings.map((name) => ({
      name,
      from: onOff(before.visibility[name]),
      to: onOff(after.visibility[name]),
    })),
  ];
  return all.filter(({ from, to }) => from !== to);
}

function withoutUndefined<T extends object>(part: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
