import { Injectable, inject } from '@angular/core';
import {
  type CallOf,
  type CommitteeRow,
  type CommitteeView,
  type ResponseOf,
  type TypedCommitteeQuery,
  committeeApi,
} from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';

type Body<K extends keyof typeof committeeApi> = NonNullable<CallOf<(typeof committeeApi)[K]>['body']>;

/** Who serves in a call and who is asked. Every change of one row answers the committee as it is now. */
@Injectable({ providedIn: 'root' })
export class CommitteeApi {
  private readonly api = inject(Api);

  committee(call: () => string): ApiResource<CommitteeView> {
    return this.api.resource(committeeApi.committee, () => ({ params: { call: call() } }));
  }
  people(
    call: string,
    query: TypedCommitteeQuery,
    offset: number,
    limit: number,
  ): Promise<ResponseOf<typeof committeeApi.people>> {
    return this.api.call(committeeApi.people, { params: { call }, query: { ...query, offset, limit } });
  }
  preview(call: string, body: Body<'preview'>): Promise<ResponseOf<typeof committeeApi.preview>> {
    return this.api.call(committeeApi.preview, { params: { call }, body });
  }
  invite(call: string, body: Body<'invite'>, idempotencyKey: string): Promise<ResponseOf<typeof committeeApi.invite>> {
    return this.api.call(committeeApi.invite, { params: { call }, body, idempotencyKey });
  }
  resend(call: string, { id, version }: CommitteeRow): Promise<CommitteeView> {
    return this.api.call(committeeApi.resend, { params: { call, id }, body: { version: version ?? 1 } });
  }
  withdraw(call: string, { id, version }: CommitteeRow): Promise<CommitteeView> {
    return this.api.call(committeeApi.withdraw, { params: { call, id }, body: { version: version ?? 1 } });
  }
  end(call: string, { id }: CommitteeRow): Promise<CommitteeView> {
    return this.api.call(committeeApi.end, { params: { call, id } });
  }
  setLoad(call: string, { id }: CommitteeRow, maxLoad: number | null): Promise<CommitteeView> {
    return this.api.call(committeeApi.setLoad, { params: { call, id }, body: { maxLoad } });
  }
}
