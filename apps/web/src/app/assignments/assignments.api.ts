import { Injectable, inject } from '@angular/core';
import {
  type AssignBoardView,
  type AssignmentLetter,
  type CandidatesView,
  type OutsideReviewer,
  assignmentsApi,
} from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';

export type CandidateSort = 'match' | 'load' | 'bid' | 'name';

/** Finding reviewers and telling them. Every write answers the new view. */
@Injectable({ providedIn: 'root' })
export class AssignmentsApi {
  private readonly api = inject(Api);

  board(call: () => string): ApiResource<AssignBoardView> {
    return this.api.resource(assignmentsApi.board, () => ({ params: { call: call() } }));
  }

  candidates(
    submission: () => string | undefined,
    query: () => { query: string; sort: CandidateSort },
  ): ApiResource<CandidatesView> {
    return this.api.resource(assignmentsApi.candidates, () => {
      const id = submission();
      return id === undefined ? undefined : { params: { id }, query: query() };
    });
  }

  async assign(submission: string, reviewerId: string): Promise<CandidatesView> {
    return this.api.call(assignmentsApi.assign, { params: { id: submission }, body: { reviewerId } });
  }

  async inviteOutside(submission: string, person: OutsideReviewer): Promise<CandidatesView> {
    return this.api.call(assignmentsApi.inviteOutside, { params: { id: submission }, body: person });
  }

  async unassign(assignment: string): Promise<CandidatesView> {
    return this.api.call(assignmentsApi.unassign, { params: { id: assignment } });
  }

  async untold(call: string): Promise<{ assignmentIds: string[]; letters: AssignmentLetter[] }> {
    return this.api.call(assignmentsApi.untold, { params: { call } });
  }

  async tell(call: string, assignmentIds: string[]): Promise<{ told: number; letters: number }> {
    return this.api.call(assignmentsApi.tell, { params: { call }, body: { assignmentIds } });
  }

  async previewReminders(call: string, assignmentIds: string[]): Promise<{ letters: AssignmentLetter[] }> {
    return this.api.call(assignmentsApi.previewReminders, { params: { call }, body: { assignmentIds } });
  }

  async remind(call: string, assignmentIds: string[]): Promise<{ letters: number; skipped: number }> {
    return this.api.call(assignmentsApi.remind, { params: { call }, body: { assignmentIds } });
  }
}
