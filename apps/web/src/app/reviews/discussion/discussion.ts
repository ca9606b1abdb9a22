import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import type { AudienceView, DiscussionView, MessageView, ThreadView } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Audience, Confirm, Empty, Icon, Loading, ProblemPanel, TextPipe, Texts, Toasts, problemOf } from '@convoke/ui';
import { TalkApi } from '../talk.api';
import { audienceKey, audienceWords, speakerWords } from './audience-words';
import { MessageForm, type WrittenMessage } from './message-form';
import { UnsentMessages } from './unsent-messages';

/**
 * The discussion of a submission, as far as it was written for the viewer: threads, each under the people who read it.
 * `<cv-discussion [submission]="id" />` loads it itself and marks it as read once it is shown.
 */
@Component({
  selector: 'cv-discussion',
  imports: [Audience, Empty, Icon, Loading, MessageForm, ProblemPanel, TextPipe],
  templateUrl: './discussion.html',
  styleUrl: './discussion.css',
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class Discussion {
  private readonly api = inject(TalkApi);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly unsent = inject(UnsentMessages);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  readonly submission = input.required<string>();
  /** Through whose eyes. */
  readonly eyes = input<string>();
  protected readonly page = this.api.discussion(this.submission, this.eyes);
  protected readonly view = computed<DiscussionView | null>(() => (this.page.hasValue() ? this.page.value() : null));
  /** The thread being written in, `new`, or nothing. */
  protected readonly writing = linkedSignal<string, string | null>({
    source: this.submission,
    computation: (submission) => this.unsent.last(submission),
  });
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);
  protected readonly problem = signal<unknown>(null);
  /** A thread that got other readers while something was written in it. */
  protected readonly stale = signal<string | null>(null);
  /** What was new when the page was opened stays marked while it is open. */
  private readonly fresh = signal<ReadonlySet<string>>(new Set());
  /** Of the message being sent: a second attempt after a lost answer has one effect. */
  private key = crypto.randomUUID();

  constructor() {
    effect(() => {
      const view = this.view();
      if (view) untracked(() => this.markRead(view));
    });
  }

  protected holdBack(event: BeforeUnloadEvent): void {
    if (!this.unsent.isEmpty()) event.preventDefault();
  }

  protected words(audience: AudienceView): string {
    return audienceWords(audience, this.texts);
  }

  protected who({ by }: MessageView): string {
    return speakerWords(by, this.texts);
  }

  protected at({ at }: MessageView): string {
    return dateTime(new Date(at), undefined, this.texts.locale());
  }

  protected isNew(message: MessageView): boolean {
    return this.fresh().has(message.id);
  }

  /** Whom an answer in a thread may be for: those who read it, or for a chair more. */
  protected answers(thread: ThreadView): AudienceView[] {
    return [thread.audience, ...thread.wider];
  }

  protected write(where: string | null): void {
    this.writing.set(where);
    this.error.set(null);
    this.stale.set(null);
    this.key = crypto.randomUUID();
    if (where !== null) this.focus('cv-message-form :is(input:checked, textarea)');
  }

  /** Back to the button that opened the form. */
  protected close(): void {
    const from = this.writing();
    this.write(null);
    this.focus(`[data-writes="${from}"]`);
  }

  private focus(what: string): void {
    const focus = () => this.host.nativeElement.querySelector<HTMLElement>(what)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }

  protected async begin(view: DiscussionView, written: WrittenMessage): Promise<void> {
    await this.sent(() => this.api.begin(this.submission(), { ...written, terms: view.terms, key: this.key }));
  }

  protected async answer(view: DiscussionView, thread: ThreadView, written: WrittenMessage): Promise<void> {
    const widens = audienceKey(written.audience) !== audienceKey(thread.audience);
    if (widens && !(await this.agreed(written.audience))) return;
    const message = { ...written, terms: view.terms, key: this.key };
    await this.sent(() => this.api.post(this.submission(), thread.id, thread.version, message), thread.id);
  }

  protected async strike(message: MessageView): Promise<void> {
    const agreed = await this.confirm.ask({
      title: this.texts.t('talk.discussion.strikeTitle'),
      text: this.texts.t('talk.discussion.strikeText'),
      action: this.texts.t('talk.discussion.strikeDo'),
    });
    if (!agreed) return;
    this.problem.set(null);
    try {
      this.page.set(await this.api.strike(this.submission(), message.id));
    } catch (error) {
      this.problem.set(error);
    }
  }

  protected async setLetters(letters: boolean): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.keepReading(this.submission(), { letters });
    } catch (error) {
      this.problem.set(error);
    }
  }

  private agreed(audience: AudienceView): Promise<boolean> {
    return this.confirm.ask({
      title: this.texts.t('talk.discussion.widenTitle'),
      text: this.texts.t('talk.discussion.widenText', { audience: this.words(audience) }),
      action: this.texts.t('talk.discussion.widenDo'),
    });
  }

  private async sent(send: () => Promise<DiscussionView>, thread = 'new'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    this.stale.set(null);
    try {
      const view = await send();
      this.unsent.keep(this.submission(), thread, null);
      this.page.set(view);
      this.close();
      this.toasts.done(this.texts.t('talk.discussion.sent'));
    } catch (error) {
      const { code } = problemOf(error);
      if (code === 'stale_version') this.stale.set(thread);
      else this.error.set(error);
      // what is typed stays where it is, beside what the server has now
      if (code === 'stale_version') this.page.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private markRead(view: DiscussionView): void {
    const unread = view.threads.flatMap(({ messages }) => messages.filter((message) => message.unread));
    if (unread.length === 0) return;
    this.fresh.update((fresh) => new Set([...fresh, ...unread.map(({ id }) => id)]));
    this.api.keepReading(this.submission(), { read: unread.map(({ id }) => id) }).catch(() => undefined);
  }
}
