export const conflictKinds = [
  'same_person',
  'advisor',
  'co_author',
  'institution',
  'domain',
  'collaborator',
  'personal',
  'other',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const conflictSources = ['author', 'reviewer', 'machine', 'chair'] as const;
export type ConflictSource = (typeof conflictSources)[number];
export type ConflictState = 'blocking' | 'suggested' | 'dismissed';

export interface Conflict {
  readonly kind: ConflictKind;
  readonly source: ConflictSource;
  readonly state: ConflictState;
}

/** What somebody declares blocks at once; an institution declared by an author waits for a chair, as a found one does. */
export function declaredState(kind: ConflictKind, source: ConflictSource): ConflictState {
  return source === 'author' && (kind === 'institution' || kind === 'domain') ? 'suggested' : 'blocking';
}

/** One blocking conflict is enough. What a chair dismissed is settled; what is found or said afterwards is not. */
export function isConflicted(conflicts: readonly Conflict[]): boolean {
  return conflicts.some(({ state }) => state === 'blocking');
}

/** How a chair settles what stands between a paper and a person. */
export type Settlement = 'confirm' | 'pin' | 'dismiss';

/**
 * Whether a chair can settle a conflict this way. Who wrote a paper can never be declared free of it; a suggestion is confirmed
 * or dismissed; a pin stays whatever the machine finds later.
 */
export function maySettle(conflicts: readonly Conflict[], how: Settlement): boolean {
  const open = conflicts.filter(({ state }) => state !== 'dismissed');
  if (how === 'pin') return !conflicts.some(({ source, state }) => source === 'chair' && state === 'blocking');
  if (how === 'confirm') return open.some(({ state }) => state === 'suggested');
  return open.length > 0 && !open.some(({ kind, state }) => kind === 'same_person' && state === 'blocking');
}

/** What the machine finds again about a conflict that a chair has settled; null = the chair's word stands. */
export function afterSettled(settled: Conflict, found: Conflict): ConflictState | null {
  if (settled.state === 'blocking') return null;
  return found.state === 'blocking' && strength(found.kind) > strength(settled.kind) ? 'blocking' : null;
}

/** The order in which kinds tell more: the strongest names the conflict. */
const byStrength: readonly ConflictKind[] = [
  'other',
  'domain',
  'institution',
  'collaborator',
  'personal',
  'co_author',
  'advisor',
  'same_person',
];

export function strength(kind: ConflictKind): number {
  return byStrength.indexOf(kind);
}

/** A reviewer takes an own declaration back as long as the paper was never offered to them; afterwards that is a chair's to do. */
export function mayTakeBack(declaration: {
  source: ConflictSource;
  state: ConflictState;
  wasAssigned: boolean;
}): boolean {
  return declaration.source === 'reviewer' && declaration.state === 'blocking' && !declaration.wasAssigned;
}
