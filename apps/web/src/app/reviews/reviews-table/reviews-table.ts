import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { ReviewColumn, ReviewFieldView, ReviewsTableView } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Empty, Icon, Loading, ScoreRange, TextPipe, Texts } from '@convoke/ui';
import { ReviewsApi } from '../reviews.api';

/**
 * The reviews of a submission as columns of one table, as far as the viewer may read them; on a phone one after the other.
 * `<cv-reviews-table [submission]="id" />` loads them itself.
 */
@Component({
  selector: 'cv-reviews-table',
  imports: [Empty, Icon, Loading, ScoreRange, TextPipe],
  templateUrl: './reviews-table.html',
  styleUrl: './reviews-table.css',
})
export class ReviewsTable {
  private readonly texts = inject(Texts);
  readonly submission = input.required<string>();
  /** Authors need not be told what they read when. */
  readonly isAuthor = input(false);
  /** Through whose eyes. */
  readonly eyes = input<string>();
  /** The round asked for; another paper begins again with its last one. */
  protected readonly round = linkedSignal<string, number | undefined>({
    source: this.submission,
    computation: () => undefined,
  });
  protected readonly page = inject(ReviewsApi).ofSubmission(this.submission, this.round, this.eyes);
  protected readonly view = computed<ReviewsTableView | null>(() => (this.page.hasValue() ? this.page.value() : null));
  protected readonly arrived = computed(
    () => this.view()?.columns.filter((one) => one.state === 'submitted').length ?? 0,
  );

  /** How far the scores lie apart, by question: of two reviews or more, and of nothing but what is shown. */
  protected readonly spreads = computed(() => {
    const { fields = [], columns = [] } = this.view() ?? {};
    const submitted = columns.filter(({ state }) => state === 'submitted');
    return new Map(
      fields.flatMap(({ key, kind, scale }) => {
        if (kind !== 'score') return [];
        const scores = submitted.flatMap(({ answers }) => {
          const score = answers[key];
          return typeof score === 'number' ? [score] : [];
        });
        return scores.length < 2 ? [] : [[key, spreadOf(scores, scale)] as const];
      }),
    );
  });

  /** Asks the server again, after a decision or a new review. */
  reload(): void {
    this.page.reload();
  }

  protected heading(column: ReviewColumn): string {
    if (column.name) return column.name;
    if (column.own) return this.texts.t('reviews.table.own');
    return this.texts.t('reviews.table.pseudonym', { letter: column.pseudonym ?? '?' });
  }

  protected below(column: ReviewColumn): string {
    if (column.isReadableDraft) return this.texts.t('reviews.table.draft');
    if (column.state !== 'submitted') return this.texts.t(`reviews.table.waiting.${column.state}`);
    if (!column.submittedAt) return '';
    const date = dateTime(new Date(column.submittedAt), undefined, this.texts.locale());
    return column.version === null ? date : this.texts.t('reviews.table.submitted', { date, version: column.version });
  }

  protected value(column: ReviewColumn, field: ReviewFieldView): string | number | null {
    const value = column.answers[field.key] ?? null;
    return value === '' ? null : value;
  }

  protected meaning(field: ReviewFieldView, value: string | number | null): string {
    return field.scale.find((step) => step.value === value)?.label ?? '';
  }

  protected audience(field: ReviewFieldView): string | null {
    if (field.visibility === 'authors_after_decision' && !this.isAuthor())
      return this.texts.t('reviews.table.afterDecision');
    if (field.visibility === 'chairs') return this.texts.t('reviews.table.chairsOnly');
    return field.visibility === 'reviewers' ? this.texts.t('reviews.table.reviewersOnly') : null;
  }
}

function spreadOf(scores: readonly number[], scale: ReviewFieldView['scale']) {
  const steps = scale.map(({ value }) => value);
  return {
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    min: Math.min(...scores),
    max: Math.max(...scores),
    scaleMin: Math.min(...steps),
    scaleMax: Math.max(...steps),
  };
}
