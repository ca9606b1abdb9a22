import { Component, type OnDestroy, computed, effect, inject, input, output, signal } from '@angular/core';
import { DOCUMENT } from '@angular/core';
import { type AuthorResponseView, wordCount } from '@convoke/contract';
import { clockTime, dateTime } from '@convoke/texts';
import {
  Audience,
  Confirm,
  Due,
  Field,
  Icon,
  Input,
  Loading,
  ProblemPanel,
  SaveBar,
  TextPipe,
  Texts,
  Toasts,
  WordCount,
  problemOf,
} from '@convoke/ui';
import { StaleChoice } from '../stale-choice';
import { TalkApi } from '../talk.api';
import { ResponseDraft } from './response-draft';

/** A text of the response: on the paper (`review` null), or on one review. */
interface Part {
  readonly review: string | null;
  readonly label: string;
}

/**
 * The authors' response to the reviews: to its contact authors the form, saved while they write; to everybody else what was
 * submitted. `<cv-author-response [submission]="id" [number]="12" [as]="'author'" />` loads it itself.
 */
@Component({
  selector: 'cv-author-response',
  imports: [Audience, Due, Field, Icon, Input, Loading, ProblemPanel, SaveBar, StaleChoice, TextPipe, WordCount],
  templateUrl: './author-response.html',
  styleUrl: './author-response.css',
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class AuthorResponse implements OnDestroy {
  private readonly api = inject(TalkApi);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);

  readonly submission = input.required<string>();
  readonly number = input.required<number>();
  readonly isAuthor = input(false);
  /** Through whose eyes. */
  readonly eyes = input<string>();
  /** After it was submitted, so that the page can ask again. */
  readonly submitted = output<void>();

  protected readonly page = this.api.response(this.submission, this.eyes);
  protected readonly view = computed<AuthorResponseView | null>(() =>
    this.page.hasValue() ? this.page.value() : null,
  );
  protected readonly draft = signal<ResponseDraft | null>(null);
  protected readonly sending = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly isEmpty = signal(false);
  protected readonly parts = computed<Part[]>(() => {
    const reviews = this.view()?.reviews ?? [];
    const alone = reviews.length === 0;
    return [
      { review: null, label: this.texts.t(alone ? 'talk.response.only' : 'talk.response.paper') },
      ...reviews.map(({ id, letter }) => ({ review: id, label: this.texts.t('talk.response.review', { letter }) })),
    ];
  });
  protected readonly hasNews = computed(() => {
    const draft = this.draft();
    return draft !== null && (draft.submittedN() === 0 || draft.isChanged());
  });

  constructor() {
    // A draft belongs to one opening of the page: asking the server again must not replace what is being typed.
    effect(() => {
      const view = this.view();
      if (!view?.draft || !view.canWrite || this.draft()) return;
      const [id, { terms, form }] = [this.submission(), view];
      const store = (texts: ResponseDraft['content'] extends () => infer T ? T : never, version: number) =>
        this.api.saveResponse(id, { texts, version, terms, ...(form ? { form } : {}) });
      this.draft.set(new ResponseDraft(view.draft, store));
    });
  }

  ngOnDestroy(): void {
    const draft = this.draft();
    void draft?.flush();
    draft?.stop();
  }

  protected holdBack(event: BeforeUnloadEvent): void {
    if (this.draft()?.isDirty()) event.preventDefault();
  }

  protected words(text: string): ReturnType<typeof wordCount> {
    return wordCount(text);
  }

  protected isOver(text: string): boolean {
    const most = this.view()?.maxWords ?? null;
    return most !== null && wordCount(text).words > most;
  }

  protected fieldId({ review }: Part): string {
    return `response-${review ?? 'paper'}`;
  }

  protected moment(iso: string): string {
    return dateTime(new Date(iso), undefined, this.texts.locale());
  }

  protected clock(iso: string | null): string {
    return iso ? clockTime(new Date(iso), this.texts.locale()) : '';
  }

  protected async submit(view: AuthorResponseView): Promise<void> {
    const draft = this.draft();
    if (!draft || this.sending() || !this.hasNews() || draft.rival()) return;
    this.problem.set(null);
    const texts = this.parts().map((part) => ({ part, text: draft.text(part.review) }));
    this.isEmpty.set(texts.every(({ text }) => text.trim() === ''));
    const wrong = this.isEmpty() ? texts[0] : texts.find(({ text }) => this.isOver(text));
    if (wrong) {
      this.document.getElementById(this.fieldId(wrong.part))?.focus();
      return;
    }
    const agreed = await this.confirm.ask({
      title: this.texts.t('talk.response.confirmTitle', { number: this.number() }),
      text: this.texts.t('talk.response.confirmText'),
      ...(view.blind ? { warning: this.texts.t('talk.response.confirmBlind') } : {}),
      action: this.texts.t(draft.submittedN() > 0 ? 'talk.response.submitChanges' : 'talk.response.submit'),
    });
    if (!agreed) return;
    this.sending.set(true);
    try {
      const { terms, form } = view;
      await draft.submit((content, version) =>
        this.api.submitResponse(this.submission(), { texts: content, version, terms, ...(form ? { form } : {}) }),
      );
      this.toasts.done(this.texts.t('talk.response.submitted'));
      this.submitted.emit();
    } catch (error) {
      if (problemOf(error).code !== 'stale_version') this.problem.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
