import { Component, computed, inject, input } from '@angular/core';
import { Texts, TextPipe } from '../i18n/texts';
import { Icon } from '../icons/icon';
import { fieldErrorWords } from '../forms/field-error-words';

/** What a field reads of a signal form's field: `[field]="form.title"`. */
export type FieldOfForm = () => {
  touched(): boolean;
  errors(): readonly { readonly kind: string; readonly message?: string }[];
};

let made = 0;

/**
 * Label, hint, control and error, tied together for readers. The control inside carries `cvInput`:
 * `<cv-field label="Title" [field]="form.title"><input cvInput [formField]="form.title" /></cv-field>`.
 * An error of the form shows once the field was left or `showErrors` is set (after a refused submit).
 */
@Component({
  selector: 'cv-field',
  imports: [Icon, TextPipe],
  template: `
    <div class="top">
      <label [attr.for]="controlId()" [id]="labelId"
        >{{ label() }}
        @if (optional()) {
          <span class="optional">({{ 'ui.optional' | text }})</span>
        }
      </label>
      <ng-content select="[beside]" />
    </div>
    @if (hint()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
    <ng-content />
    @if (message(); as message) {
      <p class="error" [id]="errorId"><cv-icon name="stop" />{{ message }}</p>
    }
    <ng-content select="[below]" />
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--s-6);
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--s-3);
      margin-bottom: var(--s-1);
    }
    label {
      font: 600 var(--t-14) var(--font-ui);
    }
    .optional {
      font-weight: 400;
      color: var(--c-ink-2);
    }
    .hint {
      color: var(--c-ink-2);
      font: var(--t-13) var(--font-ui);
      margin-bottom: var(--s-2);
      max-width: var(--measure);
    }
    .error {
      display: flex;
      gap: 0.375rem;
      margin-top: var(--s-1);
      color: var(--c-error);
      font: 500 var(--t-13) var(--font-ui);
    }
    .error cv-icon {
      margin-top: 0.125rem;
    }
  `,
})
export class Field {
  private readonly texts = inject(Texts);
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly optional = input(false);
  /** An error from elsewhere (the server); wins over the form's. */
  readonly error = input<string | null>(null);
  readonly field = input<FieldOfForm>();
  readonly showErrors = input(false);
  /** Set it to link here from an error summary. */
  readonly name = input<string>();

  private readonly fallbackId = `cv-field-${++made}`;
  protected readonly labelId = `${this.fallbackId}-label`;
  protected readonly hintId = `${this.fallbackId}-hint`;
  protected readonly errorId = `${this.fallbackId}-error`;
  readonly controlId = computed(() => this.name() ?? this.fallbackId);

  readonly message = computed(() => {
    const own = this.error();
    if (own) return own;
    const state = this.field()?.();
    if (!state || (!state.touched() && !this.showErrors())) return null;
    const first = state.errors()[0];
    return first ? fieldErrorWords(first, this.texts) : null;
  });

  readonly describedBy = computed(
    () => [this.hint() ? this.hintId : '', this.message() ? this.errorId : ''].filter(Boolean).join(' ') || null,
  );
  readonly labelledBy = this.labelId;
}
