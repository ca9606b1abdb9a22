import { DOCUMENT, Injectable, inject } from '@angular/core';
import { draftFields, type DraftFields } from '@convoke/contract';
import * as z from 'zod';

const kept = z.object({ base: draftFields, fields: draftFields });

/** What is typed and not saved yet, kept in this tab: a reload or a lost connection costs nothing. */
@Injectable({ providedIn: 'root' })
export class Unsaved {
  private readonly storage = inject(DOCUMENT).defaultView?.sessionStorage;

  keep(id: string, base: DraftFields, fields: DraftFields): void {
    try {
      this.storage?.setItem(keyOf(id), JSON.stringify({ base, fields }));
    } catch {
      // A full or forbidden storage is no reason to disturb somebody who types: the page itself still holds everything.
    }
  }

  /** What was kept; null when nothing was or when it cannot be read any more. */
  read(id: string): { base: DraftFields; fields: DraftFields } | null {
    try {
      const raw = this.storage?.getItem(keyOf(id));
      return raw ? kept.parse(JSON.parse(raw)) : null;
    } catch {
      return null;
    }
  }

  forget(id: string): void {
    this.storage?.removeItem(keyOf(id));
  }
}

function keyOf(id: string): string {
  return `convoke:draft:${id}`;
}
