import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { printQuery, type Query, type QueryTerm, type RecordViews, submissionLanguage } from '@convoke/contract';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import { filtersOf, without, withTerm } from '../list-query';

interface Choice {
  readonly value: string;
  readonly words: string;
}

const kinds = ['track', 'status', 're', 'dec', 'type', 'has', 'tag'] as const;
type Kind = (typeof kinds)[number];

/** What the list is narrowed by, as pills that can be taken away, and a menu of what else there is. */
@Component({
  selector: 'cv-filters',
  imports: [Icon, MatMenuModule, TextPipe],
  template: `
    @for (pill of pills(); track pill.term) {
      <button
        type="button"
        class="pill"
        [attr.aria-label]="'record.removeFilter' | text: pill.facts"
        (click)="remove(pill.term)"
      >
        {{ (pill.negated ? 'record.filterIsNot' : 'record.filterIs') | text: pill.facts }}<cv-icon name="close" />
      </button>
    }
    <button type="button" class="pill add" [matMenuTriggerFor]="kinds">
      <cv-icon name="plus" />{{ 'record.addFilter' | text }}
    </button>
    <mat-menu #kinds="matMenu">
      @for (group of groups(); track group.key) {
        <button mat-menu-item [matMenuTriggerFor]="values">{{ group.name }}</button>
        <mat-menu #values="matMenu">
          @for (choice of group.choices; track choice.value) {
            <button mat-menu-item (click)="set(group.key, choice.value)">{{ choice.words }}</button>
          }
        </mat-menu>
      }
    </mat-menu>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-2);
      align-items: center;
      margin-bottom: var(--s-2);
    }
    .pill {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: 1.625rem;
      max-width: 100%;
      padding: 0 0.375rem 0 0.625rem;
      border: 1px solid var(--c-line);
      border-radius: var(--r-1);
      background: var(--c-surface);
      color: var(--c-ink);
      font: var(--t-13) var(--font-ui);
      cursor: pointer;
    }
    .pill cv-icon {
      width: 0.75rem;
      height: 0.75rem;
      color: var(--c-ink-3);
    }
    .pill:hover {
      background: var(--c-sunken);
    }
    .add {
      padding: 0 0.625rem 0 0.375rem;
      border-style: dashed;
      border-color: var(--c-line-strong);
      color: var(--c-ink-2);
    }
    @media (max-width: 45rem), (pointer: coarse) {
      .pill {
        min-height: 2.25rem;
      }
    }
    @media print {
      .add {
        display: none;
      }
    }
  `,
})
export class Filters {
  private readonly texts = inject(Texts);
  readonly query = input.required<Query>();
  readonly setup = input.required<RecordViews>();
  readonly changed = output<Query>();

  private readonly choices = computed<Readonly<Record<Kind, readonly Choice[]>>>(() => {
    const { tracks, types, outcomes, tags } = this.setup();
    const { status, re, has } = submissionLanguage.fields;
    const named = (value: string, key: string): Choice => ({ value, words: this.texts.maybe(key) ?? value });
    return {
      track: tracks.map(({ slug, name }) => ({ value: slug, words: name })),
      status: status.choices.map((value) => named(value, `state.${value}`)),
      re: re.choices.map((value) => named(value, `search.choice.re.${value}`)),
      dec: [
        ...outcomes.map((value) => named(value, `outcome.${value}`)),
        ...['yes', 'none'].map((value) => named(value, `search.choice.dec.${value}`)),
      ],
      type: types.map(({ key, name }) => ({ value: key, words: name })),
      has: has.choices.map((value) => named(value, `search.choice.has.${value}`)),
      tag: tags.map((value) => ({ value, words: `#${value}` })),
    };
  });

  protected readonly groups = computed(() =>
    kinds
      .map((key) => ({ key, name: this.nameOf(key), choices: this.choices()[key] }))
      .filter(({ key, choices }) => choices.length > (key === 'tag' ? 0 : 1) && !this.setup().refused.includes(key)),
  );

  protected readonly pills = computed(() =>
    filtersOf(this.query()).map(({ term, negated }) => {
      const value = valueOf(term);
      const choice = kinds.find((key) => key === term.field);
      const words = choice && this.choices()[choice].find((one) => one.value === value)?.words;
      return { term, negated, facts: { name: this.nameOf(term.field), value: words ?? value } };
    }),
  );

  protected set(key: Kind, value: string): void {
    const typed = key === 'tag' ? `#${value}` : `${key}:${value}`;
    this.changed.emit(withTerm(this.query(), typed));
  }

  protected remove(term: QueryTerm): void {
    this.changed.emit(without(this.query(), term));
  }

  private nameOf(field: string): string {
    return this.texts.maybe(`record.filter.${field}`) ?? field;
  }
}

/** What stands after the field, as it is typed. */
function valueOf(term: QueryTerm): string {
  if (term.value.is === 'text') return term.value.text;
  return printQuery({ where: term, sort: null }).replace(/^[a-z]+:?|^#/u, '');
}
