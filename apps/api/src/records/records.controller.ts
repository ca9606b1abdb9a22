import { Controller } from '@nestjs/common';
import { recordsApi, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { RecordListService } from './record-list.service';
import { RecordPageService } from './record-page.service';

type Api = typeof recordsApi;
type In<K extends keyof Api> = InputOf<Api[K]>;
type Out<K extends keyof Api> = Promise<ResponseOf<Api[K]>>;

@Controller()
export class RecordsController {
  constructor(
    private readonly lists: RecordListService,
    private readonly pages: RecordPageService,
  ) {}

  @Endpoint(recordsApi.list, 'access')
  list(@Input(recordsApi.list) input: In<'list'>, @CurrentViewer() viewer: Viewer): Out<'list'> {
    return this.lists.list(viewer, input);
  }

  @Endpoint(recordsApi.ids, 'access')
  ids(@Input(recordsApi.ids) input: In<'ids'>, @CurrentViewer() viewer: Viewer): Out<'ids'> {
    return this.lists.ids(viewer, input);
  }

  @Endpoint(recordsApi.views, 'access')
  views(@Input(recordsApi.views) { params }: In<'views'>, @CurrentViewer() viewer: Viewer): Out<'views'> {
    return this.lists.views(viewer, params.call);
  }

  @Endpoint(recordsApi.drafts, 'access')
  drafts(@Input(recordsApi.drafts) input: In<'drafts'>, @CurrentViewer() viewer: Viewer): Out<'drafts'> {
    return this.lists.drafts(viewer, input);
  }

  @Endpoint(recordsApi.page, 'access')
  page(@Input(recordsApi.page) { params, query }: In<'page'>, @CurrentViewer() viewer: Viewer): Out<'page'> {
    return this.pages.page(viewer, params.call, params.number, query.as);
  }

  @Endpoint(recordsApi.neighbours, 'access')
  neighbours(
    @Input(recordsApi.neighbours) input: In<'neighbours'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'neighbours'> {
    return this.lists.neighbours(viewer, input);
  }
}
