import { Injectable, inject } from '@angular/core';
import {
  type CallOf,
  type CallSetup,
  type ExtensionView,
  type NoticePreview,
  callsApi,
  deadlinesApi,
} from '@convoke/contract';
import { Api } from '../shell/api-client';

type Body<K extends keyof typeof callsApi> = NonNullable<CallOf<(typeof callsApi)[K]>['body']>;
type DatesBody<K extends keyof typeof deadlinesApi> = NonNullable<CallOf<(typeof deadlinesApi)[K]>['body']>;

/** Everything a chair changes in a call; each change answers with the settings as they are now. */
@Injectable({ providedIn: 'root' })
export class CallsApi {
  private readonly api = inject(Api);

  create(body: Body<'create'>, idempotencyKey: string): Promise<CallSetup> {
    return this.api.call(callsApi.create, { body, idempotencyKey });
  }
  change(call: string, body: Body<'change'>): Promise<CallSetup> {
    return this.api.call(callsApi.change, { params: { call }, body });
  }
  addTrack(call: string, body: Body<'addTrack'>): Promise<CallSetup> {
    return this.api.call(callsApi.addTrack, { params: { call }, body });
  }
  changeTrack(call: string, track: string, body: Body<'changeTrack'>): Promise<CallSetup> {
    return this.api.call(callsApi.changeTrack, { params: { call, track }, body });
  }
  removeTrack(call: string, track: string): Promise<CallSetup> {
    return this.api.call(callsApi.removeTrack, { params: { call, track } });
  }
  orderTracks(call: string, body: Body<'orderTracks'>): Promise<CallSetup> {
    return this.api.call(callsApi.orderTracks, { params: { call }, body });
  }
  setTopics(call: string, body: Body<'setTopics'>): Promise<CallSetup> {
    return this.api.call(callsApi.setTopics, { params: { call }, body });
  }
  setTypes(call: string, body: Body<'setTypes'>): Promise<CallSetup> {
    return this.api.call(callsApi.setTypes, { params: { call }, body });
  }
  setDeadline(call: string, body: Body<'setDeadline'>): Promise<CallSetup> {
    return this.api.call(callsApi.setDeadline, { params: { call }, body });
  }
  removeDeadline(call: string, deadline: string): Promise<CallSetup> {
    return this.api.call(callsApi.removeDeadline, { params: { call, deadline } });
  }
  /** Whom setting a date would write to. */
  previewDeadline(call: string, body: Body<'setDeadline'>): Promise<NoticePreview> {
    return this.api.call(deadlinesApi.preview, { params: { call }, body });
  }
  shiftDeadlines(call: string, body: DatesBody<'shift'>): Promise<CallSetup> {
    return this.api.call(deadlinesApi.shift, { params: { call }, body });
  }
  copy(call: string, body: DatesBody<'copy'>, idempotencyKey: string): Promise<CallSetup> {
    return this.api.call(deadlinesApi.copy, { params: { call }, body, idempotencyKey });
  }
  extend(call: string, body: DatesBody<'extend'>): Promise<ExtensionView[]> {
    return this.api.call(deadlinesApi.extend, { params: { call }, body });
  }
  endExtension(call: string, deadline: string, reason: string): Promise<ExtensionView[]> {
    return this.api.call(deadlinesApi.endExtension, { params: { call, deadline }, body: { reason } });
  }
  setReviewForm(call: string, body: Body<'setReviewForm'>): Promise<CallSetup> {
    return this.api.call(callsApi.setReviewForm, { params: { call }, body });
  }
  publish(call: string, version: number): Promise<CallSetup> {
    return this.api.call(callsApi.publish, { params: { call }, body: { version } });
  }
  close(call: string, version: number): Promise<CallSetup> {
    return this.api.call(callsApi.close, { params: { call }, body: { version } });
  }
}
