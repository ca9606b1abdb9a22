import { Component, input } from '@angular/core';

/** Nothing there: one sentence why, and (as content) one button. */
@Component({
  selector: 'cv-empty',
  template: `<p>{{ why() }}</p>
    <ng-content />`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--s-4);
      padding: var(--s-6) 0;
    }
    p {
      color: var(--c-ink-2);
      font: var(--t-16) var(--font-ui);
      max-width: var(--measure);
    }
  `,
})
export class Empty {
  readonly why = input.required<string>();
}
