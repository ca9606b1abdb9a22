import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** What a request that carries an `Idempotency-Key` is known by. */
export interface RequestKey {
  readonly personId: string;
  readonly key: string;
  readonly route: string;
  readonly hash: string;
}

/** Another copy of the same request was faster: its answer is everybody's. */
export class AnsweredAlready extends Error {}

/**
 * A request whose answer belongs to its effect. The one transaction that has the effect keeps the answer as well, so that neither
 * can be without the other, whenever the process ends.
 */
export class KeyedRequest {
  private static readonly current = new AsyncLocalStorage<KeyedRequest>();
  private effect: { readonly result: unknown } | null = null;

  /** `key` null = the sender gave none; `answerOf` makes of a result what may leave. */
  constructor(
    private readonly key: RequestKey | null,
    private readonly status: number,
    private readonly answerOf: (result: unknown) => unknown,
  ) {}

  /** The request that is being carried out here, if it is one of these. */
  static now(): KeyedRequest | undefined {
    return KeyedRequest.current.getStore();
  }

  /** Carries the request out. */
  perform<T>(handle: () => Promise<T>): Promise<T> {
    return KeyedRequest.current.run(this, handle);
  }

  /** What is answered must be what the one transaction returned, for only that has been kept. */
  requireKept(answer: unknown): void {
    if (this.effect?.result !== answer) throw new Error('The answer of a create must come out of its unit of work');
  }

  /** Keeps the answer, last thing in the transaction of the effect. A copy that still runs is waited for. */
  async keep(manager: EntityManager, at: Date, result: unknown): Promise<void> {
    if (this.effect) return;
    // also without a key: a result that may not leave must not have an effect
    const answer = this.answerOf(result);
    if (!this.key) return;
    const { personId, key, route, hash } = this.key;
    const rows = await manager.query<unknown[]>(
      `insert into idempotency_key (key, person_id, route, request_hash, status, response, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (person_id, key) do nothing returning key`,
      [key, personId, route, hash, this.status, answer === undefined ? null : JSON.stringify(answer), at],
    );
    if (rows.length === 0) throw new AnsweredAlready(`${route} was carried out already`);
  }

  /** The transaction is committed: what follows in this request is no part of the effect. */
  committed(result: unknown): void {
    this.effect ??= { result };
  }
}
