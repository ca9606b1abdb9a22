import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '@convoke/domain';
import type { Request } from 'express';
import { policyKey, type Policy } from './endpoint';

/** Enforces the declared policy. A route without one never gets here: the start fails (routes.ts); if it did, it is refused. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const policy = this.reflector.get<Policy | undefined>(policyKey, context.getHandler());
    const { viewer } = context.switchToHttp().getRequest<Request>();
    if (policy === 'public') return true;
    if (!viewer) throw new Refusal('not_signed_in');
    if (policy === 'admin' && !viewer.isAdmin) throw new Refusal('not_permitted');
    if (policy === undefined) throw new Refusal('not_permitted');
    return true;
  }
}
