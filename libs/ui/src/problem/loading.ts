import { Component, type Resource, computed, effect, input, signal } from '@angular/core';
import { TextPipe } from '../i18n/texts';
import { ProblemPanel } from './problem-panel';

/**
 * What stands where a page's data will be: words after a third of a second, or why it did not come, with another try.
 * `@if (page.hasValue()) { … } @else { <cv-loading [resource]="page" what="submissions" /> }`
 */
@Component({
  selector: 'cv-loading',
  imports: [ProblemPanel, TextPipe],
  template: `
    @if (error(); as error) {
      <cv-problem [error]="error" [canRetry]="true" (retry)="again()" />
    } @else if (slow()) {
      <p class="cv-muted" role="status">
        {{ what() ? ('shell.loading' | text: { what: what() }) : ('shell.loadingPage' | text) }}
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-height: 8rem;
      padding-top: var(--s-4);
    }
  `,
})
export class Loading {
  readonly resource = input.required<Resource<unknown> & { reload?(): boolean }>();
  readonly what = input('');
  protected readonly slow = signal(false);
  protected readonly error = computed(() => this.resource().error());

  constructor() {
    effect((onCleanup) => {
      const timer = setTimeout(() => this.slow.set(true), 300);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected again(): void {
    this.resource().reload?.();
  }
}
