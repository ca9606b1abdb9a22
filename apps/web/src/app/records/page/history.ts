import { Component, inject, input } from '@angular/core';
import type { RecordEvent } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Empty, Icon, TextPipe, Texts } from '@convoke/ui';

/** What happened to a submission, latest first, of the sides the reader may know. */
@Component({
  selector: 'cv-history',
  imports: [Empty, Icon, TextPipe],
  template: `
    @if (events().length) {
      <table>
        <caption class="cv-hidden">
          {{
            'record.history.caption' | text
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'record.history.when' | text }}</th>
            <th scope="col">{{ 'record.history.what' | text }}</th>
            <th scope="col">{{ 'record.history.who' | text }}</th>
          </tr>
        </thead>
        <tbody>
          @for (event of events(); track $index) {
            <tr>
              <td class="cv-number cv-nowrap">{{ date(event.at) }}</td>
              <td>
                {{ words(event) }}
                @if (event.side !== 'author') {
                  <cv-icon name="lock" [label]="'record.history.confidential' | text" />
                }
              </td>
              <td class="cv-muted">
                {{ event.by ?? (event.side === 'author' ? ('record.history.clock' | text) : '') }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <cv-empty [why]="'record.history.none' | text" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 52rem;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font: var(--t-13) var(--font-ui);
    }
    th,
    td {
      padding: var(--s-2) var(--s-4) var(--s-2) 0;
      border-bottom: 1px solid var(--c-line);
      text-align: left;
      vertical-align: top;
    }
    th {
      font: 500 var(--t-12) var(--font-ui);
      color: var(--c-ink-2);
      border-bottom-color: var(--c-ink-3);
    }
    td:first-child {
      width: 11rem;
    }
    cv-icon {
      width: 0.75rem;
      height: 0.75rem;
      color: var(--c-ink-3);
    }
    @media (max-width: 45rem) {
      thead {
        display: none;
      }
      tr {
        display: block;
        padding: var(--s-2) 0;
        border-bottom: 1px solid var(--c-line);
      }
      td {
        display: block;
        padding: 0;
        border: 0;
      }
      td:first-child {
        color: var(--c-ink-3);
      }
    }
  `,
})
export class History {
  private readonly texts = inject(Texts);
  readonly events = input.required<readonly RecordEvent[]>();
  readonly kind = input.required<'conference' | 'special_issue'>();

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }

  protected words({ action, facts }: RecordEvent): string {
    const outcome = facts['outcome'] === undefined ? '' : (this.texts.maybe(`outcome.${facts['outcome']}`) ?? '');
    const standing = facts['standing'];
    const one = standing === undefined ? '' : (this.texts.maybe(`see.one.${standing}`) ?? '');
    return this.texts.maybe(`record.event.${action}`, { ...facts, outcome, one }) ?? this.texts.t('record.event.other');
  }
}
