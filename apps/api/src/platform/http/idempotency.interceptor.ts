import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint as EndpointDefinition } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { KeyedRequest, type RequestKey } from '../keyed-request';
import { endpointKey } from './endpoint';

const header = 'idempotency-key';

/**
 * Creates take an `Idempotency-Key`. The answer to a key is kept in the transaction of the effect (`KeyedRequest`): a second request
 * with the same key and body gets the same answer, whatever became of the first after its commit; with another body it is refused. A
 * refused request leaves its key free.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const definition = this.reflector.get<EndpointDefinition | undefined>(endpointKey, context.getHandler());
    const req = context.switchToHttp().getRequest<Request>();
    if (!definition?.idempotent || !req.viewer) return next.handle();
    return from(this.perform(definition, keyOf(req, req.viewer.personId), next));
  }

  private async perform(definition: EndpointDefinition, key: RequestKey | null, next: CallHandler): Promise<unknown> {
    const answerOf = (result: unknown) => (definition.status === 204 ? undefined : definition.response.parse(result));
    const request = new KeyedRequest(key, definition.status, answerOf);
    let answer: unknown;
    try {
      answer = await request.perform(() => lastValueFrom(next.handle(), { defaultValue: undefined }));
    } catch (error) {
      // whatever the second of two copies stumbled over, the first one's answer explains it
      const kept = key && (await this.keptFor(key));
      if (!kept) throw error;
      if (kept.request_hash !== key.hash) throw new Refusal('idempotency_key_reused');
      return kept.response;
    }
    request.requireKept(answer);
    return answer;
  }

  private async keptFor({
    personId,
    key,
  }: RequestKey): Promise<{ request_hash: string; response: unknown } | undefined> {
    const [row] = await this.dataSource.query<{ request_hash: string; response: unknown }[]>(
      `select request_hash, response from idempotency_key where person_id = $1 and key = $2`,
      [personId, key],
    );
    return row;
  }
}

function keyOf(req: Request, personId: string): RequestKey | null {
  const key = req.headers[header];
  if (typeof key !== 'string') return null;
  if (key.length < 8 || key.length > 200) {
    throw new Refusal('invalid_body', {
      errors: [{ path: 'Idempotency-Key', message: 'Must have 8 to 200 characters' }],
    });
  }
  const route = `${req.method} ${req.path}`;
  const text = `${route}\n${JSON.stringify(req.body ?? null)}`;
  return { personId, key, route, hash: createHash('sha256').update(text).digest('hex') };
}
