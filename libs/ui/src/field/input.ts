import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** A text field, text area or select in our clothes; inside a `cv-field` it takes label, hint and error from it. */
@Directive({
  selector: 'input[cvInput], textarea[cvInput], select[cvInput]',
  host: {
    class: 'cv-input',
    '[id]': 'field?.controlId() ?? null',
    '[attr.aria-describedby]': 'field?.describedBy() ?? null',
    '[attr.aria-invalid]': 'field?.message() ? true : null',
  },
})
export class Input {
  protected readonly field = inject(Field, { optional: true });
}
