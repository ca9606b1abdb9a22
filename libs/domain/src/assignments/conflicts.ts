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

/** Somebody who may be in conflict: a committee member. */
export interface ConflictPerson {
  readonly personId: string;
  /** All addresses the person claims, proven or not: a second account does not help. */
  readonly addresses: readonly string[];
  readonly affiliation: string;
}

/** The author's side of a submission. */
export interface ConflictPaper {
  readonly authors: readonly {
    readonly personId: string | null;
    readonly address: string;
    readonly affiliation: string;
  }[];
  readonly contactIds: readonly string[];
}

/** Mailboxes anybody can have say nothing about where somebody works. */
const PUBLIC_DOMAINS = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com hotmail.it hotmail.fr live.com msn.com yahoo.com yahoo.it yahoo.fr yahoo.de ' +
    'yahoo.co.uk icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.com web.de t-online.de freenet.de posteo.de mailbox.org ' +
    'proton.me protonmail.com pm.me tutanota.com libero.it virgilio.it tiscali.it alice.it tin.it orange.fr free.fr laposte.net wanadoo.fr ' +
    'sapo.pt uol.com.br bol.com.br terra.com.br telefonica.net 163.com 126.com qq.com foxmail.com sina.com yandex.ru mail.ru zoho.com fastmail.com ' +
    // set aside for examples: nobody works there
    'example.org example.com example.net'
  ).split(' '),
);
/** Second levels under which every organisation has a name of its own. */
const SHARED_SECOND_LEVEL = /^(ac|co|com|edu|gov|gob|gouv|govt|go|or|org|ne|net|nic|sch|gv|asn|uni|univ)$/;

/** What the machine finds between a paper and a person: the same person blocks, domain and institution only suggest. */
export function conflictsOf(paper: ConflictPaper, person: ConflictPerson): Conflict[] {
  const found = (kind: ConflictKind, state: ConflictState): Conflict => ({ kind, source: 'machine', state });
  const addresses = new Set(person.addresses.map(normalAddress));
  const isAuthor = paper.authors.some(
    ({ personId, address }) =>
      personId === person.personId || (address !== '' && addresses.has(normalAddress(address))),
  );
  if (isAuthor || paper.contactIds.includes(person.personId)) return [found('same_person', 'blocking')];
  const conflicts: Conflict[] = [];
  const domains = new Set(person.addresses.flatMap((address) => organisationOf(address) ?? []));
  const shared = paper.authors.some(({ address }) => domains.has(organisationOf(address) ?? ''));
  if (shared) conflicts.push(found('domain', 'suggested'));
  const institution = normalAffiliation(person.affiliation);
  const same =
    institution !== '' && paper.authors.some(({ affiliation }) => normalAffiliation(affiliation) === institution);
  if (same) conflicts.push(found('institution', 'suggested'));
  return conflicts;
}

/** What somebody declares blocks at once; an institution declared by an author waits for a chair, as a found one does. */
export function declaredState(kind: ConflictKind, source: ConflictSource): ConflictState {
  return source === 'author' && (kind === 'institution' || kind === 'domain') ? 'suggested' : 'blocking';
}

/** A chair's word is the last one; else one blocking conflict is enough. */
export function isConflicted(conflicts: readonly Conflict[]): boolean {
  const pinned = conflicts.find(({ source }) => source === 'chair');
  const samePerson = conflicts.some(({ kind, state }) => kind === 'same_person' && state === 'blocking');
  if (samePerson || !pinned) return conflicts.some(({ state }) => state === 'blocking');
  return pinned.state === 'blocking';
}

/** The registered name behind an address ("unimi.it" of ada@di.unimi.it), or null for public mailboxes and malformed ones. */
export function organisationOf(address: string): string | null {
  const domain = normalAddress(address).split('@')[1] ?? '';
  const labels = domain.split('.').filter(Boolean);
  if (labels.length < 2 || PUBLIC_DOMAINS.has(domain)) return null;
  const second = labels.at(-2) ?? '';
  const kept = labels.length > 2 && SHARED_SECOND_LEVEL.test(second) && (labels.at(-1) ?? '').length === 2 ? 3 : 2;
  const name = labels.slice(-kept).join('.');
  return PUBLIC_DOMAINS.has(name) ? null : name;
}

function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}

function normalAffiliation(affiliation: string): string {
  const bare = affiliation
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return bare.replace(/^the /u, '');
}
