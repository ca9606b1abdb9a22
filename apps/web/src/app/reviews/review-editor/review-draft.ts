import type { ReviewAnswers, ReviewEditorView, SavedReview } from '@convoke/contract';
import { SavedDraft } from '../../shell/saved-draft';

type Store = (answers: ReviewAnswers, version: number) => Promise<SavedReview>;

/** The answers of a review while they are being written. */
export class ReviewDraft extends SavedDraft<ReviewAnswers> {
  readonly answers = this.content.asReadonly();

  constructor(view: ReviewEditorView['review'], store: Store) {
    super({ ...view, content: view.answers }, store, ({ answers }) => (answers ?? {}) as ReviewAnswers);
  }

  /** One answer changed. */
  set(key: string, value: ReviewAnswers[string]): void {
    this.change({ ...this.content(), [key]: value });
  }
}
