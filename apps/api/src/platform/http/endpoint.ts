import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { Endpoint as EndpointDefinition, HttpMethod, InputOf } from '@convoke/contract';
import type { Request } from 'express';
import type { Viewer } from '../session/viewer';
import { parseInput } from './parse-input';

/**
 * Who may knock at a route at all.
 * - `public`: anyone; the handler gets a viewer or none.
 * - `signed-in`: any person with a session.
 * - `admin`: administrators of the instance.
 * - `access`: signed in, and the service asks `accessTo` or the call's roles before it does anything.
 */
export type Policy = 'public' | 'signed-in' | 'admin' | 'access';

export const policyKey = 'convoke:policy';
export const endpointKey = 'convoke:endpoint';
export const pageKey = 'convoke:page';

const methodDecorators: Record<HttpMethod, (path: string) => MethodDecorator> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  PATCH: Patch,
  DELETE: Delete,
};

/** Makes a handler of one endpoint of the contract: its route, its status, its policy, and the shape of its response. */
export function Endpoint(definition: EndpointDefinition, policy: Policy): MethodDecorator {
  return applyDecorators(
    methodDecorators[definition.method](definition.path),
    HttpCode(definition.status),
    SetMetadata(endpointKey, definition),
    SetMetadata(policyKey, policy),
  );
}

/**
 * Makes a handler of a page rendered by the server; it returns `page(…)` or `seeOther(…)` (pages/page.ts). Signed-out people are
 * sent to the sign-in page and come back.
 */
export function Page(method: 'GET' | 'POST', path: string, policy: Policy): MethodDecorator {
  return applyDecorators(
    methodDecorators[method](path),
    HttpCode(200),
    SetMetadata(pageKey, true),
    SetMetadata(policyKey, policy),
  );
}

/** A route that is neither an endpoint of the contract nor a page (health, assets, the OpenAPI document). */
export function Plain(path: string, policy: Policy): MethodDecorator {
  return applyDecorators(Get(path), SetMetadata(policyKey, policy));
}

/** Path parameters, query and body, parsed by the endpoint's schemas; anything unknown or wrong is a 422 that names it. */
export const Input: <E extends EndpointDefinition>(definition: E) => ParameterDecorator = createParamDecorator(
  (definition: EndpointDefinition, context: ExecutionContext): InputOf<EndpointDefinition> =>
    parseInput(definition, context.switchToHttp().getRequest<Request>()),
);

/** The person asking. On `public` routes it may be absent: declare the parameter as `Viewer | undefined` there. */
export const CurrentViewer: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer | undefined => context.switchToHttp().getRequest<Request>().viewer,
);
