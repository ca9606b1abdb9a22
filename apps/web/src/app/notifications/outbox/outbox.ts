import { Component, computed, inject, input, signal } from '@angular/core';
import type { OutboxLetter, OutboxRow, ShownState } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Empty, Loading, PageHead, ProblemPanel, StateChip, TextPipe, Texts, Toasts } from '@convoke/ui';
import { NotificationsApi } from '../notifications.api';

const pageSize = 50;

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
  imports: [Empty, Loading, PageHead, ProblemPanel, StateChip, TextPipe],
  templateUrl: './outbox.html',
  styleUrl: './outbox.css',
})
export class Outbox {
  private readonly api = inject(NotificationsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);

  readonly call = input.required<string>();
  protected readonly show = signal<'all' | 'undelivered'>('all');
  protected readonly q = signal('');
  protected readonly offset = signal(0);
  protected readonly page = this.api.page(
    () => this.call(),
    () => ({ show: this.show(), q: this.q(), offset: this.offset() }),
  );
  protected readonly open = signal<OutboxLetter | null>(null);
  protected readonly error = signal<unknown>(null);
  protected readonly more = computed(() => this.page.hasValue() && this.page.value().total > this.offset() + pageSize);

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
    this.show.set(show);
    this.offset.set(0);
  }

  protected find(words: string): void {
    this.q.set(words);
    this.offset.set(0);
  }

  protected turn(by: number): void {
    this.offset.set(Math.max(0, this.offset() + by * pageSize));
  }

  protected read(row: OutboxRow): Promise<void> {
    return this.attempt(async () => this.open.set(await this.api.letter(this.call(), row.id)));
  }

  protected resend(letter: OutboxLetter): Promise<void> {
    return this.attempt(async () => {
      this.open.set(await this.api.resend(this.call(), letter.id));
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
