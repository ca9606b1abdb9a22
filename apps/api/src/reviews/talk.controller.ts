import { Controller } from '@nestjs/common';
import { authorResponseApi, discussionApi, type InputOf } from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { DiscussionService } from './discussion/discussion.service';
import { ResponseService } from './response/response.service';
import { RoundsService } from './rounds.service';

type Talk = typeof discussionApi;
type Responding = typeof authorResponseApi;
type In<K extends keyof Talk> = InputOf<Talk[K]>;

/** What is said between reviews and decision. */
@Controller()
export class TalkController {
  constructor(
    private readonly discussions: DiscussionService,
    private readonly responses: ResponseService,
    private readonly rounds: RoundsService,
  ) {}

  @Endpoint(discussionApi.move, 'access')
  move(@Input(discussionApi.move) input: In<'move'>, @CurrentViewer() viewer: Viewer) {
    return this.rounds.move(viewer, input);
  }

  @Endpoint(discussionApi.read, 'access')
  read(@Input(discussionApi.read) { params, query }: In<'read'>, @CurrentViewer() viewer: Viewer) {
    return this.discussions.read(viewer, params.id, query.as);
  }

  @Endpoint(discussionApi.begin, 'access')
  begin(@Input(discussionApi.begin) input: In<'begin'>, @CurrentViewer() viewer: Viewer) {
    return this.discussions.begin(viewer, input);
  }

  @Endpoint(discussionApi.post, 'access')
  post(@Input(discussionApi.post) input: In<'post'>, @CurrentViewer() viewer: Viewer) {
    return this.discussions.post(viewer, input);
  }

  @Endpoint(discussionApi.strike, 'access')
  strike(@Input(discussionApi.strike) { params }: In<'strike'>, @CurrentViewer() viewer: Viewer) {
    return this.discussions.strike(viewer, params.id, params.message);
  }

  @Endpoint(discussionApi.reading, 'access')
  reading(@Input(discussionApi.reading) input: In<'reading'>, @CurrentViewer() viewer: Viewer) {
    return this.discussions.keepReading(viewer, input);
  }

  @Endpoint(authorResponseApi.read, 'access')
  response(
    @Input(authorResponseApi.read) { params, query }: InputOf<Responding['read']>,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.responses.read(viewer, params.id, query.as);
  }

  @Endpoint(authorResponseApi.save, 'access')
  save(@Input(authorResponseApi.save) { params, body }: InputOf<Responding['save']>, @CurrentViewer() viewer: Viewer) {
    return this.responses.save(viewer, params.id, body);
  }

  @Endpoint(authorResponseApi.submit, 'access')
  submit(
    @Input(authorResponseApi.submit) { params, body }: InputOf<Responding['submit']>,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.responses.submit(viewer, params.id, body);
  }
}
