import { computed, signal } from '@angular/core';
import type { ReviewAnswers, ReviewEditorView, SavedReview } from '@convoke/contract';
import { type SaveState, problemOf } from '@convoke/ui';

type Store = (answers: ReviewAnswers, version: number) => Promise<SavedReview>;

/** What another window saved meanwhile. */
export interface Rival {
  readonly answers: ReviewAnswers;
  readonly version: number;
  readonly editedAt: string | null;
}

const pauseMs = 900;
const retryMs = 4000;

/**
 * The answers while they are being written: saved shortly after each change, one save at a time, tried again while the
 * connection is away. When another window saved meanwhile, saving stops until the person has chosen between the two.
 */
export class ReviewDraft {
  readonly answers = signal<ReviewAnswers>({});
  readonly state = signal<SaveState>('idle');
  readonly savedAt = signal<string | null>(null);
  readonly submittedAt = signal<string | null>(null);
  readonly submittedN = signal(0);
  readonly rival = signal<Rival | null>(null);
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
    view: ReviewEditorView['review'],
    private readonly store: Store,
  ) {
    this.answers.set(view.answers);
    this.version = view.version;
    this.submittedAt.set(view.submittedAt);
    this.submittedN.set(view.submittedN);
    this.isChanged.set(view.hasUnsubmittedChanges);
    if (view.editedAt) {
      this.savedAt.set(view.editedAt);
      this.state.set('saved');
    }
  }

  /** One answer changed. */
  set(key: string, value: ReviewAnswers[string]): void {
    this.answers.update((answers) => ({ ...answers, [key]: value }));
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
  async submit(send: Store): Promise<SavedReview> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    const sent = this.answers();
    try {
      const saved = await send(sent, this.version);
      this.take(saved, sent);
      this.isChanged.set(this.answers() !== sent);
      return saved;
    } catch (error) {
      this.refused(error);
      throw error;
    }
  }

  /** After another window saved: go on with what is on this page. */
  keepMine(): Promise<boolean> {
    const rival = this.rival();
    if (rival) this.version = rival.version;
    this.rival.set(null);
    this.state.set('unsaved');
    return this.flush();
  }

  /** After another window saved: go on with what was saved there. */
  takeTheirs(): void {
    const rival = this.rival();
    if (!rival) return;
    this.version = rival.version;
    this.answers.set(rival.answers);
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
    const sent = this.answers();
    this.state.set('saving');
    this.running = this.store(sent, this.version).then(
      (saved) => this.take(saved, sent),
      (error: unknown) => this.refused(error),
    );
    await this.running;
    this.running = null;
  }

  private take(saved: SavedReview, sent: ReviewAnswers): void {
    this.version = saved.version;
    this.savedAt.set(saved.editedAt);
    this.submittedAt.set(saved.submittedAt);
    this.submittedN.set(saved.submittedN);
    this.failure.set(null);
    const isAll = this.answers() === sent;
    this.state.set(isAll ? 'saved' : 'unsaved');
    if (!isAll) this.schedule(pauseMs);
  }

  private refused(error: unknown): void {
    const problem = problemOf(error);
    this.state.set('failed');
    if (problem.code === 'stale_version' && problem.facts) {
      this.rival.set({
        answers: (problem.facts['answers'] ?? {}) as ReviewAnswers,
        version: Number(problem.facts['version'] ?? 0),
        editedAt: typeof problem.facts['editedAt'] === 'string' ? problem.facts['editedAt'] : null,
      });
      return;
    }
    this.failure.set(error);
    // Without an answer, or when the server is busy, it is worth trying again; a refusal stays one.
    if (problem.status === 0 || problem.status >= 500 || problem.status === 429) this.schedule(retryMs);
  }
}
