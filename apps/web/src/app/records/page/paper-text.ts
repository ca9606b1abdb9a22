import { Component, input, linkedSignal } from '@angular/core';
import type { RecordPage } from '@convoke/contract';
import { TextPipe } from '@convoke/ui';

/** Abstract, topics and keywords; two lines of it where the reviews are the main thing. */
@Component({
  selector: 'cv-paper-text',
  imports: [TextPipe],
  template: `
    <h2 class="cv-hidden">{{ 'record.abstract' | text }}</h2>
    <div id="abstract" class="cv-read" [class.short]="!open()">{{ content().abstract }}</div>
    @if (open()) {
      <dl>
        @if (content().topics.length) {
          <dt>{{ 'record.topics' | text }}</dt>
          <dd>{{ content().topics.join(', ') }}</dd>
        }
        @if (content().keywords.length) {
          <dt>{{ 'record.keywords' | text }}</dt>
          <dd>{{ content().keywords.join(', ') }}</dd>
        }
      </dl>
    }
    @if (!whole()) {
      <button
        type="button"
        class="more"
        aria-controls="abstract"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        {{ (open() ? 'record.hideAbstract' : 'record.showAbstract') | text }}
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--measure);
    }
    .cv-read {
      white-space: pre-line;
    }
    .short {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      white-space: normal;
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--s-1) var(--s-4);
      margin-top: var(--s-3);
      font: var(--t-13) var(--font-ui);
    }
    dl:empty {
      display: none;
    }
    dt {
      color: var(--c-ink-2);
    }
    .more {
      min-height: 1.5rem;
      margin-top: var(--s-1);
      padding: 0;
      border: 0;
      background: none;
      color: var(--c-accent);
      font: var(--t-13) var(--font-ui);
      text-decoration: underline;
      text-underline-offset: 0.18em;
      cursor: pointer;
    }
    @media print {
      .short {
        display: block;
      }
      .more {
        display: none;
      }
    }
  `,
})
export class PaperText {
  readonly content = input.required<NonNullable<RecordPage['content']>>();
  readonly whole = input.required<boolean>();
  protected readonly open = linkedSignal(() => this.whole());
}
