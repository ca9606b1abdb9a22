import { Component, computed, inject, signal } from '@angular/core';
import {
  AOE,
  type CallDeadlineKind,
  type ExtensionKind,
  type ExtensionView,
  deadlinesApi,
  extensionKind,
  paperExtensionKinds,
  personExtensionKinds,
} from '@convoke/contract';
import { dateTime } from '@convoke/texts';
import { DeadlineChip, Field, FieldGroup, Input, Loading, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { CallsApi } from '../calls.api';
import { meaningOf, wallTimeOf, zonesFor } from './date-meaning';
import { dateWords } from './date-words';
import { SetupState } from './setup-state';

/** More time for one submission or one person: given with a reason, and everything that was given before. */
@Component({
  selector: 'cv-extensions-panel',
  imports: [DeadlineChip, Field, FieldGroup, Input, Loading, ProblemPanel, TextPipe],
  templateUrl: './extensions-panel.html',
  styleUrl: './extensions-panel.css',
})
export class ExtensionsPanel {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  private readonly readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  private readonly answered = signal<ExtensionView[] | null>(null);
  protected readonly loaded = inject(Api).resource(deadlinesApi.extensions, () => ({
    params: { call: this.state.slug() },
  }));
  protected readonly rows = computed(() => this.answered() ?? (this.loaded.hasValue() ? this.loaded.value() : []));
  protected readonly isOpen = signal(false);
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);
  protected readonly whom = signal<'paper' | 'person'>('paper');
  protected readonly kind = signal<ExtensionKind>('paper');
  protected readonly number = signal('');
  protected readonly address = signal('');
  protected readonly day = signal('');
  protected readonly time = signal('23:59');
  protected readonly zone = signal('');
  protected readonly reason = signal('');
  /** The row whose taking back asks for a reason. */
  protected readonly ending = signal<string | null>(null);
  protected readonly kinds = computed(() => (this.whom() === 'paper' ? paperExtensionKinds : personExtensionKinds));
  protected readonly zones = computed(() => zonesFor(this.state.setup().call.timeZone, this.readerZone));
  protected readonly chosenZone = computed(() => this.zone() || this.state.setup().call.timeZone);
  protected readonly meaning = computed(() =>
    meaningOf(
      { kind: this.kind(), day: this.day(), time: this.time(), until: '', zone: this.chosenZone(), which: null },
      this.readerZone,
      this.texts.locale(),
    ),
  );
  protected readonly blocked = computed(
    () =>
      this.meaning().kind !== 'instant' ||
      this.reason().trim() === '' ||
      (this.whom() === 'paper' ? !/^[1-9]\d*$/.test(this.number().trim()) : this.address().trim() === ''),
  );

  protected choose(whom: 'paper' | 'person'): void {
    this.whom.set(whom);
    if (!this.kinds().some((kind) => kind === this.kind())) this.kind.set('paper');
  }

  protected chooseKind(typed: string): void {
    this.kind.set(extensionKind.parse(typed));
  }

  protected kindName(kind: CallDeadlineKind): string {
    return this.texts.t(`calls.date.${kind}`);
  }

  protected zoneName(zone: string): string {
    return zone === AOE ? 'AoE (UTC−12)' : zone.replaceAll('_', ' ');
  }

  protected forWhom(row: ExtensionView): string {
    return row.person ? `${row.person.name} (${row.person.address})` : `#${row.number ?? ''} ${row.title ?? ''}`;
  }

  protected until(row: ExtensionView): string {
    return dateWords({ ...row, untilWallTime: null }, this.texts);
  }

  protected told(row: ExtensionView): string {
    const facts = {
      who: row.setBy ?? this.texts.t('calls.dates.nobody'),
      at: this.at(row.setAt),
      reason: row.reason || 'none',
    };
    return this.texts.t('calls.extend.told', facts);
  }

  protected at(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale(), true);
  }

  protected async give(): Promise<void> {
    if (this.blocked()) return;
    const isPaper = this.whom() === 'paper';
    await this.carryOut(() =>
      this.calls.extend(this.state.slug(), {
        kind: this.kind(),
        number: isPaper ? Number(this.number()) : null,
        address: isPaper ? null : this.address().trim(),
        wallTime: wallTimeOf({ day: this.day(), time: this.time() }) ?? '',
        zone: this.chosenZone(),
        reason: this.reason().trim(),
      }),
    );
  }

  protected async end(id: string, reason: string): Promise<void> {
    if (reason.trim() !== '') await this.carryOut(() => this.calls.endExtension(this.state.slug(), id, reason.trim()));
  }

  private async carryOut(work: () => Promise<ExtensionView[]>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      this.answered.set(await work());
      this.isOpen.set(false);
      this.ending.set(null);
      for (const field of [this.number, this.address, this.reason]) field.set('');
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
