import { Component, computed, inject } from '@angular/core';
import { FieldGroup, TextPipe } from '@convoke/ui';
import { DraftEditor } from './draft-editor';

/** Track and type; fixed once submitted. */
@Component({
  selector: 'cv-type-step',
  imports: [FieldGroup, TextPipe],
  template: `
    <h1 class="cv-title">{{ 'submission.type.title' | text }}</h1>
    <p class="cv-lead">{{ (fixed() ? 'submission.type.fixed' : 'submission.new.lead') | text }}</p>
    <cv-field-group [label]="'submission.new.track' | text">
      @for (track of editor.form().tracks; track track.id) {
        <label class="cv-check choice">
          <input
            type="radio"
            name="track"
            [value]="track.id"
            [checked]="track.id === editor.fields().trackId"
            [disabled]="fixed()"
            (change)="editor.set('trackId', track.id)"
          />
          <span
            >{{ track.name }}
            @if (track.description) {
              <small>{{ track.description }}</small>
            }
          </span>
        </label>
      }
    </cv-field-group>
    <cv-field-group [label]="'submission.new.type' | text">
      @for (type of editor.form().types; track type.id) {
        <label class="cv-check choice">
          <input
            type="radio"
            name="type"
            [value]="type.id"
            [checked]="type.id === editor.fields().typeId"
            [disabled]="fixed()"
            (change)="editor.set('typeId', type.id)"
          />
          <span>{{ type.name }}</span>
        </label>
      }
    </cv-field-group>
  `,
  styles: `
    small {
      display: block;
      color: var(--c-ink-2);
      font: var(--t-13) var(--font-ui);
      max-width: var(--measure);
    }
  `,
})
export class TypeStep {
  protected readonly editor = inject(DraftEditor);
  protected readonly fixed = computed(() => this.editor.readOnly() || this.editor.draft().state !== 'draft');
}
