import type { SubmissionAccess } from '../../access/access.service';

/** One value of a table. Instants are UTC wherever they are written. */
export type Cell = string | number | boolean | Date | null;

/** A column of a table whose rows speak of a submission, with who may see it in a row. */
export interface Column<R> {
  readonly label: string;
  readonly seen: (access: SubmissionAccess) => boolean;
  readonly value: (row: R) => Cell;
}

/** A row with the access by which each of its cells is judged: of its round, where it speaks of one. */
export interface Judged {
  readonly access: SubmissionAccess;
}

export function column<R>(label: string, seen: Column<R>['seen'], value: Column<R>['value']): Column<R> {
  return { label, seen, value };
}

/** The cells of a row; those the viewer may not see are empty. */
export function cellsOf<R extends Judged>(columns: readonly Column<R>[], row: R): Cell[] {
  return columns.map(({ seen, value }) => (seen(row.access) ? value(row) : null));
}

/**
 * A text that no spreadsheet takes for a formula: programs that open CSV calculate what begins with = + - @ or a control character.
 * An apostrophe before it makes it a text again (OWASP, CSV injection).
 */
export function inert(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
