import { Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';

/** The call the person is in, by the address `/app/c/:call/…`; remembered while they look at pages over all calls. */
@Injectable({ providedIn: 'root' })
export class CurrentCall {
  private readonly last = signal<string | null>(null);
  private readonly inside = signal(false);
  private readonly here = signal('/');
  readonly slug = this.last.asReadonly();
  /** Whether the address itself names a call. */
  readonly isInside = this.inside.asReadonly();
  /** The address without query, below `/app`. */
  readonly path = this.here.asReadonly();

  constructor() {
    const router = inject(Router);
    this.read(router.url);
    router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationEnd) this.read(event.urlAfterRedirects);
    });
  }

  private read(url: string): void {
    const slug = /^\/c\/([^/?#]+)/.exec(url)?.[1];
    this.inside.set(slug !== undefined);
    this.here.set(url.split(/[?#]/)[0] || '/');
    if (slug) this.last.set(decodeURIComponent(slug));
  }
}
