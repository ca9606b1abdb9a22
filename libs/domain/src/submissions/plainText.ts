/** A text in lower case without accents and typographic variety, to search in; what is found is quoted from the text as written. */
export class PlainText {
  readonly plain: string;
  private readonly origin: number[] = [];

  constructor(readonly written: string) {
    let plain = '';
    let at = 0;
    for (const character of written) {
      const simple = character < '\u0080' ? character.toLowerCase() : plainly(character);
      for (let n = 0; n < simple.length; n += 1) this.origin.push(at);
      plain += simple;
      at += character.length;
    }
    this.plain = plain;
  }

  /** The words around a find, on one line. */
  quote(from: number, to: number): string {
    const start = this.origin[Math.max(0, from - around)] ?? 0;
    const end = this.origin[Math.min(this.plain.length, to + around)] ?? this.written.length;
    const [first, last] = [this.origin[from] ?? 0, this.origin[to] ?? this.written.length];
    const before = this.written.slice(start, first);
    const after = this.written.slice(last, end);
    const cutBefore = start > 0 ? `…${before.replace(/^\S*\s/, '')}` : before;
    const cutAfter = end < this.written.length ? `${after.replace(/\s\S*$/, '')}…` : after;
    return onOneLine(cutBefore + this.written.slice(first, last).slice(0, longest) + cutAfter);
  }

  /** The find itself as written. */
  find(from: number, to: number): string {
    return onOneLine(
      this.written.slice(this.origin[from] ?? 0, this.origin[to] ?? this.written.length).slice(0, longest),
    );
  }
}

const around = 40;
const longest = 200;

/** As `PlainText` searches: for the words that are looked for. */
export function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\u00AD/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase();
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
