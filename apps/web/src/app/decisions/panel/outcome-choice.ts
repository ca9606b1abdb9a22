import { Component, inject, input, model } from '@angular/core';
import type { Outcome } from '@convoke/contract';
import { StateChip, Texts } from '@convoke/ui';
import { outcomeState } from '../outcome-state';

let made = 0;

/** One outcome out of those the call offers, as a column of radios with shape and word. */
@Component({
  selector: 'cv-outcome-choice',
  imports: [StateChip],
  template: `
    <div role="radiogroup" [attr.aria-label]="label()">
      @for (one of outcomes(); track one) {
        <label [class.on]="one === value()">
          <input
            type="radio"
            [name]="name"
            [value]="one"
            [checked]="one === value()"
            [disabled]="disabled()"
            (change)="value.set(one)"
          />
          <cv-state [state]="states[one]" [word]="texts.t('outcome.' + one)" />
        </label>
      }
    </div>
  `,
  styles: `
    label {
      display: flex;
      gap: var(--s-3);
      align-items: center;
      min-height: 2.5rem;
      padding: 0 var(--s-4);
      margin-top: -1px;
      border: 1px solid var(--c-line);
      background: var(--c-surface);
      cursor: pointer;
    }
    label:first-child {
      margin-top: 0;
      border-radius: var(--r-1) var(--r-1) 0 0;
    }
    label:last-child {
      border-radius: 0 0 var(--r-1) var(--r-1);
    }
    label:hover {
      background: var(--c-sunken);
    }
    label.on {
      position: relative;
      border-color: var(--c-accent);
      background: var(--c-accent-soft);
    }
    label:has(:focus-visible) {
      outline: var(--focus);
      outline-offset: 2px;
      z-index: 1;
    }
    input {
      width: 1rem;
      height: 1rem;
      margin: 0;
      accent-color: var(--c-accent);
    }
    @media (pointer: coarse) {
      label {
        min-height: 2.75rem;
      }
    }
  `,
})
export class OutcomeChoice {
  protected readonly texts = inject(Texts) as { t(key: string): string };
  protected readonly states = outcomeState;
  protected readonly name = `outcome-${(made += 1)}`;
  readonly outcomes = input.required<readonly Outcome[]>();
  readonly label = input.required<string>();
  readonly disabled = input(false);
  readonly value = model<Outcome | null>(null);
}
