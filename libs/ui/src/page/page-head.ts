import { Component, input } from '@angular/core';

/** Title of a page with its actions at the end. `read` sets it in the reading face (papers, calls, letters). */
@Component({
  selector: 'cv-page-head',
  template: `
    <div class="words">
      <ng-content select="[above]" />
      <h1 [class.cv-title]="look() === 'read'">{{ heading() }}</h1>
      <ng-content select="[below]" />
    </div>
    <div class="end"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-end;
      gap: var(--s-2) var(--s-4);
      flex-wrap: wrap;
      margin-bottom: var(--s-4);
    }
    .words {
      flex: 1 1 20rem;
      min-width: 0;
    }
    .end {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-2);
      align-items: center;
    }
    .end:empty {
      display: none;
    }
  `,
})
export class PageHead {
  readonly heading = input.required<string>();
  readonly look = input<'ui' | 'read'>('ui');
}
