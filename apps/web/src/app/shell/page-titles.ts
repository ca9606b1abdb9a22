import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Texts } from '@convoke/ui';

/**
 * The document's title: the route's text key, or what the page itself says once it knows (a paper's title, say); and the call,
 * because somebody who chairs two has the same pages of both open.
 */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly texts = inject(Texts);
  private readonly key = signal<string | null>(null);
  private readonly own = signal<string | null>(null);
  private readonly call = signal<string | undefined>(undefined);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const page = this.own() ?? (key ? (this.texts.maybe(key) ?? key) : null);
      const call = this.call();
      const named = page && call && !page.includes(call) ? `${page} · ${call}` : page;
      this.title.setTitle(named ? this.texts.t('shell.titled', { page: named }) : this.texts.t('shell.product'));
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.own.set(null);
    this.key.set(this.buildTitle(state) ?? null);
  }

  /** The call that the pages are of from here on; none on pages over all calls. */
  within(call: string | undefined): void {
    this.call.set(call);
  }

  /** Words instead of the route's key, until the next navigation. */
  set(page: string): void {
    this.own.set(page);
  }
}
