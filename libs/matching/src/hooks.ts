/** How far a computation is. */
export interface Progress {
  /** Passes over all pairs so far. */
  round: number;
  /** Pairs looked at closely. */
  candidates: number;
  /** Pairs the last pass found that would still improve the plan; 0 ends the search. */
  improving: number;
  /** Steps of the simplex method so far. */
  steps: number;
}

/** What a caller may hang into a computation that takes long. */
export interface Hooks {
  progress?: (progress: Progress) => void;
  /** Shared memory; anything but 0 in its first cell ends the computation with `Cancelled`. */
  cancel?: Int32Array;
}

export class Cancelled extends Error {
  constructor() {
    super('The computation was cancelled.');
  }
}

export function assertWanted({ cancel }: Hooks): void {
  if (cancel && Atomics.load(cancel, 0) !== 0) throw new Cancelled();
}
