import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NextStep } from '@convoke/contract';
import { Due, TextPipe, Texts } from '@convoke/ui';

/** Nothing presses here: it may be done, and need not. */
const unhurried: readonly NextStep['kind'][] = ['replace', 'reviewed', 'release'];

/** What comes next for the reader, until when, and the one button that leads there. */
@Component({
  selector: 'cv-next-step',
  imports: [Due, RouterLink, TextPipe],
  template: `
    <section class="step" [class.quiet]="quiet()" [attr.aria-label]="'record.nextTitle' | text">
      <p>{{ words() }}</p>
      @if (step().due; as due) {
        <cv-due [deadline]="due" look="line" [chip]="!quiet()" />
      }
      @if (target(); as target) {
        <a
          class="cv-button"
          data-wide
          [class.cv-end]="!quiet()"
          [attr.data-look]="quiet() ? null : 'main'"
          [routerLink]="target.path"
          [queryParams]="target.query"
          >{{ act() }}</a
        >
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .step {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-2) var(--s-4);
      align-items: center;
      padding: var(--s-3) var(--s-4);
      border-radius: var(--r-2);
      background: var(--c-accent-soft);
      color: var(--c-on-accent-soft);
    }
    .step.quiet {
      padding: 0;
      background: none;
      color: var(--c-ink-2);
    }
    p {
      font-weight: 500;
    }
    .quiet p {
      font-weight: 400;
    }
  `,
})
export class NextStepLine {
  private readonly texts = inject(Texts);
  readonly step = input.required<NextStep>();
  protected readonly words = computed(() => this.texts.t(`record.step.${this.step().kind}`, this.step().facts));
  protected readonly quiet = computed(() => this.step().link === null || unhurried.includes(this.step().kind));
  protected readonly act = computed(() => this.texts.maybe(`record.act.${this.step().kind}`) ?? '');
  protected readonly target = computed(() => {
    const link = this.step().link;
    if (link === null) return null;
    const [path = '', search = ''] = link.split('?');
    return { path, query: Object.fromEntries(new URLSearchParams(search)) };
  });
}
