import { fieldOf, type Language } from './language';
import { QueryFault } from './fault';
import { hasWords } from './words';

interface Placed {
  readonly at: number;
  readonly length: number;
}

export type Token = Placed &
  (
    | { readonly is: 'open' | 'close' | 'and' | 'or' | 'not' }
    | { readonly is: 'word' | 'phrase'; readonly text: string }
    /** A field with its value as typed. */
    | {
        readonly is: 'field';
        readonly field: string;
        readonly name: string;
        readonly raw: string;
        readonly phrase: boolean;
      }
    /** A field before an opening parenthesis: it holds for all that stands inside. */
    | { readonly is: 'scope'; readonly field: string }
    | { readonly is: 'hash'; readonly raw: string }
    | { readonly is: 'sort'; readonly raw: string }
  );

const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  '&&': 'and',
  OR: 'or',
  '|': 'or',
  '||': 'or',
  NOT: 'not',
};

const space = /[\s\u200B]*/uy;
const plain = /[^\s\u200B()"]+/uy;
const named = /([a-z][a-z_-]*)([:=]|(?=[<>≤≥]|!=))/iuy;
const compared = /(?:(?:<=|>=|!=|[<>=≤≥])\s*)?[^\s\u200B()"]*/uy;

/** Divides what was typed into its parts; marks alone, as between two words of a title, are no part. */
export function scan(typed: string, language: Language): Token[] {
  // as telephones write them; every position stays what it was
  const text = typed.replace(/[“”„«»]/gu, '"');
  const tokens: Token[] = [];
  for (let at = after(text, 0); at < text.length;) {
    const token = next(text, at, language);
    if (token.is !== 'nothing') tokens.push(token);
    at = after(text, token.at + token.length);
  }
  return tokens;
}

function next(text: string, at: number, language: Language): Token | (Placed & { is: 'nothing' }) {
  const first = text[at];
  if (first === '(' || first === ')') return { is: first === '(' ? 'open' : 'close', at, length: 1 };
  if (first === '"') return { is: 'phrase', ...quoted(text, at) };
  if ((first === '-' || first === '!') && /^[^\s)\-!]/u.test(text.slice(at + 1, at + 2)))
    return { is: 'not', at, length: 1 };
  if (first === '#') {
    const raw = read(plain, text, at);
    return { is: 'hash', raw: raw.slice(1), at, length: raw.length };
  }
  const field = fieldAt(text, at, language);
  if (field) return field;
  const word = read(plain, text, at);
  const operator = Object.hasOwn(operators, word) ? operators[word] : undefined;
  if (operator) return { is: operator, at, length: word.length };
  return { is: hasWords(word) ? 'word' : 'nothing', text: word, at, length: word.length };
}

/** `name:value`. An unknown name before a space, as in “Platforms: a review”, is a word like others. */
function fieldAt(text: string, at: number, language: Language): Token | null {
  named.lastIndex = at;
  const [whole = '', name = '', mark] = named.exec(text) ?? [];
  if (!name) return null;
  const isSort = name.toLowerCase() === 'sort' && language.sorts.length > 0;
  const isTag = name.toLowerCase() === 'tag' && language.hash;
  const field = isSort || isTag ? name.toLowerCase() : fieldOf(language, name);
  const counts = field !== null && language.fields[field]?.number === true;
  if (field === null) {
    if (mark !== ':' || /^($|[\s/)])/u.test(text.slice(at + whole.length))) return null;
    throw new QueryFault({ at, length: whole.length, code: 'unknown_field', facts: { field: name } });
  }
  if (mark !== ':' && (isSort || isTag || (mark === '' && !counts))) return null;
  if (language.refused?.includes(field)) {
    throw new QueryFault({ at, length: whole.length, code: 'not_here', facts: { field } });
  }
  const begin = after(text, at + whole.length);
  const none = new QueryFault({ at, length: whole.length, code: 'no_value', facts: { field: name } });
  if (begin >= text.length || text[begin] === ')') throw none;
  if (text[begin] === '(' && !isSort) return { is: 'scope', field, at, length: whole.length };
  if (text[begin] === '"' && !isSort) {
    const { text: raw, length } = quoted(text, begin);
    return { is: 'field', field, name, raw, phrase: true, at, length: begin + length - at };
  }
  const raw = read(compared, text, begin);
  if (raw === '') throw none;
  const placed = { raw, at, length: begin + raw.length - at };
  if (isSort) return { is: 'sort', ...placed };
  if (isTag) return { is: 'hash', ...placed };
  return { is: 'field', field, name, phrase: false, ...placed };
}

function quoted(text: string, at: number): Placed & { text: string } {
  const end = text.indexOf('"', at + 1);
  if (end < 0) throw new QueryFault({ at, length: text.length - at, code: 'unclosed_quote', facts: {} });
  const inside = text.slice(at + 1, end);
  if (!hasWords(inside)) throw new QueryFault({ at, length: end + 1 - at, code: 'no_words', facts: {} });
  return { text: inside.trim(), at, length: end + 1 - at };
}

const after = (text: string, at: number): number => at + read(space, text, at).length;

function read(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
