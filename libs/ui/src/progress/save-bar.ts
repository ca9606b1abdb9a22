import { Component, input, output } from '@angular/core';
import { SaveIndicator, type SaveState } from './save-indicator';

/**
 * The end of a form that is saved while it is written: how it stands, other ways out, and the one button that hands it in. Its
 * place is its class: `class="cv-dock"` floats at the bottom, `class="cv-row"` stands below the form.
 */
@Component({
  selector: 'cv-save-bar',
  imports: [SaveIndicator],
  template: `
    <cv-saved [state]="state()" [at]="savedAt()" />
    <ng-content />
    <button
      type="button"
      class="cv-button"
      data-look="main"
      data-wide
      aria-keyshortcuts="Control+Enter"
      [title]="hint()"
      [attr.aria-disabled]="blocked() || null"
      (click)="handIn.emit()"
    >
      {{ action() }}
    </button>
  `,
  styles: `
    :host {
      align-items: center;
    }
    cv-saved {
      flex: 1 1 0;
      min-width: 6.5rem;
      white-space: normal;
    }
  `,
})
export class SaveBar {
  readonly state = input.required<SaveState>();
  readonly savedAt = input<Date | string | null>(null);
  readonly action = input.required<string>();
  /** How it is done from the keyboard, or why it cannot be done now. */
  readonly hint = input('');
  /** Nothing to hand in now; the button says why and stays reachable. */
  readonly blocked = input(false);
  readonly handIn = output<void>();
}
