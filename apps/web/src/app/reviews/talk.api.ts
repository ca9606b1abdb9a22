import { Injectable, inject } from '@angular/core';
import {
  type AudienceView,
  type AuthorResponseView,
  type DiscussionView,
  type MovedRounds,
  type ResponseTexts,
  type RoundMove,
  type SavedResponse,
  authorResponseApi,
  discussionApi,
} from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';

/** What a message says, for whom, and how it is told from a second sending of the same. */
export interface NewMessage {
  readonly audience: Pick<AudienceView, 'kind' | 'assignmentId'>;
  readonly text: string;
  readonly terms: number;
  readonly key: string;
}

/** A response as it is sent: what was read and when the form was opened go back with it. */
export interface WrittenResponse {
  readonly texts: ResponseTexts;
  readonly version: number;
  readonly form?: string;
  readonly terms: number;
}

/** What is said between reviews and decision. */
@Injectable({ providedIn: 'root' })
export class TalkApi {
  private readonly api = inject(Api);

  discussion(submission: () => string, as: () => string | undefined): ApiResource<DiscussionView> {
    return this.api.resource(discussionApi.read, () => ({ params: { id: submission() }, query: { as: as() } }));
  }

  begin(id: string, { key, ...message }: NewMessage): Promise<DiscussionView> {
    return this.api.call(discussionApi.begin, { params: { id }, body: bodyOf(message), idempotencyKey: key });
  }

  post(id: string, thread: string, version: number, { key, ...message }: NewMessage): Promise<DiscussionView> {
    const body = { ...bodyOf(message), version };
    return this.api.call(discussionApi.post, { params: { id, thread }, body, idempotencyKey: key });
  }

  strike(id: string, message: string): Promise<DiscussionView> {
    return this.api.call(discussionApi.strike, { params: { id, message } });
  }

  async keepReading(id: string, reading: { read?: string[]; letters?: boolean }): Promise<void> {
    await this.api.call(discussionApi.reading, { params: { id }, body: reading });
  }

  move(
    call: string,
    move: RoundMove,
    submissionIds: string[],
    until: { wallTime: string; zone: string } | null = null,
  ): Promise<MovedRounds> {
    return this.api.call(discussionApi.move, { params: { call }, body: { move, submissionIds, until } });
  }

  response(submission: () => string, as: () => string | undefined): ApiResource<AuthorResponseView> {
    return this.api.resource(authorResponseApi.read, () => ({ params: { id: submission() }, query: { as: as() } }));
  }

  saveResponse(id: string, written: WrittenResponse): Promise<SavedResponse> {
    return this.api.call(authorResponseApi.save, { params: { id }, body: written });
  }

  submitResponse(id: string, written: WrittenResponse): Promise<SavedResponse> {
    return this.api.call(authorResponseApi.submit, { params: { id }, body: written });
  }
}

function bodyOf({ audience, text, terms }: Omit<NewMessage, 'key'>) {
  return { audience: { kind: audience.kind, assignmentId: audience.assignmentId }, text, terms };
}
