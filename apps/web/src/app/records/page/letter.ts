import { Component, inject, input } from '@angular/core';
import { dateTime } from '@convoke/texts';
import { Loading, TextPipe, Texts } from '@convoke/ui';
import { RecordsApi } from '../records.api';

/** The decision letter as the author received it. */
@Component({
  selector: 'cv-released-letter',
  imports: [Loading, TextPipe],
  template: `
    @if (letter.hasValue()) {
      @let view = letter.value();
      <section class="cv-panel" aria-labelledby="letter">
        <h2 id="letter">{{ 'record.letterTitle' | text }}</h2>
        <p class="cv-small cv-muted">{{ 'record.letterOf' | text: { date: date(view.releasedAt) } }}</p>
        <h3>{{ view.subject }}</h3>
        <div class="cv-read">{{ view.body }}</div>
      </section>
    } @else {
      <cv-loading part [resource]="letter" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    h3 {
      margin: var(--s-3) 0 var(--s-2);
    }
    .cv-read {
      white-space: pre-line;
    }
  `,
})
export class Letter {
  private readonly texts = inject(Texts);
  readonly submission = input.required<string>();
  protected readonly letter = inject(RecordsApi).letter(this.submission);

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }
}
