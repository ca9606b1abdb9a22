import { Component, input } from '@angular/core';
import { Icon } from '../icons/icon';

let made = 0;

/** Several choices under one question: a real fieldset with legend, hint and error. */
@Component({
  selector: 'cv-field-group',
  imports: [Icon],
  template: `
    <fieldset [attr.aria-describedby]="hint() ? hintId : null" [id]="name() ?? hintId + '-group'" tabindex="-1">
      <legend>{{ label() }}</legend>
      @if (hint()) {
        <p class="hint" [id]="hintId">{{ hint() }}</p>
      }
      <ng-content />
      @if (error()) {
        <p class="error"><cv-icon name="stop" />{{ error() }}</p>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s-6);
    }
    legend {
      font: 600 var(--t-14) var(--font-ui);
      margin-bottom: var(--s-1);
    }
    .hint {
      color: var(--c-ink-2);
      font: var(--t-13) var(--font-ui);
      margin-bottom: var(--s-2);
    }
    .error {
      display: flex;
      gap: 0.375rem;
      margin-top: var(--s-1);
      color: var(--c-error);
      font: 500 var(--t-13) var(--font-ui);
    }
  `,
})
export class FieldGroup {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input<string | null>(null);
  readonly name = input<string>();
  protected readonly hintId = `cv-group-${++made}`;
}
