import { Component, Injectable, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { ConflictRow, SettleConflicts } from '@convoke/contract';
import { Field, Icon, Input, TextPipe } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';

interface Settlement {
  readonly as: SettleConflicts['as'];
  readonly rows: readonly ConflictRow[];
}

const working: readonly (string | null)[] = ['proposed', 'invited', 'accepted', 'completed'];

/** Says what settling conflicts does, to whom, and takes the reason: needed to dismiss, welcome otherwise. */
@Component({
  selector: 'cv-settle-dialog',
  imports: [Field, Icon, Input, MatDialogModule, TextPipe],
  template: `
    <form (submit)="$event.preventDefault(); settle()">
      <h2 mat-dialog-title>{{ titleKey | text: { count: asked.rows.length } }}</h2>
      <mat-dialog-content>
        <ul class="cv-lines">
          @for (row of asked.rows; track row.submissionId + row.personId) {
            <li>
              <b>{{ row.name }}</b>&ngsp;<span class="cv-muted">#{{ row.number }}</span>
            </li>
          }
        </ul>
        @if (asked.as !== 'dismiss' && atWork()) {
          <p class="cv-note" data-look="warn">
            <cv-icon name="warning" />{{ 'conflicts.settle.atWork' | text: { count: atWork() } }}
          </p>
        }
        @if (asked.as === 'dismiss' && ended()) {
          <p class="cv-note"><cv-icon name="info" />{{ 'conflicts.settle.comesBack' | text: { count: ended() } }}</p>
        }
        <cv-field
          [label]="'conflicts.settle.reason' | text"
          [hint]="'conflicts.settle.reasonHint' | text"
          [optional]="asked.as !== 'dismiss'"
          [error]="missing() ? ('conflicts.settle.reasonMissing' | text) : null"
        >
          <input cvInput maxlength="500" [value]="reason()" (input)="reason.set($any($event.target).value)" />
        </cv-field>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button type="button" class="cv-button" mat-dialog-close>{{ 'ui.cancel' | text }}</button>
        <button class="cv-button" data-look="main">{{ actionKey | text: { count: asked.rows.length } }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    ul {
      max-height: 30vh;
      overflow: auto;
      margin-bottom: var(--s-3);
    }
    li {
      padding: var(--s-1) 0;
    }
    .cv-note {
      margin-bottom: var(--s-3);
    }
    mat-dialog-actions {
      gap: var(--s-2);
    }
  `,
})
export class SettleDialog {
  protected readonly asked = inject<Settlement>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<SettleDialog, string>>(MatDialogRef);
  protected readonly reason = signal('');
  protected readonly missing = signal(false);
  protected readonly titleKey = `conflicts.settle.${this.asked.as}.title` as const;
  protected readonly actionKey = `conflicts.settle.${this.asked.as}.action` as const;
  protected readonly atWork = computed(
    () => this.asked.rows.filter(({ assignment }) => working.includes(assignment)).length,
  );
  protected readonly ended = computed(
    () => this.asked.rows.filter(({ assignment }) => assignment === 'revoked_conflict').length,
  );

  protected settle(): void {
    const reason = this.reason().trim();
    this.missing.set(this.asked.as === 'dismiss' && reason === '');
    if (!this.missing()) this.dialog.close(reason);
  }
}

/** Asks before conflicts are settled. */
@Injectable({ providedIn: 'root' })
export class AskToSettle {
  private readonly dialog = inject(MatDialog);

  /** The reason, perhaps empty; null when the person thought better of it. */
  async ask(as: SettleConflicts['as'], rows: readonly ConflictRow[]): Promise<string | null> {
    const opened = this.dialog.open<SettleDialog, Settlement, string>(SettleDialog, {
      data: { as, rows },
      maxWidth: '36rem',
      width: 'calc(100vw - 2rem)',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.afterClosed())) ?? null;
  }
}
