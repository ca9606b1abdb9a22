import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  DOCUMENT,
  DestroyRef,
  type ElementRef,
  afterRenderEffect,
  computed,
  contentChildren,
  effect,
  inject,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { number } from '@convoke/texts';
import { Texts, TextPipe } from '../i18n/texts';
import { Icon } from '../icons/icon';
import { ProblemPanel } from '../problem/problem-panel';
import { Cell } from './cell';
import { tableKey } from './table-keys';
import { TablePlaces } from './table-places';
import { TableRows } from './table-rows';
import type { TableColumn, TableSort, TableSource } from './table-source';
import { TableWindow } from './table-window';

const pageSize = 50;

/**
 * The chairs' table: a real table of any length, one line per row, with keys (j, k, x, Enter, /), selection, sorting by
 * the server, and a list in its place on a phone. `mode` is one long list, or pages for who prefers them.
 */
@Component({
  selector: 'cv-table',
  imports: [Icon, NgTemplateOutlet, ProblemPanel, TextPipe],
  providers: [TableWindow],
  templateUrl: './table.html',
  styleUrl: './table.css',
  host: { '(document:keydown)': 'onKey($event)' },
})
export class Table<Row> {
  private readonly document = inject(DOCUMENT);
  private readonly texts = inject(Texts);
  private readonly window = inject(TableWindow);
  private readonly places = inject(TablePlaces);
  private readonly body = viewChild<ElementRef<HTMLElement>>('body');

  /** Says what the table holds; hidden unless read aloud. */
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly TableColumn[]>();
  readonly source = input.required<TableSource<Row>>();
  readonly rowId = input.required<(row: Row) => string>();
  /** Names a row for its checkbox: “#12”. */
  readonly rowLabel = input.required<(row: Row) => string>();
  readonly sort = model<TableSort | null>(null);
  readonly selectable = input(false);
  /** Rows that cannot be selected have no checkbox. */
  readonly canSelect = input<(row: Row) => boolean>(() => true);
  readonly selected = model<ReadonlySet<string>>(new Set());
  readonly mode = input<'scroll' | 'pages'>('scroll');
  readonly empty = input('');
  readonly open = output<Row>();
  /** `/` was pressed: the page puts the focus into its query. */
  readonly query = output<void>();
  /** How many rows there are, once known. */
  readonly counted = output<number>();

