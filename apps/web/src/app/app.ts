import {
  Component,
  DOCUMENT,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  viewChild,
  Injector,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { accountsApi } from '@convoke/contract';
import { Icon, Loading, TextPipe, Texts, Toasts, readCookie } from '@convoke/ui';
import { filter, pairwise } from 'rxjs';
import { Api } from './shell/api-client';
import { Connection } from './shell/connection';
import { CurrentCall } from './shell/current-call';
import { Faults } from './shell/faults';
import { Me } from './shell/me';
import { PageTitles } from './shell/page-titles';
import { PhoneMenu } from './shell/phone-menu/phone-menu';
import { Rail } from './shell/rail/rail';
import { isCurrent, phoneTabs } from './shell/rail/rail-sections';
import { Theme } from './shell/theme';
import { TopBar } from './shell/top-bar/top-bar';

/** The frame of every signed-in page: bars, navigation, notices, and the place of the page itself. */
@Component({
  selector: 'cv-root',
  imports: [Icon, Loading, PhoneMenu, Rail, RouterLink, RouterOutlet, TextPipe, TopBar],
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');
  protected readonly me = inject(Me);
  protected readonly connection = inject(Connection);
  protected readonly faults = inject(Faults);
  protected readonly theme = inject(Theme);
  private readonly currentCall = inject(CurrentCall);
  protected readonly path = this.currentCall.path;
  protected readonly isCurrent = isCurrent;
  protected readonly tabs = computed(() => phoneTabs(this.me.calls(), this.me.call()));
  protected readonly unverified = computed(() => {
    const view = this.me.view();
    return view && !view.verified ? view.person.addresses.find((one) => !one.verified) : undefined;
  });

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        pairwise(),
        takeUntilDestroyed(),
      )
      .subscribe(([before, after]) => this.arrived(before.urlAfterRedirects, after.urlAfterRedirects));
    const titles = inject(PageTitles);
    effect(() => titles.within(this.currentCall.isInside() ? this.me.call()?.name : undefined));
    effect(() => {
      const person = this.me.person();
      if (person && readCookie(this.document, 'lang') === null) this.texts.use(person.locale);
    });
  }

  /** After another page opened, reading goes on at its beginning; a changed query is the same page. */
  private arrived(before: string, after: string): void {
    this.faults.clear();
    if (before.split(/[?#]/)[0] === after.split(/[?#]/)[0]) return;
    afterNextRender(() => this.main()?.nativeElement.focus({ preventScroll: true }), { injector: this.injector });
  }

  protected toContent(event: Event): void {
    event.preventDefault();
    this.main()?.nativeElement.focus();
  }

  protected reload(): void {
    this.document.location.reload();
  }

  protected async verify(id: string, email: string): Promise<void> {
    await this.api.call(accountsApi.sendVerification, { params: { id } });
    this.toasts.done(this.texts.t('shell.verifySent', { email }));
  }
}
