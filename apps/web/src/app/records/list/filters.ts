import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { type RecordViews, shownState } from '@convoke/contract';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import { type FilterKey, type ListQuery, filterKeys } from '../list-query';

interface Choice {
  readonly value: string;
  readonly words: string;
}

/** What the list is narrowed by, as pills that can be taken away, and a menu of what else there is. */
@Component({
  selector: 'cv-filters',
  imports: [Icon, MatMenuModule, TextPipe],
  template: `
    @for (pill of pills(); track pill.key) {
      <button
        type="button"
        class="pill"
        [attr.aria-label]="'record.removeFilter' | text: pill"
        (click)="remove(pill.key)"
      >
        {{ 'record.filterIs' | text: pill }}<cv-icon name="close" />
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
  readonly query = input.required<ListQuery>();
  readonly setup = input.required<RecordViews>();
  readonly changed = output<Omit<ListQuery, 'unknown'>>();

  protected readonly groups = computed(() => {
    const { tracks, types, outcomes } = this.setup();
    const t = this.texts;
    const states = shownState.options.filter((state) => state !== 'draft' && state !== 'late');
    const choices: [FilterKey, Choice[]][] = [
      ['track', tracks.map(({ slug, name }) => ({ value: slug, words: name }))],
      ['state', states.map((value) => ({ value, words: t.t(`state.${value}`) }))],
      [
        'reviews',
        (['in', 'missing', 'late'] as const).map((value) => ({ value, words: t.t(`record.reviews.${value}`) })),
      ],
      [
        'decision',
        [
          ...outcomes.map((value) => ({ value, words: t.t(`outcome.${value}`) })),
          { value: 'none', words: t.t('record.decision.none') },
        ],
      ],
      ['type', types.map(({ key, name }) => ({ value: key, words: name }))],
    ];
    return choices
      .filter(([, list]) => list.length > 1)
      .map(([key, list]) => ({ key, name: t.t(`record.filter.${key}`), choices: list }));
  });

  protected readonly pills = computed(() => {
    const { filters } = this.query();
    return filterKeys.flatMap((key) => {
      const value = filters[key];
      if (value === undefined) return [];
      const choice = this.groups()
        .find((group) => group.key === key)
        ?.choices.find((one) => one.value === value);
      return [{ key, name: this.texts.t(`record.filter.${key}`), value: choice?.words ?? value }];
    });
  });

  protected set(key: FilterKey, value: string): void {
    this.changed.emit({ ...this.query(), filters: { ...this.query().filters, [key]: value } });
  }

  protected remove(key: FilterKey): void {
    const { [key]: _, ...filters } = this.query().filters;
    this.changed.emit({ ...this.query(), filters });
  }
}
