import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { PaperFileView, ReviewEditorView } from '@convoke/contract';
import { fileSize } from '@convoke/texts';
import { Icon, TextPipe, Texts } from '@convoke/ui';
import { PdfPages } from './pdf-pages';

const steps = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

/** The paper to read: a PDF page by page with its text, anything else as a download. Never inverted, only dimmed in the dark. */
@Component({
  selector: 'cv-paper-viewer',
  imports: [Icon, PdfPages, TextPipe],
  templateUrl: './paper-viewer.html',
  styleUrl: './paper-viewer.css',
})
export class PaperViewer {
  private readonly texts = inject(Texts);
  readonly paper = input.required<ReviewEditorView['paper']>();
  /** Not accepted yet: there may be a file that is not shown before. */
  readonly invited = input(false);
  protected readonly file = linkedSignal<PaperFileView | undefined>(() => this.paper().files[0]);
  protected readonly page = signal(1);
  protected readonly pages = signal<number | null>(null);
  protected readonly failed = signal(false);
  private readonly step = signal(3);
  protected readonly zoom = computed(() => steps[this.step()] ?? 1);
  protected readonly isSmallest = computed(() => this.step() === 0);
  protected readonly isLargest = computed(() => this.step() === steps.length - 1);

  protected readonly isPdf = computed(() => this.file()?.mediaType === 'application/pdf');
  protected readonly message = computed(() => {
    const file = this.file();
    if (!file) return this.texts.t(this.invited() ? 'reviews.pdf.invited' : 'reviews.pdf.none');
    if (!file.url) return this.texts.t('reviews.pdf.checking');
    if (!this.isPdf()) return this.texts.t('reviews.pdf.notShown');
    return this.failed() ? this.texts.t('reviews.pdf.failed') : null;
  });

  protected choose(file: PaperFileView): void {
    this.file.set(file);
    this.failed.set(false);
    this.pages.set(null);
    this.page.set(1);
  }

  protected scale(by: 1 | -1): void {
    this.step.update((step) => Math.min(steps.length - 1, Math.max(0, step + by)));
  }

  protected size(file: PaperFileView): string {
    return fileSize(file.bytes, this.texts.locale());
  }
}
