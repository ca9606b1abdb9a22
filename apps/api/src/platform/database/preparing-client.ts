import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Client, type ClientConfig } from 'pg';

/** Every connection keeps its own plans; lists can be narrowed in more ways than are worth keeping. */
const mostStatements = 256;
/** A text that came once may never come again. */
const mostSeen = 2_000;

const seen = new Set<string>();
const names = new Map<string, string>();

/** The name a statement is prepared under, from the second time its text is asked for. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (!seen.has(text)) {
    if (seen.size < mostSeen) seen.add(text);
    return undefined;
  }
  if (names.size >= mostStatements) return undefined;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

type Query = (...args: unknown[]) => unknown;

/**
 * A connection that lets PostgreSQL parse, and mostly plan, a statement with parameters once instead of each time: for short
 * statements that is most of what they cost. Statements begun in one go leave in one packet.
 */
export class PreparingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const plain = this.query.bind(this) as Query;
    const query: Query = (text, values, ...rest) => {
      this.gather();
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
      if (name === undefined) return plain(text, values, ...rest);
      return plain({ name, text, values: values as unknown[] }, ...rest);
    };
    this.query = query as typeof this.query;
  }

  private isGathering = false;

  /** Holds back what is sent until everything that is ready to run now has run. */
  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}
