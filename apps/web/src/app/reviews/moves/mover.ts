import { Injectable, inject } from '@angular/core';
import type { DueView, MovedRounds, RoundMove } from '@convoke/contract';
import { Confirm, ProblemError, Texts, Toasts } from '@convoke/ui';
import { TalkApi } from '../talk.api';
import { AskResponse } from './ask-response';

export interface MoveResult {
  readonly changed: boolean;
  /** What was refused, in words; null when nothing was. */
  readonly problem: ProblemError | null;
}

/** Opens or closes discussions and responses, of one paper or of many: asks first where it cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class RoundMover {
  private readonly api = inject(TalkApi);
  private readonly asking = inject(AskResponse);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);

  /** Asks, moves what can be moved, and says of the others why not. */
  async move(call: string, move: RoundMove, papers: readonly string[], due: DueView | null): Promise<MoveResult> {
    const single = papers.length === 1;
    let until: { wallTime: string; zone: string } | null = null;
    if (move === 'open_response') {
      const answer = await this.asking.ask({ call, papers: papers.length, due, single });
      if (!answer) return nothing;
      until = answer.until;
    }
    if (move === 'close_response' && !(await this.agreed())) return nothing;
    const moved = await this.api.move(call, move, [...papers], until);
    if (moved.moved > 0)
      this.toasts.done(this.texts.t(`talk.moves.done.${move}`, { n: moved.moved, letters: moved.letters }));
    return { changed: moved.moved > 0, problem: this.problem(moved) };
  }

  private agreed(): Promise<boolean> {
    return this.confirm.ask({
      title: this.texts.t('talk.moves.closeTitle'),
      text: this.texts.t('talk.moves.closeText'),
      action: this.texts.t('talk.moves.closeDo'),
    });
  }

  /** “Nothing changed for #3, #7: No review is in yet…”, one sentence for each reason. */
  private problem({ refused }: MovedRounds): ProblemError | null {
    if (refused.length === 0) return null;
    const reasons = [...new Set(refused.map(({ why }) => why))];
    const detail = reasons
      .map((why) => {
        const numbers = refused
          .filter((one) => one.why === why)
          .map(({ number }) => (number === null ? '–' : `#${number}`));
        return this.texts.t('talk.moves.refused', { numbers: numbers.join(', '), why });
      })
      .join(' ');
    return new ProblemError({ type: 'about:blank', title: '', status: 409, detail, code: 'wrong_state' });
  }
}

const nothing: MoveResult = { changed: false, problem: null };
