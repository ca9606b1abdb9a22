import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordPage } from '@convoke/contract';
import { Icon, TextPipe, Texts } from '@convoke/ui';

/** Stays on top of a page that is looked at through somebody else's eyes, and leads back from it. */
@Component({
  selector: 'cv-looking-banner',
  imports: [Icon, RouterLink, TextPipe],
  template: `
    <cv-icon name="eye" />
    <div>
      <p role="status">
        <b>{{ 'see.as.banner' | text: { name: name() } }}</b>
      </p>
      <p class="cv-small">{{ 'see.as.hint' | text }}</p>
    </div>
    <a
      class="cv-button"
      data-size="small"
      routerLink="."
      [queryParams]="{ eyes: null, tab: 'sight', of: eyes() }"
      queryParamsHandling="merge"
      >{{ 'see.as.leave' | text }}</a
    >
  `,
  styles: `
    :host {
      position: sticky;
      top: 3rem;
      z-index: 2;
      display: flex;
      gap: var(--s-3);
      align-items: flex-start;
      margin-bottom: var(--s-4);
      padding: var(--s-2) var(--s-3);
      border: 1px solid var(--c-accent);
      border-radius: var(--r-1);
      background: var(--c-surface);
    }
    cv-icon {
      flex: none;
      margin-top: 0.1875rem;
      color: var(--c-accent);
    }
    div {
      flex: 1;
    }
    a {
      flex: none;
    }
    @media (max-width: 45rem) {
      .cv-small {
        display: none;
      }
    }
  `,
})
export class LookingBanner {
  private readonly texts = inject(Texts);
  /** Whose eyes, as in the address. */
  readonly eyes = input.required<string>();
  readonly lookedAt = input<RecordPage['lookedAt']>(null);

  protected readonly name = computed(() => {
    const seen = this.lookedAt();
    const standing = seen?.standing ?? this.eyes().replace(/^standing:/, '');
    return seen?.name ?? this.texts.maybe(`see.one.${standing}`) ?? this.texts.t('see.as.somebody');
  });
}
