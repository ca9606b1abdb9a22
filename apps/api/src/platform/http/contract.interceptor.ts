import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint as EndpointDefinition } from '@convoke/contract';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { endpointKey } from './endpoint';

/**
 * The last lock before the wire: what an endpoint returns is parsed by its response schema, so a field the contract does not name
 * never leaves. A value the schema refuses is our mistake and becomes a 500, never a half answer.
 */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const definition = this.reflector.get<EndpointDefinition | undefined>(endpointKey, context.getHandler());
    if (!definition || definition.stream === 'file') return next.handle();
    // Answers depend on who asks and when: no cache may keep them, shared or not.
    context.switchToHttp().getResponse<Response>().setHeader('Cache-Control', 'no-store');
    return next
      .handle()
      .pipe(map((value: unknown) => (definition.status === 204 ? undefined : definition.response.parse(value))));
  }
}
