import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { letterLanguage, type OutboxLetter, type OutboxRow, type ShownState } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Empty, Loading, PageHead, ProblemPanel, QueryBox, StateChip, TextPipe, Texts, Toasts } from '@convoke/ui';
import { addressQuery } from '../../shell/address-query';
import { NotificationsApi } from '../notifications.api';

const pageSize = 50;
/** How often the page looks again while letters wait. */
const lookAgainMs = 5000;

const shapes: Readonly<Record<OutboxRow['state'], ShownState>> = {
  queued: 'submitted',
  sending: 'submitted',
  accepted: 'accepted',
  delivered: 'accepted',
  bounced: 'rejected',
  failed: 'rejected',
  ambiguous: 'late',
  cancelled: 'draft',
  suppressed: 'draft',
};

/** The mail of a call: every letter the viewer may see, what became of it, and another try for what did not arrive. */
@Component({
  selector: 'cv-outbox',
  imports: [Empty, Loading, PageHead, ProblemPanel, QueryBox, StateChip, TextPipe],
  templateUrl: './outbox.html',
  styleUrl: './outbox.css',
})
export class Outbox {
  private readonly api = inject(NotificationsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);

  readonly call = input.required<string>();
  /** `?show=undelivered`, as the alert about refused letters links here. */
  readonly show = input<string>();
  protected readonly filtered = linkedSignal<'all' | 'undelivered'>(() =>
    this.show() === 'undelivered' ? 'undelivered' : 'all',
  );
  /** From the address. */
  readonly query = input<string>();
  protected readonly language = letterLanguage;
  protected readonly asking = addressQuery(this.query, letterLanguage);
  protected readonly offset = linkedSignal({ source: this.query, computation: () => 0 });
  protected readonly page = this.api.page(
    () => this.call(),
    () => ({ show: this.filtered(), query: this.asking.good()?.text ?? '', offset: this.offset() }),
  );
  protected readonly open = signal<OutboxLetter | null>(null);
  protected readonly error = signal<unknown>(null);
  /** The letter as it is being changed; null while it is only read. */
  protected readonly draft = signal<{ subject: string; body: string } | null>(null);
  protected readonly more = computed(() => this.page.hasValue() && this.page.value().total > this.offset() + pageSize);

  protected readonly none = computed(() => {
    if (this.asking.narrows()) return 'outbox.noneFound' as const;
    return this.filtered() === 'all' ? ('outbox.none' as const) : ('outbox.noneUndelivered' as const);
  });

  constructor() {
    // while letters are on their way the page keeps up with them
    effect((onCleanup) => {
      if (!this.page.hasValue() || this.page.value().waiting === 0 || this.page.value().pausedAt) return;
      const timer = setTimeout(() => this.page.reload(), lookAgainMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected shape(row: OutboxRow): ShownState {
    return shapes[row.state];
  }

  protected word(row: OutboxRow): string {
    return this.texts.t(`outbox.state.${row.state}`);
  }

  protected kind(row: OutboxRow): string {
    return this.texts.t(`outbox.class.${row.class}`);
  }

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }

  protected filter(show: 'all' | 'undelivered'): void {
    this.filtered.set(show);
    this.offset.set(0);
  }

  protected turn(by: number): void {
    this.offset.set(Math.max(0, this.offset() + by * pageSize));
  }

  protected read(row: OutboxRow): Promise<void> {
    return this.attempt(async () => {
      this.open.set(await this.api.letter(this.call(), row.id));
      this.draft.set(null);
    });
  }

  protected resend(letter: OutboxLetter): Promise<void> {
    return this.attempt(async () => {
      this.open.set(await this.api.resend(this.call(), letter.id));
      this.page.reload();
    });
  }

  protected edit({ subject, body }: OutboxLetter): void {
    this.draft.set({ subject, body });
  }

  protected change(change: Partial<{ subject: string; body: string }>): void {
    this.draft.update((draft) => (draft ? { ...draft, ...change } : null));
  }

  protected save(letter: OutboxLetter): Promise<void> {
    return this.attempt(async () => {
      const draft = this.draft();
      if (!draft) return;
      this.open.set(await this.api.edit(this.call(), letter.id, { ...draft, hash: letter.hash }));
      this.draft.set(null);
      this.page.reload();
    });
  }

  protected pause(hold: boolean): Promise<void> {
    return this.attempt(async () => {
      await this.api.pause(this.call(), hold);
      this.page.reload();
    });
  }

  protected resendAll(): Promise<void> {
    return this.attempt(async () => {
      const { resent } = await this.api.resendFailed(this.call());
      this.toasts.done(this.texts.t('outbox.resent', { n: resent }));
      this.page.reload();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.error.set(null);
    try {
      await work();
    } catch (error) {
      this.error.set(error);
    }
  }
}
