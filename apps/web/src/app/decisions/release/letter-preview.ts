import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { LetterView, ReleaseBatch } from '@convoke/contract';
import { Icon, Loading, ProblemPanel, StateChip, TextPipe, Texts } from '@convoke/ui';
import { DecisionsApi } from '../decisions.api';
import { outcomeState } from '../outcome-state';

/** One real letter out of a release, to leaf through and to edit before it leaves. */
@Component({
  selector: 'cv-letter-preview',
  imports: [Icon, Loading, ProblemPanel, StateChip, TextPipe],
  template: `
    <section class="cv-panel" [attr.aria-label]="'release.preview' | text">
      <header class="cv-row">
        <cv-state [state]="states[line().outcome]" [word]="word()" />
        <span class="cv-row cv-end">
          <button type="button" class="cv-tool" (click)="go(-1)">
            <cv-icon name="chevron-left" />{{ 'release.back' | text }}
          </button>
          <b class="cv-small cv-nowrap" role="status">{{
            'release.position' | text: { at: position(), of: count() }
          }}</b>
          <button type="button" class="cv-tool" (click)="go(1)">
            {{ 'release.next' | text }}<cv-icon name="chevron-right" />
          </button>
        </span>
      </header>
      @if (letter.hasValue()) {
        @let shown = letter.value();
        <dl>
          <dt>{{ 'letter.to' | text }}</dt>
          <dd>{{ shown.toName }} &lt;{{ shown.to }}&gt;</dd>
          <dt>{{ 'letter.from' | text }}</dt>
          <dd>{{ shown.from }}</dd>
          <dt>{{ 'letter.subject' | text }}</dt>
          <dd>
            @if (editing()) {
              <input
                class="cv-input"
                [attr.aria-label]="'letter.subject' | text"
                [value]="subject()"
                (input)="subject.set($any($event.target).value)"
              />
            } @else {
              <b>{{ shown.subject }}</b>
            }
          </dd>
        </dl>
        @if (editing()) {
          <textarea
            class="cv-input cv-read"
            rows="18"
            [attr.aria-label]="'letter.body' | text"
            [value]="body()"
            (input)="body.set($any($event.target).value)"
          ></textarea>
          <cv-problem [error]="error()" />
          <p class="cv-row">
            <button type="button" class="cv-button" (click)="save(shown)">{{ 'release.saveLetter' | text }}</button>
            <button type="button" class="cv-button" data-look="low" (click)="editing.set(false)">
              {{ 'release.discard' | text }}
            </button>
          </p>
        } @else {
          <div class="text cv-read" tabindex="0" role="region" [attr.aria-label]="'letter.body' | text">
            {{ shown.body }}
          </div>
          @if (editable()) {
            <button type="button" class="cv-button" data-size="small" (click)="edit(shown)">
              {{ 'release.edit' | text }}
            </button>
          }
        }
      } @else {
        <cv-loading part [resource]="letter" />
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--s-4);
      padding: 0 0 var(--s-4);
      min-width: 0;
    }
    section > :not(header, dl) {
      margin-inline: var(--s-4);
    }
    header,
    dl {
      padding: var(--s-2) var(--s-4);
      border-bottom: 1px solid var(--c-line);
    }
    header {
      min-height: 3rem;
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--s-1) var(--s-6);
      margin: calc(-1 * var(--s-4)) 0 0;
      padding-block: var(--s-3);
      font-size: 0.8125rem;
    }
    dt {
      color: var(--c-ink-2);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .text {
      max-height: 34rem;
      max-width: var(--measure);
      overflow: auto;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .cv-button {
      justify-self: start;
    }
    textarea {
      width: auto;
    }
  `,
})
export class LetterPreview {
  private readonly api = inject(DecisionsApi);
  private readonly texts = inject(Texts);

  readonly batch = input.required<string>();
  readonly line = input.required<ReleaseBatch['letters'][number]>();
  readonly editable = input.required<boolean>();
  readonly position = input.required<number>();
  readonly count = input.required<number>();
  readonly step = output<number>();
  readonly edited = output<void>();

  protected readonly letter = this.api.letter(
    () => this.batch(),
    () => this.line().id,
  );
  protected readonly editing = signal(false);
  protected readonly subject = signal('');
  protected readonly body = signal('');
  protected readonly error = signal<unknown>(null);
  protected readonly states = outcomeState;
  protected readonly word = computed(() => this.texts.t(`outcome.${this.line().outcome}`));

  protected go(by: number): void {
    this.editing.set(false);
    this.step.emit(by);
  }

  protected edit(shown: LetterView): void {
    this.subject.set(shown.subject);
    this.body.set(shown.body);
    this.error.set(null);
    this.editing.set(true);
  }

  protected async save(shown: LetterView): Promise<void> {
    try {
      const text = { subject: this.subject(), body: this.body(), hash: shown.hash };
      this.letter.set(await this.api.editLetter(this.batch(), shown.id, text));
      this.editing.set(false);
      this.edited.emit();
    } catch (error) {
      this.error.set(error);
    }
  }
}
