import { Injectable, inject } from '@angular/core';
import {
  type AnswerAssignment,
  type ReviewAnswers,
  type SavedReview,
  assignmentsApi,
  reviewsApi,
} from '@convoke/contract';
import { Api, type ApiResource } from '../shell/api-client';
import type { ReviewEditorView, ReviewsTableView, OwnReviewItem } from '@convoke/contract';

/** Reading and writing reviews. */
@Injectable({ providedIn: 'root' })
export class ReviewsApi {
  private readonly api = inject(Api);

  mine(): ApiResource<{ reviews: OwnReviewItem[] }> {
    return this.api.resource(reviewsApi.mine, () => ({}));
  }

  opened(assignment: () => string): ApiResource<ReviewEditorView> {
    return this.api.resource(reviewsApi.open, () => ({ params: { id: assignment() } }));
  }

  /** The reviews of one round; of the last one that has begun where none is asked for. */
  ofSubmission(
    submission: () => string | undefined,
    round: () => number | undefined = () => undefined,
    as: () => string | undefined = () => undefined,
  ): ApiResource<ReviewsTableView> {
    return this.api.resource(reviewsApi.ofSubmission, () => {
      const id = submission();
      return id === undefined ? undefined : { params: { id }, query: { round: round(), as: as() } };
    });
  }

  save(id: string, answers: ReviewAnswers, version: number): Promise<SavedReview> {
    return this.api.call(reviewsApi.save, { params: { id }, body: { answers, version } });
  }

  submit(id: string, answers: ReviewAnswers, version: number, terms: number): Promise<SavedReview> {
    return this.api.call(reviewsApi.submit, { params: { id }, body: { answers, version, terms } });
  }

  async answer(id: string, answer: Partial<AnswerAssignment> & Pick<AnswerAssignment, 'answer'>): Promise<void> {
    await this.api.call(assignmentsApi.answer, { params: { id }, body: answer });
  }
}
