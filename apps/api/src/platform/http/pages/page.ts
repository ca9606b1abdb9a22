import type { ComponentChildren } from 'preact';
import type { TextKey } from '@convoke/texts';
import type { PageContext } from './page-context';

/** What a page handler returns: head metadata and a body that is rendered once the context of the request is known. */
export interface PageResult {
  readonly kind: 'page';
  /** The page's own name ("ITAIS 2016"), or `titleKey` for a text of the product. */
  readonly title?: string;
  readonly titleKey?: TextKey;
  readonly description?: string;
  /** Path of the page's one address, for `rel=canonical` and Open Graph; pages about a person have none. */
  readonly canonical?: string;
  /** Kept out of search engines: everything about signing in. */
  readonly noIndex?: boolean;
  readonly status?: number;
  readonly body: (context: PageContext) => ComponentChildren;
}

export interface SeeOther {
  readonly kind: 'see-other';
  readonly to: string;
}

/** A page to render. */
export function page(init: Omit<PageResult, 'kind'>): PageResult {
  return { kind: 'page', ...init };
}

/** After a form was carried out: the browser goes on with GET. `to` must be a path of this site (see `safePath`). */
export function seeOther(to: string): SeeOther {
  return { kind: 'see-other', to };
}
