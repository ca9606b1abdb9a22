import { Component, Injectable, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule } from '@angular/material/dialog';
import type { AssignmentLetter } from '@convoke/contract';
import { Icon, TextPipe } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';

export interface LettersToSend {
  readonly title: string;
  readonly lead: string;
  /** The verb with its number: “Send 3 letters”. */
  readonly action: string;
  readonly letters: readonly AssignmentLetter[];
}

/** The very letters that will leave, one at a time, before they do. */
@Component({
  selector: 'cv-letters-dialog',
  imports: [Icon, MatDialogModule, TextPipe],
  template: `
    <h2 mat-dialog-title>{{ data.title }}</h2>
    <mat-dialog-content>
      <p>{{ data.lead }}</p>
      @if (letter(); as letter) {
        <div class="cv-row turn">
          <span class="cv-small cv-muted" role="status">{{
            'assign.letterOf' | text: { n: at() + 1, of: data.letters.length }
          }}</span>
          @if (data.letters.length > 1) {
            <span class="cv-end"></span>
            <button type="button" class="cv-tool" [attr.aria-disabled]="at() === 0 || null" (click)="turn(-1)">
              <cv-icon name="chevron-left" />{{ 'assign.previous' | text }}
            </button>
            <button
              type="button"
              class="cv-tool"
              [attr.aria-disabled]="at() === data.letters.length - 1 || null"
              (click)="turn(1)"
            >
              {{ 'assign.next' | text }}<cv-icon name="chevron-right" />
            </button>
          }
        </div>
        <article class="cv-panel" tabindex="0" [attr.aria-label]="'letter.body' | text">
          <p class="cv-small cv-muted">{{ 'assign.letterTo' | text: { name: letter.to, address: letter.address } }}</p>
          <h3>{{ letter.subject }}</h3>
          <p class="cv-read">{{ letter.body }}</p>
        </article>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="cv-button" [mat-dialog-close]="false">{{ 'assign.cancel' | text }}</button>
      <button type="button" class="cv-button" data-look="main" [mat-dialog-close]="true" cdkFocusInitial>
        <cv-icon name="mail" />{{ data.action }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    .turn {
      min-height: 2.25rem;
      margin-top: var(--s-3);
    }
    article {
      height: min(26rem, 45vh);
      overflow: auto;
    }
    h3 {
      margin: var(--s-1) 0 var(--s-3);
    }
    .cv-read {
      white-space: pre-line;
    }
    mat-dialog-actions {
      gap: var(--s-2);
    }
  `,
})
export class LettersDialog {
  protected readonly data = inject<LettersToSend>(MAT_DIALOG_DATA);
  protected readonly at = signal(0);
  protected readonly letter = computed(() => this.data.letters[this.at()]);

  protected turn(by: 1 | -1): void {
    this.at.update((at) => Math.min(this.data.letters.length - 1, Math.max(0, at + by)));
  }
}

/** Shows letters before they leave; true when the person sends them. */
@Injectable({ providedIn: 'root' })
export class LettersPreview {
  private readonly dialog = inject(MatDialog);

  async ask(letters: LettersToSend): Promise<boolean> {
    const opened = this.dialog.open(LettersDialog, {
      data: letters,
      width: 'calc(100vw - 2rem)',
      maxWidth: '44rem',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.afterClosed(), { defaultValue: false })) === true;
  }
}
