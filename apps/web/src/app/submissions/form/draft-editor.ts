import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import {
  draftView,
  submissionsApi,
  type DraftFields,
  type DraftFileView,
  type DraftView,
  type SubmissionForm,
} from '@convoke/contract';
import { ProblemError, type SaveState } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { CompareVersions } from './compare-dialog';
import { changedFields, clashes, merged, pickFields, type FieldName } from './merge';
import { Unsaved } from './unsaved';

const pauseMs = 800;
const retryMs = [2000, 4000, 8000, 15_000, 30_000];

/**
 * The draft being edited: what is typed, what the server has, and the way between them. Saves by itself, one save at a time; what
 * cannot be saved is kept and tried again; what somebody else changed is put together or asked about, never overwritten.
 */
@Injectable()
export class DraftEditor {
  private readonly api = inject(Api);
  private readonly compare = inject(CompareVersions);
  private readonly unsaved = inject(Unsaved);
  private readonly opened = signal<SubmissionForm | null>(null);
  private readonly server = signal<DraftView | null>(null);
  private readonly typed = signal<DraftFields | null>(null);
  private readonly saveState = signal<SaveState>('idle');
  private readonly lastSaved = signal<Date | null>(null);
  private readonly failure = signal<unknown>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  /** Raised by every answer taken in. Answers overtake each other; one asked for before another arrived may be older. */
  private answers = 0;

  readonly form = computed(() => required(this.opened()));
  readonly draft = computed(() => required(this.server()));
  readonly fields = computed(() => required(this.typed()));
  readonly ready = computed(() => this.opened() !== null);
  readonly state = this.saveState.asReadonly();
  readonly savedAt = this.lastSaved.asReadonly();
  /** Why the last save was refused for good; null while all is well or only the connection is gone. */
  readonly refused = this.failure.asReadonly();
  readonly type = computed(() => this.form().types.find((type) => type.id === this.fields().typeId));
  readonly readOnly = computed(() => this.form().closed !== null);
  /** Authors and conflicts may stay open when the rest is closed. */
  readonly detailsReadOnly = computed(() => this.readOnly() && !this.form().details.only);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Begins with the server's form; what was typed in this tab and never saved comes back. */
  open(form: SubmissionForm): void {
    this.opened.set(form);
    this.server.set(form.draft);
    const kept = this.unsaved.read(form.draft.id);
    this.typed.set(form.draft.fields);
    if (!kept || form.closed !== null) return;
    if (clashes(kept.base, kept.fields, form.draft.fields).length === 0) {
      this.typed.set(merged(kept.base, kept.fields, form.draft.fields, new Set()));
      this.schedule(0);
    } else {
      void this.settle(kept.base, kept.fields, form.draft);
    }
  }

  /** What somebody typed; saved after a short pause. */
  set<K extends FieldName>(field: K, value: DraftFields[K]): void {
    this.typed.set({ ...this.fields(), [field]: value });
    const { id, fields } = this.draft();
    this.unsaved.keep(id, fields, this.fields());
    if (this.saveState() !== 'failed') this.saveState.set('unsaved');
    this.schedule(pauseMs);
  }

  /** Saves what is not saved yet; resolves true when everything is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    for (let i = 0; i < 3 && this.pending().length > 0; i += 1) {
      await (this.running ??= this.save().finally(() => (this.running = null)));
    }
    // Typed and taken back: nothing is left to send, so nothing waits to be saved.
    if (this.pending().length === 0 && this.saveState() === 'unsaved') this.settled(this.draft().id);
    return this.pending().length === 0;
  }

  /** Takes in a file that arrived or left, and what that changes in what is missing. */
  async refresh(): Promise<void> {
    const before = this.answers;
    const { draft } = await this.api.call(submissionsApi.form, { params: { id: this.draft().id } });
    if (this.answers !== before) return this.refresh();
    this.takeFiles(draft);
  }

  takeFiles(draft: DraftView): void {
    const mine = this.draft();
    this.answers += 1;
    if (draft.version === mine.version) this.server.set({ ...draft, fields: mine.fields });
    else this.server.set({ ...mine, files: draft.files, missing: draft.missing });
  }

  /** The server's state instead of ours, where nothing of ours is unsaved. */
  adopt(draft: DraftView): void {
    if (this.pending().length > 0) return void this.settle(this.draft().fields, this.fields(), draft);
    this.server.set(draft);
    this.typed.set(draft.fields);
  }

  addFile(file: DraftFileView, replaces: boolean): void {
    const { files, ...draft } = this.draft();
    this.answers += 1;
    this.server.set({ ...draft, files: [...files.filter((one) => !replaces || one.slot !== file.slot), file] });
  }

  private pending(): FieldName[] {
    return changedFields(this.draft().fields, this.fields());
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async save(): Promise<void> {
    const names = this.pending();
    const sent = pickFields(this.fields(), names);
    this.saveState.set('saving');
    try {
      const { id, version } = this.draft();
      const before = this.answers;
      const body = { ...sent, version, opened: this.form().opened };
      const saved = await this.api.call(submissionsApi.save, { params: { id }, body });
      const overtaken = this.answers !== before;
      this.took({ ...saved, fields: { ...saved.fields, ...sent } });
      if (overtaken) void this.refresh().catch(() => undefined);
    } catch (error) {
      await this.failed(error);
    }
  }

  private took(saved: DraftView): void {
    this.failures = 0;
    this.answers += 1;
    this.failure.set(null);
    this.server.set(saved);
    this.lastSaved.set(new Date());
    if (this.pending().length > 0) return this.schedule(pauseMs);
    this.settled(saved.id);
  }

  private settled(id: string): void {
    this.unsaved.forget(id);
    this.saveState.set('saved');
  }

  private async failed(error: unknown): Promise<void> {
    const problem = error instanceof ProblemError ? error.problem : null;
    const theirs = draftView.safeParse(problem?.facts?.['current']);
    if (problem?.code === 'stale_version' && theirs.success)
      return this.settle(this.draft().fields, this.fields(), theirs.data);
    this.saveState.set('failed');
    const passing = !problem || problem.status === 0 || problem.status >= 500 || problem.status === 429;
    this.failure.set(passing ? null : error);
    if (!passing) return;
    this.schedule(retryMs[Math.min(this.failures, retryMs.length - 1)] ?? pauseMs);
    this.failures += 1;
  }

  /** Somebody else saved in between: what does not clash goes together; what does is asked. */
  private async settle(base: DraftFields, mine: DraftFields, theirs: DraftView): Promise<void> {
    const contested = clashes(base, mine, theirs.fields);
    const keep = contested.length > 0 ? await this.compare.ask(contested, theirs, this.form()) : new Set<FieldName>();
    // What was typed while the dialog was open is part of mine.
    const latest = { ...mine, ...pickFields(this.fields(), changedFields(mine, this.fields())) };
    this.server.set(theirs);
    this.typed.set(merged(base, contested.length > 0 ? mine : latest, theirs.fields, keep));
    if (this.pending().length > 0) return this.schedule(0);
    this.took(theirs);
  }
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('The form is not open yet');
  return value;
}
