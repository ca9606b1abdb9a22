import { Component, computed, inject, input } from '@angular/core';
import type { SightChangeView, VisibilityPreview, VisibilityView } from '@convoke/contract';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import { SeeingWords } from './seeing-words';

interface Part {
  readonly title: string;
  readonly icon: 'eye' | 'lock';
  readonly times: readonly { readonly when: string; readonly lines: readonly SightChangeView[] }[];
}

/** Who would newly see what, and who no longer: at once, and as submissions come further. */
@Component({
  selector: 'cv-sight-preview',
  imports: [Icon, TextPipe],
  template: `
    @for (part of parts(); track part.title) {
      <section>
        <h3><cv-icon [name]="part.icon" />{{ part.title }}</h3>
        @for (time of part.times; track time.when) {
          <h4>{{ time.when }}</h4>
          <ul class="cv-lines">
            @for (line of time.lines; track $index) {
              <li>
                {{ words.change(line) }}
                @if (line.kept; as kept) {
                  <span class="cv-small cv-muted kept">{{
                    kept.what === 'papers'
                      ? ('see.preview.keptPapers' | text: { count: kept.count })
                      : ('see.preview.keptReviews' | text: { count: kept.count })
                  }}</span>
                }
              </li>
            }
          </ul>
        }
      </section>
    } @empty {
      <p>{{ 'see.preview.none' | text }}</p>
    }
    <p class="cv-small cv-muted">{{ 'see.preview.own' | text }}</p>
  `,
  styles: `
    section {
      margin-bottom: var(--s-4);
    }
    h3 {
      display: flex;
      gap: var(--s-2);
      align-items: center;
    }
    h4 {
      margin: var(--s-2) 0 var(--s-1);
      color: var(--c-ink-2);
      font: 500 var(--t-13) var(--font-ui);
    }
    ul {
      max-width: var(--measure);
    }
    .kept {
      display: block;
    }
  `,
})
export class SightPreview {
  private readonly texts = inject(Texts);
  protected readonly words = inject(SeeingWords);
  readonly preview = input.required<VisibilityPreview>();
  readonly kind = input.required<VisibilityView['kind']>();

  protected readonly parts = computed<Part[]>(() => {
    const part = (opens: boolean, title: string, icon: Part['icon']): Part => {
      const lines = this.preview().changes.filter((line) => line.opens === opens);
      const times = [...new Set(lines.map((line) => this.when(line)))];
      return {
        title,
        icon,
        times: times.map((when) => ({ when, lines: lines.filter((line) => this.when(line) === when) })),
      };
    };
    return [
      part(true, this.texts.t('see.preview.opens'), 'eye'),
      part(false, this.texts.t('see.preview.closes'), 'lock'),
    ].filter(({ times }) => times.length > 0);
  });

  private when({ from, onlyNew }: SightChangeView): string {
    if (from === null) return this.texts.t(onlyNew ? 'see.preview.new' : 'see.preview.now');
    const phase = this.words.phase(from, this.kind());
    return this.texts.t(onlyNew ? 'see.preview.laterNew' : 'see.preview.later', { phase });
  }
}
