import { Controller } from '@nestjs/common';
import { lookingApi, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { SightService } from './sight.service';

type Api = typeof lookingApi;
type In<K extends keyof Api> = InputOf<Api[K]>;
type Out<K extends keyof Api> = Promise<ResponseOf<Api[K]>>;

@Controller()
export class LookingController {
  constructor(private readonly sights: SightService) {}

  @Endpoint(lookingApi.people, 'access')
  people(@Input(lookingApi.people) { params, query }: In<'people'>, @CurrentViewer() viewer: Viewer): Out<'people'> {
    return this.sights.people(viewer, params.call, params.number, query.name);
  }

  @Endpoint(lookingApi.why, 'access')
  why(@Input(lookingApi.why) { params, query }: In<'why'>, @CurrentViewer() viewer: Viewer): Out<'why'> {
    return this.sights.why(viewer, params.call, params.number, query.as);
  }
}
