import { Injectable } from '@angular/core';
import type { AudienceView } from '@convoke/contract';

/** A message as it was left: what was typed, and for whom. */
export interface UnsentMessage {
  readonly audience: AudienceView;
  readonly text: string;
}

/** What was typed into discussions and not sent: kept while one looks at another thread, another tab or another page. */
@Injectable({ providedIn: 'root' })
export class UnsentMessages {
  private readonly kept = new Map<string, Map<string, UnsentMessage>>();

  /** `thread` is `new` for one that is not begun. */
  read(submission: string, thread: string): UnsentMessage | null {
    return this.kept.get(submission)?.get(thread) ?? null;
  }

  /** Nothing is kept of an empty text. */
  keep(submission: string, thread: string, message: UnsentMessage | null): void {
    const threads = this.kept.get(submission) ?? new Map<string, UnsentMessage>();
    threads.delete(thread);
    if (message && message.text.trim() !== '') threads.set(thread, message);
    this.kept.set(submission, threads);
  }

  /** The thread of a submission that was written in last; null where nothing is kept. */
  last(submission: string): string | null {
    return [...(this.kept.get(submission)?.keys() ?? [])].at(-1) ?? null;
  }

  isEmpty(): boolean {
    return [...this.kept.values()].every((threads) => threads.size === 0);
  }
}
