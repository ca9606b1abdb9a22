import { Component, computed, input, output, signal } from '@angular/core';
import { TextPipe } from '../i18n/texts';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icons';

export type StepState = 'done' | 'now' | 'missing' | 'open';
export interface Step {
  readonly key: string;
  readonly label: string;
  /** What is in it, or what is missing: “One affiliation is missing”. */
  readonly note?: string;
  readonly state: StepState;
}

const shapes: Record<StepState, IconName> = { done: 'done', now: 'now', missing: 'warning', open: 'todo' };

/** Steps of a form, all reachable. On a phone it is one line, “Step 2 of 6”, that opens the list. */
@Component({
  selector: 'cv-stepper',
  imports: [Icon, TextPipe],
  template: `
    <button type="button" class="cv-tool cv-only-phone phone" [attr.aria-expanded]="open()" (click)="open.set(!open())">
      {{ 'step.of' | text: { index: index() + 1, count: steps().length } }}. {{ 'step.all' | text }}
      <cv-icon [name]="open() ? 'chevron-up' : 'chevron-down'" />
    </button>
    <ol [class.open]="open()">
      @for (step of steps(); track step.key) {
        <li [attr.data-state]="step.key === current() ? 'now' : step.state">
          <cv-icon [name]="shapeOf(step)" [label]="labelKey(step) | text" />
          <button
            type="button"
            [attr.aria-current]="step.key === current() ? 'step' : null"
            (click)="open.set(false); pick.emit(step.key)"
          >
            {{ step.label }}
            @if (step.note) {
              <small>{{ step.note }}</small>
            }
          </button>
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 1.25rem 1fr;
      gap: var(--s-2);
      padding: 0.375rem 0;
      color: var(--c-ink-2);
    }
    li > button {
      padding: 0;
      border: 0;
      background: none;
      text-align: left;
      cursor: pointer;
      min-height: 1.5rem;
    }
    li > button:hover {
      color: var(--c-accent-hover);
    }
    cv-icon {
      margin-top: 0.125rem;
      color: var(--c-line-strong);
    }
    small {
      display: block;
      font: 400 var(--t-12) var(--font-ui);
      color: var(--c-ink-3);
    }
    [data-state='now'] {
      color: var(--c-ink);
      font-weight: 600;
    }
    [data-state='now'] > cv-icon,
    [data-state='done'] > cv-icon {
      color: var(--c-accent);
    }
    [data-state='missing'] > cv-icon,
    [data-state='missing'] small {
      color: var(--c-warn);
    }
    @media (max-width: 45rem) {
      .phone {
        padding: 0;
      }
      ol:not(.open) {
        display: none;
      }
      li > button {
        min-height: 2.75rem;
      }
    }
  `,
})
export class Stepper {
  readonly steps = input.required<readonly Step[]>();
  readonly current = input.required<string>();
  readonly pick = output<string>();
  protected readonly open = signal(false);
  protected readonly index = computed(() =>
    Math.max(
      0,
      this.steps().findIndex((step) => step.key === this.current()),
    ),
  );

  protected shapeOf(step: Step): IconName {
    return shapes[step.key === this.current() ? 'now' : step.state];
  }

  protected labelKey(step: Step) {
    return `step.${step.key === this.current() ? ('now' as const) : step.state}` as const;
  }
}
