export interface Track {
  readonly id: string;
  readonly name: string;
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  /** People who handle the track. */
  readonly chairIds: readonly string[];
}
