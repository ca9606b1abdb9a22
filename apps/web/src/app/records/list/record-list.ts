import { Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  limitedTo,
  type Names,
  type Outcome,
  type RecordRow,
  type RecordSort,
  recordSort,
  type QuerySort,
  submissionLanguage,
} from '@convoke/contract';
import { number } from '@convoke/texts';
import {
  Cell,
  Icon,
  Loading,
  PageHead,
  QueryBox,
  ReviewSquares,
  ScoreRange,
  StateChip,
  submissionExamples,
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
import { OfferExport } from '../exports/export-dialog';
import { toServer, viewOf } from '../list-query';
import { addressQuery } from '../../shell/address-query';
import { RecordsApi } from '../records.api';
import { BulkBar } from './bulk-bar';
import { TagChip } from '../../tags/tag-chip';
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
    QueryBox,
    ReviewSquares,
    RouterLink,
    ScoreRange,
    StateChip,
    Table,
    Tabs,
    TagChip,
    TextPipe,
  ],
  templateUrl: './record-list.html',
  styleUrl: './record-list.css',
})
export class RecordList {
  private readonly api = inject(RecordsApi);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly export = inject(OfferExport);
  private readonly box = viewChild(QueryBox);

  readonly call = input.required<string>();
  /** From the address. */
  readonly view = input<string>();
  readonly query = input<string>();

  protected readonly views = this.api.views(this.call);
  protected readonly kind = computed(() => viewOf(this.view()));
  protected readonly asking = addressQuery(this.query, submissionLanguage);
  protected readonly good = this.asking.good;
  /** Made anew to ask the same again. */
  private readonly turn = signal(0);
  protected readonly language = computed(() => {
    const refused = this.views.hasValue() ? this.views.value().refused : [];
    return limitedTo(
      submissionLanguage,
      Object.keys(submissionLanguage.fields).filter((field) => !refused.includes(field)),
    );
  });
  protected readonly names = computed((): Names => {
    if (!this.views.hasValue()) return {};
    const { tracks, types, topics, tags } = this.views.value();
    return { track: tracks.map(({ name }) => name), type: types.map(({ name }) => name), topic: topics, tag: tags };
  });
  protected readonly examples = submissionExamples;
  protected readonly total = signal<number | null>(null);
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  /** What is known of rows that were shown: for the bar below. */
  protected readonly known = new Map<string, RecordRow>();
  protected readonly outcomes = outcomeState;

  protected readonly source = computed<TableSource<RecordRow>>(() => {
    this.turn();
    const [call, view, query] = [this.call(), this.kind(), this.good()?.text ?? ''];
    return async (offset, limit) => {
      const page = await this.api.list(call, toServer(view === 'drafts' ? 'all' : view, query), offset, limit);
      for (const row of page.rows) this.known.set(row.id, row);
      return page;
    };
  });
  private readonly order = computed<QuerySort>(() => this.good()?.query.sort ?? { key: 'number', descending: false });
  protected readonly sort = computed<TableSort>(() => ({
    key: this.order().key,
    direction: this.order().descending ? 'descending' : 'ascending',
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
    const [total, { key }] = [this.total(), this.order()];
    if (total === null) return '';
    return this.texts.t('record.countedSorted', { count: total, sort: this.texts.maybe(`record.sort.${key}`) ?? key });
  });
  protected readonly empty = computed(() => {
    const narrowed = this.asking.narrows();
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

  protected toQuery(): void {
    this.box()?.focus();
  }

  protected sortBy(sort: TableSort | null): void {
    const key = recordSort.safeParse(sort?.key);
    if (!key.success) return;
    const descending = firstDescending(key.data, sort, this.order());
    const plain = key.data === 'number' && !descending;
    this.asking.change({ where: this.good()?.query.where ?? null, sort: plain ? null : { key: key.data, descending } });
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

  /** Offers the list as it stands, or what is selected of it, as files. */
  protected take(): void {
    const [view, total] = [this.kind(), this.total()];
    if (view === 'drafts' || !total) return;
    const selected = [...this.selected()].flatMap((id) => this.known.get(id)?.number ?? []);
    this.export.open({ call: this.call(), list: toServer(view, this.good()?.text ?? ''), total, selected });
  }

  protected again(): void {
    this.views.reload();
    this.selected.set(new Set());
    this.turn.update((turn) => turn + 1);
  }
}

/** Scores and reviews are looked at from the top: the first press shows the highest. */
function firstDescending(key: RecordSort, sort: TableSort | null, before: QuerySort): boolean {
  if (before.key === key) return !before.descending;
  return key === 'mean' || key === 'reviews' || key === 'submitted' ? true : sort?.direction === 'descending';
}
