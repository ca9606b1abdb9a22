import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnReviewItem, ShownState } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Due, Empty, Loading, PageHead, StateChip, TextPipe, Texts } from '@convoke/ui';
import { OwnConflicts } from '../../conflicts/own/own-conflicts';
import { AnswerInvitation } from '../answer-invitation/answer-invitation';
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
  protected readonly todo = computed(() => this.all().filter(isToDo));
  protected readonly done = computed(() => this.all().filter((item) => !isToDo(item)));

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
