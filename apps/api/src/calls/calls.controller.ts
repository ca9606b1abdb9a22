import { Controller } from '@nestjs/common';
import {
  callsApi,
  type CallSetup,
  type CallSummary,
  type CallView,
  type DeadlineHistoryRow,
  type InputOf,
} from '@convoke/contract';
import { CurrentViewer, Endpoint, Input } from '../platform/http/endpoint';
import type { Viewer } from '../platform/session/viewer';
import { CallsService } from './calls.service';
import { DeadlinesService } from './deadlines.service';
import { NewCallsService } from './new-calls.service';
import { ReviewFormsService } from './review-forms.service';
import { TracksService } from './tracks.service';

@Controller()
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly newCalls: NewCallsService,
    private readonly tracks: TracksService,
    private readonly deadlines: DeadlinesService,
    private readonly forms: ReviewFormsService,
  ) {}

  @Endpoint(callsApi.list, 'public')
  list(): Promise<CallSummary[]> {
    return this.calls.list();
  }

  @Endpoint(callsApi.get, 'public')
  get(@Input(callsApi.get) input: InputOf<typeof callsApi.get>, @CurrentViewer() viewer?: Viewer): Promise<CallView> {
    return this.calls.bySlug(viewer ?? null, input.params.call);
  }

  @Endpoint(callsApi.create, 'signed-in')
  create(
    @Input(callsApi.create) input: InputOf<typeof callsApi.create>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.newCalls.create(viewer, input.body);
  }

  @Endpoint(callsApi.setup, 'access')
  setup(
    @Input(callsApi.setup) input: InputOf<typeof callsApi.setup>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.calls.setup(viewer, input.params.call);
  }

  @Endpoint(callsApi.change, 'access')
  change(
    @Input(callsApi.change) input: InputOf<typeof callsApi.change>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.calls.change(viewer, input.params.call, input.body);
  }

  @Endpoint(callsApi.addTrack, 'access')
  addTrack(
    @Input(callsApi.addTrack) input: InputOf<typeof callsApi.addTrack>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.tracks.add(viewer, input.params.call, input.body);
  }

  @Endpoint(callsApi.changeTrack, 'access')
  changeTrack(
    @Input(callsApi.changeTrack) input: InputOf<typeof callsApi.changeTrack>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.tracks.change(viewer, input.params.call, input.params.track, input.body);
  }

  @Endpoint(callsApi.removeTrack, 'access')
  removeTrack(
    @Input(callsApi.removeTrack) input: InputOf<typeof callsApi.removeTrack>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.tracks.remove(viewer, input.params.call, input.params.track);
  }

  @Endpoint(callsApi.orderTracks, 'access')
  orderTracks(
    @Input(callsApi.orderTracks) input: InputOf<typeof callsApi.orderTracks>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.tracks.order(viewer, input.params.call, input.body.version, input.body.ids);
  }

  @Endpoint(callsApi.setTopics, 'access')
  setTopics(
    @Input(callsApi.setTopics) input: InputOf<typeof callsApi.setTopics>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.tracks.setTopics(viewer, input.params.call, input.body);
  }

  @Endpoint(callsApi.setTypes, 'access')
  setTypes(
    @Input(callsApi.setTypes) input: InputOf<typeof callsApi.setTypes>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.tracks.setTypes(viewer, input.params.call, input.body);
  }

  @Endpoint(callsApi.setDeadline, 'access')
  setDeadline(
    @Input(callsApi.setDeadline) input: InputOf<typeof callsApi.setDeadline>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.deadlines.set(viewer, input.params.call, input.body);
  }

  @Endpoint(callsApi.removeDeadline, 'access')
  removeDeadline(
    @Input(callsApi.removeDeadline) input: InputOf<typeof callsApi.removeDeadline>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.deadlines.remove(viewer, input.params.call, input.params.deadline, input.body.reason);
  }

  @Endpoint(callsApi.deadlineHistory, 'access')
  deadlineHistory(
    @Input(callsApi.deadlineHistory) input: InputOf<typeof callsApi.deadlineHistory>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<DeadlineHistoryRow[]> {
    return this.deadlines.history(viewer, input.params.call);
  }

  @Endpoint(callsApi.setReviewForm, 'access')
  setReviewForm(
    @Input(callsApi.setReviewForm) input: InputOf<typeof callsApi.setReviewForm>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.forms.set(viewer, input.params.call, input.body.n, input.body.fields);
  }

  @Endpoint(callsApi.publish, 'access')
  publish(
    @Input(callsApi.publish) input: InputOf<typeof callsApi.publish>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.calls.publish(viewer, input.params.call, input.body.version);
  }

  @Endpoint(callsApi.close, 'access')
  close(
    @Input(callsApi.close) input: InputOf<typeof callsApi.close>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<CallSetup> {
    return this.calls.close(viewer, input.params.call, input.body.version);
  }
}
