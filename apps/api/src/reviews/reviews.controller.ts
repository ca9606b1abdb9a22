import { Controller } from '@nestjs/common';
import { reviewsApi, type InputOf, type ResponseOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { ReviewReading } from './reading.service';
import { ReviewWriting } from './writing.service';

type Api = typeof reviewsApi;
type In<K extends keyof Api> = InputOf<Api[K]>;
type Out<K extends keyof Api> = Promise<ResponseOf<Api[K]>>;

@Controller()
export class ReviewsController {
  constructor(
    private readonly reading: ReviewReading,
    private readonly writing: ReviewWriting,
  ) {}

  @Endpoint(reviewsApi.mine, 'signed-in')
  mine(@CurrentViewer() viewer: Viewer): Out<'mine'> {
    return this.reading.mine(viewer);
  }

  @Endpoint(reviewsApi.open, 'access')
  open(@Input(reviewsApi.open) { params }: In<'open'>, @CurrentViewer() viewer: Viewer): Out<'open'> {
    return this.writing.open(viewer, params.id);
  }

  @Endpoint(reviewsApi.save, 'access')
  save(@Input(reviewsApi.save) { params, body }: In<'save'>, @CurrentViewer() viewer: Viewer): Out<'save'> {
    return this.writing.save(viewer, params.id, body);
  }

  @Endpoint(reviewsApi.submit, 'access')
  submit(@Input(reviewsApi.submit) { params, body }: In<'submit'>, @CurrentViewer() viewer: Viewer): Out<'submit'> {
    return this.writing.submit(viewer, params.id, body);
  }

  @Endpoint(reviewsApi.ofSubmission, 'access')
  ofSubmission(
    @Input(reviewsApi.ofSubmission) { params, query }: In<'ofSubmission'>,
    @CurrentViewer() viewer: Viewer,
  ): Out<'ofSubmission'> {
    return this.reading.ofSubmission(viewer, params.id, query.round, query.as);
  }
}
