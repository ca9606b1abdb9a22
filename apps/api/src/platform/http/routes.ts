import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Endpoint as EndpointDefinition, HttpMethod } from '@convoke/contract';
import { endpointKey, pageKey, policyKey, type Policy } from './endpoint';

/** A route handler as the application registered it. */
export interface RegisteredRoute {
  /** `SubmissionsController.save` */
  readonly handler: string;
  readonly path: string;
  readonly method: string;
  readonly policy: Policy | undefined;
  readonly endpoint: EndpointDefinition | undefined;
  readonly isPage: boolean;
}

/** Nest's RequestMethod, as far as our decorators use it. */
const methodNames: readonly (HttpMethod | undefined)[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** All routes of all controllers; refuses the start when one of them has no policy. */
@Injectable()
export class Routes implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.all().filter((route) => route.policy === undefined);
    if (open.length === 0) return;
    const names = open.map((route) => `${route.handler} (${route.method} ${route.path})`).join(', ');
    throw new Error(`Every route needs a policy; declare one with @Endpoint, @Page or @Plain on: ${names}`);
  }

  /** Every route the running application answers, read from the controllers themselves. */
  all(): RegisteredRoute[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const prototype: unknown = wrapper.metatype?.prototype;
      if (typeof prototype !== 'object' || prototype === null) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => this.routeOf(wrapper.name, prototype, name));
    });
  }

  private routeOf(controller: string, prototype: object, name: string): RegisteredRoute[] {
    const handler = (prototype as Record<string, unknown>)[name];
    if (typeof handler !== 'function') return [];
    const path = this.reflector.get<string | string[] | undefined>('path', handler as () => void);
    if (path === undefined) return [];
    const read = <T>(key: string): T | undefined => this.reflector.get<T | undefined>(key, handler as () => void);
    return [path].flat().map((one) => ({
      handler: `${controller}.${name}`,
      path: one,
      method: methodNames[read<number>('method') ?? 0] ?? 'ALL',
      policy: read<Policy>(policyKey),
      endpoint: read<EndpointDefinition>(endpointKey),
      isPage: read<boolean>(pageKey) === true,
    }));
  }
}
