import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import type { AudienceView } from '@convoke/contract';
import { Audience, Confirm, FieldGroup, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { audienceKey, audienceWords, peopleParam } from './audience-words';
import { UnsentMessages } from './unsent-messages';

export interface WrittenMessage {
  readonly audience: AudienceView;
  readonly text: string;
}

/**
 * A message while it is being written: who reads it is chosen first and stands above the text, with how many people that are.
 * It is sent by its button or Ctrl+Enter, never by a plain Enter. What was typed stays until it is sent or thrown away, whatever
 * one looks at in between.
 */
@Component({
  selector: 'cv-message-form',
  imports: [Audience, FieldGroup, ProblemPanel, TextPipe],
  template: `
    <form
      (submit)="$event.preventDefault(); submit()"
      (keydown.control.enter)="submit()"
      (keydown.meta.enter)="submit()"
    >
      @if (audiences().length > 1) {
        <cv-field-group [label]="'talk.discussion.whoReads' | text">
          @for (one of audiences(); track key(one)) {
            <label class="cv-check">
              <input
                type="radio"
                [name]="'audience-' + id()"
                [checked]="key(one) === key(chosen())"
                (change)="write(text(), one)"
              />
              <cv-audience [who]="words(one)" [authors]="false" />
            </label>
          }
        </cv-field-group>
      } @else {
        <p class="only">
          <span class="cv-hidden">{{ 'talk.discussion.whoReads' | text }}</span>
          <cv-audience [who]="words(chosen())" [authors]="false" />
        </p>
      }
      <label [for]="'message-' + id()">{{ 'talk.discussion.message' | text }}</label>
      <textarea
        #box
        class="cv-input"
        data-read
        rows="4"
        maxlength="20000"
        required
        [id]="'message-' + id()"
        [value]="text()"
        (input)="write(box.value)"
      ></textarea>
      <cv-problem [error]="error()" />
      <div class="cv-row">
        <button
          class="cv-button"
          data-look="main"
          data-wide
          aria-keyshortcuts="Control+Enter"
          [title]="'talk.discussion.shortcut' | text"
          [attr.aria-disabled]="busy() || text().trim() === '' || null"
        >
          {{ 'talk.discussion.post' | text: { people: people() } }}
        </button>
        @if (canCancel()) {
          <button type="button" class="cv-button" data-wide (click)="leave()">
            {{ 'talk.discussion.cancel' | text }}
          </button>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--s-2);
      max-width: 44rem;
    }
    .only {
      margin: 0;
    }
    label[for] {
      font-weight: 500;
    }
  `,
})
export class MessageForm {
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly unsent = inject(UnsentMessages);

  readonly submission = input.required<string>();
  /** The thread that is written in, or `new`. */
  readonly id = input.required<string>();
  /** Whom it may be for; the first is chosen to begin with. */
  readonly audiences = input.required<readonly AudienceView[]>();
  readonly busy = input(false);
  readonly error = input<unknown>(null);
  readonly canCancel = input(true);
  readonly send = output<WrittenMessage>();
  readonly cancelled = output<void>();

  private readonly left = computed(() => this.unsent.read(this.submission(), this.id()));
  protected readonly text = linkedSignal(() => this.left()?.text ?? '');
  /** Stays what was chosen while counts change around it. */
  protected readonly chosen = linkedSignal<readonly AudienceView[], AudienceView>({
    source: this.audiences,
    computation: (audiences, before) => {
      const kept = before?.value ?? untracked(() => this.left()?.audience);
      const same = kept && audiences.find((one) => audienceKey(one) === audienceKey(kept));
      return same ?? audiences[0]!;
    },
  });
  protected readonly people = computed(() => peopleParam(this.chosen().people === null ? null : others(this.chosen())));
  protected readonly key = audienceKey;

  protected write(text: string, audience = this.chosen()): void {
    this.text.set(text);
    this.chosen.set(audience);
    this.unsent.keep(this.submission(), this.id(), { audience, text });
  }

  protected words(audience: AudienceView): string {
    return audienceWords(audience, this.texts);
  }

  protected submit(): void {
    const text = this.text().trim();
    if (text !== '' && !this.busy()) this.send.emit({ audience: this.chosen(), text });
  }

  protected async leave(): Promise<void> {
    const agreed =
      this.text().trim() === '' ||
      (await this.confirm.ask({
        title: this.texts.t('talk.discussion.discard'),
        action: this.texts.t('talk.discussion.discardDo'),
      }));
    if (!agreed) return;
    this.unsent.keep(this.submission(), this.id(), null);
    this.cancelled.emit();
  }
}

/** Besides the writer. */
function others({ people }: AudienceView): number {
  return Math.max(0, (people ?? 0) - 1);
}
