import { Component, computed, input, model, output } from '@angular/core';
import { moveCut, wordCount } from '@convoke/contract';
import { Field, Icon, Input, TextPipe, WordCount } from '@convoke/ui';
import { CutChoice } from './cut-choice';

/**
 * The abstract with its live count. What the count leaves out is shown faint below a line that says where counting stops; the
 * author may correct the place, and a correction moves along with the text.
 */
@Component({
  selector: 'cv-abstract-input',
  imports: [CutChoice, Field, Icon, Input, TextPipe, WordCount],
  template: `
    <cv-field
      name="abstract"
      [label]="'submission.content.abstract' | text"
      [hint]="hintKey() | text: { limit: limit() }"
    >
      <div class="paper">
        <div class="mirror" aria-hidden="true">
          <span class="words" [textContent]="before()"></span>
          @if (cut() !== null) {
            <span class="mark"
              ><span><cv-icon name="scissors" />{{ 'submission.content.stopsHere' | text }}</span></span
            ><span class="words refs" [textContent]="after()"></span>
          }
          &#8203;
        </div>
        <textarea
          cvInput
          data-read
          [value]="text()"
          [readOnly]="readOnly()"
          rows="8"
          (input)="type($any($event.target).value)"
        ></textarea>
      </div>
      <div below>
        <cv-word-count [count]="count().words" [limit]="limit()" [references]="count().referenceWords">
          @if (!readOnly() && text().trim()) {
            <button
              type="button"
              class="cv-button wrong"
              data-look="low"
              data-size="small"
              [attr.aria-expanded]="choice.open()"
              (click)="choice.open.set(!choice.open())"
            >
              {{ (cut() === null ? 'submission.content.cutMissing' : 'submission.content.cutWrong') | text }}
            </button>
          }
        </cv-word-count>
        @if (count().how === 'author') {
          <p class="cv-small cv-muted">{{ 'submission.content.cutByYou' | text }}</p>
        }
        @if (count().proposedAt; as proposed) {
          <p class="cv-note">
            <cv-icon name="scissors" />{{ 'submission.content.cutProposed' | text }}
            <button type="button" class="cv-button" data-size="small" (click)="cutChange.emit(proposed)">
              {{ 'submission.content.cutAccept' | text }}
            </button>
          </p>
        }
        <cv-cut-choice
          #choice
          [text]="text()"
          [override]="override()"
          [cutAt]="cut()"
          (chosen)="cutChange.emit($event)"
        />
      </div>
    </cv-field>
  `,
  styleUrl: './abstract-input.css',
})
export class AbstractInput {
  readonly text = model.required<string>();
  /** The author's word: null = found by the routine, -1 = no reference list. */
  readonly override = input.required<number | null>();
  readonly limit = input<number | null>(null);
  readonly readOnly = input(false);
  readonly cutChange = output<number | null>();

  readonly count = computed(() => {
    const override = this.override();
    return wordCount(this.text(), override === null ? null : { cutAt: override < 0 ? null : override });
  });
  protected readonly cut = computed(() => this.count().cutAt);
  protected readonly before = computed(() => this.text().slice(0, this.cut() ?? undefined));
  protected readonly after = computed(() => {
    const cut = this.cut();
    return cut === null ? '' : this.text().slice(cut);
  });
  protected readonly hintKey = computed(() =>
    this.limit() === null
      ? ('submission.content.abstractNoLimit' as const)
      : ('submission.content.abstractHint' as const),
  );

  protected type(text: string): void {
    const override = this.override();
    if (override !== null && override >= 0) this.cutChange.emit(moveCut(this.text(), text, override));
    this.text.set(text);
  }
}
