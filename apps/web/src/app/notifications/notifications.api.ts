import { Injectable, inject } from '@angular/core';
import { notificationsApi, type OutboxLetter, type OutboxPage } from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';

export interface OutboxQuery {
  show: 'all' | 'undelivered';
  q: string;
  offset: number;
}

/** The letters of a call. */
@Injectable({ providedIn: 'root' })
export class NotificationsApi {
  private readonly api = inject(Api);

  page(call: () => string, query: () => OutboxQuery): ApiResource<OutboxPage> {
    return this.api.resource(notificationsApi.outbox, () => ({ params: { call: call() }, query: query() }));
  }

  letter(call: string, id: string): Promise<OutboxLetter> {
    return this.api.call(notificationsApi.letter, { params: { call, id } });
  }

  resend(call: string, id: string): Promise<OutboxLetter> {
    return this.api.call(notificationsApi.resend, { params: { call, id } });
  }

  resendFailed(call: string): Promise<{ resent: number }> {
    return this.api.call(notificationsApi.resendFailed, { params: { call } });
  }
}
