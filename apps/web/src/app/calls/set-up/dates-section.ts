import { Component, computed, inject, signal } from '@angular/core';
import {
  type CallDeadlineKind,
  type DeadlineHistoryRow,
  type DeadlineView,
  callsApi,
  deadlineKind,
} from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import {
  DeadlineChip,
  Field,
  Input,
  Loading,
  ProblemPanel,
  SaveIndicator,
  type SaveState,
  TextPipe,
  Texts,
  problemOf,
} from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { CallsApi } from '../calls.api';
import { DateEditor, type DateRequest } from './date-editor';
import { dateName, dateWords } from './date-words';
import { SetupState } from './setup-state';
import { StaleCompare } from './stale-compare';

/** The dates of the call, each with its editor, and the history of all of them. */
@Component({
  selector: 'cv-dates-section',
  imports: [DateEditor, DeadlineChip, Field, Input, Loading, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  templateUrl: './dates-section.html',
  styleUrl: './dates-section.css',
})
export class DatesSection {
  protected readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);

  protected readonly kinds = deadlineKind.options;
  protected readonly call = computed(() => this.state.setup().call);
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);
  /** The row being edited, `new`, or nothing. */
  protected readonly editing = signal<string | null>(null);
  protected readonly newKind = signal<CallDeadlineKind>('abstract');
  protected readonly newTrack = signal<string | null>(null);
  protected readonly saving = signal<SaveState>('idle');
  protected readonly savedAt = signal<Date | null>(null);
  protected readonly error = signal<unknown>(null);
  /** The request that met another person's change. */
  protected readonly stale = signal<DateRequest | null>(null);
  protected readonly showsHistory = signal(false);
  protected readonly history = inject(Api).resource(callsApi.deadlineHistory, () =>
    this.showsHistory() ? { params: { call: this.state.slug() } } : undefined,
  );
  protected readonly existing = computed(
    () => this.call().deadlines.find((date) => this.sameScope(date, this.newKind(), this.newTrack())) ?? null,
  );
  protected readonly staleDifference = computed(() => {
    const mine = this.stale();
    if (!mine) return [];
    const theirs = this.rowFor(mine);
    const words = (wallTime: string | null | undefined, zone: string) =>
      wallTime ? `${wallTime.replace('T', ' ')} ${zone}` : this.texts.t('calls.date.unset');
    return [
      {
        field: this.texts.t(`calls.date.${mine.kind}`),
        mine: words(mine.wallTime, mine.zone),
        theirs: words(theirs?.wallTime, theirs?.zone ?? ''),
      },
    ];
  });

  protected chooseKind(typed: string): void {
    this.newKind.set(deadlineKind.parse(typed));
  }

  protected kindName(kind: CallDeadlineKind): string {
    return this.texts.t(`calls.date.${kind}`);
  }

  protected name(date: DeadlineView | DeadlineHistoryRow): string {
    return dateName(date, this.call(), this.texts);
  }

  protected words(date: DeadlineView | DeadlineHistoryRow): string {
    return dateWords(date, this.texts);
  }

  protected yours(date: DeadlineView): string {
    if (!date.closesAt || date.wallTime?.length !== 16) return '';
    const at = new Date(Date.parse(date.closesAt) - (date.kind === 'opening' ? 0 : 60_000));
    const own = dateTime(at, undefined, this.texts.locale());
    return own === dateTime(at, date.zone, this.texts.locale()) ? '' : this.texts.t('calls.date.yours', { time: own });
  }

  protected told(row: DeadlineHistoryRow): string {
    const facts = {
      who: row.setBy ?? this.texts.t('calls.dates.nobody'),
      date: this.name(row),
      when: this.words(row),
      at: dateTime(new Date(row.setAt), undefined, this.texts.locale(), true),
    };
    return this.texts.t(row.wallTime === null ? 'calls.dates.historyCleared' : 'calls.dates.historyRow', facts);
  }

  protected async save(request: DateRequest): Promise<void> {
    await this.carryOut(() => this.calls.setDeadline(this.state.slug(), request), request);
  }

  protected async remove(date: DeadlineView): Promise<void> {
    await this.carryOut(() => this.calls.removeDeadline(this.state.slug(), date.id), null);
  }

  protected async keepMine(): Promise<void> {
    const mine = this.stale();
    if (mine) await this.save({ ...mine, replaces: this.rowFor(mine)?.id ?? null });
  }

  protected takeTheirs(): void {
    this.stale.set(null);
    this.editing.set(null);
  }

  private async carryOut(work: () => ReturnType<CallsApi['setDeadline']>, request: DateRequest | null): Promise<void> {
    this.saving.set('saving');
    this.error.set(null);
    try {
      this.state.apply(await work());
      this.stale.set(null);
      this.editing.set(null);
      this.savedAt.set(new Date());
      this.saving.set('saved');
      if (this.showsHistory()) this.history.reload();
    } catch (error) {
      this.saving.set('unsaved');
      if (request === null || problemOf(error).code !== 'stale_version') return this.error.set(error);
      await this.state.refresh();
      this.stale.set(request);
    }
  }

  private rowFor(request: DateRequest): DeadlineView | undefined {
    return this.call().deadlines.find(
      (date) =>
        this.sameScope(date, request.kind, request.trackId ?? null) && date.position === (request.position ?? 0),
    );
  }

  private sameScope(date: DeadlineView, kind: CallDeadlineKind, trackId: string | null): boolean {
    return date.kind === kind && date.trackId === trackId && date.submissionTypeId === null;
  }
}
