import { Component, computed, inject, input } from '@angular/core';
import { number } from '@convoke/texts';
import { Texts } from '../i18n/texts';
import { Icon } from '../icons/icon';

/** “987 of 1000 words, 312 words of references left out”; warns with a word, not with colour alone. */
@Component({
  selector: 'cv-word-count',
  imports: [Icon],
  template: `
    @if (over() > 0) {
      <cv-icon name="warning" />
    }
    <b>{{ counted() }}</b>
    @if (references()) {
      <span>{{ leftOut() }}</span>
    }
    <ng-content />
  `,
  host: { '[class.over]': 'over() > 0' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.375rem;
      margin-top: var(--s-2);
      font: var(--t-13) var(--font-ui);
      font-variant-numeric: tabular-nums;
      color: var(--c-ink-2);
    }
    b {
      color: var(--c-ink);
      font-weight: 600;
    }
    :host(.over) b,
    cv-icon {
      color: var(--c-error);
    }
  `,
})
export class WordCount {
  private readonly texts = inject(Texts);
  readonly count = input.required<number>();
  readonly limit = input<number | null>(null);
  readonly references = input(0);
  protected readonly over = computed(() => Math.max(0, this.count() - (this.limit() ?? Infinity)));
  protected readonly counted = computed(() => {
    const limit = this.limit();
    if (limit === null) return this.texts.t('ui.words', { count: this.count() });
    const words = { count: number(this.count(), this.texts.locale()), limit: number(limit, this.texts.locale()) };
    return this.over()
      ? this.texts.t('ui.wordsOver', { ...words, over: this.over() })
      : this.texts.t('ui.wordsOf', words);
  });
  protected readonly leftOut = computed(
    () => `(${this.texts.t('ui.referencesLeftOut', { count: this.references() })})`,
  );
}
