import { Component, computed, inject, input, output } from '@angular/core';
import { number } from '@convoke/texts';
import { Texts, TextPipe } from '../i18n/texts';

/** Long work in words and as a bar: “214 of 600, about 40 s”. `cancellable` adds a Cancel button. */
@Component({
  selector: 'cv-progress',
  imports: [TextPipe],
  template: `
    <p>
      <span>{{ label() }}</span><span class="end">{{ shown() }}</span>
      @if (cancellable()) {
        <button type="button" class="cv-button" data-look="low" data-size="small" (click)="cancelled.emit()">
          {{ 'ui.cancel' | text }}
        </button>
      }
    </p>
    <div
      class="bar"
      role="progressbar"
      [attr.aria-label]="label()"
      aria-valuemin="0"
      aria-valuemax="100"
      [attr.aria-valuenow]="percent()"
      [attr.aria-valuetext]="shown()"
    >
      <div [style.width.%]="percent()"></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    p {
      display: flex;
      align-items: center;
      gap: var(--s-2);
      margin-bottom: 0.375rem;
      font: var(--t-13) var(--font-ui);
    }
    p > span:first-child {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      min-width: 0;
    }
    .end {
      margin-left: auto;
      color: var(--c-ink-2);
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .bar {
      height: 0.375rem;
      border-radius: var(--r-full);
      background: var(--c-line);
      overflow: hidden;
    }
    .bar > div {
      height: 100%;
      background: var(--c-accent);
    }
    @media (forced-colors: active) {
      .bar {
        border: 1px solid;
      }
      .bar > div {
        background: Highlight;
      }
    }
  `,
})
export class Progress {
  private readonly texts = inject(Texts);
  readonly label = input.required<string>();
  readonly done = input.required<number>();
  readonly of = input.required<number>();
  readonly secondsLeft = input<number | null>(null);
  /** Instead of “214 of 600”: “6.4 of 11.2 MB”. */
  readonly words = input<string>();
  readonly cancellable = input(false);
  readonly cancelled = output<void>();

  protected readonly percent = computed(() =>
    this.of() > 0 ? Math.min(100, Math.round((100 * this.done()) / this.of())) : 0,
  );
  protected readonly shown = computed(() => {
    const locale = this.texts.locale();
    const count =
      this.words() ?? this.texts.t('progress.of', { done: number(this.done(), locale), of: number(this.of(), locale) });
    const seconds = this.secondsLeft();
    return seconds === null ? count : `${count}, ${this.texts.t('progress.about', { seconds })}`;
  });
}
