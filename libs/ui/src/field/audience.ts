import { Component, input } from '@angular/core';
import { Icon } from '../icons/icon';

/** Who will read a text, before it is written: an open eye, or a lock when authors are excluded. */
@Component({
  selector: 'cv-audience',
  imports: [Icon],
  template: `<cv-icon [name]="authors() ? 'eye' : 'lock'" />{{ who() }}`,
  host: { '[class.shut]': '!authors()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      padding: 0.125rem var(--s-2);
      border-radius: var(--r-1);
      font: 500 var(--t-12) var(--font-ui);
      background: var(--st-submitted-soft);
      color: var(--st-submitted);
    }
    :host(.shut) {
      background: var(--st-revision-soft);
      color: var(--st-revision);
    }
  `,
})
export class Audience {
  /** “Authors, reviewers, chairs”, “3 co-chairs and the chair”. */
  readonly who = input.required<string>();
  readonly authors = input.required<boolean>();
}
