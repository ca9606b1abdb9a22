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
  Confirm,
  DeadlineChip,
  Field,
  Icon,
  Input,
  Loading,
  ProblemPanel,
  SaveIndicator,
  type SaveState,
  TextPipe,
  Texts,
  problemOf,
} from '@convoke/ui';
import { RouterLink } from '@angular/router';
import { Api } from '../../shell/api-client';
import { CallsApi } from '../calls.api';
import { DateEditor, type DateRequest } from './date-editor';
import { dateName, dateWords } from './date-words';
import { ExtensionsPanel } from './extensions-panel';
import { noticeWords } from './notice-words';
import { lackedBy, readinessWords } from './readiness-words';
import { SetupState } from './setup-state';
import { ShiftPanel } from './shift-panel';
import { StaleCompare } from './stale-compare';

/** The dates of the call, each with its editor, and the history of all of them. */
@Component({
  selector: 'cv-dates-section',
  imports: [
    DateEditor,
    DeadlineChip,
    ExtensionsPanel,
    Field,
    Icon,
    Input,
    Loading,
    ProblemPanel,
    RouterLink,
    SaveIndicator,
    ShiftPanel,
    StaleCompare,
    TextPipe,
  ],
  templateUrl: './dates-section.html',
  styleUrl: './dates-section.css',
})
export class DatesSection {
  protected readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);

  protected readonly kinds = deadlineKind.options;
  protected readonly call = computed(() => this.state.setup().call);
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);
  /** The row being edited, `new`, or nothing. */
  protected readonly editing = signal<string | null>(null);
  protected readonly newKind = signal<CallDeadlineKind>('abstract');
  protected readonly newTrack = signal<string | null>(null);
  protected readonly newType = signal<string | null>(null);
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
    () =>
      this.call().deadlines.find((date) => this.sameScope(date, this.newKind(), this.newTrack(), this.newType())) ??
      null,
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

  /** What the phase that ends with a date of the whole call still lacks, each with the page where it is put right. */
  protected lacks(date: DeadlineView): { words: string; place: string }[] {
    if (date.trackId !== null || date.submissionTypeId !== null) return [];
    return lackedBy(date.kind, this.state.setup().readiness)
      .filter((item) => item.section !== 'dates' || item.code !== 'date_unset')
      .map((item) => ({ words: readinessWords(item, this.texts), place: item.section }));
  }

  protected placeOf(section: string): string[] {
    const slug = this.state.slug();
    return section === 'committee' ? ['/c', slug, 'people'] : ['/c', slug, 'set-up', section];
  }

  /** Kinds that a call of this kind lives by and that stand nowhere on the list. */
  protected readonly missing = computed(() =>
    this.state
      .setup()
      .readiness.filter(({ code }) => code === 'date_unset')
      .map(({ facts }) => deadlineKind.parse(facts['kind']))
      .filter((kind) => !this.call().deadlines.some((date) => date.kind === kind)),
  );

  protected begin(kind: CallDeadlineKind): void {
    this.newKind.set(kind);
    this.newTrack.set(null);
    this.newType.set(null);
    this.editing.set('new');
  }

  protected async save(request: DateRequest): Promise<void> {
    if (!(await this.mayWrite(request))) return;
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

  /** A published date that gives more time writes to people: how many is said before it is saved. */
  private async mayWrite(request: DateRequest): Promise<boolean> {
    if (this.call().state !== 'published' || request.wallTime === null) return true;
    try {
      const text = noticeWords(await this.calls.previewDeadline(this.state.slug(), request), this.texts);
      if (text === null) return true;
      const [title, action] = [this.texts.t('calls.notice.title'), this.texts.t('calls.notice.act')];
      return await this.confirm.ask({ title, text, action });
    } catch (error) {
      this.error.set(error);
      return false;
    }
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
        this.sameScope(date, request.kind, request.trackId ?? null, request.submissionTypeId ?? null) &&
        date.position === (request.position ?? 0),
    );
  }

  private sameScope(
    date: DeadlineView,
    kind: CallDeadlineKind,
    trackId: string | null,
    typeId: string | null,
  ): boolean {
    return date.kind === kind && date.trackId === trackId && date.submissionTypeId === typeId;
  }
}
