import { Component, inject, input, output } from '@angular/core';
import type { CandidateView } from '@convoke/contract';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import type { CandidateSort } from '../assignments.api';

/** Who could review a paper: shared topics, load, bid. Who cannot have it is struck out with the reason and has no button. */
@Component({
  selector: 'cv-candidates-table',
  imports: [Icon, TextPipe],
  templateUrl: './candidates-table.html',
  styleUrl: './candidates-table.css',
})
export class CandidatesTable {
  private readonly texts = inject(Texts);
  readonly candidates = input.required<readonly CandidateView[]>();
  readonly number = input.required<number>();
  readonly sort = input.required<CandidateSort>();
  /** False once the paper is decided. */
  readonly open = input(true);
  /** The person whose assignment is on its way. */
  readonly busy = input<string | null>(null);
  readonly sorted = output<CandidateSort>();
  readonly assigned = output<CandidateView>();

  protected isOn(candidate: CandidateView): boolean {
    return ['proposed', 'invited', 'accepted', 'completed'].includes(candidate.on?.state ?? '');
  }

  protected isFull(candidate: CandidateView): boolean {
    return candidate.load >= candidate.maxLoad && !this.isOn(candidate);
  }

  protected why(conflict: NonNullable<CandidateView['conflict']>): string {
    const reason =
      this.texts.maybe(`assignments.conflict.${conflict.kind}`) ?? this.texts.t('assignments.conflict.other');
    return conflict.source ? `${reason}, ${this.texts.t(`assignments.conflictBy.${conflict.source}`)}` : reason;
  }

  protected before(candidate: CandidateView): string | null {
    if (!candidate.on || this.isOn(candidate)) return null;
    return this.texts.t('assign.askedBefore', { state: this.texts.t(`assignments.state.${candidate.on.state}`) });
  }

  protected bid(value: number | null): string {
    if (value === null) return this.texts.t('assign.bid.none');
    return this.texts.t(value > 0 ? 'assign.bid.1' : value < 0 ? 'assign.bid.-1' : 'assign.bid.0');
  }

  protected order(column: CandidateSort): 'ascending' | 'descending' | null {
    if (this.sort() !== column) return null;
    return column === 'load' || column === 'name' ? 'ascending' : 'descending';
  }
}
