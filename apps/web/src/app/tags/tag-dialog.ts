import { Component, Injectable, inject, viewChild } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { Tag, TagScope } from '@convoke/contract';
import { TextPipe } from '@convoke/ui';
import { firstValueFrom } from 'rxjs';
import { TagForm } from './tag-form';

interface Asked {
  readonly count: number;
  readonly known: readonly string[];
}

/** What is to happen with a tag on all that are selected. */
export interface TagChange {
  readonly tag: Tag;
  readonly what: 'add' | 'remove';
}

const scopes: readonly TagScope[] = ['private', 'chairs', 'committee'];

/** A tag for many submissions, or away from them. */
@Component({
  selector: 'cv-tag-dialog',
  imports: [MatDialogModule, TagForm, TextPipe],
  template: `
    <h2 mat-dialog-title>{{ 'tags.manyTitle' | text: { count: data.count } }}</h2>
    <mat-dialog-content>
      <cv-tag-form
        [scopes]="scopes"
        [known]="data.known"
        [action]="'tags.addTo' | text: { count: data.count }"
        (given)="close($event, 'add')"
      >
        <button type="button" class="cv-button" (click)="remove()">{{ 'tags.removeFrom' | text }}</button>
        <button type="button" class="cv-button" data-look="low" [mat-dialog-close]="undefined">
          {{ 'ui.cancel' | text }}
        </button>
      </cv-tag-form>
    </mat-dialog-content>
  `,
  styles: `
    mat-dialog-content {
      padding-top: var(--s-1);
    }
  `,
})
export class TagDialog {
  private readonly dialog = inject<MatDialogRef<TagDialog, TagChange>>(MatDialogRef);
  private readonly form = viewChild.required(TagForm);
  protected readonly data = inject<Asked>(MAT_DIALOG_DATA);
  protected readonly scopes = scopes;

  protected close(tag: Tag, what: TagChange['what']): void {
    this.dialog.close({ tag, what });
  }

  protected remove(): void {
    const tag = this.form().read();
    if (tag) this.close(tag, 'remove');
  }
}

/** Asks for a tag and what to do with it; `undefined` when nothing. */
@Injectable({ providedIn: 'root' })
export class AskTag {
  private readonly dialog = inject(MatDialog);

  ask(asked: Asked): Promise<TagChange | undefined> {
    const opened = this.dialog.open<TagDialog, Asked, TagChange>(TagDialog, {
      data: asked,
      maxWidth: '28rem',
      restoreFocus: true,
    });
    return firstValueFrom(opened.afterClosed());
  }
}
