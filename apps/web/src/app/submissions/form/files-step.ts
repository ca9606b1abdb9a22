import { Component, inject, signal } from '@angular/core';
import { type DraftFileView, type SlotView, megabyte, submissionsApi } from '@convoke/contract';
import { ago, fileSize, megabytes } from '@convoke/texts';
import { Icon, Minute, ProblemError, ProblemPanel, TextPipe, Texts, UploadLine } from '@convoke/ui';
import { AnonymityHints } from '../anonymity-hints/anonymity-hints';
import { Api } from '../../shell/api-client';
import { apiUrl } from '../../shell/api-url';
import { DraftEditor } from './draft-editor';
import { DraftUploads, type SlotUpload } from './draft-uploads';

const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/zip': 'ZIP',
};
const endings: Readonly<Record<string, string>> = { PDF: '.pdf', DOCX: '.docx', ZIP: '.zip' };

/** Files by slot: chosen or dropped, on their way, there, checked. */
@Component({
  selector: 'cv-files-step',
  imports: [AnonymityHints, Icon, ProblemPanel, TextPipe, UploadLine],
  templateUrl: './files-step.html',
  styleUrl: './files-step.css',
})
export class FilesStep {
  private readonly api = inject(Api);
  private readonly texts = inject(Texts);
  private readonly minute = inject(Minute);
  protected readonly editor = inject(DraftEditor);
  protected readonly uploads = inject(DraftUploads);
  protected readonly over = signal<string | null>(null);
  protected readonly problem = signal<unknown>(null);

  /** Files that were not sent because the slot takes no such size, in words, by slot. */
  protected readonly tooLarge = signal<Readonly<Record<string, { name: string; words: string }>>>({});

  protected filesIn(slot: SlotView): readonly DraftFileView[] {
    return this.editor.draft().files.filter((file) => file.slot === slot.key);
  }

  protected uploadsIn(slot: SlotView): readonly SlotUpload[] {
    return this.uploads.list().filter((one) => one.slot.key === slot.key);
  }

  /** The server looked at the file and refused it: sending it again would change nothing. */
  protected refusal({ upload }: SlotUpload): ProblemError | null {
    const problem = upload.problem();
    return upload.state() === 'failed' && problem && problem.status >= 400 && problem.status < 500
      ? new ProblemError(problem)
      : null;
  }

  protected hasRoom(slot: SlotView): boolean {
    return slot.maxFiles === 1 || this.filesIn(slot).length + this.uploadsIn(slot).length < slot.maxFiles;
  }

  protected accepts(slot: SlotView): string {
    const types = slot.mediaTypes.map((type) => typeNames[type] ?? type).join(', ');
    const size = `${Math.floor(slot.maxBytes / megabyte)} MB`;
    return slot.maxFiles > 1
      ? this.texts.t('submission.files.acceptsSeveral', { types, size, count: slot.maxFiles })
      : this.texts.t('submission.files.accepts', { types, size });
  }

  protected endingsOf(slot: SlotView): string {
    return slot.mediaTypes
      .flatMap((type) => [type, endings[typeNames[type] ?? ''] ?? ''])
      .filter(Boolean)
      .join(',');
  }

  protected chosen(slot: SlotView, input: HTMLInputElement): void {
    this.take(slot, input.files);
    input.value = '';
  }

  protected dropped(slot: SlotView, event: DragEvent): void {
    event.preventDefault();
    this.over.set(null);
    this.take(slot, event.dataTransfer?.files ?? null);
  }

  protected hover(slot: SlotView, event: DragEvent): void {
    event.preventDefault();
    this.over.set(slot.key);
  }

  protected async remove(file: DraftFileView): Promise<void> {
    const { draft, opened } = this.editor.form();
    this.problem.set(null);
    try {
      this.editor.takeFiles(
        await this.api.call(submissionsApi.removeFile, { params: { id: draft.id, file: file.id }, query: { opened } }),
      );
    } catch (error) {
      this.problem.set(error);
    }
  }

  protected link(file: DraftFileView): string {
    return apiUrl(submissionsApi.download, { params: { file: file.id }, query: { as: 'inline' } });
  }

  protected facts(file: DraftFileView): string {
    const locale = this.texts.locale();
    const pages = file.pages === null ? null : this.texts.t('submission.files.pages', { count: file.pages });
    const when = this.texts.t('submission.files.at', {
      when: ago(new Date(file.uploadedAt), this.minute.now(), locale),
    });
    return [fileSize(file.bytes, locale), pages, when].filter(Boolean).join(', ');
  }

  protected reason(file: DraftFileView): string {
    return this.texts.maybe(`submission.files.rejected.${file.stateReason}`) ?? '';
  }

  private take(slot: SlotView, files: FileList | null): void {
    if (this.editor.readOnly()) return;
    const room = slot.maxFiles === 1 ? 1 : slot.maxFiles - this.filesIn(slot).length - this.uploadsIn(slot).length;
    const { [slot.key]: _, ...others } = this.tooLarge();
    this.tooLarge.set(others);
    for (const file of Array.from(files ?? []).slice(0, room)) {
      if (file.size <= slot.maxBytes) this.uploads.start(slot, file);
      else this.tooLarge.update((known) => ({ ...known, [slot.key]: this.tooLargeWords(slot, file) }));
    }
  }

  private tooLargeWords(slot: SlotView, file: File): { name: string; words: string } {
    const locale = this.texts.locale();
    const [size, limit] = [megabytes(file.size, locale), megabytes(slot.maxBytes, locale)];
    return { name: file.name, words: this.texts.t('submission.files.tooLarge', { size, limit }) };
  }
}
