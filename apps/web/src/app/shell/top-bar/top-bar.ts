import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { accountsApi } from '@convoke/contract';
import { localeNames, locales } from '@convoke/texts';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import { Api } from '../api-client';
import { CurrentCall } from '../current-call';
import { Me } from '../me';
import { Theme, type ThemeChoice, themes } from '../theme';

/** Brand, the call one is in, theme, language and the person. */
@Component({
  selector: 'cv-top-bar',
  imports: [Icon, MatMenuModule, RouterLink, TextPipe],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  protected readonly me = inject(Me);
  protected readonly texts = inject(Texts);
  protected readonly theme = inject(Theme);
  protected readonly current = inject(CurrentCall);
  protected readonly themes = themes;
  protected readonly languages = locales.map((code) => ({ code, name: localeNames[code] }));

  protected readonly call = computed(() => (this.current.isInside() ? this.me.call() : undefined));
  protected readonly initials = computed(() => {
    const person = this.me.person();
    return person ? (person.givenName.slice(0, 1) + person.familyName.slice(0, 1)).toUpperCase() : '';
  });

  protected themeText(choice: ThemeChoice) {
    return `shell.theme.${choice}` as const;
  }

  protected async signOut(): Promise<void> {
    await this.api.call(accountsApi.signOut);
    this.document.location.assign('/');
  }
}
