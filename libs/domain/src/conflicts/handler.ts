/** Who could handle a paper, each list in the order of the call's own page. */
export interface HandlerQuestion {
  /** Named for the paper already. */
  readonly current: string | null;
  /** Co-chairs of its track, or guest editors: they handle it together while none is named. */
  readonly handlers: readonly string[];
  /** Programme chairs, or editors-in-chief. */
  readonly heads: readonly string[];
  /** Named by the call for papers that nobody else may handle. */
  readonly substitute: string | null;
  /** Authors and the conflicted: whatever their office, the paper does not exist for them. */
  readonly barred: ReadonlySet<string>;
}

export interface HandlerAnswer {
  /** Who is named for it; null = those whose office it is. */
  readonly handlerId: string | null;
  /** Nobody is left who may handle it. */
  readonly unhandled: boolean;
}

/**
 * Who handles a paper: as long as nobody whose office it is wrote it or is in conflict, and a programme chair is free to decide, they
 * do, without being named. Otherwise the next co-chair without conflict is named, else a programme chair without conflict, else the
 * substitute. A name given before stays while its bearer is free.
 */
export function handlerFor({ current, handlers, heads, substitute, barred }: HandlerQuestion): HandlerAnswer {
  const free = (people: readonly string[]): string[] => people.filter((id) => !barred.has(id));
  if (current && !barred.has(current)) return { handlerId: current, unhandled: false };
  const office = handlers.length > 0 ? handlers : heads;
  const led = heads.length === 0 || free(heads).length > 0;
  if (office.length > 0 && led && office.every((id) => !barred.has(id))) return { handlerId: null, unhandled: false };
  const next = free(handlers)[0] ?? free(heads)[0] ?? (substitute && !barred.has(substitute) ? substitute : null);
  return { handlerId: next, unhandled: next === null };
}
