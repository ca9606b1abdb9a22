import { Component, Injectable, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { DueView } from '@convoke/contract';
import { deadlineTwice, zoneName } from '@convoke/texts';
import { Field, Icon, Input, TextPipe, Texts } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';

const aoe = 'Etc/GMT+12';

export interface ResponseQuestion {
  readonly call: string;
  readonly papers: number;
  /** The date of the call; null = none, or past. */
  readonly due: DueView | null;
  /** One paper may have a date of its own. */
  readonly single: boolean;
}

/** `until` null = the call's date. */
export interface ResponseAnswer {
  readonly until: { readonly wallTime: string; readonly zone: string } | null;
}

/** Says what authors will read from now on, and until when they may answer, before they are asked. */
@Component({
  selector: 'cv-ask-response-dialog',
  imports: [Field, Icon, Input, MatDialogModule, RouterLink, TextPipe],
  template: `
    <form (submit)="$event.preventDefault(); answer()">
      <h2 mat-dialog-title>{{ 'talk.moves.responseTitle' | text: { n: data.papers } }}</h2>
      <mat-dialog-content>
        <p>{{ 'talk.moves.responseText' | text }}</p>
        @if (due(); as due) {
          <p class="until"><cv-icon name="calendar" />{{ 'talk.moves.responseUntil' | text: due }}</p>
        } @else if (!data.single) {
          <p class="cv-note" data-look="warn">
            <cv-icon name="warning" /><span
              >{{ 'talk.moves.responseNoDate' | text }}
              <a [routerLink]="['/c', data.call, 'set-up', 'dates']" [mat-dialog-close]="null">{{
                'talk.moves.responseDates' | text
              }}</a></span
            >
          </p>
        }
        @if (data.single) {
          <div class="own">
            <cv-field
              [label]="'talk.moves.responseOwn' | text"
              [hint]="
                due()
                  ? ('talk.moves.responseOwnHint' | text: { due: due()!.due })
                  : ('talk.moves.responseOwnNeeded' | text)
              "
              [error]="isMissing() ? ('talk.moves.responseOwnMissing' | text) : null"
              [optional]="due() !== null"
              name="response-until"
            >
              <input #time cvInput type="datetime-local" [value]="wallTime()" (input)="wallTime.set(time.value)" />
            </cv-field>
            <cv-field [label]="'talk.moves.responseZone' | text" name="response-zone">
              <select #zone cvInput (change)="zone_.set(zone.value)">
                @for (one of zones; track one) {
                  <option [value]="one" [selected]="one === zone_()">{{ nameOf(one) }}</option>
                }
              </select>
            </cv-field>
          </div>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button type="button" class="cv-button" [mat-dialog-close]="null">{{ 'ui.cancel' | text }}</button>
        <button class="cv-button" data-look="main" [attr.aria-disabled]="due() === null && !data.single ? true : null">
          <cv-icon name="mail" />{{ 'talk.moves.responseDo' | text: { n: data.papers } }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .until {
      display: flex;
      gap: var(--s-2);
      align-items: center;
      margin-top: var(--s-3);
      font-weight: 500;
    }
    .own {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0 var(--s-4);
      margin-top: var(--s-4);
    }
    .cv-note {
      margin-top: var(--s-3);
    }
    mat-dialog-actions {
      gap: var(--s-2);
    }
    @media (max-width: 45rem) {
      .own {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class AskResponseDialog {
  private readonly texts = inject(Texts);
  private readonly dialog = inject<MatDialogRef<AskResponseDialog, ResponseAnswer | null>>(MatDialogRef);
  protected readonly data = inject<ResponseQuestion>(MAT_DIALOG_DATA);
  private readonly ahead = this.data.due && Date.parse(this.data.due.closesAt) > Date.now() ? this.data.due : null;
  protected readonly due = computed(() => {
    if (!this.ahead) return null;
    const { reader, call } = deadlineTwice(this.ahead, this.texts.locale());
    return { reader, due: call };
  });
  protected readonly zones = [...new Set([aoe, Intl.DateTimeFormat().resolvedOptions().timeZone])];
  protected readonly wallTime = signal('');
  protected readonly zone_ = signal(aoe);
  protected readonly isMissing = signal(false);

  protected nameOf(zone: string): string {
    return zoneName(zone, new Date(), this.texts.locale());
  }

  protected answer(): void {
    const wallTime = this.wallTime().slice(0, 16);
    if (wallTime === '' && this.ahead === null) {
      this.isMissing.set(this.data.single);
      return;
    }
    this.dialog.close({ until: wallTime === '' ? null : { wallTime, zone: this.zone_() } });
  }
}

/** Asks before authors are asked; null = not now. */
@Injectable({ providedIn: 'root' })
export class AskResponse {
  private readonly dialog = inject(MatDialog);

  async ask(question: ResponseQuestion): Promise<ResponseAnswer | null> {
    const opened = this.dialog.open<AskResponseDialog, ResponseQuestion, ResponseAnswer | null>(AskResponseDialog, {
      data: question,
      width: 'calc(100vw - 2rem)',
      maxWidth: '40rem',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.afterClosed(), { defaultValue: null })) ?? null;
  }
}
