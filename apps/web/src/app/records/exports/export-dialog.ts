import { Component, Injectable, type OnDestroy, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule } from '@angular/material/dialog';
import { type ExportFormat, type ExportTable, exportTable, type TypedRecordQuery } from '@convoke/contract';
import { fileSize } from '@convoke/texts';
import { FieldGroup, Icon, Loading, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import type { Download } from '../../shell/download';
import { ExportsApi } from './exports.api';
import { rangesOf } from './ranges';

export interface ExportQuestion {
  readonly call: string;
  /** The list as it stands, and how many submissions it finds. */
  readonly list: TypedRecordQuery;
  readonly total: number;
  /** Numbers of the selected ones. */
  readonly selected: readonly number[];
}

type What = ExportTable | 'papers';
const kinds: readonly What[] = [...exportTable.options, 'papers'];
/** More of them are not read one by one. */
const most = 30;
const formats: readonly ExportFormat[] = ['xlsx', 'csv'];

/** What to take along of a list: says first how much it is and what is not in it, then fetches it. */
@Component({
  selector: 'cv-export-dialog',
  imports: [FieldGroup, Icon, Loading, MatDialogModule, ProblemPanel, TextPipe],
  templateUrl: './export-dialog.html',
  styleUrl: './export-dialog.css',
})
export class ExportDialog implements OnDestroy {
  private readonly api = inject(ExportsApi);
  private readonly texts = inject(Texts);
  protected readonly data = inject<ExportQuestion>(MAT_DIALOG_DATA);
  protected readonly kinds = kinds;
  protected readonly formats = formats;
  protected readonly words = {
    submissions: { name: 'export.submissions', note: 'export.submissions.note' },
    authors: { name: 'export.authors', note: 'export.authors.note' },
    reviews: { name: 'export.reviews', note: 'export.reviews.note' },
    decisions: { name: 'export.decisions', note: 'export.decisions.note' },
    committee: { name: 'export.committee', note: 'export.committee.note' },
    papers: { name: 'export.papers', note: 'export.papers.note' },
  } as const satisfies Record<What, unknown>;
  protected readonly formatWords = { xlsx: 'export.xlsx', csv: 'export.csv' } as const;

  protected readonly isSelection = signal(this.data.selected.length > 0);
  protected readonly what = signal<What>('submissions');
  protected readonly format = signal<ExportFormat>('xlsx');
  protected readonly running = signal<Download | null>(null);
  protected readonly error = signal<unknown>(null);
  protected readonly done = signal<'here' | 'browser' | null>(null);

  private readonly scope = computed(() => ({
    ...this.data.list,
    ...(this.isSelection() ? { papers: rangesOf(this.data.selected) } : {}),
  }));
  private readonly table = computed(() => {
    const what = this.what();
    return what === 'papers' ? null : what;
  });
  protected readonly plan = this.api.plan(this.data.call, this.table, this.scope);
  protected readonly papers = this.api.papersPlan(this.data.call, () => this.what() === 'papers', this.scope);
  /** More than one archive holds. */
  protected readonly isTooLarge = computed(() => {
    if (this.what() !== 'papers' || !this.papers.hasValue()) return false;
    const { files, bytes, limit } = this.papers.value();
    return files > limit.files || bytes > limit.bytes;
  });
  protected readonly isReady = computed(() => {
    if (this.running() !== null) return false;
    if (this.what() !== 'papers') return this.plan.hasValue() && this.plan.value().columns.length > 0;
    return this.papers.hasValue() && this.papers.value().files > 0 && !this.isTooLarge();
  });
  protected readonly progress = computed(() => {
    const running = this.running();
    if (!running || running.loaded() === 0) return this.texts.t('export.making');
    return this.texts.t('export.loaded', { size: this.size(running.loaded()) });
  });

  ngOnDestroy(): void {
    this.running()?.abort();
  }

  protected choose(what: What): void {
    this.cancel();
    this.what.set(what);
    this.error.set(null);
    this.done.set(null);
  }

  protected of(isSelection: boolean): void {
    this.cancel();
    this.isSelection.set(isSelection);
    this.error.set(null);
    this.done.set(null);
  }

  protected size(bytes: number): string {
    return fileSize(bytes, this.texts.locale());
  }

  /** “a, b and 12 more” says less than all of them: columns are few. */
  protected names(columns: readonly string[]): string {
    return columns.join(', ');
  }

  /** “#1–4, #9”; of very many the first ones. */
  protected numbers(numbers: readonly number[]): string {
    const parts = rangesOf(numbers).split(',');
    const shown = parts.slice(0, most).map((part) => `#${part.replace('-', '–')}`);
    return shown.join(', ') + (parts.length > most ? '…' : '');
  }

  protected async download(): Promise<void> {
    if (!this.isReady()) return;
    this.error.set(null);
    this.done.set(null);
    const table = this.table();
    if (table === null) {
      this.api.papers(this.data.call, this.scope());
      this.done.set('browser');
      return;
    }
    const running = this.api.table(this.data.call, table, this.format(), this.scope());
    this.running.set(running);
    try {
      await running.finished;
      this.done.set('here');
    } catch (error) {
      if (!(error instanceof DOMException)) this.error.set(error);
    } finally {
      if (this.running() === running) this.running.set(null);
    }
  }

  protected cancel(): void {
    this.running()?.abort();
    this.running.set(null);
  }
}

/** Offers what can be taken along of a list. */
@Injectable({ providedIn: 'root' })
export class OfferExport {
  private readonly dialog = inject(MatDialog);

  open(question: ExportQuestion): void {
    this.dialog.open<ExportDialog, ExportQuestion>(ExportDialog, {
      data: question,
      width: '36rem',
      maxWidth: '96vw',
      restoreFocus: true,
    });
  }
}
