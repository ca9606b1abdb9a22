import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint as EndpointDefinition } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import { concatMap, from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { endpointKey } from './endpoint';

const header = 'idempotency-key';
/** A request that holds its key longer than this died with its process; the next one may take over. */
const abandonedAfterMs = 60_000;
const waitMs = 15_000;

interface Held {
  request_hash: string;
  status: number | null;
  response: unknown;
  created_at: Date;
}

/**
 * Creates take an `Idempotency-Key`. The first request with a key inserts its row and does the work; a second one with the same
 * body waits for the first and gets the same answer; with another body it is refused. A refused request frees its key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const definition = this.reflector.get<EndpointDefinition | undefined>(endpointKey, context.getHandler());
    const req = context.switchToHttp().getRequest<Request>();
    const key = req.headers[header];
    if (!definition?.idempotent || !req.viewer || typeof key !== 'string') return next.handle();
    if (key.length < 8 || key.length > 200) {
      throw new Refusal('invalid_body', {
        errors: [{ path: 'Idempotency-Key', message: 'Must have 8 to 200 characters' }],
      });
    }
    const { personId } = req.viewer;
    return from(this.claim(personId, key, req)).pipe(
      concatMap(async (held) => (held ? held.response : this.perform(personId, key, definition.status, next))),
    );
  }

  /** Null when the key is now ours; the finished first request otherwise. */
  private async claim(personId: string, key: string, req: Request): Promise<Held | null> {
    const route = `${req.method} ${req.path}`;
    const hash = createHash('sha256')
      .update(`${route}\n${JSON.stringify(req.body ?? null)}`)
      .digest('hex');
    for (let waited = 0; waited <= waitMs; waited += 50) {
      if (await this.take(personId, key, route, hash)) return null;
      const held = await this.find(personId, key);
      if (held && held.request_hash !== hash) throw new Refusal('idempotency_key_reused');
      if (held && held.status !== null) return held;
      await pause(50);
    }
    throw new Refusal('overloaded', { seconds: 5 });
  }

  private async take(personId: string, key: string, route: string, hash: string): Promise<boolean> {
    const now = this.clock.now();
    const rows = await this.dataSource.query<unknown[]>(
      `insert into idempotency_key (key, person_id, route, request_hash, created_at) values ($1, $2, $3, $4, $5)
       on conflict (person_id, key) do update set created_at = excluded.created_at
         where idempotency_key.status is null and idempotency_key.created_at < $6
           and idempotency_key.request_hash = excluded.request_hash
       returning key`,
      [key, personId, route, hash, now, new Date(now.getTime() - abandonedAfterMs)],
    );
    return rows.length > 0;
  }

  private async find(personId: string, key: string): Promise<Held | undefined> {
    const [row] = await this.dataSource.query<Held[]>(
      `select request_hash, status, response, created_at from idempotency_key where person_id = $1 and key = $2`,
      [personId, key],
    );
    return row;
  }

  private async perform(personId: string, key: string, status: number, next: CallHandler): Promise<unknown> {
    try {
      const response: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.dataSource.query(
        `update idempotency_key set status = $3, response = $4 where person_id = $1 and key = $2`,
        [personId, key, status, response === undefined ? null : JSON.stringify(response)],
      );
      return response;
    } catch (error) {
      await this.dataSource.query(`delete from idempotency_key where person_id = $1 and key = $2 and status is null`, [
        personId,
        key,
      ]);
      throw error;
    }
  }
}
