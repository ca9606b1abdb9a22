import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';

/** The present minute as a signal: steps when the minute does, and at once when a sleeping page wakes up. */
@Injectable({ providedIn: 'root' })
export class Minute {
  private readonly document = inject(DOCUMENT);
  private readonly current = signal(new Date());
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly now = this.current.asReadonly();

  constructor() {
    const wake = () => this.step();
    this.document.addEventListener('visibilitychange', wake);
    this.step();
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.document.removeEventListener('visibilitychange', wake);
    });
  }

  private step(): void {
    clearTimeout(this.timer);
    const now = new Date();
    this.current.set(now);
    this.timer = setTimeout(() => this.step(), 60_000 - (now.getTime() % 60_000) + 20);
  }
}
