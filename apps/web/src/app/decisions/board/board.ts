import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecisionBoard, DecisionRow, Outcome } from '@convoke/contract';
import { Empty, Loading, PageHead, ProblemPanel, ScoreRange, StateChip, TextPipe, Texts, Toasts } from '@convoke/ui';
import { DecisionsApi } from '../decisions.api';
import { outcomeState } from '../outcome-state';

type Group = 'all' | 'undecided' | Outcome;

/** Decide: every paper with scores, recommendations and decision; groups with counts; several at once. */
@Component({
  selector: 'cv-board',
  imports: [Empty, Loading, PageHead, ProblemPanel, RouterLink, ScoreRange, StateChip, TextPipe],
  templateUrl: './board.html',
  styleUrl: './board.css',
})
export class Board {
  private readonly api = inject(DecisionsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);

  readonly call = input.required<string>();
  /** Numbers of the papers chosen in the list one came from: `?papers=7,9`. */
  readonly papers = input<string>();
  protected readonly board = this.api.board(() => this.call());
  protected readonly group = signal<Group>('all');
  protected readonly selected = signal<ReadonlySet<string>>(new Set());
  protected readonly error = signal<unknown>(null);
  protected readonly left = signal('');
  protected readonly busy = signal(false);
  protected readonly states = outcomeState;

  private readonly all = computed(() => (this.board.hasValue() ? this.board.value().rows : []));
  protected readonly rows = computed(() => this.all().filter((row) => inGroup(row, this.group())));
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
  protected readonly selectable = computed(() => this.rows().filter(({ can }) => can.decide));
  protected readonly allSelected = computed(
    () => this.selectable().length > 0 && this.selectable().every((row) => this.selected().has(row.submissionId)),
  );

  constructor() {
    // Taken over once: after deciding, nothing is selected any more.
    let taken = '';
    effect(() => {
      const papers = this.papers() ?? '';
      if (papers === taken || !this.board.hasValue()) return;
      taken = papers;
      const chosen = new Set(papers.split(',').filter(Boolean).map(Number));
      const decidable = this.all().filter((row) => row.can.decide && chosen.has(row.number));
      untracked(() => this.selected.set(new Set(decidable.map((row) => row.submissionId))));
    });
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

  protected toggle(id: string): void {
    const next = new Set(this.selected());
    if (!next.delete(id)) next.add(id);
    this.selected.set(next);
  }

  protected toggleAll(): void {
    this.selected.set(this.allSelected() ? new Set() : new Set(this.selectable().map((row) => row.submissionId)));
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
