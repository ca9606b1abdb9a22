/** The values of a statement that is put together from parts: `p.of(value)` answers its `$n`. */
export class SqlParams {
  private readonly list: unknown[];

  constructor(first: readonly unknown[] = []) {
    this.list = [...first];
  }

  of(value: unknown, type?: string): string {
    this.list.push(value);
    return `$${this.list.length}${type ? `::${type}` : ''}`;
  }

  /** Takes over a fragment whose own numbering began at `next`. */
  add(values: readonly unknown[]): void {
    this.list.push(...values);
  }

  get next(): number {
    return this.list.length + 1;
  }

  get values(): unknown[] {
    return this.list;
  }
}
