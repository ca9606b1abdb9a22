import { Component, computed, inject, input } from '@angular/core';
import { countdown } from '@convoke/texts';
import { Texts } from '../i18n/texts';
import { Icon } from '../icons/icon';
import { Minute } from './minute';

/** “4 d 4 h left”: grey, amber below three days, late below one, then “closed 2 h ago”. Not a live region. */
@Component({
  selector: 'cv-deadline-chip',
  imports: [Icon],
  template: `<cv-icon name="clock" />{{ left().words }}`,
  host: { '[attr.data-urgency]': 'left().urgency' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      padding: 0.125rem var(--s-2) 0.125rem 0.375rem;
      border-radius: var(--r-1);
      font: 500 var(--t-13) var(--font-ui);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      background: var(--c-sunken);
      color: var(--c-ink-2);
    }
    cv-icon {
      width: 0.875rem;
      height: 0.875rem;
    }
    :host([data-urgency='soon']) {
      background: var(--c-warn-soft);
      color: var(--c-warn);
    }
    :host([data-urgency='late']) {
      background: var(--st-late-soft);
      color: var(--st-late);
    }
  `,
})
export class DeadlineChip {
  private readonly texts = inject(Texts);
  private readonly minute = inject(Minute);
  /** The instant from which it is too late. */
  readonly closesAt = input.required<string>();
  protected readonly left = computed(() => countdown(this.closesAt(), this.minute.now(), this.texts.locale()));
}
