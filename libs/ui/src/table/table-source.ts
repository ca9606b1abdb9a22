export interface TablePage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Where a table gets its rows: the server, by page. A new function means a new question: the table begins anew. */
export interface TableSource<Row> {
  (offset: number, limit: number): Promise<TablePage<Row>>;
  /** All rows, where they need not be fetched: shown at once, without a word about loading. */
  readonly atHand?: readonly Row[];
}

/** For a list that is all there. */
export function rowsAtHand<Row>(rows: readonly Row[]): TableSource<Row> {
  const page = (offset: number, limit: number) =>
    Promise.resolve({ rows: rows.slice(offset, offset + limit), total: rows.length });
  return Object.assign(page, { atHand: rows });
}

export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** CSS width; the one column without takes what is left. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** Its place in the list that the table becomes on a phone; left out there when not said. */
  readonly phone?: 'title' | 'state' | 'number' | 'due';
}
