import { Injectable, inject } from '@angular/core';
import {
  decisionsApi,
  type DecisionBoard,
  type DecisionPanel,
  type LetterView,
  type Outcome,
  type ReleaseBatch,
  type ReleaseOverview,
} from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';

export interface DecisionDraft {
  outcome: Outcome;
  reason: string;
  letter: string | null;
  version: number;
}

/** Recommending, deciding, releasing. */
@Injectable({ providedIn: 'root' })
export class DecisionsApi {
  private readonly api = inject(Api);

  board(call: () => string): ApiResource<DecisionBoard> {
    return this.api.resource(decisionsApi.board, () => ({ params: { call: call() } }));
  }

  panel(submission: () => string | undefined): ApiResource<DecisionPanel> {
    return this.api.resource(decisionsApi.panel, () => {
      const id = submission();
      return id === undefined ? undefined : { params: { id } };
    });
  }

  recommend(
    id: string,
    body: { outcome: Outcome; reason: string; forAuthors?: string; version: number },
  ): Promise<DecisionPanel> {
    return this.api.call(decisionsApi.recommend, { params: { id }, body });
  }

  decide(id: string, body: DecisionDraft): Promise<DecisionPanel> {
    return this.api.call(decisionsApi.decide, { params: { id }, body });
  }

  undo(id: string, version: number): Promise<DecisionPanel> {
    return this.api.call(decisionsApi.undo, { params: { id }, query: { version } });
  }

  decideMany(call: string, outcome: Outcome, submissions: { id: string; version: number }[]) {
    return this.api.call(decisionsApi.decideMany, { params: { call }, body: { outcome, submissions } });
  }

  completeTrack(call: string, track: string, completed: boolean, version: number): Promise<DecisionBoard> {
    return this.api.call(decisionsApi.completeTrack, { params: { call, track }, body: { completed, version } });
  }

  preview(id: string, outcome: Outcome, letter: string | null) {
    return this.api.call(decisionsApi.previewLetter, { params: { id }, body: { outcome, letter } });
  }

  send(id: string, body: DecisionDraft) {
    return this.api.call(decisionsApi.send, { params: { id }, body });
  }

  releases(call: () => string): ApiResource<ReleaseOverview> {
    return this.api.resource(decisionsApi.releases, () => ({ params: { call: call() } }));
  }

  freeze(call: string): Promise<ReleaseBatch> {
    return this.api.call(decisionsApi.freeze, { params: { call }, body: {} });
  }

  batch(id: string): Promise<ReleaseBatch> {
    return this.api.call(decisionsApi.batch, { params: { id } });
  }

  letter(batch: () => string | undefined, letter: () => string | undefined): ApiResource<LetterView> {
    return this.api.resource(decisionsApi.letter, () => {
      const [id, one] = [batch(), letter()];
      return id && one ? { params: { id, letter: one } } : undefined;
    });
  }

  editLetter(id: string, letter: string, body: { subject: string; body: string; hash: string }): Promise<LetterView> {
    return this.api.call(decisionsApi.editLetter, { params: { id, letter }, body });
  }

  leaveOut(id: string, submissionIds: string[]): Promise<ReleaseBatch> {
    return this.api.call(decisionsApi.leaveOut, { params: { id }, body: { submissionIds } });
  }

  cancel(id: string, version: number): Promise<ReleaseOverview> {
    return this.api.call(decisionsApi.cancel, { params: { id }, body: { version } });
  }

  release(id: string, version: number): Promise<ReleaseBatch> {
    return this.api.call(decisionsApi.release, { params: { id }, body: { version } });
  }

  stop(id: string): Promise<ReleaseBatch> {
    return this.api.call(decisionsApi.stop, { params: { id } });
  }
}
