import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Texts } from '@convoke/ui';

/** The document's title: the route's text key, or what the page itself says once it knows (a paper's title, say). */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly texts = inject(Texts);
  private readonly key = signal<string | null>(null);
  private readonly own = signal<string | null>(null);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const page = this.own() ?? (key ? (this.texts.maybe(key) ?? key) : null);
      this.title.setTitle(page ? this.texts.t('shell.titled', { page }) : this.texts.t('shell.product'));
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.own.set(null);
    this.key.set(this.buildTitle(state) ?? null);
  }

  /** Words instead of the route's key, until the next navigation. */
  set(page: string): void {
    this.own.set(page);
  }
}
