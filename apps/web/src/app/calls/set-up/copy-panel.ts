import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { deadlinesApi } from '@convoke/contract';
import { Field, Input, ProblemPanel, TextPipe, Texts, problemOf } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { Me } from '../../shell/me';
import { CallsApi } from '../calls.api';
import { SetupState } from './setup-state';
import { ShiftedDates } from './shifted-dates';

/** A whole number of weeks keeps the days of the week. */
const year = 364;

/** A new edition from this call: its dates are shown as they will be before anything is made. */
@Component({
  selector: 'cv-copy-panel',
  imports: [Field, Input, ProblemPanel, ShiftedDates, TextPipe],
  template: `
    <section aria-labelledby="copy">
      <h2 id="copy">{{ 'calls.copy.title' | text }}</h2>
      <p class="cv-muted">{{ 'calls.copy.lead' | text }}</p>
      @if (!isOpen()) {
        <button type="button" class="cv-button" (click)="isOpen.set(true)">{{ 'calls.copy.begin' | text }}</button>
      } @else {
        <form (submit)="$event.preventDefault(); copy(name.value)">
          <cv-field [label]="'calls.new.name' | text" [hint]="'calls.new.nameHint' | text">
            <input #name cvInput required maxlength="120" autocomplete="off" />
          </cv-field>
          <cv-field [label]="'calls.shift.days' | text" [hint]="'calls.copy.daysHint' | text">
            <input #days cvInput type="number" step="1" [value]="typed()" (input)="typed.set(days.value)" />
          </cv-field>
          @if (preview.hasValue()) {
            <cv-shifted-dates [dates]="preview.value().dates" />
          }
          <cv-problem [error]="error()" />
          <div class="cv-row">
            <button class="cv-button" data-look="main" [attr.aria-disabled]="busy() || count() === null ? true : null">
              {{ 'calls.copy.act' | text }}
            </button>
            <button type="button" class="cv-button" (click)="isOpen.set(false)">{{ 'ui.cancel' | text }}</button>
          </div>
        </form>
      }
    </section>
  `,
  styles: `
    section {
      margin-top: var(--s-12);
    }
    h2 {
      font: 600 var(--t-16) var(--font-ui);
      margin-bottom: var(--s-2);
    }
    p,
    cv-shifted-dates {
      margin-bottom: var(--s-4);
    }
  `,
})
export class CopyPanel {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly router = inject(Router);
  private readonly me = inject(Me);
  protected readonly texts = inject(Texts);
  protected readonly isOpen = signal(false);
  protected readonly typed = signal(String(year));
  protected readonly count = computed(() => wholeDays(this.typed()));
  protected readonly preview = inject(Api).resource(deadlinesApi.shiftPreview, () => {
    const days = this.count();
    return this.isOpen() && days !== null ? { params: { call: this.state.slug() }, query: { days } } : undefined;
  });
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);
  private key = crypto.randomUUID();

  protected async copy(name: string): Promise<void> {
    const days = this.count();
    if (this.busy() || days === null) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      const { call } = await this.calls.copy(this.state.slug(), { name, days }, this.key);
      this.me.refresh();
      await this.router.navigate(['/c', call.slug, 'set-up', 'publish']);
    } catch (error) {
      if (problemOf(error).status >= 400) this.key = crypto.randomUUID();
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

/** A typed number of days, or null for anything that is none. */
export function wholeDays(typed: string): number | null {
  const days = Number(typed);
  return typed.trim() !== '' && Number.isInteger(days) && Math.abs(days) <= 3660 ? days : null;
}
