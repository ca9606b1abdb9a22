import type { Anonymity } from '../calls/call';
import { ruling } from './access';
import type { CallFacts } from './facts';
import type { Phase } from './phase';
import type { VisibilitySettings } from './settings';
import type { Standing } from './standing';
import { inForce } from './terms';
import type { Field } from './visibility';

/** Where a field is seen in a list whose rows differ in phase and anonymity alone. */
export type Seen = 'everywhere' | 'nowhere' | ReadonlyMap<Anonymity, readonly Phase[]>;

/**
 * In which of the given phases everybody of these standings sees a field of a call's submissions under these terms, in each of the
 * anonymities that occur: the same table that judges one submission, asked for all of a list at once. A list that may be searched by
 * the field says by this where the search may look.
 */
export function seenIn(
  field: Field,
  standings: readonly Standing[],
  call: Pick<CallFacts, 'kind'>,
  { visibility, anonymities }: { visibility: Partial<VisibilitySettings>; anonymities: readonly Anonymity[] },
  phases: readonly Phase[],
): Seen {
  const seen = new Map(
    anonymities.map((anonymity) => {
      const terms = inForce(anonymity, visibility, call);
      const sees = (standing: Standing, phase: Phase): boolean => ruling(field, standing, phase, terms).visible;
      return [anonymity, phases.filter((phase) => standings.every((standing) => sees(standing, phase)))] as const;
    }),
  );
  const lists = [...seen.values()];
  if (lists.every((list) => list.length === phases.length)) return 'everywhere';
  return lists.every((list) => list.length === 0) ? 'nowhere' : seen;
}
