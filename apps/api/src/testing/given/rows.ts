import type { DataSource } from 'typeorm';
import { insertRow } from '../rows';
import type { TestClock } from '../test-clock';

/** Where what is given is written. */
export class GivenRows {
  constructor(
    protected readonly database: DataSource,
    protected readonly clock: TestClock,
  ) {}

  protected insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    return insertRow(this.database, table, row);
  }
}

export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The given call has no such track, type, topic or person.');
  return value;
}
