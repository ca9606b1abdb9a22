import { organisationOf, plainAddress } from './addresses';
import { type ConflictKind, type ConflictState, strength } from './conflict';
import { institutionKeys } from './institutions';
import { nameKey } from './names';

/** What somebody keeps on their profile: whom, or which institution, they are close to. */
export const relationKinds = ['advisor', 'collaborator', 'institution'] as const;
export type RelationKind = (typeof relationKinds)[number];

export interface Relation {
  readonly kind: RelationKind;
  /** Of a person; empty for an institution. */
  readonly name: string;
  readonly affiliation: string;
  readonly address: string;
}

/** Somebody who wrote a paper with a member of the committee lately. */
export interface CoAuthor {
  readonly personId: string | null;
  readonly address: string;
  /** Where: the name of the call. */
  readonly where: string;
}

/** Somebody who may be in conflict: a member of the committee, in any office. */
export interface ConflictPerson {
  readonly personId: string;
  readonly name: string;
  /** All addresses the person claims, proven or not: a second account does not help. */
  readonly addresses: readonly string[];
  readonly affiliations: readonly string[];
  readonly relations: readonly Relation[];
  readonly coAuthors: readonly CoAuthor[];
}

export interface ConflictAuthor {
  readonly personId: string | null;
  readonly name: string;
  readonly address: string;
  readonly affiliation: string;
  /** From the profile, where the author has one. */
  readonly relations: readonly Relation[];
}

/** The author's side of a submission. */
export interface ConflictPaper {
  /** As submitted last. */
  readonly authors: readonly ConflictAuthor[];
  /** As they are changing it: it bars who is on it, and says nothing else to chairs before it is submitted. */
  readonly working?: readonly ConflictAuthor[];
  readonly contactIds: readonly string[];
}

/** Why the machine thinks so, for the chair who decides: names the author, so it is for those alone who may know them. */
export interface Evidence {
  readonly kind: ConflictKind;
  readonly reason:
    'author' | 'contact' | 'address' | 'name' | 'co_author' | 'domain' | 'institution' | 'by_member' | 'by_author';
  /** The author meant; empty where it is a contact who is none. */
  readonly author: string;
  /** What was compared: an institution as the author wrote it, a domain, a line of a profile, the call of a common paper. */
  readonly what: string;
}

export interface FoundConflict {
  readonly personId: string;
  readonly kind: ConflictKind;
  readonly state: ConflictState;
  readonly evidence: readonly Evidence[];
}

type Finding = Evidence & { readonly state: ConflictState };

/** A person's marks, computed once: what an author must share with them to be looked at more closely. */
interface Marks {
  readonly person: ConflictPerson;
  readonly name: string;
  readonly addresses: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly institutions: ReadonlySet<string>;
  readonly relations: readonly RelationMarks[];
  readonly coAuthors: ReadonlyMap<string, string>;
}

interface AuthorMarks {
  readonly author: ConflictAuthor;
  readonly name: string;
  readonly address: string;
  readonly organisation: string | null;
  readonly institutions: readonly string[];
  readonly relations: readonly RelationMarks[];
}

interface RelationMarks {
  readonly relation: Relation;
  readonly name: string;
  readonly institutions: readonly string[];
}

const maxEvidence = 8;

/** A committee, prepared once, against which any number of papers is compared: only people who share a mark are looked at. */
export class ConflictFinder {
  private readonly byMark = new Map<string, Marks[]>();
  /** The same affiliation stands on many papers. */
  private readonly institutionsOf = remembered(institutionKeys);

  constructor(people: readonly ConflictPerson[]) {
    for (const person of people) {
      const marks = this.marksOf(person);
      for (const key of keysOfPerson(marks)) {
        const sharing = this.byMark.get(key);
        if (sharing) sharing.push(marks);
        else this.byMark.set(key, [marks]);
      }
    }
  }

