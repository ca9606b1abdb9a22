import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import {
  type ReviewingStep,
  type SettingView,
  type VisibilityPreview,
  type VisibilityView,
  visibilityApi,
} from '@convoke/contract';
import { Field, FieldGroup, Icon, Input, Loading, ProblemPanel, TextPipe, Texts, Toasts, problemOf } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { SetupState } from '../set-up/setup-state';
import { SeeingWords } from './seeing-words';
import { SettingRow } from './setting-row';
import { SightPreview } from './sight-preview';
import { VisibilityEdits, steps } from './visibility-edits';

type Anonymity = VisibilityView['anonymity'];

const groups = ['reviewers', 'committee', 'authors', 'chairs', 'published'] as const;

/**
 * Who sees what in a call: a preset, the anonymity, and every setting behind “advanced”. Nothing is saved before its chair has
 * seen who would newly see what.
 */
@Component({
  selector: 'cv-visibility-section',
  imports: [Field, FieldGroup, Icon, Input, Loading, ProblemPanel, SettingRow, SightPreview, TextPipe],
  templateUrl: './visibility-section.html',
  styleUrl: './visibility-section.css',
})
export class VisibilitySection {
  private readonly api = inject(Api);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly state = inject(SetupState);
  protected readonly words = inject(SeeingWords);
  protected readonly resource = this.api.resource(visibilityApi.get, () => ({ params: { call: this.state.slug() } }));
  private readonly answered = signal<VisibilityView | undefined>(undefined);
  protected readonly view = computed(
    () => this.answered() ?? (this.resource.hasValue() ? this.resource.value() : undefined),
  );
  protected readonly edits = new VisibilityEdits(this.view);
  protected readonly modes: readonly Anonymity[] = ['single', 'double', 'triple'];
  protected readonly steps = steps;

  protected readonly preview = signal<VisibilityPreview | null>(null);
  protected readonly reason = signal('');
  protected readonly reasonError = signal<string | null>(null);
  protected readonly error = signal<unknown>(null);
  protected readonly busy = signal(false);
  /** Somebody else saved meanwhile; what was turned here lies over it. */
  protected readonly overtaken = signal(false);
  private readonly opened = signal(false);
  private readonly shown = viewChild<ElementRef<HTMLElement>>('shown');

  protected readonly groups = computed(() =>
    groups.flatMap((name) => {
      const settings = (this.view()?.settings ?? []).filter(({ group }) => group === name);
      return settings.length > 0 ? [{ name, settings }] : [];
    }),
  );
  /** How many settings are not what they usually are. */
  protected readonly different = computed(
    () => (this.view()?.settings ?? []).filter(({ name, usual }) => this.edits.visibility()[name] !== usual).length,
  );
  protected readonly advanced = computed(() => this.opened() || this.edits.contradictions().length > 0);
  protected readonly isBlocked = computed(
    () => this.busy() || this.edits.count() === 0 || this.edits.contradictions().length > 0,
  );
  protected readonly statusWords = computed(() => {
    const n = this.edits.contradictions().length;
    if (n > 0) return this.texts.t('see.page.contradictions', { n });
    return this.edits.count() === 0
      ? this.texts.t('see.page.nothing')
      : this.texts.t('see.page.turned', { n: this.edits.count() });
  });

  protected problemsOf(step: ReviewingStep) {
    return this.edits.contradictions().filter(({ on }) => on === step);
  }

  protected setAnonymity(mode: Anonymity): void {
    this.turned();
    this.edits.setAnonymity(mode);
  }

  protected setType(id: string, chosen: string): void {
    this.turned();
    this.edits.setType(id, (['none', ...this.modes] as const).find((one) => one === chosen) ?? null);
  }

  protected setStep(step: ReviewingStep, on: boolean): void {
    this.turned();
    this.edits.setStep(step, on);
  }

  protected set(name: SettingView['name'], on: boolean): void {
    this.turned();
    this.edits.set(name, on);
  }

  /** What was counted before is not what would be saved now. */
  protected turned(): void {
    this.preview.set(null);
    this.error.set(null);
  }

  protected discard(): void {
    this.edits.clear();
    this.reason.set('');
    this.overtaken.set(false);
    this.turned();
  }

  protected toggled(event: Event): void {
    this.opened.set((event.target as HTMLDetailsElement).open);
  }

  protected async show(): Promise<void> {
    if (this.isBlocked()) return;
    await this.carryOut(async () => {
      const params = { call: this.state.slug() };
      this.preview.set(await this.api.call(visibilityApi.preview, { params, body: this.edits.change() }));
      setTimeout(() => this.lookAtPreview());
    });
  }

  private lookAtPreview(): void {
    const panel = this.shown()?.nativeElement;
    panel?.scrollIntoView({ block: 'start' });
    panel?.focus({ preventScroll: true });
  }

  protected async save(): Promise<void> {
    if (this.busy()) return;
    const reason = this.reason().trim();
    const isMissing = this.preview()?.needsReason === true && reason === '';
    this.reasonError.set(isMissing ? this.texts.t('see.page.reasonMissing') : null);
    if (isMissing) return;
    await this.carryOut(async () => {
      const body = { ...this.edits.change(), version: this.view()?.version ?? 0, reason };
      this.answered.set(await this.api.call(visibilityApi.change, { params: { call: this.state.slug() }, body }));
      this.discard();
      this.toasts.done(this.texts.t('see.page.saved'));
      await this.state.refresh();
    });
  }

  protected presetWords(name: VisibilityView['presets'][number]['name']): string {
    return this.texts.t(`see.preset.${name}`);
  }

  protected presetWhy(name: VisibilityView['presets'][number]['name']): string {
    return this.texts.t(`see.preset.${name}Why`);
  }

  protected modeWords(mode: Anonymity): string {
    return this.texts.t(`calls.rules.${mode}`);
  }

  protected valueWords(mode: Anonymity): string {
    return this.texts.t(`see.page.value.${mode}`);
  }

  protected groupWords(name: (typeof groups)[number]): string {
    return this.texts.t(`see.group.${name}`);
  }

  protected atWords(at: string): string {
    return new Intl.DateTimeFormat(this.texts.locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(at),
    );
  }

  private async carryOut(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.error.set(null);
    try {
      await work();
    } catch (error) {
      if (problemOf(error).code === 'stale_version') await this.catchUp();
      else this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** Fetches what somebody else saved; what was turned here stays on top of it and is counted anew. */
  private async catchUp(): Promise<void> {
    this.preview.set(null);
    try {
      this.answered.set(await this.api.call(visibilityApi.get, { params: { call: this.state.slug() } }));
      this.overtaken.set(true);
    } catch (failure) {
      this.error.set(failure);
    }
  }
}
