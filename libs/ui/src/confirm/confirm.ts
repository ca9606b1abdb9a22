import { Component, Injectable, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { TextPipe } from '../i18n/texts';
import { Icon } from '../icons/icon';

export interface Question {
  /** “Withdraw submission #12?” */
  readonly title: string;
  readonly text?: string;
  /** What is concerned, one line each. */
  readonly list?: readonly string[];
  /** What cannot be undone. */
  readonly warning?: string;
  /** The verb with its object and number: “Withdraw #12”, “Remind 9 reviewers”. */
  readonly action: string;
}

@Component({
  selector: 'cv-confirm',
  imports: [Icon, MatDialogModule, TextPipe],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <mat-dialog-content>
      @if (question.text) {
        <p>{{ question.text }}</p>
      }
      @if (question.list?.length) {
        <ul class="cv-lines" tabindex="0">
          @for (line of question.list; track $index) {
            <li>{{ line }}</li>
          }
        </ul>
      }
      @if (question.warning) {
        <p class="cv-note" data-look="warn"><cv-icon name="warning" />{{ question.warning }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="cv-button" [mat-dialog-close]="false">{{ 'ui.cancel' | text }}</button>
      <button type="button" class="cv-button" data-look="main" [mat-dialog-close]="true">
        {{ question.action }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    ul {
      max-height: 40vh;
      overflow: auto;
      margin: var(--s-3) 0;
    }
    li {
      padding: var(--s-2) 0;
    }
    .cv-note {
      margin-top: var(--s-3);
    }
    mat-dialog-actions {
      gap: var(--s-2);
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}

/** Asks before what cannot be undone; true only when the person chose the action. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    const opened = this.dialog.open(ConfirmDialog, {
      data: question,
      maxWidth: '36rem',
      width: 'calc(100vw - 2rem)',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.afterClosed(), { defaultValue: false })) === true;
  }
}
