import { Component, type Resource, booleanAttribute, computed, effect, inject, input, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Texts, TextPipe } from '../i18n/texts';
import { problemOf } from './problem-error';
import { ProblemPanel } from './problem-panel';

/**
 * What stands where a page's data will be: words after a third of a second, or why it did not come, with another try. A page that
 * the person may not see, or that is not there, says so under a heading of its own; `part` is for a piece of a page that has one.
 * `@if (page.hasValue()) { … } @else { <cv-loading [resource]="page" what="submissions" /> }`
 */
@Component({
  selector: 'cv-loading',
  imports: [ProblemPanel, RouterLink, TextPipe],
  template: `
    @if (shut(); as shut) {
      <h1 class="cv-title">{{ shut.heading }}</h1>
      <p class="cv-lead">{{ shut.why }}</p>
      <a class="cv-button" data-look="main" routerLink="/">{{ 'shell.toNext' | text }}</a>
    } @else if (error(); as error) {
      @if (!part()) {
        <h1 class="cv-title">{{ 'shell.notLoaded' | text }}</h1>
      }
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
    }
    :host([part]) {
      padding-top: var(--s-4);
    }
    cv-problem {
      margin-top: var(--s-4);
    }
  `,
})
export class Loading {
  private readonly texts = inject(Texts);
  readonly resource = input.required<Resource<unknown> & { reload?(): boolean }>();
  readonly what = input('');
  readonly part = input(false, { transform: booleanAttribute });
  protected readonly slow = signal(false);
  protected readonly error = computed(() => this.resource().error());

  /** Another try would end the same. */
  protected readonly shut = computed(() => {
    const error = this.error();
    if (this.part() || error === undefined) return null;
    const { status, detail } = problemOf(error);
    if (status === 403) return { heading: this.texts.t('shell.notOpen'), why: detail };
    return status === 404 ? { heading: this.texts.t('shell.notFound'), why: this.texts.t('shell.notFoundWhy') } : null;
  });

  constructor() {
    const title = inject(Title);
    effect((onCleanup) => {
      const timer = setTimeout(() => this.slow.set(true), 300);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      const page = this.shut()?.heading;
      if (page) title.setTitle(this.texts.t('shell.titled', { page }));
    });
  }

  protected again(): void {
    this.resource().reload?.();
  }
}
