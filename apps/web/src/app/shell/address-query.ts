import { type Signal, computed, inject, linkedSignal } from '@angular/core';
import { Router } from '@angular/router';
import { type Language, parseQuery, printQuery, type Query } from '@convoke/contract';
import type { Asked } from '@convoke/ui';

/** A query that could be read: as typed and as understood. */
export interface Readable {
  readonly text: string;
  readonly query: Query;
}

/** The query of a list, which stands in the address: it can be kept or sent, and the way back leads to the one before. */
export interface AddressQuery {
  readonly text: Signal<string>;
  /** The last one that could be read: what the list shows. Null until there is one. */
  readonly good: Signal<Readable | null>;
  /** Whether it leaves anything out. */
  readonly narrows: Signal<boolean>;
  ask(asked: Asked): void;
  change(query: Query): void;
}

/** The query that stands in the address as `query`, or as `key` where a page has another one already. */
export function addressQuery(typed: () => string | undefined, language: Language, key = 'query'): AddressQuery {
  const router = inject(Router);
  const text = computed(() => typed() ?? '');
  const good = linkedSignal<string, Readable | null>({
    source: text,
    computation: (now, before) => {
      const parsed = parseQuery(now, language);
      return parsed.ok ? { text: now, query: parsed.query } : (before?.value ?? null);
    },
  });
  // each search is a step that the way back leads to; what is typed further is still the same one
  const go = (query: string, replaceUrl = false): void => {
    const queryParams = { [key]: query.trim() || null };
    void router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl });
  };
  return {
    text,
    good: good.asReadonly(),
    narrows: computed(() => good()?.query.where != null),
    ask: (asked) => go(asked.text, !asked.anew),
    change: (query) => go(printQuery(query)),
  };
}
