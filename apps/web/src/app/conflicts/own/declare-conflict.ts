import { Component, inject, input, output, signal } from '@angular/core';
import type { DeclarableConflictKind } from '@convoke/contract';
import { ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { ConflictsApi } from '../conflicts.api';
import { KindAndReason } from '../kind-and-reason';

/** Says that one is too close to a paper oneself: before being asked to review it, or as its chair. */
@Component({
  selector: 'cv-declare-conflict',
  imports: [KindAndReason, ProblemPanel, TextPipe],
  template: `
    <button type="button" class="cv-button" data-look="low" [attr.aria-expanded]="open()" (click)="open.set(!open())">
      {{ 'conflicts.declare' | text }}
    </button>
    @if (open()) {
      <form (submit)="$event.preventDefault(); declare()">
        <p>{{ (chair() ? 'conflicts.declareChair' : 'conflicts.declareLead') | text }}</p>
        <cv-problem [error]="problem()" />
        <cv-kind-and-reason [(kind)]="kind" [(reason)]="reason" [hint]="'conflicts.reasonHint' | text" />
        <button class="cv-button" data-wide [attr.aria-disabled]="busy() || null">
          {{ 'conflicts.declareNow' | text }}
        </button>
      </form>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      margin-top: var(--s-3);
      padding-left: var(--s-3);
      border-left: 2px solid var(--c-line);
    }
    p {
      max-width: var(--measure);
      margin-bottom: var(--s-3);
    }
  `,
})
export class DeclareConflict {
  private readonly api = inject(ConflictsApi);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(Texts);
  readonly submission = input.required<string>();
  /** Somebody else handles the paper from then on. */
  readonly chair = input(false);
  readonly declared = output<void>();

  protected readonly open = signal(false);
  protected readonly kind = signal<DeclarableConflictKind>('other');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);

  protected async declare(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.declare(this.submission(), { kind: this.kind(), reason: this.reason().trim() });
      this.toasts.done(this.texts.t('conflicts.declared'));
      this.declared.emit();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
