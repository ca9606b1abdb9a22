import { Component, computed, inject, input } from '@angular/core';
import type { ShownState } from '@convoke/contract';
import { Texts } from '../i18n/texts';
import { Icon } from '../icons/icon';

/** A state as shape, word and colour. `soft` tints it (headers); plain is for tables. `word` replaces the usual word. */
@Component({
  selector: 'cv-state',
  imports: [Icon],
  template: `<cv-icon [name]="shape()" /><span class="word">{{ words() }}</span>`,
  host: { '[attr.data-state]': 'state()', '[class.soft]': "look() === 'soft'" },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      font-weight: 500;
      white-space: nowrap;
      color: var(--fg);
    }
    :host(.soft) {
      background: var(--bg);
      padding: 0.125rem var(--s-2) 0.125rem 0.375rem;
      border-radius: var(--r-1);
      font-size: 0.8125rem;
      line-height: 1.25rem;
    }
    /* The word stands on the line of the text around it. */
    .word {
      align-self: baseline;
    }
    cv-icon {
      width: 0.875rem;
      height: 0.875rem;
    }
    :host([data-state='draft']) {
      --fg: var(--st-draft);
      --bg: var(--st-draft-soft);
    }
    :host([data-state='submitted']) {
      --fg: var(--st-submitted);
      --bg: var(--st-submitted-soft);
    }
    :host([data-state='review']) {
      --fg: var(--st-review);
      --bg: var(--st-review-soft);
    }
    :host([data-state='hidden']) {
      --fg: var(--st-hidden);
      --bg: var(--st-hidden-soft);
    }
    :host([data-state='accepted']) {
      --fg: var(--st-accepted);
      --bg: var(--st-accepted-soft);
    }
    :host([data-state='poster']) {
      --fg: var(--st-poster);
      --bg: var(--st-poster-soft);
    }
    :host([data-state='rejected']) {
      --fg: var(--st-rejected);
      --bg: var(--st-rejected-soft);
    }
    :host([data-state='revision']) {
      --fg: var(--st-revision);
      --bg: var(--st-revision-soft);
    }
    :host([data-state='withdrawn']) {
      --fg: var(--st-withdrawn);
      --bg: var(--st-withdrawn-soft);
    }
    :host([data-state='late']) {
      --fg: var(--st-late);
      --bg: var(--st-late-soft);
    }
    :host([data-state='withdrawn']) .word {
      text-decoration: line-through;
    }
  `,
})
export class StateChip {
  private readonly texts = inject(Texts);
  readonly state = input.required<ShownState>();
  readonly look = input<'soft' | 'plain'>('plain');
  readonly word = input<string>();

  protected readonly shape = computed(() => `s-${this.state()}` as const);
  protected readonly words = computed(() => this.word() ?? this.texts.t(`state.${this.state()}`));
}
