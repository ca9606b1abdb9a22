import { Component, computed, inject, signal } from '@angular/core';
import { deadlinesApi } from '@convoke/contract';
import { Confirm, Field, Input, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { CallsApi } from '../calls.api';
import { wholeDays } from './copy-panel';
import { noticeWords } from './notice-words';
import { SetupState } from './setup-state';
import { ShiftedDates } from './shifted-dates';

/** Moves all dates of the call together: shown before it is done, with whom it writes to. */
@Component({
  selector: 'cv-shift-panel',
  imports: [Field, Input, ProblemPanel, ShiftedDates, TextPipe],
  template: `
    @if (!isOpen()) {
      <button type="button" class="cv-button" (click)="isOpen.set(true)">{{ 'calls.shift.begin' | text }}</button>
    } @else {
      <form class="cv-panel" (submit)="$event.preventDefault(); shift()">
        <cv-field [label]="'calls.shift.days' | text" [hint]="'calls.shift.daysHint' | text">
          <input #days cvInput type="number" step="1" [value]="typed()" (input)="typed.set(days.value)" />
        </cv-field>
        @if (isPublic() && (count() ?? 0) < 0) {
          <cv-field [label]="'calls.dates.reason' | text" [hint]="'calls.dates.reasonHint' | text">
            <input #why cvInput maxlength="500" required [value]="reason()" (input)="reason.set(why.value)" />
          </cv-field>
        }
        @if (preview.hasValue()) {
          <cv-shifted-dates [dates]="preview.value().dates" />
        }
        <cv-problem [error]="error()" />
        <div class="cv-row">
          <button class="cv-button" data-look="main" [attr.aria-disabled]="blocked() || null">
            {{ 'calls.shift.act' | text }}
          </button>
          <button type="button" class="cv-button" (click)="isOpen.set(false)">{{ 'ui.cancel' | text }}</button>
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    cv-shifted-dates {
      margin-bottom: var(--s-4);
    }
  `,
})
export class ShiftPanel {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(Texts);
  protected readonly isOpen = signal(false);
  protected readonly typed = signal('7');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);
  protected readonly count = computed(() => wholeDays(this.typed()));
  protected readonly isPublic = computed(() => this.state.setup().call.state !== 'setup');
  protected readonly preview = inject(Api).resource(deadlinesApi.shiftPreview, () => {
    const days = this.count();
    this.state.setup();
    return this.isOpen() && days !== null ? { params: { call: this.state.slug() }, query: { days } } : undefined;
  });
  protected readonly blocked = computed(
    () =>
      this.busy() ||
      !this.count() ||
      !this.preview.hasValue() ||
      this.preview.value().dates.some(({ fault }) => fault !== null) ||
      (this.isPublic() && (this.count() ?? 0) < 0 && this.reason().trim() === ''),
  );

  protected async shift(): Promise<void> {
    const days = this.count();
    if (this.blocked() || days === null || !this.preview.hasValue()) return;
    const { dates, notice } = this.preview.value();
    const text = noticeWords(notice, this.texts);
    const sure =
      text === null ||
      (await this.confirm.ask({
        title: this.texts.t('calls.notice.title'),
        text,
        action: this.texts.t('calls.notice.act'),
      }));
    if (!sure) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      const replaces = dates.map(({ id }) => id);
      this.state.apply(
        await this.calls.shiftDeadlines(this.state.slug(), { days, reason: this.reason().trim(), replaces }),
      );
      this.isOpen.set(false);
      this.reason.set('');
    } catch (error) {
      this.error.set(error);
      this.preview.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
