import { DOCUMENT, Injectable, Pipe, type PipeTransform, computed, inject, signal } from '@angular/core';
import {
  type Locale,
  type TextKey,
  type TextParams,
  hasTexts,
  isLocale,
  loadTexts,
  pickLocale,
  translator,
} from '@convoke/texts';
import { readCookie, writeCookie } from './preference-cookie';

/** The words people read, in their language. The choice lives in the cookie `lang`, which the server's pages read too. */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Locale>(
    // The server wrote the profile's language into the page.
    pickLocale(
      readCookie(this.document, 'lang'),
      this.document.documentElement.lang,
      this.document.defaultView?.navigator.language,
    ),
  );

  readonly locale = this.chosen.asReadonly();
  /** Counts languages fetched, so that what was read in English is read again. */
  private readonly fetched = signal(0);
  private readonly translator = computed(() => (this.fetched(), translator(this.chosen())));

  constructor() {
    this.document.documentElement.lang = this.chosen();
  }

  /** The text of a key; read inside a template or an effect it follows the language. */
  t(key: TextKey, params?: TextParams): string {
    return this.translator().t(key, params);
  }

  /** For keys put together at run time: the text, or `null` when there is none. */
  maybe(key: string, params?: TextParams): string | null {
    return this.translator().maybe(key, params);
  }

  /** Fetches the words of the language a person comes with. Without them the page is in English, not empty. */
  async ready(): Promise<void> {
    const locale = this.chosen();
    if (hasTexts(locale)) return;
    await loadTexts(locale).catch(() => this.show('en'));
    this.fetched.update((count) => count + 1);
  }

  /** Changes the language here and on the server's pages. What is on screen stays until the words are there. */
  use(locale: string): void {
    if (!isLocale(locale)) return;
    writeCookie(this.document, 'lang', locale);
    if (hasTexts(locale)) this.show(locale);
    // a language that cannot be fetched now is there on the next page
    else
      void loadTexts(locale).then(
        () => this.show(locale),
        () => undefined,
      );
  }

  private show(locale: Locale): void {
    this.chosen.set(locale);
    this.document.documentElement.lang = locale;
  }
}

/** `{{ 'home.title' | text }}`, `{{ 'rail.track' | text: { track } }}`. Impure, so that a page follows the language. */
@Pipe({ name: 'text', pure: false })
export class TextPipe implements PipeTransform {
  private readonly texts = inject(Texts);

  transform(key: TextKey, params?: TextParams): string {
    return this.texts.t(key, params);
  }
}
