import { Component, input, output } from '@angular/core';
import { Icon, TextPipe } from '@convoke/ui';

export interface Difference {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Two people edited the same: both versions side by side, nothing overwritten until one is chosen. */
@Component({
  selector: 'cv-stale-compare',
  imports: [Icon, TextPipe],
  template: `
    <div class="cv-note" data-look="warn" role="alert">
      <cv-icon name="warning" />
      <div>
        <p>
          <b>{{ 'calls.stale.title' | text }}</b>
        </p>
        <p>{{ 'calls.stale.why' | text }}</p>
        @if (differences().length) {
          <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'calls.stale.title' | text">
            <table>
              <thead>
                <tr>
                  <th scope="col">{{ 'calls.stale.field' | text }}</th>
                  <th scope="col">{{ 'calls.stale.yours' | text }}</th>
                  <th scope="col">{{ 'calls.stale.theirs' | text }}</th>
                </tr>
              </thead>
              <tbody>
                @for (one of differences(); track one.field) {
                  <tr>
                    <th scope="row">{{ one.field }}</th>
                    <td>{{ one.mine }}</td>
                    <td>{{ one.theirs }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
        <div class="cv-row">
          <button type="button" class="cv-button" (click)="keepMine.emit()">{{ 'calls.stale.keepMine' | text }}</button>
          <button type="button" class="cv-button" (click)="takeTheirs.emit()">
            {{ 'calls.stale.takeTheirs' | text }}
          </button>
        </div>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s-6);
    }
    .scroll {
      overflow-x: auto;
      margin: var(--s-3) 0;
    }
    table {
      border-collapse: collapse;
      width: 100%;
      color: var(--c-ink);
    }
    th,
    td {
      text-align: left;
      vertical-align: top;
      padding: var(--s-1) var(--s-3) var(--s-1) 0;
      border-bottom: 1px solid var(--c-line);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      min-width: 6rem;
    }
  `,
})
export class StaleCompare {
  readonly differences = input<readonly Difference[]>([]);
  readonly keepMine = output<void>();
  readonly takeTheirs = output<void>();
}

/** The fields in which two versions differ, with their words. */
export function differences<T extends object>(
  mine: T,
  theirs: T,
  names: Partial<Record<keyof T, string>>,
): Difference[] {
  return (Object.keys(names) as (keyof T)[]).flatMap((key) => {
    const [own, other] = [wordsOf(mine[key]), wordsOf(theirs[key])];
    return own === other ? [] : [{ field: names[key] ?? String(key), mine: own, theirs: other }];
  });
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
