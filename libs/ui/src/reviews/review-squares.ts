import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../i18n/texts';

/** Reviews of one submission in little squares with words: in, started, late, open. “2 of 3, 1 late”. */
@Component({
  selector: 'cv-review-squares',
  template: `
    @if (of() > 0) {
      <span class="squares" aria-hidden="true">
        @for (square of squares(); track $index) {
          <i [attr.data-is]="square"></i>
        }
      </span>
      <span class="cv-hidden">{{ full() }}</span>
      <span aria-hidden="true">{{ short() }}</span>
      @if (late() > 0) {
        <b aria-hidden="true">{{ lateWords() }}</b>
      }
    } @else {
      <span class="cv-faint">{{ none() }}</span>
    }
  `,
  styles: `
    :host {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .squares {
      display: inline-flex;
      gap: 3px;
      vertical-align: -1px;
      margin-right: 0.5rem;
    }
    i {
      width: 9px;
      height: 11px;
      border-radius: 2px;
      border: 1.5px solid var(--c-line-strong);
    }
    i[data-is='done'] {
      background: var(--st-review);
      border-color: var(--st-review);
    }
    i[data-is='started'] {
      box-shadow: inset 0 -4px var(--st-review);
      border-color: var(--st-review);
    }
    i[data-is='late'] {
      border-color: var(--st-late);
      border-style: dashed;
    }
    @media (forced-colors: active) {
      i {
        forced-color-adjust: none;
        border-color: CanvasText;
      }
      i[data-is='done'] {
        background: CanvasText;
      }
      i[data-is='started'] {
        box-shadow: inset 0 -4px CanvasText;
      }
    }
    b {
      margin-left: 0.25rem;
      font-weight: 500;
      color: var(--st-late);
    }
  `,
})
export class ReviewSquares {
  private readonly texts = inject(Texts);
  readonly done = input.required<number>();
  readonly of = input.required<number>();
  readonly started = input(0);
  readonly late = input(0);

  protected readonly squares = computed(() => {
    const open = Math.max(0, this.of() - this.done() - this.started() - this.late());
    return [
      ...Array<string>(this.done()).fill('done'),
      ...Array<string>(this.started()).fill('started'),
      ...Array<string>(this.late()).fill('late'),
      ...Array<string>(open).fill('open'),
    ].slice(0, 9);
  });
  protected readonly short = computed(
    () => this.texts.t('reviews.progress', { done: this.done(), of: this.of() }) + (this.late() > 0 ? ',' : ''),
  );
  protected readonly lateWords = computed(() => this.texts.t('reviews.late', { count: this.late() }));
  protected readonly none = computed(() => this.texts.t('reviews.none'));
  protected readonly full = computed(() =>
    this.texts.t('reviews.full', { done: this.done(), of: this.of(), started: this.started(), late: this.late() }),
  );
}
