import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DecisionBoard, DecisionRow, Outcome } from '@convoke/contract';
import {
  Cell,
  Empty,
  Loading,
  PageHead,
  ProblemPanel,
  ReviewSquares,
  ScoreRange,
  StateChip,
  Table,
  type TableColumn,
  type TableSort,
  TextPipe,
  Texts,
  Toasts,
  rowsAtHand,
} from '@convoke/ui';
import { PaperQuery } from '../../records/paper-query/paper-query';
import { Waiting } from '../../shell/waiting';
import { DecisionsApi } from '../decisions.api';
import { outcomeState } from '../outcome-state';
import { inOrder } from './board-order';

type Group = 'all' | 'undecided' | Outcome;
type ColumnKey = 'number' | 'track' | 'reviews' | 'score' | 'recommended' | 'decision';

/** Decide: every paper with scores, recommendations and decision; groups with counts; several at once. */
@Component({
  selector: 'cv-board',
  imports: [
    Cell,
    Empty,
    Loading,
    PageHead,
    PaperQuery,
    ProblemPanel,
    ReviewSquares,
    RouterLink,
    ScoreRange,
    StateChip,
    Table,
    TextPipe,
  ],
  templateUrl: './board.html',
  styleUrl: './board.css',
})
export class Board {
  private readonly api = inject(DecisionsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly waiting = inject(Waiting);

  readonly call = input.required<string>();
  /** Numbers of the papers chosen in the list one came from: `?papers=7,9`. */
  readonly papers = input<string>();
  readonly query = input<string>();
  protected readonly board = this.api.board(() => this.call());
  protected readonly group = signal<Group>('all');
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly error = signal<unknown>(null);
  protected readonly left = signal('');
  protected readonly busy = signal(false);
  protected readonly states = outcomeState;

  private readonly all = computed(() => (this.board.hasValue() ? this.board.value().rows : []));
  /** What the query finds; null = everything. */
  protected readonly found = signal<ReadonlySet<string> | null>(null);
  protected readonly rows = computed(() =>
    this.all().filter((row) => inGroup(row, this.group()) && (this.found()?.has(row.submissionId) ?? true)),
  );
  protected readonly sort = signal<TableSort | null>({ key: 'number', direction: 'ascending' });
  protected readonly source = computed(() => rowsAtHand(inOrder(this.rows(), this.sort())));
  protected readonly columns = computed<TableColumn[]>(() => {
    const tracks = new Set(this.all().map((row) => row.trackId)).size;
    const wide = this.board.hasValue() && this.board.value().kind === 'special_issue';
    const label = (key: ColumnKey) => ({ key, label: this.texts.t(`decisions.${key}`) });
    return [
      { ...label('number'), width: '2.75rem', align: 'end', sortable: true },
      { key: 'title', label: this.texts.t('decisions.paper'), sortable: true, phone: 'title' },
      ...(tracks > 1 ? [{ ...label('track'), width: '7.5rem' } as const] : []),
      { ...label('reviews'), width: '7rem', sortable: true },
      { ...label('score'), width: '8.125rem', sortable: true, phone: 'number' },
      { ...label('recommended'), width: wide ? '8.25rem' : '7rem' },
      { ...label('decision'), width: wide ? '12rem' : '9.5rem', sortable: true, phone: 'state' },
    ];
  });
  protected readonly groups = computed(() => {
    const outcomes = this.board.hasValue() ? this.board.value().outcomes : [];
    return (['all', 'undecided', ...outcomes] as Group[]).map((key) => ({
      key,
      n: this.all().filter((row) => inGroup(row, key)).length,
      words:
        key === 'all' || key === 'undecided' ? this.texts.t(`decisions.${key}`) : this.texts.t(`outcome.short.${key}`),
      state: key === 'all' ? null : key === 'undecided' ? ('draft' as const) : outcomeState[key],
    }));
  });
  protected readonly idOf = (row: DecisionRow): string => row.submissionId;
  protected readonly labelOf = (row: DecisionRow): string => `#${row.number}, ${row.title}`;
  protected readonly canDecide = (row: DecisionRow): boolean => row.can.decide;

  constructor() {
    // Once: after a decision the selection is empty, whatever the address says.
    const begin = effect(() => {
      if (!this.board.hasValue()) return;
      const numbers = new Set((this.papers() ?? '').split(','));
      const chosen = this.all().filter((row) => row.can.decide && numbers.has(String(row.number)));
      this.selected.set(new Set(chosen.map(this.idOf)));
      begin.destroy();
    });
  }

  protected open(row: DecisionRow): void {
    void this.router.navigate(['/c', this.call(), 's', row.number]);
  }

  protected word(outcome: Outcome): string {
    return this.texts.t(`outcome.short.${outcome}`);
  }

  protected note(decision: NonNullable<DecisionRow['decision']>): string {
    if (decision.state === 'released') return this.texts.t('decisions.released');
    return this.texts.t(decision.state === 'in_batch' ? 'decisions.inRelease' : 'decisions.hidden');
  }

  protected choose(group: Group): void {
    this.group.set(group);
    this.selected.set(new Set());
  }

  /** Nothing stays selected that is out of view. */
  protected find(found: ReadonlySet<string> | null): void {
    this.found.set(found);
    this.selected.update((before) => (found ? new Set([...before].filter((id) => found.has(id))) : before));
  }

  protected showAll(): void {
    this.group.set('all');
    void this.router.navigate([], { queryParams: { query: null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    this.selected.set(new Set());
  }

  protected async decideAs(outcome: Outcome): Promise<void> {
    const chosen = this.all()
      .filter((row) => this.selected().has(row.submissionId))
      .map((row) => ({ id: row.submissionId, version: row.decision?.version ?? 0 }));
    await this.attempt(async () => {
      const { decided, refused } = await this.api.decideMany(this.call(), outcome, chosen);
      const list = refused.map(({ number }) => `#${number ?? ''}`).join(', ');
      this.left.set(refused.length ? this.texts.t('decisions.refusedMany', { n: refused.length, list }) : '');
      this.toasts.done(this.texts.t('decisions.decidedMany', { n: decided }));
      this.clear();
      this.board.reload();
      this.waiting.refresh();
    });
  }

  protected async complete(track: DecisionBoard['tracks'][number]): Promise<void> {
    await this.attempt(async () => {
      this.board.set(await this.api.completeTrack(this.call(), track.id, track.completedAt === null, track.version));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      await work();
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

function inGroup(row: DecisionRow, group: Group): boolean {
  if (group === 'all') return true;
  return group === 'undecided' ? row.decision === null : row.decision?.outcome === group;
}
