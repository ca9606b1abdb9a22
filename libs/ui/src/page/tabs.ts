import { Component, ElementRef, Injector, afterNextRender, afterRenderEffect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { number } from '@convoke/texts';
import { filter } from 'rxjs';
import { Texts } from '../i18n/texts';

export interface Tab {
  readonly label: string;
  /** Router commands, absolute or relative to the page's route. */
  readonly link: readonly unknown[] | string;
  readonly query?: Readonly<Record<string, string | null | undefined>>;
  /** A number, or words such as “3 of 3”. */
  readonly count?: number | string | null;
  /** Set where the address alone does not tell (views of a list). */
  readonly current?: boolean;
}

/** Parts of a page, or views of a list with their counts: links in a named landmark, so Back works. */
@Component({
  selector: 'cv-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.label) {
        @if (tab.current !== undefined) {
          <!-- routerLinkActive would take away an aria-current that it did not set -->
          <a [routerLink]="tab.link" [queryParams]="tab.query ?? {}" [attr.aria-current]="tab.current ? 'page' : null"
            >{{ tab.label }}
            @if (tab.count !== undefined && tab.count !== null) {
              <span>{{ figure(tab.count) }}</span>
            }
          </a>
        } @else {
          <a
            [routerLink]="tab.link"
            [queryParams]="tab.query ?? {}"
            routerLinkActive
            [routerLinkActiveOptions]="{ exact: true }"
            ariaCurrentWhenActive="page"
            >{{ tab.label }}
            @if (tab.count !== undefined && tab.count !== null) {
              <span>{{ figure(tab.count) }}</span>
            }
          </a>
        }
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--s-6);
      border-bottom: 1px solid var(--c-line);
      margin-bottom: var(--s-4);
      overflow-x: auto;
    }
    a {
      padding: var(--s-2) 0 0.625rem;
      color: var(--c-ink-2);
      text-decoration: none;
      border-bottom: 2px solid transparent;
      white-space: nowrap;
    }
    a:hover {
      color: var(--c-ink);
    }
    a:focus-visible {
      outline-offset: -2px;
    }
    a[aria-current] {
      color: var(--c-ink);
      font-weight: 600;
      border-color: var(--c-accent);
    }
    span {
      font-weight: 400;
      color: var(--c-ink-3);
      font-variant-numeric: tabular-nums;
    }
    /* There a transparent line is a line. */
    @media (forced-colors: active) {
      a:not([aria-current]) {
        border-color: Canvas;
      }
    }
    @media print {
      nav {
        display: none;
      }
    }
  `,
})
export class Tabs {
  private readonly texts = inject(Texts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly label = input.required<string>();
  readonly tabs = input.required<readonly Tab[]>();

  constructor() {
    const injector = inject(Injector);
    const nav = () => this.host.querySelector<HTMLElement>('nav');
    afterRenderEffect(() => {
      this.tabs();
      showCurrent(nav());
    });
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => afterNextRender(() => showCurrent(nav()), { injector }));
  }

  protected figure(count: number | string): string {
    return typeof count === 'string' ? count : number(count, this.texts.locale());
  }
}

/** Where the tabs are wider than the screen, the current one is moved into it. */
function showCurrent(nav: HTMLElement | null): void {
  const tab = nav?.querySelector<HTMLElement>('[aria-current]');
  if (!nav || !tab) return;
  const { left, right, width } = tab.getBoundingClientRect();
  const frame = nav.getBoundingClientRect();
  if (left < frame.left || right > frame.right) nav.scrollLeft += left - frame.left - (frame.width - width) / 2;
}
