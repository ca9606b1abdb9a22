import { Location } from '@angular/common';
import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';

export interface TablePlace {
  readonly total: number;
  /** The row at the top of the window. */
  readonly top: number;
  /** The row the keys acted on. */
  readonly current: number;
}

/** Where one was in each list of this visit, by its address: coming back from a row, one is there again. */
@Injectable({ providedIn: 'root' })
export class TablePlaces {
  private readonly location = inject(Location);
  private readonly router = inject(Router, { optional: true });
  private readonly places = new Map<string, TablePlace>();

  /** The list of the present address. */
  here(): string {
    return this.location.path();
  }

  keep(list: string, place: TablePlace): void {
    this.places.set(list, place);
  }

  /** Where one was in that list, for who comes back to it; a link that leads to it as to a new page leads to its top. */
  returnedTo(list: string): TablePlace | undefined {
    const navigation = this.router?.lastSuccessfulNavigation();
    const isBack = navigation?.trigger === 'popstate' || navigation?.extras.state?.['back'] === true;
    return isBack ? this.places.get(list) : undefined;
  }
}
