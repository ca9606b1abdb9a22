import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, numberAttribute, signal } from '@angular/core';
import { type Navigation, Router } from '@angular/router';
import type { PaperTalk, RecordPage } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import {
  Icon,
  Loading,
  ProblemPanel,
  StateChip,
  type Tab,
  Tabs,
  TextPipe,
  Texts,
  Toasts,
  problemOf,
} from '@convoke/ui';
import { DeclareConflict } from '../../conflicts/own/declare-conflict';
import { PaperConflicts } from '../../conflicts/paper/paper-conflicts';
import { DecisionPanel } from '../../decisions/panel/decision-panel';
import { Discussion } from '../../reviews/discussion/discussion';
import { RoundMoves } from '../../reviews/moves/round-moves';
import { AuthorResponse } from '../../reviews/response/author-response';
import { ReviewsTable } from '../../reviews/reviews-table/reviews-table';
import { TalkLinks } from '../../reviews/talk-links/talk-links';
import { PageTitles } from '../../shell/page-titles';
import { AskToWithdraw } from '../../submissions/withdraw/withdraw-dialog';
import { readQuery, toServer, viewOf } from '../list-query';
import { RecordTags } from '../../tags/record-tags';
import { RecordsApi } from '../records.api';
import { LookingBanner } from '../sight/looking-banner';
import { WhoSees } from '../sight/who-sees';
import { History } from './history';
import { Letter } from './letter';
import { ListPosition } from './list-position';
import { NextStepLine } from './next-step-line';
import { PaperText } from './paper-text';
import { SentLetters } from './sent-letters';
import { Versions } from './versions';

const parts = ['overview', 'reviews', 'discussion', 'files', 'conflicts', 'history', 'sight'] as const;
type Part = (typeof parts)[number];

/** One submission: the same page for authors, reviewers and chairs, with as much of it as the server gave. */
@Component({
  selector: 'cv-record',
  imports: [
    AuthorResponse,
    Discussion,
    RoundMoves,
    DecisionPanel,
    DeclareConflict,
    History,
    Icon,
    Letter,
    ListPosition,
    Loading,
    LookingBanner,
    NextStepLine,
    NgTemplateOutlet,
    PaperConflicts,
    PaperText,
    ProblemPanel,
    RecordTags,
    ReviewsTable,
    SentLetters,
    StateChip,
    Tabs,
    TalkLinks,
    TextPipe,
    Versions,
    WhoSees,
  ],
  templateUrl: './record.html',
  styleUrl: './record.css',
})
export class RecordOfCall {
  private readonly api = inject(RecordsApi);
  private readonly texts = inject(Texts);
  private readonly asking = inject(AskToWithdraw);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  readonly call = input.required<string>();
  readonly number = input.required({ transform: numberAttribute });
  readonly tab = input<string>();
  /** The list one came from. */
  readonly view = input<string>();
  readonly query = input<string>();
  /** Through whose eyes a chair looks; whom a chair asks about. */
  readonly eyes = input<string>();
  readonly of = input<string>();

  protected readonly page = this.api.page(this.call, this.number, this.eyes);
  /** The page does not exist for those whose eyes are used. */
  protected readonly isAbsent = computed(() => {
    const error = this.page.error();
    return this.eyes() !== undefined && error !== undefined && problemOf(error).status === 404;
  });
  /** What was done on the page one comes from, said once here: a letter that was sent. */
  protected readonly done = doneWords(this.router.currentNavigation());
  protected readonly problem = signal<unknown>(null);
  protected readonly list = computed(() => {
    const [view, query] = [viewOf(this.view()), this.query() ?? ''];
    if (this.eyes() !== undefined || this.view() === undefined || view === 'drafts' || readQuery(query) === null)
      return undefined;
    return toServer(view, query);
  });
  protected readonly part = computed<Part>(() => {
    const tab = this.tab();
    return parts.find((part) => part === tab) ?? 'overview';
  });
  protected readonly tabs = computed<Tab[]>(() => {
    const page = this.page.hasValue() ? this.page.value() : undefined;
    if (!page) return [];
    const link = (part: Part, label: string, count?: number | string): Tab => ({
      label,
      link: ['/c', this.call(), 's', page.number],
      query: {
        tab: part === 'overview' ? null : part,
        view: this.view() ?? null,
        query: this.query() ?? null,
        eyes: this.eyes() ?? null,
      },
      current: this.part() === part,
      ...(count === undefined ? {} : { count }),
    });
    return [
      link('overview', this.texts.t('record.tab.overview')),
      ...(page.can.seeReviews || page.response
        ? [link('reviews', this.texts.t('record.tab.reviews'), this.reviewsCount(page))]
        : []),
      ...(page.discussion
        ? [link('discussion', this.texts.t('record.tab.discussion'), this.unread(page.discussion.unread))]
        : []),
      ...(page.versions.length ? [link('files', this.texts.t('record.tab.files'), page.versions.length)] : []),
      ...(page.as === 'chair' && !page.lookedAt ? [link('conflicts', this.texts.t('record.tab.conflicts'))] : []),
      ...(page.history ? [link('history', this.texts.t('record.tab.history'))] : []),
      ...(page.can.look ? [link('sight', this.texts.t('record.tab.sight'))] : []),
    ];
  });
  protected readonly canDecideHere = computed(() => this.page.hasValue() && this.page.value().can.seePanel);

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      if (!this.page.hasValue()) return;
      const { number, content } = this.page.value();
      titles.set(this.texts.t('record.titled', { number, title: content?.title ?? '' }));
    });
  }

  protected authors(page: RecordPage): string {
    return (page.authors ?? [])
      .map(({ name, affiliation }) => [name, affiliation].filter(Boolean).join(', '))
      .join('; ');
  }

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }

  protected reload(): void {
    this.page.reload();
  }

  protected async withdraw(page: RecordPage): Promise<void> {
    const facts = { number: page.number };
    const reason = await this.asking.ask({ number: page.number, title: page.content?.title ?? '' });
    if (reason === null) return;
    try {
      await this.api.withdraw(page.id, page.version, reason);
      this.toasts.done(this.texts.t('submission.withdraw.done', facts));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(error);
    }
    this.reload();
  }

  /** Who has declared a conflict has nothing to see here any more. */
  protected leave(): void {
    void this.router.navigate(
      this.page.hasValue() && this.page.value().as === 'chair' ? ['/c', this.call(), 's'] : ['/reviews'],
    );
  }

  protected to(number: number): void {
    void this.router.navigate(['/c', this.call(), 's', number], { queryParamsHandling: 'preserve' });
  }

  /** What leads from the reviews to the discussion; the response stands beside them. */
  protected discussionOf({ discussion }: RecordPage): PaperTalk {
    return {
      discussion: discussion && { open: discussion.state === 'open', unread: discussion.unread },
      response: null,
    };
  }

  private unread(n: number): string | undefined {
    return n > 0 ? this.texts.t('talk.discussion.unread', { n }) : undefined;
  }

  private reviewsCount({ reviews }: RecordPage): string | undefined {
    if (!reviews || reviews.expected === 0) return undefined;
    return this.texts.t('record.tab.reviewsOf', { in: reviews.in, expected: reviews.expected });
  }
}

/** The browser keeps what was said with the address: a page that is loaded again, or come back to, does not say it again. */
function doneWords(navigation: Navigation | null): string | null {
  const isOnward = navigation !== null && navigation.previousNavigation !== null && navigation.trigger === 'imperative';
  const words = isOnward ? navigation.extras.state?.['done'] : undefined;
  return typeof words === 'string' ? words : null;
}
