import { Component, computed, inject, input, output } from '@angular/core';
import { Texts, TextPipe } from '../i18n/texts';
import { Icon } from '../icons/icon';
import { problemOf } from './problem-error';

/** Why something did not happen, in the words of the server (or ours, when no answer came). `retry` adds a button. */
@Component({
  selector: 'cv-problem',
  imports: [Icon, TextPipe],
  template: `
    @if (shown(); as shown) {
      <div class="cv-note" data-look="error" role="alert">
        <cv-icon name="stop" />
        <div>
          <p>
            @if (shown.title) {
              <b>{{ shown.title }}</b>
            }
            {{ shown.detail }}
          </p>
          @if (shown.errors.length) {
            <ul>
              @for (error of shown.errors; track $index) {
                <li>{{ error }}</li>
              }
            </ul>
          }
          @if (canRetry()) {
            <button type="button" class="cv-button" data-size="small" (click)="retry.emit()">
              {{ 'ui.tryAgain' | text }}
            </button>
          }
          <ng-content />
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      list-style: disc;
      padding-left: var(--s-4);
      margin-top: var(--s-1);
    }
    button {
      margin-top: var(--s-2);
    }
  `,
})
export class ProblemPanel {
  private readonly texts = inject(Texts);
  /** Anything thrown by a call; nothing is shown for null and undefined. */
  readonly error = input.required<unknown>();
  readonly canRetry = input(false);
  readonly retry = output<void>();

  protected readonly shown = computed(() => {
    const error = this.error();
    if (error === null || error === undefined) return null;
    const problem = problemOf(error);
    // What the server says comes in its words; its title repeats the status only.
    const isOurs = problem.detail === '';
    const title = isOurs && this.texts.maybe(`problem.${problem.code}`);
    const detail = isOurs && this.texts.maybe(`problem.${problem.code}Why`);
    return title && detail
      ? { title, detail, errors: [] }
      : { title: '', detail: problem.detail, errors: (problem.errors ?? []).map((one) => one.message) };
  });
}
