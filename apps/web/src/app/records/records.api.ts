import { Injectable, inject } from '@angular/core';
import {
  type DraftContact,
  type Neighbours,
  type RecordPage,
  type TypedRecordQuery,
  type RecordRow,
  type RecordViews,
  type ResponseOf,
  type Sight,
  decisionsApi,
  lookingApi,
  recordsApi,
  submissionsApi,
} from '@convoke/contract';
import type { TablePage } from '@convoke/ui';
import { Api, type ApiResource } from '../shell/api-client';

/** Submissions as chairs list them, and the one page of each. */
@Injectable({ providedIn: 'root' })
export class RecordsApi {
  private readonly api = inject(Api);

  views(call: () => string): ApiResource<RecordViews> {
    return this.api.resource(recordsApi.views, () => ({ params: { call: call() } }));
  }

  list(call: string, query: TypedRecordQuery, offset: number, limit: number): Promise<TablePage<RecordRow>> {
    return this.api.call(recordsApi.list, { params: { call }, query: { ...query, offset, limit } });
  }

  /** All that a query finds, by id; not asked without one. */
  ids(call: () => string, query: () => TypedRecordQuery | undefined): ApiResource<ResponseOf<typeof recordsApi.ids>> {
    return this.api.resource(recordsApi.ids, () => {
      const asked = query();
      return asked && { params: { call: call() }, query: asked };
    });
  }

  drafts(call: string, query: string, offset: number, limit: number): Promise<TablePage<DraftContact>> {
    return this.api.call(recordsApi.drafts, { params: { call }, query: { query, offset, limit } });
  }

  /** `as`: through whose eyes; nothing = one's own. */
  page(call: () => string, number: () => number, as: () => string | undefined): ApiResource<RecordPage> {
    return this.api.resource(recordsApi.page, () => ({
      params: { call: call(), number: number() },
      query: { as: as() },
    }));
  }

  /** People a chair may ask about, by a part of their name; not asked for without one. */
  people(
    record: () => { call: string; number: number },
    name: () => string | undefined,
  ): ApiResource<ResponseOf<typeof lookingApi.people>> {
    return this.api.resource(lookingApi.people, () => {
      const asked = name();
      return asked === undefined ? undefined : { params: record(), query: { name: asked } };
    });
  }

  /** What somebody sees of a submission, and why; not asked before somebody is picked. */
  sight(record: () => { call: string; number: number }, of: () => string | undefined): ApiResource<Sight> {
    return this.api.resource(lookingApi.why, () => {
      const as = of();
      return as === undefined ? undefined : { params: record(), query: { as } };
    });
  }

  /** Where a submission stands in a list; not asked without one. */
  neighbours(
    call: () => string,
    number: () => number,
    list: () => TypedRecordQuery | undefined,
  ): ApiResource<Neighbours> {
    return this.api.resource(recordsApi.neighbours, () => {
      const query = list();
      return query && { params: { call: call(), number: number() }, query };
    });
  }

  /** The released letter of an own submission. */
  letter(submission: () => string | undefined): ApiResource<ResponseOf<typeof decisionsApi.ownLetter>> {
    return this.api.resource(decisionsApi.ownLetter, () => {
      const id = submission();
      return id === undefined ? undefined : { params: { id } };
    });
  }

  /** The letters that were sent, of every round. */
  letters(submission: () => string): ApiResource<ResponseOf<typeof decisionsApi.letters>> {
    return this.api.resource(decisionsApi.letters, () => ({ params: { id: submission() } }));
  }

  async withdraw(id: string, version: number, reason: string): Promise<void> {
    await this.api.call(submissionsApi.withdraw, { params: { id }, body: { version, reason } });
  }
}
