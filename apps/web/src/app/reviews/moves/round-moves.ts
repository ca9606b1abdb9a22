import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { RecordPage, RoundMove } from '@convoke/contract';
import { ProblemPanel, TextPipe } from '@convoke/ui';
import { RoundMover } from './mover';

const allowedBy = {
  open_discussion: 'openDiscussion',
  close_discussion: 'closeDiscussion',
  open_response: 'openResponse',
  close_response: 'closeResponse',
} as const satisfies Record<RoundMove, keyof RecordPage['can']>;

/** What the chairs of a paper may open or close between reviews and decision. Nothing is shown where there is nothing to do. */
@Component({
  selector: 'cv-round-moves',
  imports: [ProblemPanel, TextPipe],
  template: `
    @if (moves().length > 0) {
      <section aria-labelledby="moves">
        <h2 id="moves">{{ 'talk.moves.title' | text }}</h2>
        <cv-problem [error]="error()" />
        @for (move of moves(); track move) {
          <button type="button" class="cv-button" [attr.aria-disabled]="busy() || null" (click)="go(move)">
            {{ words[move] | text }}
          </button>
        }
      </section>
    }
  `,
  styles: `
    section {
      display: grid;
      gap: var(--s-2);
      padding: 0 var(--s-4);
      margin-top: var(--s-4);
    }
    h2 {
      font-size: 0.8125rem;
    }
  `,
})
export class RoundMoves {
  private readonly mover = inject(RoundMover);
  readonly record = input.required<RecordPage>();
  readonly moved = output<void>();
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);
  protected readonly words = {
    open_discussion: 'talk.moves.open_discussion',
    close_discussion: 'talk.moves.close_discussion',
    open_response: 'talk.moves.open_response',
    close_response: 'talk.moves.close_response',
  } as const;
  protected readonly moves = computed(() =>
    (Object.keys(allowedBy) as RoundMove[]).filter((move) => this.record().can[allowedBy[move]]),
  );

  protected async go(move: RoundMove): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    const { callSlug, id, responseDate } = this.record();
    try {
      const { changed, problem } = await this.mover.move(callSlug, move, [id], responseDate);
      this.error.set(problem);
      if (changed) this.moved.emit();
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
