import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { readCookie, writeCookie } from '@convoke/ui';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

/** Light, dark, or like the system; kept in the cookie `theme`, which the server's pages read too. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeChoice>('system');
  readonly choice = this.chosen.asReadonly();

  constructor() {
    const kept = readCookie(this.document, 'theme');
    this.show(kept === 'light' || kept === 'dark' ? kept : 'system');
  }

  use(choice: ThemeChoice): void {
    writeCookie(this.document, 'theme', choice === 'system' ? null : choice);
    this.show(choice);
  }

  private show(choice: ThemeChoice): void {
    this.chosen.set(choice);
    if (choice === 'system') this.document.documentElement.removeAttribute('data-theme');
    else this.document.documentElement.setAttribute('data-theme', choice);
  }
}
