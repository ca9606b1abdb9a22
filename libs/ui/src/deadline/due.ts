import { Component, computed, inject, input } from '@angular/core';
import type { DueView } from '@convoke/contract';
import { deadlineTwice } from '@convoke/texts';
import { Texts, TextPipe } from '../i18n/texts';
import { DeadlineChip } from './deadline-chip';

/**
 * A date twice: the reader's time first, the call's beside it, with a countdown. Without a deadline it says that there
 * is no date yet. `line` puts all of it in one line; `chip` leaves the countdown out when false.
 */
@Component({
  selector: 'cv-due',
  imports: [DeadlineChip, TextPipe],
  template: `
    @if (deadline(); as deadline) {
      @if (chip()) {
        <cv-deadline-chip [closesAt]="deadline.closesAt" />
      }
      <b>{{ twice().reader }}</b>
      <span class="call">{{ twice().call }}</span>
    } @else {
      <b>{{ 'time.none' | text }}</b>
      <span class="call">{{ 'time.toBeAnnounced' | text }}</span>
    }
  `,
  host: { '[class.line]': "look() === 'line'" },
  styles: `
    :host {
      display: block;
      font-variant-numeric: tabular-nums;
    }
    b {
      display: block;
      font-weight: 600;
      white-space: nowrap;
    }
    .call {
      display: block;
      color: var(--c-ink-3);
      font: var(--t-12) var(--font-ui);
    }
    cv-deadline-chip {
      margin-bottom: var(--s-1);
    }
    :host(.line) {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-2);
      align-items: center;
    }
    :host(.line) cv-deadline-chip {
      margin-bottom: 0;
    }
    @media (max-width: 45rem) {
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--s-2);
        align-items: baseline;
      }
      .call {
        flex-basis: 100%;
      }
      :host(.line) .call {
        flex-basis: auto;
      }
    }
  `,
})
export class Due {
  private readonly texts = inject(Texts);
  readonly deadline = input.required<DueView | null>();
  readonly look = input<'block' | 'line'>('block');
  readonly chip = input(true);
  protected readonly twice = computed(() => {
    const deadline = this.deadline();
    return deadline ? deadlineTwice(deadline, this.texts.locale()) : { reader: '', call: '' };
  });
}
