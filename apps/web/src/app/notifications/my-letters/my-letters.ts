import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnLetter, OwnLetterRow } from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { Empty, Loading, PageHead, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { NotificationsApi } from '../notifications.api';

const pageSize = 50;

/** Every letter Convoke wrote to me, to be read again where the mail is lost. */
@Component({
  selector: 'cv-my-letters',
  imports: [Empty, Loading, PageHead, ProblemPanel, RouterLink, TextPipe],
  templateUrl: './my-letters.html',
  styleUrl: './my-letters.css',
})
export class MyLetters {
  private readonly api = inject(NotificationsApi);
  private readonly texts = inject(Texts);

  protected readonly q = signal('');
  protected readonly offset = signal(0);
  protected readonly page = this.api.mine(() => ({ q: this.q(), offset: this.offset(), limit: pageSize }));
  protected readonly open = signal<OwnLetter | null>(null);
  protected readonly error = signal<unknown>(null);
  protected readonly more = computed(() => this.page.hasValue() && this.page.value().total > this.offset() + pageSize);

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale());
  }

  protected find(words: string): void {
    this.q.set(words);
    this.offset.set(0);
  }

  protected turn(by: number): void {
    this.offset.set(Math.max(0, this.offset() + by * pageSize));
  }

  protected async toggle(row: OwnLetterRow): Promise<void> {
    this.error.set(null);
    if (this.open()?.id === row.id) return this.open.set(null);
    try {
      this.open.set(await this.api.mineOne(row.id));
    } catch (error) {
      this.error.set(error);
    }
  }
}
