import { Component, type OnDestroy, inject, signal } from '@angular/core';
import { Icon, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { ExportsApi } from '../../records/exports/exports.api';
import type { Download } from '../../shell/download';

/** All papers one reviews, with a form for each, in one archive. */
@Component({
  selector: 'cv-take-papers',
  imports: [Icon, ProblemPanel, TextPipe],
  template: `
    <button
      type="button"
      class="cv-button"
      [attr.aria-disabled]="running() ? true : null"
      [title]="'export.mine.hint' | text"
      (click)="take()"
    >
      <cv-icon name="download" />{{ (running() ? 'export.making' : 'export.mine') | text }}
    </button>
    <cv-problem [error]="error()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-2);
    }
  `,
})
export class TakePapers implements OnDestroy {
  private readonly api = inject(ExportsApi);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  protected readonly running = signal<Download | null>(null);
  protected readonly error = signal<unknown>(null);

  ngOnDestroy(): void {
    this.running()?.abort();
  }

  protected async take(): Promise<void> {
    if (this.running()) return;
    this.error.set(null);
    const running = this.api.myPapers();
    this.running.set(running);
    try {
      await running.finished;
      this.toasts.done(this.texts.t('export.done'));
    } catch (error) {
      if (!(error instanceof DOMException)) this.error.set(error);
    } finally {
      this.running.set(null);
    }
  }
}
