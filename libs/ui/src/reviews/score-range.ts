import { Component, computed, inject, input } from '@angular/core';
import { number } from '@convoke/texts';
import { Texts } from '../i18n/texts';

/** A mean with the line from the lowest to the highest score on the form's scale. */
@Component({
  selector: 'cv-score-range',
  template: `
    @if (drawn(); as drawn) {
      <b>{{ drawn.mean }}</b>
      <svg viewBox="0 0 64 14" role="img" [attr.aria-label]="words()">
        <line class="axis" x1="4" x2="60" y1="7" y2="7" />
        <line [attr.x1]="drawn.from" [attr.x2]="drawn.to" y1="7" y2="7" />
        <circle [attr.cx]="drawn.at" cy="7" r="3" />
      </svg>
    } @else {
      <span class="cv-faint">{{ none() }}</span>
    }
  `,
  styles: `
    :host {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    b {
      font-weight: 600;
    }
    svg {
      width: 64px;
      height: 14px;
      vertical-align: -3px;
      margin-left: var(--s-2);
    }
    line {
      stroke: var(--c-line-strong);
      stroke-width: 1.5;
    }
    .axis {
      stroke: var(--c-line);
      stroke-width: 1;
    }
    circle {
      fill: var(--c-ink);
    }
  `,
})
export class ScoreRange {
  private readonly texts = inject(Texts);
  readonly mean = input.required<number | null>();
  readonly min = input<number | null>(null);
  readonly max = input<number | null>(null);
  readonly scaleMin = input(1);
  readonly scaleMax = input(5);

  protected readonly none = computed(() => this.texts.t('score.none'));
  protected readonly words = computed(() =>
    this.texts.t('score.range', { min: this.min() ?? this.mean(), max: this.max() ?? this.mean() }),
  );
  protected readonly drawn = computed(() => {
    const mean = this.mean();
    if (mean === null) return null;
    const x = (value: number) => 4 + (56 * (value - this.scaleMin())) / Math.max(1, this.scaleMax() - this.scaleMin());
    return {
      mean: number(mean, this.texts.locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
      from: x(this.min() ?? mean),
      to: x(this.max() ?? mean),
      at: x(mean),
    };
  });
}
