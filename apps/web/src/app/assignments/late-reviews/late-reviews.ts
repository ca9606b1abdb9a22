import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { LateReview } from '@convoke/contract';
import { ago } from '@convoke/texts';
import { Due, Empty, Icon, Minute, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { AssignmentsApi } from '../assignments.api';
import { LettersPreview } from '../letters-dialog/letters-dialog';

/** Reviews whose date is over, and one step to remind their reviewers: the letters are shown before they leave. */
@Component({
  selector: 'cv-late-reviews',
  imports: [Due, Empty, Icon, ProblemPanel, TextPipe],
  template: `
    @if (late().length === 0) {
      <cv-empty [why]="'assign.lateNone' | text" />
    } @else {
      <cv-problem [error]="problem()" />
      <div class="cv-row head">
        <button
          type="button"
          class="cv-button"
          data-look="main"
          data-wide
          [attr.aria-disabled]="chosen().length === 0 || busy() || null"
          (click)="remind()"
        >
          <cv-icon name="mail" />{{ 'assign.remind' | text: { count: chosen().length } }}
        </button>
      </div>
      <ul class="cv-lines">
        @for (one of late(); track one.assignmentId) {
          <li>
            <input
              type="checkbox"
              class="cv-box"
              [checked]="!left().has(one.assignmentId)"
              [attr.aria-label]="'assign.selectLate' | text: { name: one.name, number: one.number }"
              (change)="toggle(one)"
            />
            <div>
              <p>
                <b>{{ one.name }}</b>&ngsp;<span class="cv-muted"> {{ progress(one) }}</span>
                @if (one.remindedAt; as at) {
                  <span class="cv-muted">, {{ 'assign.remindedAgo' | text: { ago: since(at) } }}</span>
                }
              </p>
              <p class="cv-read">
                <span class="cv-faint">#{{ one.number }}</span> {{ one.title }}
              </p>
            </div>
            <cv-due [deadline]="one.due" />
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 60rem;
    }
    .head {
      margin-bottom: var(--s-3);
    }
    li {
      display: grid;
      grid-template-columns: 1rem minmax(0, 1fr) 11rem;
      gap: var(--s-3);
      align-items: start;
    }
    @media (max-width: 45rem) {
      li {
        grid-template-columns: 1rem minmax(0, 1fr);
      }
      cv-due {
        grid-column: 2;
      }
    }
  `,
})
export class LateReviews {
  private readonly api = inject(AssignmentsApi);
  private readonly texts = inject(Texts);
  private readonly minute = inject(Minute);
  private readonly preview = inject(LettersPreview);
  private readonly toasts = inject(Toasts);
  readonly call = input.required<string>();
  readonly late = input.required<readonly LateReview[]>();
  readonly reminded = output<void>();

  /** Those the chair does not want to remind. */
  protected readonly left = signal<ReadonlySet<string>>(new Set());
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly chosen = computed(() => this.late().filter((one) => !this.left().has(one.assignmentId)));

  protected toggle(one: LateReview): void {
    this.left.update((left) => {
      const next = new Set(left);
      if (!next.delete(one.assignmentId)) next.add(one.assignmentId);
      return next;
    });
  }

  protected progress(one: LateReview): string {
    if (one.state === 'invited') return this.texts.t('assign.lateInvited');
    return this.texts.t(one.started ? 'assign.lateStarted' : 'assign.lateNotStarted');
  }

  protected since(at: string): string {
    return ago(new Date(at), this.minute.now(), this.texts.locale());
  }

  protected async remind(): Promise<void> {
    const ids = this.chosen().map((one) => one.assignmentId);
    if (ids.length === 0 || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { letters } = await this.api.previewReminders(this.call(), ids);
      const send = await this.preview.ask({
        title: this.texts.t('assign.remindTitle', { count: letters.length }),
        lead: this.texts.t('assign.tellLead', { letters: letters.length }),
        action: this.texts.t('assign.remindNow', { letters: letters.length }),
        letters,
      });
      if (!send) return;
      const done = await this.api.remind(this.call(), ids);
      const skipped = done.skipped > 0 ? ` ${this.texts.t('assign.remindSkipped', { skipped: done.skipped })}` : '';
      this.toasts.done(this.texts.t('assign.reminded', { letters: done.letters }) + skipped);
      this.reminded.emit();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
