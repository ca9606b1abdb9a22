import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mostPairsCounted, type ConflictStateView, type FlaggedPaper, type LateConflict } from '@convoke/contract';
import { dateTime, number } from '@convoke/texts';
import { Empty, Loading, PageHead, ProblemPanel, type Tab, Tabs, TextPipe, Texts, Toasts } from '@convoke/ui';
import { ConflictList } from '../conflict-list';
import { ConflictsApi } from '../conflicts.api';

type View = ConflictStateView | 'late' | 'flagged';
const views: readonly View[] = ['suggested', 'blocking', 'dismissed', 'late', 'flagged'];
const pageSize = 50;

/** Conflicts between the committee and the papers one handles: what is suggested to settle, what is settled, what came late. */
@Component({
  selector: 'cv-conflicts',
  imports: [ConflictList, Empty, Loading, PageHead, ProblemPanel, RouterLink, Tabs, TextPipe],
  templateUrl: './conflicts.html',
  styleUrl: './conflicts.css',
})
export class Conflicts {
  private readonly api = inject(ConflictsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);

  readonly call = input.required<string>();
  readonly show = input<string>();

  protected readonly view = computed<View>(() => views.find((view) => view === this.show()) ?? 'suggested');
  protected readonly listed = computed<ConflictStateView>(() => {
    const view = this.view();
    return view === 'late' || view === 'flagged' ? 'suggested' : view;
  });
  protected readonly q = signal('');
  protected readonly offset = signal(0);
  protected readonly page = this.api.page(
    () => this.call(),
    () => ({ show: this.listed(), q: this.q(), offset: this.offset() }),
  );
  protected readonly late = this.api.late(() => this.call());
  protected readonly flagged = this.api.flagged(() => this.call());
  protected readonly problem = signal<unknown>(null);
  protected readonly more = computed(() => this.page.hasValue() && this.page.value().total > this.offset() + pageSize);
  protected readonly tabs = computed<Tab[]>(() => {
    const counts: Partial<Record<View, number>> = {
      ...(this.page.hasValue() ? this.page.value().counts : {}),
      ...(this.late.hasValue() ? { late: this.late.value().rows.length } : {}),
      ...(this.flagged.hasValue() ? { flagged: this.flagged.value().rows.length } : {}),
    };
    return views
      .filter((view) => (view !== 'late' && view !== 'flagged') || this.view() === view || (counts[view] ?? 0) > 0)
      .map((view) => ({
        label: this.texts.t(`conflicts.view.${view}`),
        link: ['/c', this.call(), 'conflicts'],
        query: { show: view === 'suggested' ? null : view },
        count: this.counted(counts[view]),
        current: this.view() === view,
      }));
  });

  protected readonly lead = computed(() => this.texts.t(`conflicts.lead.${this.view()}`));
  protected readonly none = computed(() => this.texts.t(`conflicts.none.${this.q() ? 'found' : this.view()}`));

  protected find(words: string): void {
    this.q.set(words);
    this.offset.set(0);
  }

  protected turn(by: number): void {
    this.offset.set(Math.max(0, this.offset() + by * pageSize));
  }

  protected reload(): void {
    this.page.reload();
    this.late.reload();
  }

  private counted(count: number | undefined): number | string | null {
    if (count === undefined || count <= mostPairsCounted) return count ?? null;
    return `${number(mostPairsCounted, this.texts.locale())}+`;
  }

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }

  protected lateWords(row: LateConflict): string {
    const by = row.source === 'reviewer' ? 'declared' : 'found';
    return `${this.texts.t(`conflicts.late.${by}`)} ${this.texts.t(`conflicts.late.review.${row.review}`)}`;
  }

  protected flagWords({ flags }: FlaggedPaper): string[] {
    return flags.map((flag) => this.texts.t(`conflicts.flag.${flag.code}`, { ...flag } as never));
  }

  protected async seen(row: LateConflict): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.seen(this.call(), [row.assignmentId]);
      this.toasts.done(this.texts.t('conflicts.late.done'));
      this.reload();
    } catch (error) {
      this.problem.set(error);
    }
  }
}
