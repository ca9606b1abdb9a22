import { Component, inject, input, model } from '@angular/core';
import { type DeclarableConflictKind, declarableConflictKind } from '@convoke/contract';
import { Field, Input, TextPipe, Texts } from '@convoke/ui';

/** What kind of conflict, and in one's own words if one likes. */
@Component({
  selector: 'cv-kind-and-reason',
  imports: [Field, Input, TextPipe],
  template: `
    <cv-field [label]="'conflicts.kind' | text">
      <select cvInput (change)="kind.set($any($event.target).value)">
        @for (one of kinds; track one) {
          <option [value]="one" [selected]="one === kind()">{{ words(one) }}</option>
        }
      </select>
    </cv-field>
    <cv-field [label]="'conflicts.reason' | text" [hint]="hint()" [optional]="true">
      <input cvInput maxlength="500" [value]="reason()" (input)="reason.set($any($event.target).value)" />
    </cv-field>
  `,
  styles: `
    :host {
      display: block;
      max-width: 28rem;
    }
  `,
})
export class KindAndReason {
  private readonly texts = inject(Texts);
  readonly kind = model.required<DeclarableConflictKind>();
  readonly reason = model.required<string>();
  readonly hint = input('');
  protected readonly kinds = declarableConflictKind.options;

  protected words(kind: DeclarableConflictKind): string {
    return this.texts.t(`submission.conflict.${kind}`);
  }
}
