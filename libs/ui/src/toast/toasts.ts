import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Texts } from '../i18n/texts';

/** Says what was done, with Undo where it can be undone. Everything else is said in its place on the page. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly bar = inject(MatSnackBar);
  private readonly texts = inject(Texts);

  /** Shows the words for ten seconds (six without Undo). `undo` runs at most once. */
  done(words: string, undo?: () => void): void {
    const shown = this.bar.open(words, undo ? this.texts.t('ui.undo') : undefined, {
      duration: undo ? 10_000 : 6_000,
      politeness: 'polite',
      horizontalPosition: 'start',
    });
    if (undo) shown.onAction().subscribe(undo);
  }
}
