import { Component, computed, inject, input } from '@angular/core';
import { clockTime, dateTime } from '@convoke/texts';
import { Minute } from '../deadline/minute';
import { Texts } from '../i18n/texts';
import { Icon } from '../icons/icon';

export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed';

/** “Saved 09:14:08” in one fixed place, with the day if it was another; said politely. “Not saved, trying again” stays until it is saved. */
@Component({
  selector: 'cv-saved',
  imports: [Icon],
  template: `
    @if (words()) {
      <cv-icon [name]="state() === 'failed' ? 'warning' : state() === 'saved' ? 'check' : 'clock'" />{{ words() }}
    }
  `,
  host: { role: 'status', '[attr.data-state]': 'state()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: 1.25rem;
      color: var(--c-ink-2);
      font: var(--t-13) var(--font-ui);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    :host([data-state='saved']) cv-icon {
      color: var(--c-ok);
    }
    :host([data-state='failed']) {
      color: var(--c-warn);
    }
  `,
})
export class SaveIndicator {
  private readonly texts = inject(Texts);
  private readonly minute = inject(Minute);
  readonly state = input.required<SaveState>();
  /** When it was saved. */
  readonly at = input<Date | string | null>(null);

  private readonly time = computed(() => {
    const at = this.at();
    if (at === null) return '';
    const saved = new Date(at);
    const isToday = saved.toDateString() === this.minute.now().toDateString();
    return isToday ? clockTime(saved, this.texts.locale()) : dateTime(saved, undefined, this.texts.locale());
  });

  protected readonly words = computed(() => {
    switch (this.state()) {
      case 'idle':
        return '';
      case 'unsaved':
        return this.texts.t('ui.unsaved');
      case 'saving':
        return this.texts.t('ui.saving');
      case 'failed':
        return this.texts.t('ui.notSaved');
      case 'saved':
        return this.texts.t('ui.saved', { time: this.time() }).trim();
    }
  });
}
