import type { CallDeadlineKind, ReadinessItem } from '@convoke/contract';
import type { Texts } from '@convoke/ui';

/** What is still unset, in words. */
export function readinessWords(item: ReadinessItem, texts: Texts): string {
  const date = (kind: unknown) => texts.maybe(`calls.date.${String(kind)}`) ?? '';
  const facts = { ...item.facts, date: date(item.facts['kind']), next: date(item.facts['next']) };
  return texts.maybe(`calls.ready.${item.code}`, facts) ?? item.code;
}

/** What has to be there before the phase that ends with a date can run. */
const needs: Readonly<Partial<Record<CallDeadlineKind, readonly ReadinessItem['section'][]>>> = {
  paper: ['text', 'tracks', 'types'],
  review: ['form', 'committee'],
  decision: ['visibility'],
};

/** What the phase of a date still lacks; its own missing date included. */
export function lackedBy(kind: CallDeadlineKind, items: readonly ReadinessItem[]): ReadinessItem[] {
  return items.filter((item) =>
    item.section === 'dates'
      ? item.facts['kind'] === kind || (item.code === 'paper_deadline_passed' && kind === 'paper')
      : needs[kind]?.includes(item.section),
  );
}
