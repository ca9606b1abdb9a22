import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { submissionsApi, type DraftFileView, type SlotView } from '@convoke/contract';
import { Api } from '../../shell/api-client';
import type { Upload } from '../../shell/upload';
import { DraftEditor } from './draft-editor';

export interface SlotUpload {
  readonly slot: SlotView;
  readonly upload: Upload<DraftFileView>;
}

const askAgainMs = 2500;

/** Files on their way while the rest of the form is being filled, and the check that follows on the server. */
@Injectable()
export class DraftUploads {
  private readonly api = inject(Api);
  private readonly editor = inject(DraftEditor);
  private readonly all = signal<readonly SlotUpload[]>([]);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Running and failed ones: what has arrived is a file of the draft. */
  readonly list = computed(() => this.all().filter((one) => one.upload.state() !== 'done'));
  readonly running = computed(() =>
    this.all().filter((one) => one.upload.state() === 'running' || one.upload.state() === 'checking'),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      for (const { upload } of this.running()) upload.abort();
    });
  }

  /** Starts sending at once. */
  start(slot: SlotView, file: File): void {
    const { draft, opened } = this.editor.form();
    const upload = this.api.upload(submissionsApi.upload, file, {
      params: { id: draft.id, slot: slot.key },
      query: { opened },
    });
    const entry: SlotUpload = { slot, upload: withArrival(upload, (arrived) => this.arrived(slot, arrived)) };
    const others = this.all().filter((one) => slot.maxFiles > 1 || one.slot.key !== slot.key);
    for (const one of this.all()) if (!others.includes(one) && one.upload.state() === 'running') one.upload.abort();
    this.all.set([...others, entry]);
  }

  dismiss(entry: SlotUpload): void {
    entry.upload.abort();
    this.all.set(this.all().filter((one) => one !== entry));
  }

  /** Asks the server again while it still checks or reads a file. */
  watch(): void {
    clearTimeout(this.timer);
    const isRead = this.editor
      .draft()
      .files.some(({ state, anonymity }) => state === 'checking' || anonymity?.state === 'checking');
    if (!isRead) return;
    this.timer = setTimeout(() => void this.refresh(), askAgainMs);
  }

  private arrived(slot: SlotView, file: DraftFileView): void {
    this.editor.addFile(file, slot.maxFiles === 1);
    this.all.set(this.all().filter((one) => one.upload.result()?.id !== file.id));
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    await this.editor.refresh().catch(() => undefined);
    this.watch();
  }
}

/** Hears of the arrival of the first try and of every retry. */
function withArrival(upload: Upload<DraftFileView>, arrived: (file: DraftFileView) => void): Upload<DraftFileView> {
  const hear = (sending: Promise<DraftFileView>): Promise<DraftFileView> => {
    sending.then(arrived, () => undefined);
    return sending;
  };
  const retry = upload.retry.bind(upload);
  upload.retry = () => hear(retry());
  hear(upload.finished);
  return upload;
}
