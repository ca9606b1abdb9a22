import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  judge,
  type Names,
  numberHolds,
  type OwnReviewItem,
  ownReviewLanguage,
  type QueryValue,
  type ShownState,
  textHolds,
} from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Due, Empty, Loading, PageHead, QueryBox, StateChip, TextPipe, Texts } from '@convoke/ui';
import { OwnConflicts } from '../../conflicts/own/own-conflicts';
import { AnswerInvitation } from '../answer-invitation/answer-invitation';
import { addressQuery } from '../../shell/address-query';
import { ReviewsApi } from '../reviews.api';
import { TalkLinks } from '../talk-links/talk-links';
import { TakePapers } from './take-papers';

const shapes: Readonly<Record<OwnReviewItem['state'], ShownState>> = {
  invited: 'submitted',
  to_write: 'draft',
  draft: 'draft',
  submitted: 'accepted',
  withheld: 'withdrawn',
  ended: 'withdrawn',
};

/** What I am to review, over all calls, the next date first; what is done below. */
@Component({
  selector: 'cv-my-reviews',
  imports: [
    AnswerInvitation,
    Due,
    Empty,
    Loading,
    OwnConflicts,
    PageHead,
    QueryBox,
    RouterLink,
    StateChip,
    TakePapers,
    TalkLinks,
    TextPipe,
  ],
  templateUrl: './my-reviews.html',
  styleUrl: './my-reviews.css',
})
export class MyReviews {
  private readonly texts = inject(Texts);
  protected readonly page = inject(ReviewsApi).mine();
  protected readonly answering = signal<string | null>(null);
  private readonly all = computed(() => (this.page.hasValue() ? this.page.value().reviews : []));
  /** From the address. */
  readonly query = input<string>();
  protected readonly language = ownReviewLanguage;
  protected readonly asking = addressQuery(this.query, ownReviewLanguage);
  protected readonly any = computed(() => this.all().length > 0);
  protected readonly names = computed((): Names => ({
    call: [...new Set(this.all().map(({ callName }) => callName))],
  }));
  private readonly found = computed(() => {
    const where = this.asking.good()?.query.where ?? null;
    return this.all().filter((item) => judge(where, (field, value) => holds(item, field, value)) === true);
  });
  protected readonly todo = computed(() => this.found().filter(isToDo));
  protected readonly done = computed(() => this.found().filter((item) => !isToDo(item)));

  /** Papers that can be taken along: those whose invitation was accepted, while they may be reviewed. */
  protected readonly toRead = computed(() => this.all().filter((item) => item.open && item.state !== 'invited').length);

  protected shape(item: OwnReviewItem): ShownState {
    return shapes[item.state];
  }

  protected title(item: OwnReviewItem): string {
    return item.title ?? this.texts.t('reviews.mine.hidden', { number: item.number });
  }

  protected words(item: OwnReviewItem): string {
    const date = item.submittedAt ? dateTime(new Date(item.submittedAt), undefined, this.texts.locale()) : '';
    return this.texts.t(`reviews.mine.${item.state}`, { missing: item.missing, date });
  }

  protected action(item: OwnReviewItem): string {
    const known = item.state === 'withheld' || item.state === 'ended' ? 'submitted' : item.state;
    return this.texts.t(`reviews.mine.act.${known}`);
  }

  protected toggle(item: OwnReviewItem): void {
    this.answering.update((open) => (open === item.assignmentId ? null : item.assignmentId));
  }

  protected answered(): void {
    this.answering.set(null);
    this.page.reload();
  }
}

function isToDo(item: OwnReviewItem): boolean {
  return item.open && item.state !== 'submitted' && item.state !== 'withheld';
}

/** Whether a term holds of what the list shows; a title that is not shown yet is neither found nor left out. */
function holds({ title, callName, number, state }: OwnReviewItem, field: string, value: QueryValue): boolean | null {
  switch (field) {
    case 'words':
      return textHolds([title ?? '', callName, String(number)], value);
    case 'ti':
      return title === null ? null : textHolds([title], value);
    case 'call':
      return textHolds([callName], value);
    case 'number':
      return numberHolds(number, value);
    case 'status':
      return value.is === 'choice' && value.choice === state.replace('_', '-');
    default:
      return false;
  }
}
