import { Component, computed, input, output, signal } from '@angular/core';
import { Field, Input, TextPipe } from '@convoke/ui';

const shownLines = 80;

/** Where the reference list begins, chosen from the lines of the text. */
@Component({
  selector: 'cv-cut-choice',
  imports: [Field, Input, TextPipe],
  template: `
    @if (open()) {
      <div class="cv-panel">
        <cv-field [label]="'submission.content.cutLabel' | text" [hint]="'submission.content.cutLead' | text">
          <select cvInput (change)="choose($any($event.target).value)">
            <option value="auto" [selected]="override() === null">{{ 'submission.content.cutAuto' | text }}</option>
            <option value="-1" [selected]="override() === -1">{{ 'submission.content.cutNone' | text }}</option>
            @for (line of lines(); track line.at) {
              <option [value]="line.at" [selected]="override() !== null && line.at === cutAt()">
                {{ 'submission.content.cutLine' | text: { n: line.n, line: line.words } }}
              </option>
            }
          </select>
        </cv-field>
      </div>
    }
  `,
  styles: `
    .cv-panel {
      margin-top: var(--s-2);
    }
    cv-field {
      margin-bottom: 0;
    }
  `,
})
export class CutChoice {
  readonly text = input.required<string>();
  readonly override = input.required<number | null>();
  readonly cutAt = input.required<number | null>();
  readonly chosen = output<number | null>();
  readonly open = signal(false);

  /** The last lines with something in them, with the offset at which each begins. */
  protected readonly lines = computed(() => {
    let at = 0;
    return this.text()
      .split('\n')
      .map((line, index) => {
        const found = { n: index + 1, at, words: line.trim().slice(0, 60) };
        at += line.length + 1;
        return found;
      })
      .filter((line) => line.words !== '')
      .slice(-shownLines);
  });

  protected choose(value: string): void {
    this.chosen.emit(value === 'auto' ? null : Number(value));
  }
}
