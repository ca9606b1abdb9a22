import { Component, input, output } from '@angular/core';
import { Icon, TextPipe } from '@convoke/ui';

/** Somebody wrote elsewhere meanwhile: both texts are shown inside, and one of them is chosen. Nothing is lost before that. */
@Component({
  selector: 'cv-stale-choice',
  imports: [Icon, TextPipe],
  template: `
    <section class="cv-note" data-look="warn" role="alert">
      <cv-icon name="warning" />
      <div>
        <p>
          <b>{{ heading() }}</b>
        </p>
        <p>{{ 'reviews.editor.staleWhy' | text }}</p>
        <ng-content />
        <div class="cv-row">
          <button type="button" class="cv-button" (click)="mine.emit()">{{ 'reviews.editor.staleMine' | text }}</button>
          <button type="button" class="cv-button" (click)="theirs.emit()">
            {{ 'reviews.editor.staleTheirs' | text }}
          </button>
        </div>
      </div>
    </section>
  `,
  styles: `
    .cv-row {
      margin-top: var(--s-3);
    }
  `,
})
export class StaleChoice {
  readonly heading = input.required<string>();
  readonly mine = output();
  readonly theirs = output();
}
