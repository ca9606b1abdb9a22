import {
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Outcome, type RecordRow, type RecordSort, recordSort } from '@convoke/contract';
import { number } from '@convoke/texts';
import {
  Cell,
  Icon,
  Loading,
  PageHead,
  ReviewSquares,
  ScoreRange,
  StateChip,
  type Tab,
  Table,
  type TableColumn,
  type TableSort,
  type TableSource,
  Tabs,
  TextPipe,
  Texts,
} from '@convoke/ui';
import { outcomeState } from '../../decisions/outcome-state';
import { DraftContacts } from '../drafts/draft-contacts';
import { parseQuery, toServer, viewOf, writeQuery, type ListQuery } from '../list-query';
import { RecordsApi } from '../records.api';
import { BulkBar } from './bulk-bar';
import { Filters } from './filters';

/** Every submission of a call that the viewer handles, in one dense table; view and query stand in the address. */
@Component({
  selector: 'cv-record-list',
  imports: [
    BulkBar,
    Cell,
    DraftContacts,
    Filters,
    Icon,
    Loading,
    PageHead,
    ReviewSquares,
    RouterLink,
    ScoreRange,
    StateChip,
    Table,
    Tabs,
    TextPipe,
  ],
  templateUrl: './record-list.html',
  styleUrl: './record-list.css',
})
export class RecordList {
  private readonly api = inject(RecordsApi);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');

  readonly call = input.required<string>();
  /** From the address. */
  readonly view = input<string>();
  readonly query = input<string>();

  protected readonly views = this.api.views(this.call);
  protected readonly kind = computed(() => viewOf(this.view()));
  protected readonly typed = linkedSignal(() => this.query() ?? '');
  protected readonly parsed = computed(() => parseQuery(this.query() ?? ''));
  protected readonly total = signal<number | null>(null);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  /** What is known of rows that were shown: for the bar below. */
  protected readonly known = new Map<string, RecordRow>();
  protected readonly outcomes = outcomeState;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly source = computed<TableSource<RecordRow>>(() => {
    const [call, view, query] = [this.call(), this.kind(), this.parsed()];
    return async (offset, limit) => {
      const page = await this.api.list(call, toServer(view === 'drafts' ? 'all' : view, query), offset, limit);
      for (const row of page.rows) this.known.set(row.id, row);
      return page;
    };
  });
  protected readonly sort = computed<TableSort>(() => ({
    key: this.parsed().sort,
    direction: this.parsed().descending ? 'descending' : 'ascending',
  }));
  private readonly wideNumbers = computed(() => this.views.hasValue() && this.views.value().all > 999);
  /** “Minor revision” takes more room than “Paper”. */
  private readonly wideOutcomes = computed(() => this.views.hasValue() && this.views.value().kind === 'special_issue');
  protected readonly columns = computed<TableColumn[]>(() => [
    {
      key: 'number',
      label: this.texts.t('record.column.number'),
      width: this.wideNumbers() ? '3.75rem' : '2.75rem',
      align: 'end',
      sortable: true,
    },
    { key: 'title', label: this.texts.t('record.column.title'), sortable: true, phone: 'title' },
    { key: 'authors', label: this.texts.t('record.column.authors'), width: '6.75rem' },
    { key: 'state', label: this.texts.t('record.column.state'), width: '8.875rem', sortable: true, phone: 'state' },
    {
      key: 'reviews',
      label: this.texts.t('record.column.reviews'),
      width: '8.875rem',
      sortable: true,
      phone: 'number',
    },
    { key: 'mean', label: this.texts.t('record.column.mean'), width: '8.125rem', sortable: true },
    {
      key: 'recommended',
      label: this.texts.t('record.column.recommended'),
      width: this.wideOutcomes() ? '8.25rem' : '6.5rem',
    },
  ]);
  protected readonly tabs = computed<Tab[]>(() => {
    if (!this.views.hasValue()) return [];
    const counts = this.views.value();
    const shown = ['needs', 'late', 'ready', 'all', ...(counts.drafts === null ? [] : (['drafts'] as const))] as const;
    return shown.map((view) => ({
      label: this.texts.t(`record.view.${view}`),
      link: ['/c', this.call(), 's'],
      query: { view: view === 'all' ? null : view, query: view === 'drafts' ? null : (this.query() ?? null) },
      count: counts[view] ?? 0,
      current: this.kind() === view,
    }));
  });
  protected readonly counted = computed(() => {
    const [total, { sort }] = [this.total(), this.parsed()];
    if (total === null) return '';
    return this.texts.t('record.countedSorted', { count: total, sort: this.texts.t(`record.sort.${sort}`) });
  });
  protected readonly empty = computed(() => {
    const { filters, words } = this.parsed();
    const narrowed = words !== '' || Object.keys(filters).length > 0;
    const view = this.kind();
    return this.texts.t(narrowed || view === 'drafts' ? 'record.empty.query' : `record.empty.${view}`);
  });

  protected readonly idOf = (row: RecordRow): string => row.id;
  protected readonly labelOf = (row: RecordRow): string =>
    this.texts.t('record.rowLabel', { number: row.number, title: row.title });

  constructor() {
    effect(() => {
      this.source();
      this.total.set(null);
      this.selected.set(new Set());
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.go(text), 250);
  }

  protected toQuery(): void {
    this.box()?.nativeElement.focus();
  }

  protected change(query: Omit<ListQuery, 'unknown'>): void {
    this.go(writeQuery(query));
  }

  protected sortBy(sort: TableSort | null): void {
    const key = recordSort.safeParse(sort?.key);
    if (key.success)
      this.change({ ...this.parsed(), sort: key.data, descending: firstDescending(key.data, sort, this.parsed()) });
  }

  protected open(row: RecordRow): void {
    void this.router.navigate(['/c', this.call(), 's', row.number], { queryParams: this.from() });
  }

  /** The list one comes from, carried to the page of a submission. */
  protected from(): Record<string, string | null> {
    return { view: this.kind(), query: this.query() ?? null };
  }

  protected short(outcome: Outcome): string {
    return this.texts.t(`outcome.short.${outcome}`);
  }

  protected figure(value: number): string {
    return number(value, this.texts.locale());
  }

  protected again(): void {
    this.views.reload();
    this.selected.set(new Set());
    this.go(this.query() ?? '');
  }

  private go(query: string): void {
    clearTimeout(this.typing);
    void this.router.navigate([], {
      queryParams: { query: query.trim() || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}

/** Scores and reviews are looked at from the top: the first press shows the highest. */
function firstDescending(key: RecordSort, sort: TableSort | null, before: ListQuery): boolean {
  if (before.sort === key) return !before.descending;
  return key === 'mean' || key === 'reviews' || key === 'submitted' ? true : sort?.direction === 'descending';
}
