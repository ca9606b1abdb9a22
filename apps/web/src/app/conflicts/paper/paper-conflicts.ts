import { Component, inject, input, output, signal } from '@angular/core';
import type { DeclarableConflictKind, MemberFound } from '@convoke/contract';
import { Field, Input, Loading, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { ConflictList } from '../conflict-list';
import { ConflictsApi } from '../conflicts.api';
import { KindAndReason } from '../kind-and-reason';
import { DeclareConflict } from '../own/declare-conflict';

/** The conflicts of one paper: how many, who and why as far as one may know, and one more set by hand. */
@Component({
  selector: 'cv-paper-conflicts',
  imports: [ConflictList, DeclareConflict, Field, Input, KindAndReason, Loading, ProblemPanel, TextPipe],
  template: `
    @if (page.hasValue()) {
      @let view = page.value();
      <p class="count">
        {{ 'conflicts.onPaper' | text: { count: view.inConflict } }}
        @if (!view.showsWhy) {
          <span class="cv-muted">{{ 'conflicts.notWhy' | text }}</span>
        }
      </p>
      @if (view.rows.length) {
        <cv-conflict-list [call]="call()" [rows]="view.rows" [onPaper]="true" (settled)="page.reload()" />
      }
      @if (view.can.pin) {
        <section aria-labelledby="set-conflict">
          <h2 id="set-conflict">{{ 'conflicts.set' | text }}</h2>
          <cv-problem [error]="problem()" />
          <form (submit)="$event.preventDefault(); pin()">
            @if (member(); as chosen) {
              <p class="chosen">
                <b>{{ chosen.name }}</b>&ngsp;<span class="cv-muted">{{ chosen.affiliation }}</span>
                <button type="button" class="cv-button" data-look="low" (click)="member.set(null)">
                  {{ 'conflicts.chooseOther' | text }}
                </button>
              </p>
              <cv-kind-and-reason [(kind)]="kind" [(reason)]="reason" [hint]="'conflicts.setHint' | text" />
              <button class="cv-button" data-wide [attr.aria-disabled]="busy() || null">
                {{ 'conflicts.setNow' | text }}
              </button>
            } @else {
              <cv-field [label]="'conflicts.findMember' | text">
                <input
                  cvInput
                  type="search"
                  maxlength="100"
                  autocomplete="off"
                  [value]="find()"
                  (input)="find.set($any($event.target).value.trim())"
                />
              </cv-field>
              @if (find() && view.found.length === 0) {
                <p class="cv-muted">{{ 'submission.conflicts.none' | text }}</p>
              }
              <ul class="cv-lines">
                @for (one of view.found; track one.personId) {
                  <li>
                    <button type="button" class="cv-button" data-look="low" (click)="member.set(one)">
                      {{ one.name }}
                    </button>
                    <span class="cv-muted cv-small">{{ one.affiliation }}</span>
                  </li>
                }
              </ul>
            }
          </form>
        </section>
      }
      @if (view.can.declareOwn) {
        <cv-declare-conflict [submission]="submission()" [chair]="true" (declared)="gone.emit()" />
      }
    } @else {
      <cv-loading [resource]="page" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .count {
      margin-bottom: var(--s-2);
    }
    section {
      margin: var(--s-6) 0;
    }
    h2 {
      font-size: 1rem;
      margin-bottom: var(--s-3);
    }
    form {
      max-width: 32rem;
    }
    .chosen {
      margin-bottom: var(--s-3);
    }
    li {
      padding: var(--s-1) 0;
    }
  `,
})
export class PaperConflicts {
  private readonly api = inject(ConflictsApi);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(Texts);
  readonly call = input.required<string>();
  readonly submission = input.required<string>();
  /** The paper does not exist for the viewer any more. */
  readonly gone = output<void>();

  protected readonly find = signal('');
  protected readonly page = this.api.ofSubmission(
    () => this.submission(),
    () => this.find(),
  );
  protected readonly member = signal<MemberFound | null>(null);
  protected readonly kind = signal<DeclarableConflictKind>('other');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);

  protected async pin(): Promise<void> {
    const chosen = this.member();
    if (!chosen || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const reason = this.reason().trim();
      await this.api.pin(this.submission(), { personId: chosen.personId, kind: this.kind(), reason });
      this.toasts.done(this.texts.t('conflicts.setDone', { name: chosen.name }));
      this.member.set(null);
      this.reason.set('');
      this.find.set('');
      this.page.reload();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
