import { Component, computed, inject, input } from '@angular/core';
import type { Tag, TagScope } from '@convoke/contract';
import { Icon, type IconName, Texts } from '@convoke/ui';

const icons: Readonly<Record<TagScope, IconName>> = { private: 'person', chairs: 'lock', committee: 'people' };

/** A tag, and by its sign for whom it is. */
@Component({
  selector: 'cv-tag',
  imports: [Icon],
  template: `<cv-icon [name]="icon()" /><span class="cv-hidden">{{ who() }}: </span>#{{ tag().name }}<ng-content />`,
  host: { '[attr.title]': 'who()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      max-width: 100%;
      padding: 0 0.375rem;
      border: 1px solid var(--c-line);
      border-radius: var(--r-1);
      background: var(--c-surface);
      color: var(--c-ink-2);
      font: 500 var(--t-12) var(--font-ui);
      white-space: nowrap;
    }
    cv-icon {
      width: 0.75rem;
      height: 0.75rem;
      color: var(--c-ink-3);
    }
  `,
})
export class TagChip {
  private readonly texts = inject(Texts);
  readonly tag = input.required<Tag>();
  protected readonly icon = computed(() => icons[this.tag().scope]);
  protected readonly who = computed(() => this.texts.t(`tags.scope.${this.tag().scope}`));
}
