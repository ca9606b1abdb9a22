import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { ConflictRow, SettleConflicts } from '@convoke/contract';
import { Icon, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { ConflictReasons } from './conflict-reasons';
import { ConflictsApi } from './conflicts.api';
import { AskToSettle } from './settle-dialog';

/** Pairs of person and paper with their reasons, to settle one by one or many at once. */
@Component({
  selector: 'cv-conflict-list',
  imports: [ConflictReasons, Icon, MatMenuModule, ProblemPanel, RouterLink, TextPipe],
  templateUrl: './conflict-list.html',
  styleUrl: './conflict-list.css',
})
export class ConflictList {
  private readonly api = inject(ConflictsApi);
  private readonly asking = inject(AskToSettle);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(Texts);

  readonly call = input.required<string>();
  readonly rows = input.required<readonly ConflictRow[]>();
  /** The page is about one paper: it need not be named in each row. */
  readonly onPaper = input(false);
  readonly settled = output<void>();

  private readonly picked = signal<ReadonlySet<string>>(new Set());
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly chosen = computed(() => this.rows().filter((row) => this.picked().has(keyOf(row))));
  protected readonly choosable = computed(() => this.rows().filter(({ can }) => can.confirm || can.dismiss));
  protected readonly allChosen = computed(
    () => this.choosable().length > 0 && this.choosable().every((row) => this.picked().has(keyOf(row))),
  );
  protected readonly key = keyOf;

  protected isChosen(row: ConflictRow): boolean {
    return this.picked().has(keyOf(row));
  }

  protected toggle(row: ConflictRow): void {
    this.picked.update((picked) => {
      const next = new Set(picked);
      if (!next.delete(keyOf(row))) next.add(keyOf(row));
      return next;
    });
  }

  protected toggleAll(): void {
    this.picked.set(this.allChosen() ? new Set() : new Set(this.choosable().map(keyOf)));
  }

  protected may(as: SettleConflicts['as']): ConflictRow[] {
    return this.chosen().filter(({ can }) => can[as]);
  }

  /** What a person is on the paper, where that makes a conflict pressing. */
  protected place({ assignment }: ConflictRow): string {
    return assignment === null ? '' : this.texts.t(`assignments.state.${assignment}`);
  }

  protected async settle(as: SettleConflicts['as'], rows: readonly ConflictRow[]): Promise<void> {
    if (this.busy() || rows.length === 0) return;
    const quietly = as === 'confirm' && rows.every(({ assignment }) => assignment === null);
    const reason = quietly ? '' : await this.asking.ask(as, rows);
    if (reason === null) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const pairs = rows.map(({ submissionId, personId }) => ({ submissionId, personId }));
      const { settled, refused } = await this.api.settle(this.call(), { as, reason, pairs });
      const left = refused.length > 0 ? ` ${this.texts.t('conflicts.settle.refused', { count: refused.length })}` : '';
      this.toasts.done(this.texts.t(`conflicts.settle.${as}.done`, { count: settled }) + left);
      this.picked.set(new Set());
      this.settled.emit();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

function keyOf({ submissionId, personId }: ConflictRow): string {
  return `${submissionId} ${personId}`;
}
