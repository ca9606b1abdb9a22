import { Injectable, inject } from '@angular/core';
import {
  notificationsApi,
  type CallOf,
  type OutboxLetter,
  type OutboxPage,
  type OwnLetter,
  type ResponseOf,
} from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';

export interface OutboxQuery {
  show: 'all' | 'undelivered';
  query: string;
  offset: number;
}

/** The letters of a call, and those to oneself. */
@Injectable({ providedIn: 'root' })
export class NotificationsApi {
  private readonly api = inject(Api);

  page(call: () => string, query: () => OutboxQuery): ApiResource<OutboxPage> {
    return this.api.resource(notificationsApi.outbox, () => ({ params: { call: call() }, query: query() }));
  }

  mine(
    query: () => CallOf<typeof notificationsApi.mine>['query'],
  ): ApiResource<ResponseOf<typeof notificationsApi.mine>> {
    return this.api.resource(notificationsApi.mine, () => ({ query: query() }));
  }

  mineOne(id: string): Promise<OwnLetter> {
    return this.api.call(notificationsApi.mineOne, { params: { id } });
  }

  letter(call: string, id: string): Promise<OutboxLetter> {
    return this.api.call(notificationsApi.letter, { params: { call, id } });
  }

  resend(call: string, id: string): Promise<OutboxLetter> {
    return this.api.call(notificationsApi.resend, { params: { call, id } });
  }

  edit(call: string, id: string, body: { subject: string; body: string; hash: string }): Promise<OutboxLetter> {
    return this.api.call(notificationsApi.editLetter, { params: { call, id }, body });
  }

  /** Holds the letters of a call, or lets them go again. */
  pause(call: string, hold: boolean): Promise<OutboxPage> {
    return this.api.call(hold ? notificationsApi.pause : notificationsApi.resume, { params: { call } });
  }

  resendFailed(call: string): Promise<{ resent: number }> {
    return this.api.call(notificationsApi.resendFailed, { params: { call } });
  }
}