  /** What the machine finds between a paper and the committee: one entry for each person, named by its strongest reason. */
  of(paper: ConflictPaper): FoundConflict[] {
    const authors = paper.authors.map((author) => this.authorMarksOf(author));
    const working = (paper.working ?? []).map((author) => this.authorMarksOf(author));
    const keys = new Set([
      ...[...authors, ...working].flatMap(keysOfAuthor),
      ...paper.contactIds.map((id) => `person ${id}`),
    ]);
    const people = new Set([...keys].flatMap((key) => this.byMark.get(key) ?? []));
    return [...people].flatMap((marks) => {
      const written = findings(marks, working, []).filter(
        ({ kind, state }) => kind === 'same_person' && state === 'blocking',
      );
      const found = [...findings(marks, authors, paper.contactIds), ...written];
      return found.length > 0 ? [summaryOf(marks.person.personId, found)] : [];
    });
  }

  private marksOf(person: ConflictPerson): Marks {
    const identities = person.coAuthors.flatMap(({ personId, address, where }) =>
      identitiesOf(personId, plainAddress(address)).map((identity) => [identity, where] as const),
    );
    return {
      person,
      name: nameKey(person.name),
      addresses: new Set(person.addresses.map(plainAddress)),
      organisations: new Set(person.addresses.flatMap((address) => organisationOf(address) ?? [])),
      institutions: new Set(person.affiliations.flatMap(this.institutionsOf)),
      relations: person.relations.map((relation) => this.relationMarks(relation)),
      coAuthors: new Map(identities),
    };
  }

  private authorMarksOf(author: ConflictAuthor): AuthorMarks {
    return {
      author,
      name: nameKey(author.name),
      address: plainAddress(author.address),
      organisation: organisationOf(author.address),
      institutions: this.institutionsOf(author.affiliation),
      relations: author.relations.map((relation) => this.relationMarks(relation)),
    };
  }

  private relationMarks(relation: Relation): RelationMarks {
    return { relation, name: nameKey(relation.name), institutions: this.institutionsOf(relation.affiliation) };
  }
}

function keysOfPerson({
  person,
  name,
  addresses,
  organisations,
  institutions,
  relations,
  coAuthors,
}: Marks): Set<string> {
  return new Set([
    `person ${person.personId}`,
    `name ${name}`,
    ...[...addresses].map((address) => `address ${address}`),
    ...[...organisations].map((organisation) => `organisation ${organisation}`),
    ...[...institutions].map((institution) => `institution ${institution}`),
    ...relations.flatMap(({ relation, name: named, institutions: theirs }) =>
      relation.kind === 'institution'
        ? theirs.map((institution) => `institution ${institution}`)
        : [`name ${named}`, `address ${relation.address}`],
    ),
    ...coAuthors.keys(),
  ]);
}

function keysOfAuthor({ author, name, address, organisation, institutions, relations }: AuthorMarks): string[] {
  return [
    `name ${name}`,
    ...identitiesOf(author.personId, address),
    ...(organisation ? [`organisation ${organisation}`] : []),
    ...institutions.map((institution) => `institution ${institution}`),
    ...relations
      .filter(({ relation }) => relation.kind !== 'institution')
      .flatMap(({ relation, name: named }) => [`name ${named}`, `address ${relation.address}`]),
  ].filter((key) => !key.endsWith(' '));
}

function identitiesOf(personId: string | null, address: string): string[] {
  return [...(personId ? [`person ${personId}`] : []), ...(address ? [`address ${address}`] : [])];
}

function findings(marks: Marks, authors: readonly AuthorMarks[], contactIds: readonly string[]): Finding[] {
  const own = authors.flatMap((author) => samePerson(marks, author) ?? []);
  if (own.length > 0) return own;
  if (contactIds.includes(marks.person.personId)) return [finding('same_person', 'blocking', 'contact', '', '')];
  return authors.flatMap((author) => [
    ...namesake(marks, author),
    ...coAuthorship(marks, author),
    ...relationsBetween(marks, author),
    ...sharedHouse(marks, author),
  ]);
}

