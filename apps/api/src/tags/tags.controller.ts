import { Controller } from '@nestjs/common';
import { tagsApi, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { TagsService } from './tags.service';

type Api = typeof tagsApi;

@Controller()
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Endpoint(tagsApi.change, 'access')
  change(
    @Input(tagsApi.change) input: InputOf<Api['change']>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ResponseOf<Api['change']>> {
    return this.tags.change(viewer, input);
  }
}
