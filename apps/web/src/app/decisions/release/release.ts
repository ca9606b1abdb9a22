import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Outcome, ReleaseBatch, ReleaseProblem } from '@convoke/contract';
import { dateTime, deadlineDay } from '@convoke/texts';
import {
  Confirm,
  Icon,
  Loading,
  PageHead,
  ProblemPanel,
  Progress,
  StateChip,
  TextPipe,
  Texts,
  Toasts,
} from '@convoke/ui';
import { DecisionsApi } from '../decisions.api';
import { outcomeState } from '../outcome-state';
import { LetterPreview } from './letter-preview';

/** How often the delivery of a release is looked at while letters are on their way. */
const lookAgainMs = 3000;

/** The rehearsal: counts, problems with their repair, the real letters; then the release and how its letters fare. */
@Component({
  selector: 'cv-release',
  imports: [Icon, LetterPreview, Loading, PageHead, ProblemPanel, Progress, RouterLink, StateChip, TextPipe],
  templateUrl: './release.html',
  styleUrl: './release.css',
})
export class Release {
  private readonly api = inject(DecisionsApi);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);

  readonly call = input.required<string>();
  protected readonly overview = this.api.releases(() => this.call());
  protected readonly batch = signal<ReleaseBatch | null>(null);
  protected readonly at = signal(0);
  protected readonly error = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly states = outcomeState;

  protected readonly ready = computed(() => {
    const counts = this.overview.hasValue() ? this.overview.value().ready : [];
    return counts.reduce((sum, { n }) => sum + n, 0);
  });
  protected readonly stops = computed(() => this.batch()?.problems.filter(({ stops }) => stops).length ?? 0);
  protected readonly looks = computed(() => this.batch()?.problems.filter(({ stops }) => !stops).length ?? 0);
  protected readonly letter = computed(() => this.batch()?.letters[this.at()]);
  protected readonly outside = computed(
    () => this.batch()?.problems.find(({ code }) => code === 'no_decision')?.papers.length ?? 0,
  );
  protected readonly planned = computed(() => {
    const due = this.overview.hasValue() ? this.overview.value().planned : null;
    return due ? this.texts.t('release.planned', { date: deadlineDay(due, this.texts.locale()) }) : '';
  });

  /** Somebody went on from a release: its letters go without being watched. */
  private leftOpen = false;

  constructor() {
    effect(() => {
      const view = this.overview.hasValue() ? this.overview.value() : null;
      // after a reload, too: what is being rehearsed, or else the release whose letters are on their way
      const open = view?.open ?? view?.past.find(({ onTheirWay }) => onTheirWay)?.id;
      if (open && !this.leftOpen && this.batch() === null) void this.attempt(() => this.api.batch(open));
    });
    effect((onCleanup) => {
      const batch = this.batch();
      if (batch?.state !== 'released' || batch.delivery.waiting === 0) return;
      const timer = setTimeout(() => void this.attempt(() => this.api.batch(batch.id)), lookAgainMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected word(outcome: Outcome): string {
    return this.texts.t(`outcome.short.${outcome}`);
  }

  protected title(problem: ReleaseProblem): string {
    return this.texts.t(`release.problem.${problem.code}`, { n: problem.papers.length });
  }

  protected detail(problem: ReleaseProblem): string {
    const named = problem.papers.slice(0, 12).map(({ number }) => `#${number}`);
    const more = problem.papers.length - named.length;
    const list = named.join(', ') + (more > 0 ? this.texts.t('release.more', { n: more }) : '');
    return this.texts.t(`release.problem.${problem.code}.detail`, { list });
  }

  protected canLeaveOut(problem: ReleaseProblem): boolean {
    return problem.code !== 'no_decision';
  }

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }

  protected step(by: number): void {
    const count = this.batch()?.letters.length ?? 0;
    this.at.set((this.at() + by + count) % Math.max(1, count));
  }

  protected freeze(): Promise<void> {
    this.at.set(0);
    return this.attempt(() => this.api.freeze(this.call()));
  }

  protected leaveOut(problem: ReleaseProblem): Promise<void> {
    this.at.set(0);
    return this.attempt(() =>
      this.api.leaveOut(
        this.id(),
        problem.papers.map(({ submissionId }) => submissionId),
      ),
    );
  }

  protected reread(): Promise<void> {
    return this.attempt(() => this.api.batch(this.id()));
  }

  protected stop(): Promise<void> {
    return this.attempt(() => this.api.stop(this.id()));
  }

  protected async cancel(): Promise<void> {
    const batch = this.batch();
    if (!batch) return;
    await this.attempt(async () => {
      this.overview.set(await this.api.cancel(batch.id, batch.version));
      this.toasts.done(this.texts.t('release.cancelled'));
      return null;
    });
  }

  protected async release(): Promise<void> {
    const batch = this.batch();
    if (!batch || this.stops() > 0 || this.busy()) return;
    const numbers = { decisions: batch.decisions, letters: batch.letters.length };
    const sure = await this.confirm.ask({
      title: this.texts.t('release.confirm', numbers),
      list: batch.counts.filter(({ n }) => n > 0).map(({ outcome, n }) => `${n} × ${this.word(outcome)}`),
      warning: this.texts.t('release.confirmDetail'),
      action: this.texts.t('release.confirmButton', numbers),
    });
    if (sure) await this.attempt(() => this.api.release(batch.id, batch.version));
  }

  protected read(id: string): Promise<void> {
    return this.attempt(() => this.api.batch(id));
  }

  protected again(): void {
    this.leftOpen = true;
    this.batch.set(null);
    this.overview.reload();
  }

  private id(): string {
    return this.batch()?.id ?? '';
  }

  private async attempt(work: () => Promise<ReleaseBatch | null>): Promise<void> {
    this.busy.set(true);
    this.error.set(null);
    try {
      this.batch.set(await work());
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
