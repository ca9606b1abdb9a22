import { Readable, Transform } from 'node:stream';
import { stringify } from 'csv-stringify';
import { inert, type Cell } from './cell';

/** A table as CSV: UTF-8 with the mark that Excel needs to read it as such, written row by row. */
export function csvOf(header: readonly string[], rows: AsyncIterable<readonly Cell[]>): Readable {
  const lines = stringify({
    bom: true,
    quoted_string: true,
    record_delimiter: '\r\n',
    cast: { date: (value) => value.toISOString(), boolean: (value) => (value ? 'yes' : 'no') },
  });
  const texts = Readable.from(withHeader(header, rows));
  texts.on('error', (error) => lines.destroy(error));
  return texts.pipe(lines as unknown as Transform);
}

async function* withHeader(header: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Cell[]> {
  yield header.map(inert);
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell));
}
