import { Component, Injectable, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { CommitteeRow } from '@convoke/contract';
import { Field, Input, TextPipe } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';

interface Asked {
  readonly row: CommitteeRow;
  /** What holds when nothing is said. */
  readonly max: number;
}

/** How many papers one reviewer gets at most. */
@Component({
  selector: 'cv-load-dialog',
  imports: [Field, Input, MatDialogModule, TextPipe],
  template: `
    <form novalidate (submit)="$event.preventDefault(); save(box.value)">
      <h2 mat-dialog-title>{{ 'committee.loadTitle' | text: { name: data.row.name } }}</h2>
      <mat-dialog-content>
        <cv-field
          [label]="'committee.loadLabel' | text"
          [hint]="'committee.loadHint' | text: { max: data.max }"
          [error]="wrong() ? ('committee.loadWrong' | text) : null"
        >
          <input #box cvInput inputmode="numeric" autocomplete="off" maxlength="3" [value]="data.row.maxLoad ?? ''" />
        </cv-field>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button type="button" class="cv-button" [mat-dialog-close]="undefined">{{ 'ui.cancel' | text }}</button>
        <button class="cv-button" data-look="main">{{ 'committee.loadSave' | text }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-actions {
      gap: var(--s-2);
    }
  `,
})
export class LoadDialog {
  private readonly dialog = inject<MatDialogRef<LoadDialog, { maxLoad: number | null }>>(MatDialogRef);
  protected readonly data = inject<Asked>(MAT_DIALOG_DATA);
  protected readonly wrong = signal(false);

  protected save(typed: string): void {
    const text = typed.trim();
    const right = text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 200);
    this.wrong.set(!right);
    if (right) this.dialog.close({ maxLoad: text === '' ? null : Number(text) });
  }
}

/** Asks for a reviewer's own limit; `undefined` when it is left as it is. */
@Injectable({ providedIn: 'root' })
export class AskLoad {
  private readonly dialog = inject(MatDialog);

  ask(asked: Asked): Promise<{ maxLoad: number | null } | undefined> {
    const opened = this.dialog.open<LoadDialog, Asked, { maxLoad: number | null }>(LoadDialog, {
      data: asked,
      maxWidth: '28rem',
      restoreFocus: true,
    });
    return firstValueFrom(opened.afterClosed());
  }
}
