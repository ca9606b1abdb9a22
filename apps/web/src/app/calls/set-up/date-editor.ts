import { Component, type OnInit, computed, inject, input, output, signal } from '@angular/core';
import { AOE, type CallDeadlineKind, type CallOf, type DeadlineView, type callsApi } from '@convoke/contract';
import { Field, FieldGroup, Input, TextPipe, Texts } from '@convoke/ui';
import { type TypedParts, meaningOf, wallTimeOf, zonesFor } from './date-meaning';

export type DateRequest = NonNullable<CallOf<typeof callsApi.setDeadline>['body']>;

/** One date: what is typed, and beside it what that means here and elsewhere. */
@Component({
  selector: 'cv-date-editor',
  imports: [Field, FieldGroup, Input, TextPipe],
  templateUrl: './date-editor.html',
  styleUrl: './date-editor.css',
})
export class DateEditor implements OnInit {
  private readonly texts = inject(Texts);
  readonly kind = input.required<CallDeadlineKind>();
  /** The row that is changed; null when the date is new. */
  readonly date = input<DeadlineView | null>(null);
  readonly trackId = input<string | null>(null);
  readonly typeId = input<string | null>(null);
  readonly position = input(0);
  readonly callZone = input.required<string>();
  /** Published: taking time away needs a reason. */
  readonly isPublic = input(false);
  readonly isSaving = input(false);
  readonly save = output<DateRequest>();
  readonly closeEditor = output<void>();

  private readonly readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  protected readonly parts = signal<Omit<TypedParts, 'kind'>>({ day: '', time: '', until: '', zone: AOE, which: null });
  protected readonly label = signal('');
  protected readonly note = signal('');
  protected readonly reason = signal('');
  protected readonly zones = computed(() => zonesFor(this.callZone(), this.readerZone));
  protected readonly usual = computed(() => this.texts.t(`calls.date.${this.kind()}`));
  protected readonly meaning = computed(() =>
    meaningOf({ ...this.parts(), kind: this.kind() }, this.readerZone, this.texts.locale()),
  );
  /** The date was promised and would now come earlier. */
  protected readonly takesTimeAway = computed(() => {
    const meaning = this.meaning();
    if (!this.isPublic() || this.kind() === 'opening' || !this.date() || meaning.kind !== 'instant') return false;
    const before = this.date()?.closesAt;
    return !before || meaning.closesAt < new Date(before);
  });
  protected readonly blocked = computed(
    () => !['none', 'instant'].includes(this.meaning().kind) || (this.takesTimeAway() && this.reason().trim() === ''),
  );

  ngOnInit(): void {
    const date = this.date();
    const [day = '', time = ''] = (date?.wallTime ?? '').split('T');
    this.parts.set({ day, time, until: date?.untilWallTime ?? '', zone: date?.zone ?? this.callZone(), which: null });
    this.label.set(date?.label ?? '');
    this.note.set(date?.note ?? '');
  }

  protected change(part: Partial<Omit<TypedParts, 'kind'>>): void {
    this.parts.update((parts) => ({ ...parts, which: null, ...part }));
  }

  protected zoneName(zone: string): string {
    return zone === AOE ? 'AoE (UTC−12)' : zone.replaceAll('_', ' ');
  }

  protected submit(): void {
    if (!this.blocked()) this.save.emit(this.request(wallTimeOf(this.parts())));
  }

  protected clear(): void {
    this.save.emit(this.request(null));
  }

  private request(wallTime: string | null): DateRequest {
    const { until, zone, which } = this.parts();
    const date = this.date();
    return {
      kind: this.kind(),
      trackId: date ? date.trackId : this.trackId(),
      submissionTypeId: date ? date.submissionTypeId : this.typeId(),
      position: date?.position ?? this.position(),
      label: this.label().trim(),
      note: this.note().trim(),
      wallTime,
      untilWallTime: wallTime === null ? null : until || null,
      zone,
      ...(which ? { which } : {}),
      reason: this.reason().trim(),
      replaces: date?.id ?? null,
    };
  }
}