  private readonly cells = contentChildren<Cell<Row>>(Cell);
  protected readonly rows = new TableRows<Row>();
  protected readonly page = signal(0);
  /** Index of the row the keys act on. */
  protected readonly current = signal(-1);
  /** The row that gets the focus once it is drawn. */
  private readonly wanted = signal(-1);
  private list = '';

  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.cvCell(), cell.template])));
  protected readonly range = computed(() => {
    const total = this.rows.total();
    const seen =
      this.mode() === 'scroll'
        ? this.window.range()
        : { first: this.page() * pageSize, last: (this.page() + 1) * pageSize - 1 };
    return { first: Math.min(seen.first, Math.max(0, total - 1)), last: Math.min(seen.last, total - 1) };
  });
  private readonly slots = computed(() => {
    const { first, last } = this.mode() === 'scroll' ? this.window.range() : { first: 1, last: pageSize };
    return last - first + 1;
  });
  protected readonly shown = computed(() => {
    const { first, last } = this.range();
    const length = Math.max(0, last - first + 1);
    return Array.from({ length }, (_, step) => ({
      index: first + step,
      // a row that leaves at one end is drawn anew at the other, not made anew
      slot: (first + step) % this.slots(),
      row: this.rows.at(first + step),
    }));
  });
  protected readonly above = computed(() =>
    this.mode() === 'scroll' ? this.range().first * this.window.rowHeight() : 0,
  );
  protected readonly below = computed(() =>
    this.mode() === 'scroll' ? Math.max(0, this.rows.total() - 1 - this.range().last) * this.window.rowHeight() : 0,
  );
  protected readonly lastPage = computed(() => Math.max(0, Math.ceil(this.rows.total() / pageSize) - 1));
  protected readonly pageWords = computed(() => {
    const locale = this.texts.locale();
    const { first, last } = this.range();
    return this.texts.t('table.range', {
      from: number(first + 1, locale),
      to: number(last + 1, locale),
      total: number(this.rows.total(), locale),
    });
  });
  /** Ids of the rows drawn that can be selected; of all rows where all are at hand. */
  private readonly offered = computed(() =>
    (this.source().atHand ?? this.shown().map(({ row }) => row)).flatMap((row) =>
      row !== undefined && this.canSelect()(row) ? [this.rowId()(row)] : [],
    ),
  );
  protected readonly all = computed(() => {
    const ids = this.offered();
    const chosen = ids.filter((id) => this.selected().has(id)).length;
    return chosen === 0 ? 'none' : chosen === ids.length ? 'all' : 'some';
  });

  constructor() {
    effect(() => {
      this.rows.use(this.source());
      untracked(() => this.begin());
    });
    effect(() => {
      const { first, last } = this.range();
      if (this.rows.known()) this.rows.needSoon(first, last);
    });
    effect(() => {
      if (this.rows.known() && !this.rows.stale()) this.counted.emit(this.rows.total());
    });
    afterRenderEffect(() => {
      this.shown();
      const body = this.body()?.nativeElement;
      if (!body) return;
      untracked(() => this.window.watch(body));
      this.letGo(body);
      const row = body.querySelector<HTMLElement>(`tr[data-row="${this.wanted()}"]`);
      if (!row) return;
      row.focus({ preventScroll: true });
      this.wanted.set(-1);
    });
    inject(DestroyRef).onDestroy(() => this.keepPlace());
  }

  /** A row that was scrolled away is drawn anew as another: what had the focus in it is not that other's. */
  private letGo(body: HTMLElement): void {
    const focused = this.document.activeElement;
    const row = focused instanceof HTMLElement && body.contains(focused) ? focused.closest('tr') : null;
    if (row && row.dataset['row'] !== String(untracked(this.current))) (focused as HTMLElement).blur();
  }

  /** Another question is asked. Who comes back to the one asked here before stands where they stood. */
  private begin(): void {
    this.page.set(0);
    this.current.set(-1);
    this.list = this.places.here();
    const kept = this.places.returnedTo(this.list);
    if (!kept || this.mode() === 'pages' || this.rows.known()) {
      this.rows.need(0, 0);
      if (this.rows.known()) this.rows.need(this.range().first, this.range().last);
      return;
    }
    this.rows.need(kept.top, kept.top);
    this.rows.expect(kept.total);
    this.current.set(kept.current);
    // once the spacers are as high as the rows they stand for
    setTimeout(() => this.window.putOnTop(kept.top));
  }

  private keepPlace(): void {
    const total = this.rows.total();
    if (total > 0) this.places.keep(this.list, { total, top: this.window.top, current: this.current() });
  }

  protected ariaSort(column: TableColumn): 'ascending' | 'descending' | 'none' | null {
    if (!column.sortable) return null;
    const sort = this.sort();
    return sort?.key === column.key ? sort.direction : 'none';
  }

  protected sortBy(column: TableColumn): void {
    const sort = this.sort();
    const turned = sort?.key === column.key && sort.direction === 'ascending' ? 'descending' : 'ascending';
    this.sort.set({ key: column.key, direction: turned });
  }

  protected isSelected(row: Row): boolean {
    return this.selected().has(this.rowId()(row));
  }

  protected toggle(row: Row): void {
    if (!this.canSelect()(row)) return;
    const id = this.rowId()(row);
    this.selected.update((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  protected toggleShown(): void {
    const ids = this.offered();
    const remove = this.all() === 'all';
    this.selected.update((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (remove) after.delete(id);
        else after.add(id);
      return after;
    });
  }

  protected turnTo(page: number): void {
    this.page.set(Math.min(Math.max(0, page), this.lastPage()));
  }

  protected again(): void {
    this.rows.again();
    this.rows.need(0, 0);
  }

  protected onKey(event: KeyboardEvent): void {
    const key = tableKey(event, this.document);
    if (!key) return;
    if (key === 'query') {
      event.preventDefault();
      return this.query.emit();
    }
    if (key === 'down' || key === 'up') {
      event.preventDefault();
      return this.moveTo(this.nextRow(key === 'down' ? 1 : -1));
    }
    const row = this.rows.at(this.current());
    if (row === undefined) return;
    if (key === 'select' && this.selectable()) this.toggle(row);
    if (key === 'open') this.open.emit(row);
  }

  /** From the row the keys are on; from the window's edge where that row was scrolled out of it. */
  private nextRow(step: 1 | -1): number {
    const current = this.current();
    const { first, last } = this.window.visible();
    if (this.mode() === 'pages' || (current >= first - 1 && current <= last + 1)) return current + step;
    return step === 1 ? first : last;
  }

  private moveTo(index: number): void {
    const within = Math.min(Math.max(0, index), this.rows.total() - 1);
    if (within < 0) return;
    this.current.set(within);
    if (this.mode() === 'pages') this.turnTo(Math.floor(within / pageSize));
    else this.window.reveal(within);
    this.wanted.set(within);
  }
}
