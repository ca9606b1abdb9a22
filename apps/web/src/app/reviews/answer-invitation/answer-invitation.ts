import { Component, inject, input, output, signal } from '@angular/core';
import type { DeclarableConflictKind } from '@convoke/contract';
import { Field, Input, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { KindAndReason } from '../../conflicts/kind-and-reason';
import { ReviewsApi } from '../reviews.api';

/** The answers of a reviewer: yes, no with a reason and a suggestion, or a conflict of interest. */
@Component({
  selector: 'cv-answer-invitation',
  imports: [Field, Input, KindAndReason, ProblemPanel, TextPipe],
  template: `
    @if (invited()) {
      <p class="lead">{{ 'reviews.answer.lead' | text }}</p>
    }
    <cv-problem [error]="problem()" />
    <div class="cv-row">
      @if (invited()) {
        <button
          type="button"
          class="cv-button"
          data-look="main"
          data-wide
          [attr.aria-disabled]="busy() || null"
          (click)="send('accept')"
        >
          {{ 'reviews.answer.accept' | text }}
        </button>
      }
      <button
        type="button"
        class="cv-button"
        data-wide
        [attr.aria-expanded]="open() === 'decline'"
        (click)="toggle('decline')"
      >
        {{ 'reviews.answer.cannot' | text }}
      </button>
      <button
        type="button"
        class="cv-button"
        data-wide
        [attr.aria-expanded]="open() === 'conflict'"
        (click)="toggle('conflict')"
      >
        {{ 'reviews.answer.conflict' | text }}
      </button>
    </div>
    @if (open() === 'decline') {
      <form (submit)="$event.preventDefault(); send('decline')">
        <cv-field [label]="'reviews.answer.reason' | text" [optional]="true">
          <textarea
            cvInput
            rows="2"
            maxlength="2000"
            [value]="reason()"
            (input)="reason.set($any($event.target).value)"
          ></textarea>
        </cv-field>
        <cv-field
          [label]="'reviews.answer.suggestion' | text"
          [hint]="'reviews.answer.suggestionHint' | text"
          [optional]="true"
        >
          <input cvInput maxlength="500" [value]="suggestion()" (input)="suggestion.set($any($event.target).value)" />
        </cv-field>
        <button class="cv-button" data-wide [attr.aria-disabled]="busy() || null">
          {{ (invited() ? 'reviews.answer.declineNow' : 'reviews.answer.stepBackNow') | text }}
        </button>
      </form>
    }
    @if (open() === 'conflict') {
      <form (submit)="$event.preventDefault(); send('conflict')">
        <cv-kind-and-reason [(kind)]="kind" [(reason)]="reason" [hint]="'reviews.answer.conflictHint' | text" />
        <button class="cv-button" data-wide [attr.aria-disabled]="busy() || null">
          {{ 'reviews.answer.conflictNow' | text }}
        </button>
      </form>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .lead {
      margin-bottom: var(--s-3);
    }
    form {
      margin-top: var(--s-4);
      padding-left: var(--s-3);
      border-left: 2px solid var(--c-line);
    }
  `,
})
export class AnswerInvitation {
  private readonly api = inject(ReviewsApi);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(Texts);
  readonly assignment = input.required<string>();
  /** True while the question is open; afterwards the paper can still be given back. */
  readonly invited = input.required<boolean>();
  readonly answered = output<'accepted' | 'gone'>();

  protected readonly open = signal<'decline' | 'conflict' | null>(null);
  protected readonly kind = signal<DeclarableConflictKind>('other');
  protected readonly reason = signal('');
  protected readonly suggestion = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);

  protected toggle(what: 'decline' | 'conflict'): void {
    this.open.update((open) => (open === what ? null : what));
  }

  protected async send(answer: 'accept' | 'decline' | 'conflict'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const said =
        answer === 'accept' ? {} : { reason: this.reason(), suggestion: answer === 'decline' ? this.suggestion() : '' };
      const kind = answer === 'conflict' ? { kind: this.kind() } : {};
      await this.api.answer(this.assignment(), { answer, ...said, ...kind });
      if (answer !== 'accept') this.toasts.done(this.texts.t('reviews.answer.declined'));
      this.answered.emit(answer === 'accept' ? 'accepted' : 'gone');
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
