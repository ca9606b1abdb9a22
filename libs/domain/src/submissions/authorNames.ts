import { plainly } from './plainText';

export interface NamedAuthor {
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
  readonly affiliation: string;
}

/** "Ada Ferri", "Ada M. Ferri", "Ferri, Ada", "A. Ferri", "A. M. Ferri"; null where the name is too little to look for. */
export function nameForms({ givenName, familyName }: NamedAuthor): RegExp | null {
  const given = plainly(givenName)
    .split(/[\s-]+/)
    .filter(Boolean);
  const family = plainly(familyName).trim();
  const [first] = given;
  if (!first || family.length < 2) return null;
  const initial = escaped(first.charAt(0));
  const name = wordsOf(family).source;
  const middle = String.raw`(?:[\s-]+(?:\p{L}\.|${given.map(escaped).join('|')})){0,3}`;
  const forms = [
    ...(first.replace('.', '').length > 1
      ? [String.raw`${escaped(first)}${middle}\s+${name}`, String.raw`${name},?\s+${escaped(first)}`]
      : []),
    String.raw`${initial}\.(?:[\s-]*\p{L}\.){0,2}\s*${name}`,
  ];
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.join('|')})(?![\p{L}\p{N}@])`, 'gu');
}

export const fullName = ({ givenName, familyName }: NamedAuthor): string => `${givenName} ${familyName}`.trim();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Words of a plain text, however they are divided. */
export const wordsOf = (plain: string): RegExp =>
  new RegExp(
    plain
      .split(/[\s-]+/)
      .map(escaped)
      .join(String.raw`[\s-]+`),
    'gu',
  );

/** Whether an address contains an author's address or family name. */
export function isOwnMail(address: string, authors: readonly NamedAuthor[]): boolean {
  const plain = plainly(address);
  return authors.some(({ address: own, familyName }) => {
    const family = plainly(familyName).replace(/[\s-]+/g, '');
    return (own !== '' && plain.includes(plainly(own))) || (family.length >= 4 && plain.includes(family));
  });
}

/** Whether an address of the web contains an author's name. */
export function isOwnAddress(url: string, authors: readonly NamedAuthor[]): boolean {
  const plain = plainly(url).replace(/[\s._-]+/g, '');
  if (isBlinded(url)) return false;
  return authors.some(({ familyName, address }) => {
    const family = plainly(familyName).replace(/[\s.'-]+/g, '');
    const mailbox =
      plainly(address)
        .split('@')[0]
        ?.replace(/[._-]+/g, '') ?? '';
    return (family.length >= 4 && plain.includes(family)) || (mailbox.length >= 5 && plain.includes(mailbox));
  });
}

/** Made for anonymous review. */
export const isBlinded = (url: string): boolean => /anonym|view_only=/iu.test(url);
