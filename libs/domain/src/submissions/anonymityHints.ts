import { fullName, isBlinded, isOwnAddress, isOwnMail, nameForms, type NamedAuthor, wordsOf } from './authorNames';
import { PlainText, plainly } from './plainText';
import { isReferenceHeading } from './referenceList';
import { afterReferences, ourOwn, selfCitations, takenOut, thanks, thanksHeading } from './tellingPhrases';

/** A paper as text. */
export interface PaperText {
  readonly pages: readonly string[];
  readonly links: readonly { readonly page: number; readonly url: string }[];
  /** Whom the properties of the file name. */
  readonly named: readonly string[];
  /** False = one long text: a page cannot be said. */
  readonly paged: boolean;
}

export type HintKind =
  'author' | 'email' | 'affiliation' | 'acknowledgement' | 'self_citation' | 'repository' | 'properties';

/** Something in a paper that may tell who wrote it. */
export interface AnonymityHint {
  readonly kind: HintKind;
  /** From 1; null where the file has no pages, and for its properties. */
  readonly page: number | null;
  /** The name, address or phrase that was found. */
  readonly about: string;
  /** The words around it; empty where there are none. */
  readonly quote: string;
}

const mostOfKind = 6;
/** Where a text has no pages, so much of its beginning counts as the first. */
const firstPage = 3000;

/**
 * What a paper for anonymous review may tell about its authors. Looks for what is written, not for what could be guessed: a family
 * name alone is a citation, and names in the list of references are everybody's.
 */
export function anonymityHints(authors: readonly NamedAuthor[], paper: PaperText): AnonymityHint[] {
  const hints: AnonymityHint[] = [...propertyHints(authors, paper.named)];
  let inReferences = false;
  for (const [index, written] of paper.pages.entries()) {
    const page = new PlainText(written);
    const parts = readable(page.plain, inReferences);
    inReferences = parts.endsInReferences;
    const look = new Look(page, parts.text, paper.paged ? index + 1 : null, index === 0, authors);
    hints.push(...look.all());
  }
  const ofLinks = paper.links.filter(({ url }) => isOwnAddress(url, authors));
  hints.push(...ofLinks.map(({ page, url }) => hint('repository', paper.paged ? page : null, url.slice(0, 200), '')));
  return fewOfEach(hints);
}

const hint = (kind: HintKind, page: number | null, about: string, quote: string): AnonymityHint => ({
  kind,
  page,
  about,
  quote,
});

/** The text of a page with its references blanked, so that places stay the same. */
function readable(plain: string, inReferences: boolean): { text: string; endsInReferences: boolean } {
  let inside = inReferences;
  const lines = plain.split('\n').map((line) => {
    if (isReferenceHeading(line.trim())) inside = true;
    else if (afterReferences.test(line)) inside = false;
    return inside ? ' '.repeat(line.length) : line;
  });
  return { text: lines.join('\n'), endsInReferences: inside };
}

class Look {
  constructor(
    private readonly page: PlainText,
    private readonly text: string,
    private readonly n: number | null,
    private readonly isFirst: boolean,
    private readonly authors: readonly NamedAuthor[],
  ) {}

  all(): AnonymityHint[] {
    return [
      ...this.authors.flatMap((author) => this.name(author)),
      ...this.addresses(),
      ...(this.isFirst ? this.affiliations() : []),
      ...this.acknowledgements(),
      ...selfCitations.flatMap((phrase) => this.every(phrase, 'self_citation')),
      ...this.repositories(),
    ];
  }

  private name(author: NamedAuthor): AnonymityHint[] {
    const form = nameForms(author);
    return form ? this.every(form, 'author', fullName(author)).slice(0, 1) : [];
  }

  private addresses(): AnonymityHint[] {
    return this.every(
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}|\{[^{}\n]{1,80}\}@[\p{L}\p{N}.-]{1,100}/gu,
      'email',
    ).filter(({ about }) => this.isFirst || isOwnMail(about, this.authors));
  }

  private affiliations(): AnonymityHint[] {
    const names = new Set(this.authors.map(({ affiliation }) => affiliation.split(/[,;]/)[0]?.trim() ?? ''));
    const beginning = this.n === null ? firstPage : this.text.length;
    return [...names].flatMap((name) => {
      const plain = plainly(name);
      if (plain.length < 5) return [];
      return this.every(wordsOf(plain), 'affiliation', name, beginning).slice(0, 1);
    });
  }

  private acknowledgements(): AnonymityHint[] {
    const headings = [...this.text.matchAll(thanksHeading)].filter(
      ({ index }) => !takenOut.test(this.text.slice(index, index + 300)),
    );
    const found = headings.map((match) => this.hintOf(match, 'acknowledgement'));
    if (found.length > 0) return found;
    return thanks.flatMap((phrase) => this.every(phrase, 'acknowledgement'));
  }

  private repositories(): AnonymityHint[] {
    return [
      ...this.text.matchAll(
        /(?:https?:\/\/|www\.|(?:github|gitlab|bitbucket)\.(?:com|org)\/|osf\.io\/)[^\s<>"')\]}]{3,300}/gu,
      ),
    ]
      .filter((match) => {
        const around = this.text.slice(Math.max(0, match.index - 120), match.index + match[0].length + 60);
        return isOwnAddress(match[0], this.authors) || (isRepository(match[0]) && ourOwn.test(around));
      })
      .map((match) => this.hintOf(match, 'repository'));
  }

  private every(pattern: RegExp, kind: HintKind, about?: string, before = this.text.length): AnonymityHint[] {
    return [...this.text.matchAll(pattern)]
      .filter(({ index }) => index < before)
      .map((match) => this.hintOf(match, kind, about));
  }

  private hintOf(match: RegExpMatchArray, kind: HintKind, about?: string): AnonymityHint {
    const from = match.index ?? 0;
    const to = from + match[0].trimEnd().replace(/[.,;:]+$/, '').length;
    return hint(kind, this.n, about ?? this.page.find(from, to), this.page.quote(from, to));
  }
}

const isRepository = (url: string): boolean =>
  /(?:github|gitlab|bitbucket|codeberg|sourceforge|huggingface)\.|osf\.io\/|zenodo\.|figshare\./u.test(url) &&
  !isBlinded(url);

const machines =
  /^(?:windows user|microsoft office user|user|admin|administrator|owner|author|python-docx|.*\bpc|unknown)$/iu;

function propertyHints(authors: readonly NamedAuthor[], named: readonly string[]): AnonymityHint[] {
  return named
    .filter((name) => !machines.test(name.trim()))
    .map((name) => {
      const plain = plainly(name);
      const author = authors.find(({ familyName }) => familyName !== '' && plain.includes(plainly(familyName)));
      return hint('properties', null, author ? fullName(author) : name.slice(0, 200), '');
    });
}

/** Each find once for a page, and of each kind as many as a person would want to read. */
function fewOfEach(hints: readonly AnonymityHint[]): AnonymityHint[] {
  const seen = new Set<string>();
  const counted = new Map<HintKind, number>();
  return hints.filter(({ kind, page, about }) => {
    const key = `${kind} ${page} ${plainly(about)}`;
    const n = (counted.get(kind) ?? 0) + 1;
    if (seen.has(key) || n > mostOfKind) return false;
    seen.add(key);
    counted.set(kind, n);
    return true;
  });
}
