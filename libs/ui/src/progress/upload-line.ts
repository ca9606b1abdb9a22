import { Component, type Signal, computed, inject, input } from '@angular/core';
import type { Problem } from '@convoke/contract';
import { fileSize } from '@convoke/texts';
import { Texts, TextPipe } from '../i18n/texts';
import { ProblemError } from '../problem/problem-error';
import { ProblemPanel } from '../problem/problem-panel';
import { Progress } from './progress';

/** What the line needs of an upload; `Api.upload()` returns one. */
export interface UploadProgress {
  readonly file: File;
  readonly state: Signal<'running' | 'checking' | 'done' | 'failed' | 'aborted'>;
  readonly loaded: Signal<number>;
  readonly secondsLeft: Signal<number | null>;
  readonly problem: Signal<Problem | null>;
  abort(): void;
  retry(): Promise<unknown>;
}

/** A file on its way: progress with Cancel, or why it stopped with another try. */
@Component({
  selector: 'cv-upload-line',
  imports: [ProblemPanel, Progress, TextPipe],
  template: `
    @switch (upload().state()) {
      @case ('failed') {
        <cv-problem [error]="error()" [canRetry]="true" (retry)="again()" />
      }
      @case ('aborted') {
        <p class="cv-row cv-small">
          {{ 'upload.aborted' | text }}: {{ upload().file.name }}
          <button type="button" class="cv-button" data-size="small" (click)="again()">
            {{ 'ui.tryAgain' | text }}
          </button>
        </p>
      }
      @default {
        <cv-progress
          [label]="upload().file.name"
          [done]="upload().loaded()"
          [of]="upload().file.size"
          [words]="words()"
          [secondsLeft]="upload().state() === 'running' ? upload().secondsLeft() : null"
          [cancellable]="upload().state() === 'running'"
          (cancelled)="upload().abort()"
        />
      }
    }
  `,
})
export class UploadLine {
  private readonly texts = inject(Texts);
  readonly upload = input.required<UploadProgress>();
  protected readonly error = computed(() => {
    const problem = this.upload().problem();
    return problem ? new ProblemError(problem) : null;
  });
  protected readonly words = computed(() => {
    const { state, loaded, file } = this.upload();
    const locale = this.texts.locale();
    if (state() === 'checking') return this.texts.t('upload.checking');
    if (state() === 'done') return `${this.texts.t('upload.done')}, ${fileSize(file.size, locale)}`;
    return this.texts.t('progress.of', { done: fileSize(loaded(), locale), of: fileSize(file.size, locale) });
  });

  protected again(): void {
    this.upload()
      .retry()
      .catch(() => undefined);
  }
}
