import { Component, computed, effect, inject, input, model } from '@angular/core';
import { limitedTo, type Names, submissionLanguage } from '@convoke/contract';
import { ProblemPanel, QueryBox, submissionExamples, TextPipe } from '@convoke/ui';
import { addressQuery } from '../../shell/address-query';
import { RecordsApi } from '../records.api';

/** The page has an order of its own. */
const language = { ...submissionLanguage, sorts: [] };
const examples = submissionExamples.filter(({ query }) => !query.includes('sort:'));

/**
 * The query box over papers that a page has at hand. Which of them a query finds the server says, as for the list of submissions: the
 * same language, over the same that the viewer may see.
 */
@Component({
  selector: 'cv-paper-query',
  imports: [ProblemPanel, QueryBox, TextPipe],
  template: `
    <cv-query-box
      [language]="usable()"
      [query]="asking.text()"
      [label]="'search.label' | text"
      [hint]="'search.hint' | text"
      [names]="names()"
      [examples]="examples"
      (asked)="asking.ask($event)"
    >
      <p class="cv-small">{{ (asking.good() ? 'search.goodBefore' : 'search.noneYet') | text }}</p>
    </cv-query-box>
    <cv-problem [error]="ids.error()" />
  `,
  styles: `
    :host {
      display: block;
      margin-block: var(--s-2);
    }
  `,
})
export class PaperQuery {
  private readonly api = inject(RecordsApi);
  readonly call = input.required<string>();
  /** From the address. */
  readonly query = input<string>();
  /** The papers that the query finds, by id; null = all of them. What was found before stays until the answer is there. */
  readonly found = model<ReadonlySet<string> | null>(null);

  protected readonly asking = addressQuery(this.query, language);
  protected readonly examples = examples;
  private readonly views = this.api.views(this.call);
  protected readonly usable = computed(() => {
    const refused = this.views.hasValue() ? this.views.value().refused : [];
    return limitedTo(
      language,
      Object.keys(language.fields).filter((field) => !refused.includes(field)),
    );
  });
  protected readonly names = computed((): Names => {
    if (!this.views.hasValue()) return {};
    const { tracks, types, topics, tags } = this.views.value();
    return { track: tracks.map(({ name }) => name), type: types.map(({ name }) => name), topic: topics, tag: tags };
  });
  protected readonly ids = this.api.ids(this.call, () =>
    this.asking.narrows() ? { view: 'all', query: this.asking.good()?.text ?? '' } : undefined,
  );

  constructor() {
    effect(() => {
      if (!this.asking.narrows()) this.found.set(null);
      else if (this.ids.hasValue()) this.found.set(new Set(this.ids.value().ids));
    });
  }
}
