import { Component, computed, inject, input } from '@angular/core';
import type { QueryError } from '@convoke/contract';
import { queryErrorWords } from '@convoke/texts';
import { Texts } from '../i18n/texts';
import { Icon } from '../icons/icon';

/** As much of a long query as fits beside its mistake. */
const around = 24;

/** What is wrong with a query: the place, marked from below, and the reason in plain words. */
@Component({
  selector: 'cv-query-error',
  imports: [Icon],
  template: `
    <div class="cv-note" data-look="error">
      <cv-icon name="stop" />
      <div>
        <p role="alert">{{ words() }}</p>
        <pre aria-hidden="true">{{ shown().text }}
<b>{{ shown().mark }}</b></pre>
        <ng-content />
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    pre {
      margin: var(--s-1) 0 0;
      overflow-x: auto;
      font: 400 0.8125rem/1.125rem var(--font-mono);
      white-space: pre;
    }
    b {
      font-weight: 700;
      color: var(--c-error);
    }
  `,
})
export class QueryErrorLine {
  private readonly texts = inject(Texts);
  readonly text = input.required<string>();
  readonly error = input.required<QueryError>();

  protected readonly words = computed(() => {
    const { at, length } = this.error();
    const problem = queryErrorWords(this.error(), this.texts);
    const part = this.text()
      .slice(at, at + length)
      .trim();
    return part.length > 0 && part.length <= 60 ? this.texts.t('search.error.at', { part, problem }) : problem;
  });

  protected readonly shown = computed(() => {
    const { at, length } = this.error();
    const text = this.text().replace(/\s/gu, ' ');
    const first = at > around ? at - around : 0;
    const last = Math.min(text.length, at + Math.min(length, around) + around);
    const lead = first > 0 ? '…' : '';
    const marks = Math.max(1, Math.min(length, last - at));
    return {
      text: lead + text.slice(first, last) + (last < text.length ? '…' : ''),
      mark: `${' '.repeat(lead.length + at - first)}^${'~'.repeat(marks - 1)}`,
    };
  });
}