function samePerson({ person, addresses }: Marks, { author, address }: AuthorMarks): Finding | null {
  if (author.personId === person.personId) return finding('same_person', 'blocking', 'author', author.name, '');
  if (address && addresses.has(address)) return finding('same_person', 'blocking', 'address', author.name, address);
  return null;
}

/** The same name proves nothing: a chair knows whether it is the same person. */
function namesake(marks: Marks, { author, name }: AuthorMarks): Finding[] {
  return name && name === marks.name
    ? [finding('same_person', 'suggested', 'name', author.name, author.affiliation)]
    : [];
}

function coAuthorship({ coAuthors }: Marks, { author, address }: AuthorMarks): Finding[] {
  const where = identitiesOf(author.personId, address).flatMap((identity) => coAuthors.get(identity) ?? [])[0];
  return where === undefined ? [] : [finding('co_author', 'blocking', 'co_author', author.name, where)];
}

function relationsBetween(marks: Marks, author: AuthorMarks): Finding[] {
  const byMember = marks.relations.flatMap((relation) => {
    const told = nearness(relation, { ...author, addresses: new Set([author.address]) });
    return told
      ? [finding(relation.relation.kind, told, 'by_member', author.author.name, lineOf(relation.relation))]
      : [];
  });
  const byAuthor = author.relations
    .filter(({ relation }) => relation.kind !== 'institution')
    .flatMap((relation) => {
      const told = nearness(relation, { ...marks, institutions: [...marks.institutions] });
      return told
        ? [finding(relation.relation.kind, told, 'by_author', author.author.name, lineOf(relation.relation))]
        : [];
    });
  return [...byMember, ...byAuthor];
}

/** A name alone may be a namesake's and only suggests; a name with its institution, or an address, is the person meant. */
function nearness(
  { relation, name, institutions }: RelationMarks,
  other: { name: string; addresses: ReadonlySet<string>; institutions: readonly string[] },
): ConflictState | null {
  const shared = institutions.some((institution) => other.institutions.includes(institution));
  if (relation.kind === 'institution') return shared ? 'blocking' : null;
  if (relation.address && other.addresses.has(relation.address)) return 'blocking';
  if (!name || name !== other.name) return null;
  return shared ? 'blocking' : 'suggested';
}

/** Who works in the same house is suggested, never blocked: a national conference would lose its whole committee. */
function sharedHouse({ organisations, institutions }: Marks, author: AuthorMarks): Finding[] {
  const { organisation, author: named } = author;
  return [
    ...(author.institutions.some((institution) => institutions.has(institution))
      ? [finding('institution', 'suggested', 'institution', named.name, named.affiliation)]
      : []),
    ...(organisation && organisations.has(organisation)
      ? [finding('domain', 'suggested', 'domain', named.name, organisation)]
      : []),
  ];
}

function finding(
  kind: ConflictKind,
  state: ConflictState,
  reason: Evidence['reason'],
  author: string,
  what: string,
): Finding {
  return { kind, state, reason, author, what };
}

function lineOf({ name, affiliation, address }: Relation): string {
  const inside = affiliation || address;
  if (!name) return inside;
  return inside ? `${name} (${inside})` : name;
}

function summaryOf(personId: string, found: readonly Finding[]): FoundConflict {
  const ordered = [...found].sort(
    (a, b) =>
      Number(b.state === 'blocking') - Number(a.state === 'blocking') ||
      strength(b.kind) - strength(a.kind) ||
      a.author.localeCompare(b.author) ||
      a.what.localeCompare(b.what),
  );
  const [first] = ordered;
  return {
    personId,
    kind: first?.kind ?? 'other',
    state: first?.state ?? 'suggested',
    evidence: ordered.slice(0, maxEvidence).map(({ kind, reason, author, what }) => ({ kind, reason, author, what })),
  };
}

function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
