import { Component, computed, inject, input } from '@angular/core';
import { dateTime } from '@convoke/texts';
import { Loading, StateChip, TextPipe, Texts } from '@convoke/ui';
import { outcomeState } from '../../decisions/outcome-state';
import { RecordsApi } from '../records.api';

/** What was decided round by round, each with the letter that was sent. */
@Component({
  selector: 'cv-sent-letters',
  imports: [Loading, StateChip, TextPipe],
  template: `
    @if (page.hasValue()) {
      @if (shown().length) {
        <section aria-labelledby="sent-letters">
          <h2 id="sent-letters">{{ 'record.sentTitle' | text }}</h2>
          <ul class="cv-lines">
            @for (sent of shown(); track sent.round) {
              <li>
                <p class="cv-row">
                  <b>{{ 'reviews.table.round' | text: { n: sent.round } }}</b>
                  <cv-state [state]="states[sent.outcome]" [word]="outcomeWords(sent.outcome)" />
                  <span class="cv-small cv-muted">{{ 'record.letterOf' | text: { date: date(sent.releasedAt) } }}</span>
                </p>
                @if (sent.letter; as letter) {
                  <details>
                    <summary>{{ letter.subject }}</summary>
                    <div class="cv-read">{{ letter.body }}</div>
                  </details>
                }
              </li>
            }
          </ul>
        </section>
      }
    } @else {
      <cv-loading part [resource]="page" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin-bottom: var(--s-2);
    }
    li {
      display: block;
    }
    summary {
      margin-top: var(--s-1);
      cursor: pointer;
    }
    .cv-read {
      max-width: 46rem;
      padding-top: var(--s-3);
      white-space: pre-line;
    }
  `,
})
export class SentLetters {
  private readonly texts = inject(Texts);
  readonly submission = input.required<string>();
  /** True where the newest letter is shown elsewhere on the page. */
  readonly onlyEarlier = input(false);
  protected readonly page = inject(RecordsApi).letters(this.submission);
  protected readonly states = outcomeState;
  protected readonly shown = computed(() =>
    this.page.hasValue() ? this.page.value().letters.slice(this.onlyEarlier() ? 1 : 0) : [],
  );

  protected outcomeWords(outcome: keyof typeof outcomeState): string {
    return this.texts.t(`outcome.${outcome}`);
  }

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }
}
