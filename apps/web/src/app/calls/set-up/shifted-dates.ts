import { Component, inject, input } from '@angular/core';
import type { ShiftedDate } from '@convoke/contract';
import { TextPipe, Texts } from '@convoke/ui';
import { dateName, dateWords } from './date-words';
import { SetupState } from './setup-state';

/** Dates before and after they move, one below the other. */
@Component({
  selector: 'cv-shifted-dates',
  imports: [TextPipe],
  template: `
    <ul class="cv-lines">
      @for (date of dates(); track date.id) {
        <li>
          <b>{{ name(date) }}</b>
          <span class="cv-muted">{{ before(date) }}</span>
          @if (date.fault) {
            <span class="fault">{{ (date.fault === 'gap' ? 'calls.shift.gap' : 'calls.shift.doubled') | text }}</span>
          } @else {
            <span>{{ after(date) }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s-1) var(--s-4);
      font-variant-numeric: tabular-nums;
    }
    b {
      font-weight: 500;
    }
    .fault {
      color: var(--c-error);
    }
    @media (max-width: 45rem) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ShiftedDates {
  private readonly state = inject(SetupState);
  private readonly texts = inject(Texts);
  readonly dates = input.required<readonly ShiftedDate[]>();

  protected name(date: ShiftedDate): string {
    return dateName(date, this.state.setup().call, this.texts);
  }
  protected before(date: ShiftedDate): string {
    return dateWords(date, this.texts);
  }
  protected after({
    newWallTime: wallTime,
    newUntilWallTime: untilWallTime,
    newClosesAt: closesAt,
    zone,
  }: ShiftedDate): string {
    return dateWords({ wallTime, untilWallTime, closesAt, zone }, this.texts);
  }
}
