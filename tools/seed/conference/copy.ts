import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** What a column may hold: text, a number, null, a list, an object (as JSON), an instant. */
export type Cell = string | number | boolean | null | Date | readonly string[] | { readonly [key: string]: unknown };

const flushAt = 1 << 18;

/** One COPY into a table. Rows go out as they come; a connection runs one of them at a time. */
export class Copy {
  private readonly stream: ReturnType<typeof from>;
  private waiting = '';

  constructor(client: Client, table: string, columns: readonly string[]) {
    this.stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
  }

  async row(cells: readonly Cell[]): Promise<void> {
    this.waiting += `${cells.map(encode).join('\t')}\n`;
    if (this.waiting.length >= flushAt) await this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    this.stream.end();
    await finished(this.stream);
  }

  private async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}

/** Copies rows into a table. */
export async function copyRows(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const copy = new Copy(client, table, columns);
  for (const row of rows) await copy.row(row);
  await copy.end();
}

const special = /[\\\t\n\r\u0000]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\u0000': '' };

function encode(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escaped(cell);
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (isList(cell)) return escaped(`{${cell.map((one) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escaped(JSON.stringify(cell).replace(/\\u0000/g, ''));
}

function isList(cell: Cell): cell is readonly string[] {
  return Array.isArray(cell);
}

function escaped(text: string): string {
  return text.replace(special, (character) => escapes[character] ?? '');
}
