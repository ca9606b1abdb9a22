import { Component, inject, signal } from '@angular/core';
import type { OwnConflict } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { ConflictsApi } from '../conflicts.api';

/** The conflicts one has declared, of papers one does not see any more; each can be taken back until the paper was offered. */
@Component({
  selector: 'cv-own-conflicts',
  imports: [ProblemPanel, TextPipe],
  template: `
    @if (page.hasValue() && page.value().rows.length) {
      <section aria-labelledby="own-conflicts">
        <h2 id="own-conflicts">
          {{ 'conflicts.mine' | text }} <span class="cv-faint">{{ page.value().rows.length }}</span>
        </h2>
        <cv-problem [error]="problem()" />
        <ul class="cv-lines">
          @for (row of page.value().rows; track row.id) {
            <li>
              <div>
                <p>
                  <b>{{ row.callName }}</b>&ngsp;<span class="cv-faint">#{{ row.number }}</span> {{ kind(row) }}
                </p>
                <p class="cv-small cv-muted">{{ said(row) }}</p>
              </div>
              @if (row.canTakeBack) {
                <button
                  type="button"
                  class="cv-button"
                  data-look="low"
                  [attr.aria-label]="'conflicts.takeBackOne' | text: { number: row.number, call: row.callName }"
                  (click)="takeBack(row)"
                >
                  {{ 'conflicts.takeBack' | text }}
                </button>
              } @else {
                <span class="cv-small cv-muted">{{ 'conflicts.askChair' | text }}</span>
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-2) var(--s-4);
      align-items: start;
      justify-content: space-between;
    }
  `,
})
export class OwnConflicts {
  private readonly api = inject(ConflictsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  protected readonly page = this.api.mine();
  protected readonly problem = signal<unknown>(null);

  protected kind({ kind }: OwnConflict): string {
    return this.texts.t(`conflicts.kind.${kind}`);
  }

  protected said({ declaredAt, reason }: OwnConflict): string {
    const date = dateTime(new Date(declaredAt), undefined, this.texts.locale());
    const on = this.texts.t('conflicts.declaredOn', { date });
    return reason ? `${on} “${reason}”` : on;
  }

  protected async takeBack({ id }: OwnConflict): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.takeBack(id);
      this.toasts.done(this.texts.t('conflicts.takenBack'));
    } catch (error) {
      this.problem.set(error);
    }
    this.page.reload();
  }
}
