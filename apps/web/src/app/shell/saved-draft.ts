import { computed, signal } from '@angular/core';
import { type SaveState, problemOf } from '@convoke/ui';

/** What the server answers to a save. */
export interface SavedAs {
  readonly version: number;
  readonly submittedN: number;
  readonly submittedAt: string | null;
  readonly editedAt: string;
}

/** A working copy as a page finds it. */
export interface OpenedDraft<T> {
  readonly content: T;
  /** 0 = not begun. */
  readonly version: number;
  readonly submittedN: number;
  readonly submittedAt: string | null;
  readonly editedAt: string | null;
  readonly hasUnsubmittedChanges: boolean;
}

/** What another window, or another author, saved meanwhile. */
export interface Rival<T> {
  readonly content: T;
  readonly version: number;
  readonly editedAt: string | null;
  /** Whose it is; null = one's own, from another window. */
  readonly by: string | null;
}

type Store<T> = (content: T, version: number) => Promise<SavedAs>;

const pauseMs = 900;
const retryMs = 4000;

/**
 * A text while it is being written: saved shortly after each change, one save at a time, tried again while the connection is
 * away. When somebody saved meanwhile, saving stops until the person has chosen between the two. `contentOf` reads what the
 * server has from the facts of its refusal.
 */
export class SavedDraft<T> {
  readonly content = signal<T>(undefined as T);
  readonly state = signal<SaveState>('idle');
  readonly savedAt = signal<string | null>(null);
  readonly submittedAt = signal<string | null>(null);
  readonly submittedN = signal(0);
  readonly rival = signal<Rival<T> | null>(null);
  readonly failure = signal<unknown>(null);
  /** Changed since it was submitted last. */
  readonly isChanged = signal(false);
  readonly isDirty = computed(
    () => this.state() === 'unsaved' || this.state() === 'saving' || this.state() === 'failed',
  );

  private version = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  constructor(
    opened: OpenedDraft<T>,
    private readonly store: Store<T>,
    private readonly contentOf: (facts: Readonly<Record<string, unknown>>) => T,
  ) {
    this.content.set(opened.content);
    this.version = opened.version;
    this.submittedAt.set(opened.submittedAt);
    this.submittedN.set(opened.submittedN);
    this.isChanged.set(opened.hasUnsubmittedChanges);
    if (opened.editedAt) {
      this.savedAt.set(opened.editedAt);
      this.state.set('saved');
    }
  }

  /** Something changed. */
  change(content: T): void {
    this.content.set(content);
    this.isChanged.set(true);
    this.state.set('unsaved');
    this.schedule(pauseMs);
  }

  /** Saves what is not saved; true when nothing is left to save. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (this.isDirty() && !this.rival()) await this.save();
    return !this.isDirty();
  }

  /** Submits what stands here; waits for a running save first. Throws what the server refuses. */
  async submit(send: Store<T>): Promise<SavedAs> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    const sent = this.content();
    try {
      const saved = await send(sent, this.version);
      this.take(saved, sent);
      this.isChanged.set(this.content() !== sent);
      return saved;
    } catch (error) {
      this.refused(error);
      throw error;
    }
  }

  /** After somebody saved: go on with what is on this page. */
  keepMine(): Promise<boolean> {
    const rival = this.rival();
    if (rival) this.version = rival.version;
    this.rival.set(null);
    this.state.set('unsaved');
    return this.flush();
  }

  /** After somebody saved: go on with what was saved there. */
  takeTheirs(): void {
    const rival = this.rival();
    if (!rival) return;
    this.version = rival.version;
    this.content.set(rival.content);
    this.savedAt.set(rival.editedAt);
    this.rival.set(null);
    this.state.set('saved');
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private schedule(afterMs: number): void {
    clearTimeout(this.timer);
    if (this.rival()) return;
    this.timer = setTimeout(() => {
      if (this.running) this.schedule(pauseMs);
      else void this.save();
    }, afterMs);
  }

  private async save(): Promise<void> {
    const sent = this.content();
    this.state.set('saving');
    this.running = this.store(sent, this.version).then(
      (saved) => this.take(saved, sent),
      (error: unknown) => this.refused(error),
    );
    await this.running;
    this.running = null;
  }

  private take(saved: SavedAs, sent: T): void {
    this.version = saved.version;
    this.savedAt.set(saved.editedAt);
    this.submittedAt.set(saved.submittedAt);
    this.submittedN.set(saved.submittedN);
    this.failure.set(null);
    const isAll = this.content() === sent;
    this.state.set(isAll ? 'saved' : 'unsaved');
    if (!isAll) this.schedule(pauseMs);
  }

  private refused(error: unknown): void {
    const problem = problemOf(error);
    this.state.set('failed');
    if (problem.code === 'stale_version' && problem.facts) {
      const { version, editedAt, by } = problem.facts;
      this.rival.set({
        content: this.contentOf(problem.facts),
        version: Number(version ?? 0),
        editedAt: typeof editedAt === 'string' ? editedAt : null,
        by: typeof by === 'string' ? by : null,
      });
      return;
    }
    this.failure.set(error);
    // Without an answer, or when the server is busy, it is worth trying again; a refusal stays one.
    if (problem.status === 0 || problem.status >= 500 || problem.status === 429) this.schedule(retryMs);
  }
}
