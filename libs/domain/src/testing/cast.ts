/** The people of all specs and of the demo. Everyone knows them by their part. */
export interface CastMember {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly affiliation: string;
}

const member = (n: number, givenName: string, familyName: string, affiliation: string): CastMember => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  givenName,
  familyName,
  email: `${givenName}.${familyName}@example.org`.toLowerCase(),
  affiliation,
});

export const cast = {
  /** Programme chair. */
  chidi: member(1, 'Chidi', 'Eze', 'University of Lagos'),
  /** Co-chair of a track. */
  tala: member(2, 'Tala', 'Brandt', 'Technische Universität Graz'),
  /** Author. */
  ada: member(3, 'Ada', 'Ferri', 'Università di Milano'),
  /** Reviewer. */
  ravi: member(4, 'Ravi', 'Menon', 'Indian Institute of Science'),
  /** Reviewer. */
  marta: member(5, 'Marta', 'Nowak', 'Uniwersytet Warszawski'),
  /** In conflict with Ada's paper. */
  cleo: member(6, 'Cleo', 'Dubois', 'Université de Lille'),
  /** Declined to review. */
  hanna: member(7, 'Hanna', 'Lindqvist', 'Uppsala universitet'),
  /** Nothing to do with it. */
  olu: member(8, 'Olu', 'Bankole', 'Obafemi Awolowo University'),
  /** Guest editor. */
  gwen: member(9, 'Gwen', 'Price', 'Cardiff University'),
  /** Editor-in-chief. */
  eva: member(10, 'Eva', 'Sommer', 'Universität Krems'),
  /** Co-author of Ada. */
  bruno: member(11, 'Bruno', 'Conti', 'Politecnico di Torino'),
  /** Runs the instance. */
  ines: member(12, 'Ines', 'Duarte', 'Convoke'),
} as const satisfies Record<string, CastMember>;

export type CastName = keyof typeof cast;
