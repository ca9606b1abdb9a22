import type { EntityManager } from 'typeorm';

export type Row = Readonly<Record<string, unknown>>;

/** Rows to be inserted, table by table in the order in which the tables were first named; a parent is named before its children. */
export class Rows {
  private readonly tables = new Map<string, Row[]>();

  add(table: string, ...rows: readonly Row[]): void {
    const known = this.tables.get(table);
    if (known) for (const row of rows) known.push(row);
    else this.tables.set(table, [...rows]);
  }

  of(table: string): readonly Row[] {
    return this.tables.get(table) ?? [];
  }

  /** Inserts everything with one statement per table and set of columns; columns that are not named get the table's defaults. */
  async insert(manager: EntityManager): Promise<void> {
    for (const [table, rows] of this.tables) {
      for (const [columns, group] of byColumns(rows)) {
        await manager.query(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(group)],
        );
      }
    }
    this.tables.clear();
  }
}

function byColumns(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const columns = Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', ');
    const group = groups.get(columns);
    if (group) group.push(row);
    else groups.set(columns, [row]);
  }
  return groups;
}
