import { type Signal, computed, signal } from '@angular/core';
import type { CallSetup } from '@convoke/contract';
import { type SaveState, problemOf } from '@convoke/ui';
import type { SetupState } from './setup-state';

/**
 * What a person typed over what is saved. The version seen when typing began goes with the save: if somebody else saved meanwhile,
 * nothing is overwritten, both versions are at hand (`value`, `saved`), and the person chooses.
 */
export class Draft<T> {
  private readonly own = signal<{ value: T; version: number } | null>(null);
  readonly state = signal<SaveState>('idle');
  readonly savedAt = signal<Date | null>(null);
  readonly error = signal<unknown>(null);
  readonly isStale = signal(false);
  readonly value = computed(() => this.own()?.value ?? this.saved());
  readonly isDirty = computed(() => this.own() !== null);

  constructor(
    private readonly setup: SetupState,
    readonly saved: Signal<T>,
    private readonly version: Signal<number>,
  ) {}

  change(part: Partial<T>): void {
    const version = this.own()?.version ?? this.version();
    this.own.set({ value: { ...this.value(), ...part }, version });
    if (this.state() !== 'saving') this.state.set('unsaved');
  }

  /** Sends what was typed; true when it was saved. What was typed stays until it is. */
  async save(send: (value: T, version: number) => Promise<CallSetup>): Promise<boolean> {
    const draft = this.own() ?? { value: this.value(), version: this.version() };
    this.state.set('saving');
    this.error.set(null);
    try {
      this.setup.apply(await send(draft.value, draft.version));
      if (this.own() === draft || this.own() === null) this.own.set(null);
      this.isStale.set(false);
      this.savedAt.set(new Date());
      this.state.set(this.own() ? 'unsaved' : 'saved');
      return true;
    } catch (error) {
      await this.fail(error);
      return false;
    }
  }

  /** Chooses the own version: the next save is made over what somebody else saved. */
  keepMine(): void {
    this.own.set({ value: this.value(), version: this.version() });
    this.isStale.set(false);
  }

  /** Chooses what is saved and lets go of what was typed. */
  takeTheirs(): void {
    this.own.set(null);
    this.error.set(null);
    this.isStale.set(false);
    this.state.set('idle');
  }

  private async fail(error: unknown): Promise<void> {
    this.state.set('unsaved');
    if (problemOf(error).code !== 'stale_version') {
      this.error.set(error);
      return;
    }
    try {
      await this.setup.refresh();
      this.isStale.set(true);
    } catch (failure) {
      this.error.set(failure);
    }
  }
}
