import type { ResponseDraft as DraftView, ResponseTexts } from '@convoke/contract';
import { SavedDraft, type SavedAs } from '../../shell/saved-draft';

type Store = (texts: ResponseTexts, version: number) => Promise<SavedAs>;

/** The authors' response while it is being written, by one or by several of them. */
export class ResponseDraft extends SavedDraft<ResponseTexts> {
  constructor(view: DraftView, store: Store) {
    super({ ...view, content: view.texts }, store, ({ texts }) => texts as ResponseTexts);
  }

  /** The text on the paper, or on one review. */
  text(review: string | null): string {
    const { paper, reviews } = this.content();
    return review === null ? paper : (reviews[review] ?? '');
  }

  write(review: string | null, text: string): void {
    const { paper, reviews } = this.content();
    this.change(review === null ? { paper: text, reviews } : { paper, reviews: { ...reviews, [review]: text } });
  }
}
