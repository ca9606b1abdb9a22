import { Component, Injectable, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Field, Icon, Input, TextPipe } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';

/** What is about to be withdrawn. */
export interface Withdrawal {
  readonly number: number;
  readonly title: string;
}

/** Says what withdrawing does and takes a reason from who wants to give one. */
@Component({
  selector: 'cv-withdraw-dialog',
  imports: [Field, Icon, Input, MatDialogModule, TextPipe],
  template: `
    <h2 mat-dialog-title>{{ 'submission.withdraw.title' | text: { number: paper.number } }}</h2>
    <mat-dialog-content>
      <p class="cv-read">{{ paper.title }}</p>
      <p>{{ 'submission.withdraw.text' | text }}</p>
      <cv-field
        [label]="'submission.withdraw.reason' | text"
        [hint]="'submission.withdraw.reasonHint' | text"
        [optional]="true"
      >
        <textarea
          cvInput
          rows="3"
          maxlength="2000"
          [value]="reason()"
          (input)="reason.set($any($event.target).value)"
        ></textarea>
      </cv-field>
      <p class="cv-note" data-look="warn"><cv-icon name="warning" />{{ 'submission.withdraw.warning' | text }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="cv-button" mat-dialog-close>{{ 'ui.cancel' | text }}</button>
      <button type="button" class="cv-button" data-look="main" (click)="withdraw()">
        {{ 'submission.withdraw.action' | text: { number: paper.number } }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--s-3);
    }
    mat-dialog-actions {
      gap: var(--s-2);
    }
  `,
})
export class WithdrawDialog {
  protected readonly paper = inject<Withdrawal>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<WithdrawDialog, string>>(MatDialogRef);
  protected readonly reason = signal('');

  protected withdraw(): void {
    this.dialog.close(this.reason().trim());
  }
}

/** Asks before a submission is withdrawn. */
@Injectable({ providedIn: 'root' })
export class AskToWithdraw {
  private readonly dialog = inject(MatDialog);

  /** The reason, perhaps empty; null when the person thought better of it. */
  async ask(paper: Withdrawal): Promise<string | null> {
    const opened = this.dialog.open<WithdrawDialog, Withdrawal, string>(WithdrawDialog, {
      data: paper,
      maxWidth: '36rem',
      width: 'calc(100vw - 2rem)',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.afterClosed())) ?? null;
  }
}
