import { Component, Injectable, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { DraftFields, DraftView, SubmissionForm } from '@convoke/contract';
import { clockTime } from '@convoke/texts';
import { TextPipe, Texts } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';
import type { Clash, FieldName } from './merge';

export interface Comparison {
  readonly clashes: readonly Clash[];
  readonly theirs: DraftView;
  readonly form: SubmissionForm;
}

/** Two versions of the fields that both changed, side by side; one is chosen for each. Mine is chosen to begin with. */
@Component({
  selector: 'cv-compare-versions',
  imports: [MatDialogModule, TextPipe],
  template: `
    <h2 mat-dialog-title>{{ 'submission.compare.title' | text }}</h2>
    <mat-dialog-content>
      <p>{{ 'submission.compare.lead' | text }}</p>
      @for (clash of data.clashes; track clash.field) {
        <fieldset>
          <legend>{{ name(clash.field) }}</legend>
          <div class="two">
            <label class="side">
              <span
                ><input
                  type="radio"
                  [name]="clash.field"
                  [checked]="mine().has(clash.field)"
                  (change)="choose(clash.field, true)"
                />
                {{ 'submission.compare.mine' | text }}</span
              >
              <span class="text">{{ words(clash.field, clash.mine) }}</span>
            </label>
            <label class="side">
              <span
                ><input
                  type="radio"
                  [name]="clash.field"
                  [checked]="!mine().has(clash.field)"
                  (change)="choose(clash.field, false)"
                />
                {{ 'submission.compare.theirs' | text: { time: time } }}</span
              >
              <span class="text">{{ words(clash.field, clash.theirs) }}</span>
            </label>
          </div>
        </fieldset>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="cv-button" data-look="main" (click)="keep()">
        {{ 'submission.compare.keep' | text }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    fieldset {
      margin-top: var(--s-4);
    }
    legend {
      font: 600 var(--t-14) var(--font-ui);
      margin-bottom: var(--s-1);
    }
    .two {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s-3);
    }
    .side {
      display: grid;
      align-content: start;
      gap: var(--s-2);
      padding: var(--s-3);
      border: 1px solid var(--c-line-strong);
      border-radius: var(--r-1);
      cursor: pointer;
    }
    .side:has(input:checked) {
      border-color: var(--c-accent);
      background: var(--c-accent-soft);
    }
    .text {
      font: 400 0.9375rem/1.4375rem var(--font-read);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    @media (max-width: 45rem) {
      .two {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class CompareDialog {
  protected readonly data = inject<Comparison>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CompareDialog, ReadonlySet<FieldName>>>(MatDialogRef);
  private readonly texts = inject(Texts);
  protected readonly mine = signal<ReadonlySet<FieldName>>(new Set(this.data.clashes.map((clash) => clash.field)));
  protected readonly time = clockTime(new Date(this.data.theirs.editedAt), this.texts.locale());

  protected name(field: FieldName): string {
    return this.texts.t(`submission.field.${field}`);
  }

  protected choose(field: FieldName, mine: boolean): void {
    const chosen = new Set(this.mine());
    if (mine) chosen.add(field);
    else chosen.delete(field);
    this.mine.set(chosen);
  }

  protected keep(): void {
    this.dialog.close(this.mine());
  }

  /** A value as a person reads it. */
  protected words(field: FieldName, value: DraftFields[FieldName]): string {
    const edits = this.texts.t('submission.authors.edits');
    return fieldWords(field, value, this.data.form, edits) || this.texts.t('submission.compare.empty');
  }
}

/** The value of a field in plain words: names instead of ids; `edits` is how authors who may edit are marked. */
export function fieldWords(field: FieldName, value: DraftFields[FieldName], form: SubmissionForm, edits = ''): string {
  const nameOf = (all: readonly { id: string; name: string }[], id: unknown): string =>
    all.find((one) => one.id === id)?.name ?? '';
  if (field === 'trackId') return nameOf(form.tracks, value);
  if (field === 'typeId') return nameOf(form.types, value);
  if (field === 'topicIds') return (value as DraftFields['topicIds']).map((id) => nameOf(form.topics, id)).join(', ');
  if (field === 'keywords') return (value as DraftFields['keywords']).join(', ');
  if (field === 'authors') {
    return (value as DraftFields['authors'])
      .map((author) =>
        [
          `${author.givenName} ${author.familyName}`.trim(),
          author.affiliation,
          author.address,
          author.mayEdit ? edits : '',
        ]
          .filter(Boolean)
          .join(', '),
      )
      .join('\n');
  }
  if (field === 'conflicts') {
    return (value as DraftFields['conflicts'])
      .map((conflict) => form.committee.find((member) => member.personId === conflict.personId)?.name ?? '')
      .join(', ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
}

/** Asks which version of each contested field to keep; answers the fields where mine stays. It cannot be dismissed unanswered. */
@Injectable({ providedIn: 'root' })
export class CompareVersions {
  private readonly dialog = inject(MatDialog);

  async ask(clashes: readonly Clash[], theirs: DraftView, form: SubmissionForm): Promise<ReadonlySet<FieldName>> {
    const data: Comparison = { clashes, theirs, form };
    const opened = this.dialog.open<CompareDialog, Comparison, ReadonlySet<FieldName>>(CompareDialog, {
      data,
      disableClose: true,
      width: 'calc(100vw - 2rem)',
      maxWidth: '56rem',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.afterClosed())) ?? new Set(clashes.map((clash) => clash.field));
  }
}
