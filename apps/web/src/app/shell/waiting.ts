import { Injectable, signal } from '@angular/core';

/** How many things wait for the person, as “What is next” last said; shown in the navigation. */
@Injectable({ providedIn: 'root' })
export class Waiting {
  private readonly known = signal(0);
  readonly count = this.known.asReadonly();

  tell(count: number): void {
    this.known.set(count);
  }
}
