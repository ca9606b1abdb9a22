import { Component, Injectable, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { type AuthorInput, type ParseProblem, parseAuthorList } from '@convoke/contract';
import { Field, Icon, Input, TextPipe, Texts } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';

export type PastedAuthor = Pick<AuthorInput, 'givenName' | 'familyName' | 'address' | 'affiliation'>;

/** A list as it was copied from somewhere, with a preview of whom it means. */
@Component({
  selector: 'cv-paste-authors',
  imports: [Field, Icon, Input, MatDialogModule, TextPipe],
  template: `
    <h2 mat-dialog-title>{{ 'submission.paste.title' | text }}</h2>
    <mat-dialog-content>
      <cv-field [label]="'submission.paste.field' | text" [hint]="'submission.paste.hint' | text">
        <textarea
          cvInput
          rows="6"
          cdkFocusInitial
          [value]="text()"
          (input)="text.set($any($event.target).value)"
        ></textarea>
      </cv-field>
      <p role="status">
        {{ 'submission.paste.found' | text: { count: fresh().length } }}.
        @if (known()) {
          {{ 'submission.paste.skips' | text: { count: known() } }}
        }
      </p>
      @if (fresh().length) {
        <ul class="cv-lines" tabindex="0">
          @for (row of fresh(); track $index) {
            <li>
              <b>{{ row.givenName }} {{ row.familyName }}</b>
              <span class="cv-small cv-muted">{{ row.affiliation }}</span>
              <span class="cv-small cv-muted">{{ row.address }}</span>
              @for (problem of row.problems; track problem) {
                <span class="cv-small warn"><cv-icon name="warning" />{{ words(problem) }}</span>
              }
            </li>
          }
        </ul>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="cv-button" [mat-dialog-close]="[]">{{ 'ui.cancel' | text }}</button>
      <button
        type="button"
        class="cv-button"
        data-look="main"
        [attr.aria-disabled]="fresh().length === 0"
        (click)="add()"
      >
        {{ 'submission.paste.add' | text: { count: fresh().length } }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-3);
      align-items: baseline;
    }
    mat-dialog-actions {
      gap: var(--s-2);
    }
    .warn {
      display: inline-flex;
      gap: 0.375rem;
      color: var(--c-warn);
    }
    ul {
      max-height: 18rem;
      overflow: auto;
      margin-top: var(--s-2);
    }
  `,
})
export class PasteDialog {
  private readonly texts = inject(Texts);
  private readonly dialog = inject<MatDialogRef<PasteDialog, readonly PastedAuthor[]>>(MatDialogRef);
  private readonly present = new Set(
    inject<readonly AuthorInput[]>(MAT_DIALOG_DATA)
      .map((author) => author.address.trim().toLowerCase())
      .filter(Boolean),
  );
  protected readonly text = signal('');
  private readonly rows = computed(() => parseAuthorList(this.text()));
  protected readonly fresh = computed(() => this.rows().filter((row) => !this.present.has(row.address.toLowerCase())));
  protected readonly known = computed(() => this.rows().length - this.fresh().length);

  protected words(problem: ParseProblem): string {
    return this.texts.t(`submission.paste.problem.${problem}`);
  }

  protected add(): void {
    if (this.fresh().length === 0) return;
    this.dialog.close(
      this.fresh().map(({ givenName, familyName, address, affiliation }) => ({
        givenName,
        familyName,
        address,
        affiliation,
      })),
    );
  }
}

/** Asks for a pasted list; answers the people to add. */
@Injectable({ providedIn: 'root' })
export class PasteAuthors {
  private readonly dialog = inject(MatDialog);

  async ask(present: readonly AuthorInput[]): Promise<readonly PastedAuthor[]> {
    const opened = this.dialog.open<PasteDialog, readonly AuthorInput[], readonly PastedAuthor[]>(PasteDialog, {
      data: present,
      width: 'calc(100vw - 2rem)',
      maxWidth: '40rem',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.afterClosed())) ?? [];
  }
}
