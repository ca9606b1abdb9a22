import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type Tag, type TagScope, tagName } from '@convoke/contract';
import { Field, Input, TextPipe, Texts } from '@convoke/ui';

let forms = 0;

/** A tag's name and for whom it is, said before it is set. */
@Component({
  selector: 'cv-tag-form',
  imports: [Field, Input, TextPipe],
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()">
      <cv-field [label]="'tags.name' | text" [error]="wrong() ? ('tags.malformed' | text) : null">
        <input
          cvInput
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="41"
          [attr.list]="id"
          [value]="name()"
          (input)="type($any($event.target).value)"
        />
      </cv-field>
      <datalist [id]="id">
        @for (known of known(); track known) {
          <option [value]="known"></option>
        }
      </datalist>
      <cv-field [label]="'tags.for' | text">
        <select cvInput [value]="scope()" (change)="scope.set($any($event.target).value)">
          @for (one of scopes(); track one) {
            <option [value]="one" [selected]="one === scope()">{{ who(one) }}</option>
          }
        </select>
      </cv-field>
      <p class="cv-small cv-muted">{{ 'tags.never' | text }}</p>
      <div class="cv-row">
        <button class="cv-button" data-look="main">{{ action() || ('tags.add' | text) }}</button>
        <ng-content />
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      display: grid;
      gap: var(--s-3);
    }
    datalist {
      display: none;
    }
  `,
})
export class TagForm {
  private readonly texts = inject(Texts);
  /** For whom tags may be set here, the narrowest circle first. */
  readonly scopes = input.required<readonly TagScope[]>();
  /** Names in use, to choose from. */
  readonly known = input<readonly string[]>([]);
  readonly action = input('');
  readonly given = output<Tag>();

  protected readonly id = `cv-tags-${(forms += 1)}`;
  protected readonly name = signal('');
  protected readonly scope = linkedSignal<TagScope>(() => this.scopes()[0] ?? 'private');
  protected readonly wrong = signal(false);
  private readonly parsed = computed(() => tagName.safeParse(this.name()));

  protected who(scope: TagScope): string {
    return this.texts.t(`tags.scope.${scope}`);
  }

  protected type(text: string): void {
    this.name.set(text);
    this.wrong.set(false);
  }

  protected save(): void {
    const tag = this.read();
    if (!tag) return;
    this.given.emit(tag);
    this.name.set('');
  }

  /** The tag as typed; says what is wrong with it when there is none. */
  read(): Tag | null {
    const { data } = this.parsed();
    this.wrong.set(data === undefined);
    return data === undefined ? null : { name: data, scope: this.scope() };
  }
}
