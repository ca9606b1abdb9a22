/** What authors declared about one paper, against the committee it could be reviewed by. */
export interface DeclarationCount {
  /** Members of the committee the authors declared a conflict with. */
  readonly declared: number;
  readonly committee: number;
  /** For each topic of the paper: reviewers interested in it, and how many of these the authors declared. */
  readonly topics: readonly { readonly name: string; readonly reviewers: number; readonly declared: number }[];
}

export type DeclarationFlag =
  | { readonly code: 'many'; readonly declared: number; readonly committee: number }
  | { readonly code: 'topic'; readonly topic: string; readonly reviewers: number };

/** Above `many` somebody should look; above `few` also where it is more than this share of the committee. */
export const declarationLimits = { few: 3, many: 8, share: 0.2 } as const;

/** Declarations that look as if reviewers were chosen by them: more than anybody has friends, or everybody who knows the topic. */
export function declarationFlags({ declared, committee, topics }: DeclarationCount): DeclarationFlag[] {
  const { few, many, share } = declarationLimits;
  const tooMany = declared > many || (declared > few && committee > 0 && declared / committee > share);
  return [
    ...(tooMany ? [{ code: 'many', declared, committee } as const] : []),
    ...topics
      .filter(({ reviewers, declared: barred }) => reviewers > 1 && barred === reviewers)
      .map(({ name, reviewers }) => ({ code: 'topic', topic: name, reviewers }) as const),
  ];
}
