import { type Signal, computed, signal } from '@angular/core';
import type { TableSource } from './table-source';

const block = 100;
/** However fast one scrolls, there are so many milliseconds between one question and the next. */
const pause = 100;

/**
 * Rows fetched so far, by index, in blocks of a hundred; asks for what comes into view. At a new source the rows of the last
 * one stay until the first answer, so that the page neither jumps nor loses its place.
 */
export class TableRows<Row> {
  private readonly fetched = signal<ReadonlyMap<number, Row>>(new Map());
  private readonly count = signal<number | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly old = signal(false);
  private asked = new Set<number>();
  private askedAt = -pause;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private source: TableSource<Row> | null = null;

  readonly total: Signal<number> = computed(() => this.count() ?? 0);
  readonly known = computed(() => this.count() !== null);
  readonly error = this.failure.asReadonly();
  /** What is shown answers the question before. */
  readonly stale = this.old.asReadonly();

  /** Begins anew with another question. */
  use(source: TableSource<Row>): void {
    this.source = source;
    this.asked = new Set();
    this.failure.set(null);
    this.old.set(source.atHand === undefined);
    if (source.atHand) {
      this.fetched.set(new Map(source.atHand.entries()));
      this.count.set(source.atHand.length);
    }
  }

  /** How many there were when one was here last: so high the table is at once, before the answer. */
  expect(total: number): void {
    this.count.set(total);
    this.old.set(false);
  }

  at(index: number): Row | undefined {
    return this.fetched().get(index);
  }

  /** Makes sure that the rows from `first` up to `last` are on their way. */
  need(first: number, last: number): void {
    clearTimeout(this.timer);
    this.askedAt = performance.now();
    if (this.source?.atHand) return;
    for (let start = Math.floor(Math.max(0, first) / block) * block; start <= last; start += block) {
      if (this.asked.has(start)) continue;
      this.asked.add(start);
      void this.fetch(start);
    }
  }

  /** The same for who scrolls on: what was only passed is not asked for. */
  needSoon(first: number, last: number): void {
    clearTimeout(this.timer);
    const wait = this.askedAt + pause - performance.now();
    this.timer = setTimeout(() => this.need(first, last), Math.max(0, wait));
  }

  /** Asks again for what failed. */
  again(): void {
    if (this.source) this.use(this.source);
  }

  private async fetch(start: number): Promise<void> {
    const source = this.source;
    if (!source) return;
    try {
      const page = await source(start, block);
      if (source !== this.source) return;
      const anew = this.old();
      this.old.set(false);
      this.count.set(page.total);
      this.fetched.update((before) => {
        const after = new Map(anew ? [] : before);
        page.rows.forEach((row, index) => after.set(start + index, row));
        return after;
      });
    } catch (error) {
      if (source !== this.source) return;
      this.asked.delete(start);
      this.failure.set(error);
    }
  }
}
