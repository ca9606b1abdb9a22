import { Controller } from '@nestjs/common';
import { visibilityApi, type InputOf, type VisibilityPreview, type VisibilityView } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { VisibilityService } from './visibility.service';

type Api = typeof visibilityApi;
type In<K extends keyof Api> = InputOf<Api[K]>;

@Controller()
export class VisibilityController {
  constructor(private readonly visibility: VisibilityService) {}

  @Endpoint(visibilityApi.get, 'access')
  get(@Input(visibilityApi.get) { params }: In<'get'>, @CurrentViewer() viewer: Viewer): Promise<VisibilityView> {
    return this.visibility.view(viewer, params.call);
  }

  @Endpoint(visibilityApi.preview, 'access')
  preview(
    @Input(visibilityApi.preview) { params, body }: In<'preview'>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<VisibilityPreview> {
    return this.visibility.preview(viewer, params.call, body);
  }

  @Endpoint(visibilityApi.change, 'access')
  change(
    @Input(visibilityApi.change) { params, body }: In<'change'>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<VisibilityView> {
    return this.visibility.change(viewer, params.call, body);
  }
}
