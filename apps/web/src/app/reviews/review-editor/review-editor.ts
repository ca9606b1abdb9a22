import { Component, type OnDestroy, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { DOCUMENT } from '@angular/core';
import { Router } from '@angular/router';
import type { ReviewAnswers, ReviewEditorView, ReviewFieldView } from '@convoke/contract';
import { clockTime, dateTime } from '@convoke/texts';
import {
  Audience,
  Confirm,
  Due,
  ErrorSummary,
  Field,
  type FormError,
  Icon,
  Input,
  Loading,
  ProblemPanel,
  SaveBar,
  Score,
  TextPipe,
  Texts,
  Toasts,
  problemOf,
} from '@convoke/ui';
import { PageTitles } from '../../shell/page-titles';
import { AnswerInvitation } from '../answer-invitation/answer-invitation';
import { PaperViewer } from '../paper-viewer/paper-viewer';
import { ReviewsApi } from '../reviews.api';
import { StaleChoice } from '../stale-choice';
import { TalkLinks } from '../talk-links/talk-links';
import { ReviewDraft } from './review-draft';

/** The paper beside the review of it: reading left, writing right; on a phone two tabs. Saved while it is written. */
@Component({
  selector: 'cv-review-editor',
  imports: [
    AnswerInvitation,
    Audience,
    Due,
    ErrorSummary,
    Field,
    Icon,
    Input,
    Loading,
    PaperViewer,
    ProblemPanel,
    SaveBar,
    Score,
    StaleChoice,
    TalkLinks,
    TextPipe,
  ],
  templateUrl: './review-editor.html',
  styleUrl: './review-editor.css',
  host: {
    '(window:beforeunload)': 'holdBack($event)',
    '(window:keydown)': 'onKey($event)',
  },
})
export class ReviewEditor implements OnDestroy {
  private readonly api = inject(ReviewsApi);
  private readonly texts = inject(Texts);
  private readonly titles = inject(PageTitles);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly summary = viewChild(ErrorSummary);

  readonly assignment = input.required<string>();
  protected readonly page = this.api.opened(this.assignment);
  protected readonly view = computed<ReviewEditorView | undefined>(() =>
    this.page.hasValue() ? this.page.value() : undefined,
  );
  protected readonly draft = signal<ReviewDraft | null>(null);
  protected readonly part = signal<'paper' | 'review'>('review');
  protected readonly sending = signal(false);
  protected readonly asked = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly answering = signal(false);

  protected readonly missing = computed<readonly FormError[]>(() => {
    const fields = this.view()?.form.fields ?? [];
    const answers = this.draft()?.answers() ?? {};
    return fields
      .filter((field) => field.required && isEmpty(answers[field.key]))
      .map((field) => ({
        message: this.texts.t(`reviews.editor.missing.${field.kind === 'text' ? 'empty' : 'not_chosen'}`, {
          label: field.label,
        }),
        target: () => this.goTo(field),
      }));
  });
  protected readonly errors = computed(() => (this.asked() ? this.missing() : []));
  protected readonly isSubmitted = computed(() => (this.draft()?.submittedN() ?? 0) > 0);
  protected readonly hasNews = computed(() => !this.isSubmitted() || (this.draft()?.isChanged() ?? false));

  constructor() {
    effect(() => {
      const view = this.view();
      if (!view) return;
      this.titles.set(this.texts.t('reviews.editor.documentTitle', { number: view.paper.number }));
    });
    // A draft belongs to one opening of the page: asking the server again must not replace what is being typed.
    effect(() => {
      const view = this.view();
      if (view && !this.draft() && view.canWrite) {
        const id = view.assignment.id;
        this.draft.set(new ReviewDraft(view.review, (answers, version) => this.api.save(id, answers, version)));
      }
    });
  }

  ngOnDestroy(): void {
    this.draft()?.stop();
  }

  /** Before leaving: saves, and asks only when that did not work. */
  async leave(): Promise<boolean> {
    const draft = this.draft();
    if (!draft || (await draft.flush())) return true;
    return this.document.defaultView?.confirm(this.texts.t('reviews.editor.leave')) ?? true;
  }

  protected holdBack(event: BeforeUnloadEvent): void {
    if (this.draft()?.isDirty()) event.preventDefault();
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !this.view()?.canWrite) return;
    event.preventDefault();
    void this.submit();
  }

  protected number(key: string): number | null {
    const value = this.draft()?.answers()[key] ?? this.view()?.review.answers[key];
    return typeof value === 'number' ? value : null;
  }

  protected words(key: string): string {
    const value = this.draft()?.answers()[key] ?? this.view()?.review.answers[key];
    return typeof value === 'string' ? value : '';
  }

  protected set(key: string, value: ReviewAnswers[string]): void {
    this.draft()?.set(key, value);
  }

  protected setText(key: string, event: Event): void {
    this.set(key, (event.target as HTMLTextAreaElement).value);
  }

  protected setChoice(key: string, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.set(key, value === '' ? null : Number(value));
  }

  protected audience(field: ReviewFieldView, view: ReviewEditorView): string {
    if (field.visibility !== 'chairs') return this.texts.t(`reviews.audience.${field.visibility}`);
    const { coChairs, chairs } = view.chairReaders;
    if (coChairs + chairs === 0) return this.texts.t('reviews.audience.chairsOnly');
    return this.texts.t('reviews.audience.chairs', { coChairs, chairs, both: coChairs > 0 && chairs > 0 });
  }

  protected moment(iso: string): string {
    return dateTime(new Date(iso), undefined, this.texts.locale());
  }

  protected clock(iso: string | null): string {
    return iso ? clockTime(new Date(iso), this.texts.locale()) : '';
  }

  protected shown(value: ReviewAnswers[string] | undefined): string {
    return value === null || value === undefined || value === ''
      ? this.texts.t('reviews.table.noAnswer')
      : String(value);
  }

  protected async saveAndClose(): Promise<void> {
    if (await this.draft()?.flush()) await this.router.navigateByUrl('/reviews');
  }

  protected async submit(): Promise<void> {
    const [draft, view] = [this.draft(), this.view()];
    if (!draft || !view || this.sending() || !this.hasNews()) return;
    this.asked.set(true);
    this.problem.set(null);
    if (this.missing().length > 0) {
      this.part.set('review');
      this.summary()?.focus();
      return;
    }
    const { number } = view.paper;
    const agreed = await this.confirm.ask({
      title: this.texts.t('reviews.editor.confirmTitle', { number }),
      text: this.texts.t('reviews.editor.confirmText'),
      ...(view.paper.authors === null ? { warning: this.texts.t('reviews.editor.confirmBlind') } : {}),
      action: this.texts.t(this.isSubmitted() ? 'reviews.editor.submitChanges' : 'reviews.editor.submit'),
    });
    if (!agreed) return;
    this.sending.set(true);
    try {
      await draft.submit((answers, version) => this.api.submit(view.assignment.id, answers, version, view.terms));
      this.asked.set(false);
      this.toasts.done(this.texts.t('reviews.editor.submitted', { number }));
    } catch (error) {
      if (problemOf(error).code !== 'stale_version') this.problem.set(error);
    } finally {
      this.sending.set(false);
    }
  }

  /** The invitation was answered, or the paper given back. */
  protected answered(state: 'accepted' | 'gone'): void {
    if (state === 'accepted') this.page.reload();
    else void this.router.navigateByUrl('/reviews');
  }

  private goTo(field: ReviewFieldView): void {
    this.part.set('review');
    const host = this.document.getElementById(`answer-${field.key}`);
    const control = host?.matches('textarea, select')
      ? host
      : host?.querySelector<HTMLElement>('input, textarea, select');
    control?.focus();
  }
}

function isEmpty(value: ReviewAnswers[string] | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
