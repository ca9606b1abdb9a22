import { Component, type ElementRef, inject, input, viewChild } from '@angular/core';
import { DOCUMENT } from '@angular/core';
import { TextPipe } from '../i18n/texts';
import { Icon } from '../icons/icon';

export interface FormError {
  readonly message: string;
  /** Moves to the field: its id, or what to do instead (go to another step first). */
  readonly target?: string | (() => void);
}

/** All that is wrong, at the top of a form, as links to the fields. Call `focus()` after a refused submit. */
@Component({
  selector: 'cv-error-summary',
  imports: [Icon, TextPipe],
  template: `
    @if (errors().length) {
      <div #box class="cv-note" data-look="error" role="alert" tabindex="-1">
        <cv-icon name="stop" />
        <div>
          <h2>{{ 'ui.errorsTitle' | text: { count: errors().length } }}</h2>
          <ul>
            @for (error of errors(); track $index) {
              <li>
                @if (error.target) {
                  <button type="button" (click)="go(error)">{{ error.message }}</button>
                } @else {
                  {{ error.message }}
                }
              </li>
            }
          </ul>
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .cv-note {
      margin-bottom: var(--s-6);
    }
    h2 {
      font: 600 var(--t-14) var(--font-ui);
    }
    ul {
      margin-top: var(--s-1);
    }
    button {
      padding: 0.125rem 0;
      border: 0;
      background: none;
      color: var(--c-accent);
      text-decoration: underline;
      text-underline-offset: 0.18em;
      text-align: left;
      cursor: pointer;
    }
  `,
})
export class ErrorSummary {
  private readonly document = inject(DOCUMENT);
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  readonly errors = input.required<readonly FormError[]>();

  focus(): void {
    // The box is rendered in the next frame when the errors have just been set.
    setTimeout(() => this.box()?.nativeElement.focus());
  }

  protected go(error: FormError): void {
    if (typeof error.target === 'function') return error.target();
    this.document.getElementById(error.target ?? '')?.focus();
  }
}
