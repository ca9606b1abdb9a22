import { readFile, writeFile } from 'node:fs/promises';
import { compareMatrix, everyPlace, ruled, type MatrixComparison, type WrittenCell } from '@convoke/domain/testing';
import { parse } from 'csv-parse/sync';
import type { AddCommand } from './commands';
import { Impossible } from './impossible';

const columns = ['resource', 'field', 'role', 'phase', 'mode', 'visible'] as const;
type Row = Record<(typeof columns)[number], string>;

/** For auditors: holds the rules of this installation against a matrix in a file, or writes down what the rules say. No database. */
export const checkMatrix: AddCommand = (program) => {
  program
    .command('check-matrix')
    .argument('<file>', `a CSV with the columns ${columns.join(', ')}`)
    .option('--write', 'write what the rules say into the file instead')
    .description('compare who sees what, by the rules of this installation, with a matrix in a CSV file, cell by cell')
    .action(async (file: string, { write }: { write?: boolean }) => {
      if (write) {
        await writeFile(file, ruledMatrix());
        process.stdout.write(`${everyPlace().length} cells written to ${file}.\n`);
        return;
      }
      const result = compareMatrix(cellsOf(await textOf(file)));
      process.stdout.write(reportOf(result));
      if (!isAgreed(result)) throw new Impossible('The rules and the file do not agree.');
    });
};

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Impossible(`There is no file ${file} that can be read.`);
  });
}

function cellsOf(text: string): WrittenCell[] {
  const rows = rowsOf(text);
  const lacking = columns.filter((column) => !(column in (rows[0] ?? {})));
  if (lacking.length > 0) throw new Impossible(`The file has no lines, or lacks the columns ${lacking.join(', ')}.`);
  return rows.map(({ resource, field, role, phase, mode, visible }) => ({
    ...{ field: `${resource}.${field}`, role, phase, mode, visible },
  }));
}

function rowsOf(text: string): Row[] {
  try {
    return parse<Row>(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new Impossible(`The file is no CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isAgreed({ disagreements, unknown, twice, missing }: MatrixComparison): boolean {
  return [disagreements, unknown, twice, missing].every((list) => list.length === 0);
}

function reportOf({ compared, disagreements, unknown, twice, missing }: MatrixComparison): string {
  const place = ({ field, role, phase, mode }: Omit<WrittenCell, 'visible'>) =>
    `${field} · ${role} · ${phase} · ${mode}`;
  return [
    `${compared} of ${everyPlace().length} cells compared, each with every setting at both values: ${disagreements.length} differ.`,
    ...disagreements.map(({ cell, rule }) => `${place(cell)}: the file says ${cell.visible}, the rules say ${rule}`),
    ...unknown.map((cell) => `${place(cell)}: the rules know no such thing`),
    ...twice.map((cell) => `${place(cell)}: said more than once`),
    ...missing.map((cell) => `${place(cell)}: not in the file`),
    '',
  ].join('\n');
}

function ruledMatrix(): string {
  const lines = everyPlace().map((place) => {
    const [resource = '', field = ''] = place.field.split('.');
    return [resource, field, place.role, place.phase, place.mode, ruled(place)].join(',');
  });
  return [columns.join(','), ...lines, ''].join('\n');
}
