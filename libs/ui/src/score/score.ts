import { Component, computed, inject, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Texts } from '../i18n/texts';
import { Icon } from '../icons/icon';

export interface ScoreValue {
  readonly value: number;
  /** “Accept. A good paper that others will use”. */
  readonly label: string;
}

let made = 0;

/** One score as a row of numbers: radios with arrow keys, and the digit itself. The meaning stands below. */
@Component({
  selector: 'cv-score',
  imports: [Icon],
  template: `
    <span class="name" [id]="id">{{ label() }}</span>
    <div class="numbers" role="radiogroup" [attr.aria-labelledby]="id" [attr.aria-describedby]="id + '-meaning'">
      @for (one of scale(); track one.value) {
        <label [class.on]="one.value === value()">
          <input
            type="radio"
            class="cv-hidden"
            [name]="id"
            [checked]="one.value === value()"
            [disabled]="disabled()"
            [attr.aria-label]="one.value + ': ' + one.label"
            (change)="value.set(one.value)"
            (keydown)="onKey($event)"
          />{{ one.value }}
        </label>
      }
    </div>
    <p class="meaning" [class.missing]="value() === null && required()" [id]="id + '-meaning'">
      @if (value() === null && required()) {
        <cv-icon name="warning" />
      }
      {{ meaning() }}
    </p>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 8.25rem minmax(0, 1fr);
      gap: 0 var(--s-3);
      align-items: center;
      padding: 0.25rem 0;
    }
    /* Beside numbers and meaning together: a label of two lines moves neither. */
    .name {
      grid-row: span 2;
      align-self: start;
      padding-top: 0.375rem;
      font-weight: 500;
    }
    .numbers {
      display: flex;
    }
    label {
      flex: 1;
      position: relative;
      display: grid;
      place-items: center;
      min-height: 2rem;
      margin-left: -1px;
      border: 1px solid var(--c-line-strong);
      background: var(--c-surface);
      cursor: pointer;
    }
    label:first-child {
      border-radius: var(--r-1) 0 0 var(--r-1);
      margin-left: 0;
    }
    label:last-child {
      border-radius: 0 var(--r-1) var(--r-1) 0;
    }
    label:hover {
      background: var(--c-sunken);
    }
    label.on {
      background: var(--c-accent);
      border-color: var(--c-accent);
      color: var(--c-on-accent);
      font-weight: 600;
    }
    label:has(:focus-visible) {
      outline: var(--focus);
      outline-offset: 2px;
      z-index: 1;
    }
    .meaning {
      grid-column: 2;
      margin-top: 0.125rem;
      font: var(--t-12) var(--font-ui);
      color: var(--c-ink-2);
    }
    .missing {
      color: var(--c-warn);
    }
    @media (max-width: 45rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s-1);
        padding: var(--s-2) 0;
      }
      .name {
        grid-row: auto;
        padding-top: 0;
      }
      .meaning {
        grid-column: 1;
      }
      label {
        min-height: 2.75rem;
      }
    }
    @media (forced-colors: active) {
      label.on {
        outline: 2px solid Highlight;
      }
    }
  `,
})
export class Score implements FormValueControl<number | null> {
  private readonly texts = inject(Texts);
  readonly label = input.required<string>();
  readonly scale = input.required<readonly ScoreValue[]>();
  readonly value = model<number | null>(null);
  readonly disabled = input(false);
  readonly required = input(false);
  protected readonly id = `cv-score-${++made}`;

  protected readonly meaning = computed(() => {
    const scale = this.scale();
    const chosen = scale.find((one) => one.value === this.value());
    if (chosen) return this.texts.t('score.chosen', { value: chosen.value, label: chosen.label });
    const [first, last] = [scale[0], scale[scale.length - 1]];
    if (!first || !last) return '';
    return this.texts.t('score.chooseLabelled', {
      min: first.value,
      minLabel: first.label,
      max: last.value,
      maxLabel: last.label,
    });
  });

  protected onKey(event: KeyboardEvent): void {
    const typed = this.scale().find((one) => String(one.value) === event.key);
    if (!typed || this.disabled() || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.value.set(typed.value);
  }
}
