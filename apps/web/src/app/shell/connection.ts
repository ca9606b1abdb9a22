import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';

/** Whether the browser says that it has a connection. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly current = signal(true);
  readonly online = this.current.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    if (!view) return;
    this.current.set(view.navigator.onLine);
    const on = () => this.current.set(true);
    const off = () => this.current.set(false);
    view.addEventListener('online', on);
    view.addEventListener('offline', off);
    inject(DestroyRef).onDestroy(() => {
      view.removeEventListener('online', on);
      view.removeEventListener('offline', off);
    });
  }
}
