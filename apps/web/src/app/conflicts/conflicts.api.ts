import { Injectable, inject } from '@angular/core';
import {
  type ConflictsPage,
  type ConflictStateView,
  conflictsApi,
  type DeclareOwnConflict,
  type FlaggedPaper,
  type LateConflict,
  type OwnConflict,
  type SettleConflicts,
  type SubmissionConflicts,
  type SubstituteView,
} from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';

export interface ConflictsQuery {
  show: ConflictStateView;
  q: string;
  offset: number;
}

/** Conflicts of interest: of a call, of one paper, one's own. */
@Injectable({ providedIn: 'root' })
export class ConflictsApi {
  private readonly api = inject(Api);

  page(call: () => string, query: () => ConflictsQuery): ApiResource<ConflictsPage> {
    return this.api.resource(conflictsApi.list, () => ({ params: { call: call() }, query: query() }));
  }

  late(call: () => string): ApiResource<{ rows: LateConflict[] }> {
    return this.api.resource(conflictsApi.late, () => ({ params: { call: call() } }));
  }

  flagged(call: () => string): ApiResource<{ rows: FlaggedPaper[] }> {
    return this.api.resource(conflictsApi.flagged, () => ({ params: { call: call() } }));
  }

  ofSubmission(id: () => string, find: () => string): ApiResource<SubmissionConflicts> {
    return this.api.resource(conflictsApi.ofSubmission, () => ({
      params: { id: id() },
      query: find() === '' ? {} : { find: find() },
    }));
  }

  mine(): ApiResource<{ rows: OwnConflict[] }> {
    return this.api.resource(conflictsApi.mine, () => ({}));
  }

  substitute(call: () => string): ApiResource<SubstituteView> {
    return this.api.resource(conflictsApi.substitute, () => ({ params: { call: call() } }));
  }

  settle(call: string, body: SettleConflicts) {
    return this.api.call(conflictsApi.settle, { params: { call }, body });
  }

  seen(call: string, assignmentIds: string[]) {
    return this.api.call(conflictsApi.seen, { params: { call }, body: { assignmentIds } });
  }

  pin(id: string, body: DeclareOwnConflict & { personId: string }): Promise<SubmissionConflicts> {
    return this.api.call(conflictsApi.pin, { params: { id }, body });
  }

  declare(id: string, body: DeclareOwnConflict): Promise<void> {
    return this.api.call(conflictsApi.declare, { params: { id }, body });
  }

  takeBack(id: string): Promise<{ rows: OwnConflict[] }> {
    return this.api.call(conflictsApi.takeBack, { params: { id } });
  }

  nameSubstitute(call: string, address: string): Promise<SubstituteView> {
    return this.api.call(conflictsApi.nameSubstitute, { params: { call }, body: { address } });
  }
}
