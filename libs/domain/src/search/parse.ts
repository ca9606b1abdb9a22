import { QueryFault } from './fault';
import type { Language } from './language';
import {
  joinNodes,
  negate,
  type QueryNode,
  type Query,
  type QueryError,
  type QuerySort,
  type QueryTerm,
} from './query';
import { scan, type Token } from './scan';
import { sortOf, tagOrNumber, valueOf } from './values';

/** As long as anybody types, and as deep as anybody reads. */
export const MAX_QUERY = 500;
const mostTerms = 40;
const mostDepth = 20;

export type Parsed = { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly error: QueryError };

/**
 * Reads a query. OR binds weaker than AND, and words beside each other are joined by AND. Never throws: what cannot be read is
 * answered with its place.
 */
export function parseQuery(text: string, language: Language): Parsed {
  try {
    if (text.length > MAX_QUERY) {
      fail({ at: MAX_QUERY, length: text.length - MAX_QUERY }, 'too_long', { max: MAX_QUERY });
    }
    const tokens = scan(text, language);
    if (tokens.length === 0 && text.trim() !== '') fail({ at: 0, length: text.length }, 'no_words');
    return { ok: true, query: new Parser(tokens, language, text.length).query() };
  } catch (error) {
    if (error instanceof QueryFault) return { ok: false, error: error.error };
    throw error;
  }
}

class Parser {
  private next = 0;
  private terms = 0;
  private sort: QuerySort | null = null;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly language: Language,
    private readonly end: number,
  ) {}

  query(): Query {
    const where = this.tokens.length > 0 ? this.any(0, null) : null;
    const rest = this.peek();
    if (rest) fail(rest, 'stray_parenthesis');
    return { where, sort: this.sort };
  }

  /** Alternatives; null when there is nothing but a sort order. */
  private any(depth: number, scope: string | null): QueryNode | null {
    const nodes = [this.all(depth, scope, null)];
    for (let token = this.peek(); token?.is === 'or'; token = this.peek()) {
      if (nodes[0] === null) fail(token, 'nothing_before', { word: 'OR' });
      this.next += 1;
      nodes.push(this.all(depth, scope, token));
    }
    const found = nodes.flatMap((node) => node ?? []);
    return found.length > 0 ? joinNodes('any', found) : null;
  }

  private all(depth: number, scope: string | null, before: Token | null): QueryNode | null {
    const nodes: QueryNode[] = [];
    for (let token = this.peek(); token && token.is !== 'or' && token.is !== 'close'; token = this.peek()) {
      if (token.is === 'and') {
        if (nodes.length === 0) fail(token, 'nothing_before', { word: 'AND' });
        this.next += 1;
        this.needsMore(token);
      }
      const node = this.one(depth, scope, false);
      if (node) nodes.push(node);
    }
    if (nodes.length === 0 && before) fail(before, 'nothing_after', { word: 'OR' });
    const token = this.peek();
    if (nodes.length === 0 && token?.is === 'or') fail(token, 'nothing_before', { word: 'OR' });
    return nodes.length > 0 ? joinNodes('all', nodes) : null;
  }

  private one(depth: number, scope: string | null, negated: boolean): QueryNode | null {
    const token = this.peek();
    if (!token) return null;
    this.next += 1;
    switch (token.is) {
      case 'not': {
        this.needsMore(token);
        const node = this.one(depth, scope, true);
        return node && negate(node);
      }
      case 'open':
        return this.group(token, depth, scope);
      case 'scope':
        return this.group(this.take(), depth, token.field);
      case 'sort':
        if (depth > 0 || negated) fail(token, 'sort_inside');
        this.sort = sortOf(token, this.language);
        return null;
      default:
        return this.term(token, scope);
    }
  }

  private group(open: Token, depth: number, scope: string | null): QueryNode {
    if (depth >= mostDepth) fail(open, 'too_deep');
    const node = this.any(depth + 1, scope);
    const close = this.peek();
    if (close?.is !== 'close') fail(open, 'unclosed_parenthesis');
    if (node === null) fail({ at: open.at, length: close.at + 1 - open.at }, 'empty_parentheses');
    this.next += 1;
    return node;
  }

  private term(token: Token, scope: string | null): QueryTerm {
    const { at, length } = token;
    this.terms += 1;
    if (this.terms > mostTerms) fail(token, 'too_many', { max: mostTerms });
    switch (token.is) {
      case 'hash':
        if (!this.language.hash) fail(token, 'bad_tag');
        return { is: 'term', ...tagOrNumber(token), at, length };
      case 'field':
        return { is: 'term', field: token.field, value: valueOf(token, this.language), at, length };
      case 'word':
      case 'phrase': {
        const phrase = token.is === 'phrase';
        if (scope === 'tag') return { is: 'term', ...tagOrNumber({ raw: token.text, at, length }), at, length };
        if (scope !== null) {
          const value = valueOf({ field: scope, name: scope, raw: token.text, phrase, at, length }, this.language);
          return { is: 'term', field: scope, value, at, length };
        }
        return { is: 'term', field: 'words', value: { is: 'text', text: token.text, phrase }, at, length };
      }
      default:
        return fail(token, 'stray_parenthesis');
    }
  }

  private needsMore(operator: Token): void {
    const token = this.peek();
    if (!token || token.is === 'and' || token.is === 'or' || token.is === 'close') {
      fail(operator, 'nothing_after', { word: operator.is.toUpperCase() });
    }
  }

  private take(): Token {
    const token = this.peek();
    if (!token) return fail({ at: this.end, length: 0 }, 'nothing_after', { word: '' });
    this.next += 1;
    return token;
  }

  private peek(): Token | undefined {
    return this.tokens[this.next];
  }
}

function fail(
  { at, length }: { at: number; length: number },
  code: QueryError['code'],
  facts: QueryError['facts'] = {},
): never {
  throw new QueryFault({ at, length, code, facts });
}
