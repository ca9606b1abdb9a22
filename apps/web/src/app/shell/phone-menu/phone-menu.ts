import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { localeNames, locales } from '@convoke/texts';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import { Rail } from '../rail/rail';
import { Theme, type ThemeChoice, themes } from '../theme';

/** The whole navigation on a phone, with theme and language: a native dialog, so focus stays in it and Esc closes it. */
@Component({
  selector: 'cv-phone-menu',
  imports: [Icon, Rail, TextPipe],
  template: `
    <dialog #dialog [attr.aria-label]="'shell.menu' | text">
      <div class="head">
        <h2>{{ 'shell.menu' | text }}</h2>
        <button type="button" class="cv-tool" (click)="close()"><cv-icon name="close" />{{ 'ui.close' | text }}</button>
      </div>
      <cv-rail (followed)="close()" />
      <fieldset>
        <legend>{{ 'shell.theme' | text }}</legend>
        @for (choice of themes; track choice) {
          <label class="cv-check">
            <input
              type="radio"
              name="phone-theme"
              [checked]="theme.choice() === choice"
              (change)="theme.use(choice)"
            />{{ themeText(choice) | text }}
          </label>
        }
      </fieldset>
      <fieldset>
        <legend>{{ 'shell.language' | text }}</legend>
        @for (language of languages; track language.code) {
          <label class="cv-check" [attr.lang]="language.code">
            <input
              type="radio"
              name="phone-language"
              [checked]="texts.locale() === language.code"
              (change)="texts.use(language.code)"
            />{{ language.name }}
          </label>
        }
      </fieldset>
    </dialog>
  `,
  styles: `
    dialog {
      width: 100%;
      max-width: none;
      height: 100%;
      max-height: none;
      margin: 0;
      padding: var(--s-3) var(--s-4) var(--s-8);
      border: 0;
      background: var(--c-page);
      color: var(--c-ink);
    }
    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }
    fieldset {
      padding: var(--s-4) var(--s-2) 0;
    }
    legend {
      font: 500 var(--t-12) var(--font-ui);
      color: var(--c-ink-3);
      padding-top: var(--s-4);
    }
  `,
})
export class PhoneMenu {
  protected readonly theme = inject(Theme);
  protected readonly texts = inject(Texts);
  protected readonly themes = themes;
  protected readonly languages = locales.map((code) => ({ code, name: localeNames[code] }));
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected themeText(choice: ThemeChoice) {
    return `shell.theme.${choice}` as const;
  }
}
