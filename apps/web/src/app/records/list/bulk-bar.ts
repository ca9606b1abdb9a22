import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordRow, RecordViews } from '@convoke/contract';
import { Icon, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { AssignmentsApi } from '../../assignments/assignments.api';
import { LettersPreview } from '../../assignments/letters-dialog/letters-dialog';
import { RoundMover } from '../../reviews/moves/mover';
import { Api } from '../../shell/api-client';
import { assignmentsApi } from '@convoke/contract';
import { type ListView, toServer } from '../list-query';
import { AskTag } from '../../tags/tag-dialog';
import { TagsApi } from '../../tags/tags.api';
import { RecordsApi } from '../records.api';

/** As many as one decision may take at once. */
const most = 1000;

/** What can be done with the selected submissions, at the bottom of the page. */
@Component({
  selector: 'cv-bulk-bar',
  imports: [Icon, ProblemPanel, RouterLink, TextPipe],
  template: `
    <div class="cv-dock" role="region" [attr.aria-label]="words()">
      <b role="status">{{ words() }}</b>
      @if (selected().size < total() && total() <= limit) {
        <button type="button" class="cv-button" data-look="low" (click)="selectAll()">
          {{ 'record.selectAll' | text: { total: total() } }}
        </button>
      }
      <cv-problem [error]="problem()" />
      <div class="cv-row cv-end">
        @if (setup().can.assign) {
          <button
            type="button"
            class="cv-button"
            [attr.aria-disabled]="late() === 0 || busy() || null"
            [attr.title]="late() === 0 ? ('record.remindNone' | text) : null"
            (click)="remind()"
          >
            <cv-icon name="mail" />{{ 'record.remind' | text: { count: late() } }}
          </button>
        }
        <button type="button" class="cv-button" [attr.aria-disabled]="busy() || null" (click)="tag()">
          <cv-icon name="tag" />{{ 'tags.many' | text }}
        </button>
        @for (move of moves(); track move) {
          <button type="button" class="cv-button" [attr.aria-disabled]="busy() || null" (click)="go(move)">
            {{ moveWords(move) }}
          </button>
        }
        @if (setup().can.decide || setup().can.recommend) {
          <a
            class="cv-button"
            data-look="main"
            [routerLink]="['/c', call(), 'decide']"
            [queryParams]="{ papers: numbers() }"
            >{{ (setup().can.decide ? 'record.decideOn' : 'record.recommendOn') | text: { count: selected().size } }}</a
          >
        }
        <button type="button" class="cv-button" data-look="low" (click)="clear()">
          {{ 'record.clearSelected' | text }}
        </button>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: contents;
    }
    b {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 45rem) {
      .cv-row {
        display: contents;
      }
      .cv-row .cv-button:not([data-look='low']) {
        width: 100%;
      }
      .cv-button[data-look='low'] {
        order: -1;
        width: auto;
        margin-left: auto;
      }
      b {
        order: -2;
      }
    }
  `,
})
export class BulkBar {
  private readonly api = inject(RecordsApi);
  private readonly raw = inject(Api);
  private readonly assignments = inject(AssignmentsApi);
  private readonly preview = inject(LettersPreview);
  private readonly tags = inject(TagsApi);
  private readonly askTag = inject(AskTag);
  private readonly mover = inject(RoundMover);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);

  readonly call = input.required<string>();
  readonly setup = input.required<RecordViews>();
  /** As typed, and read. */
  readonly query = input.required<string>();
  readonly view = input.required<ListView>();
  readonly total = input.required<number>();
  readonly known = input.required<Map<string, RecordRow>>();
  readonly selected = model.required<ReadonlySet<string>>();
  readonly done = output<void>();

  protected readonly limit = most;
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  private readonly rows = computed(() => [...this.selected()].flatMap((id) => this.known().get(id) ?? []));
  protected readonly late = computed(() => this.rows().reduce((sum, row) => sum + (row.reviews?.late ?? 0), 0));
  protected readonly numbers = computed(() =>
    this.rows()
      .map((row) => row.number)
      .sort((a, b) => a - b)
      .join(),
  );
  protected readonly moves = computed(() => {
    const { openDiscussion, openResponse } = this.setup().can;
    return [
      ...(openDiscussion ? (['open_discussion'] as const) : []),
      ...(openResponse ? (['open_response'] as const) : []),
    ];
  });
  protected readonly words = computed(() =>
    this.texts.t('record.selected', { count: this.selected().size, total: this.total() }),
  );

  protected clear(): void {
    this.selected.set(new Set());
  }

  protected async selectAll(): Promise<void> {
    const view = this.view();
    if (view === 'drafts') return;
    const ids: string[] = [];
    for (let offset = 0; offset < this.total(); offset += 200) {
      const { rows } = await this.api.list(this.call(), toServer(view, this.query()), offset, 200);
      for (const row of rows) {
        this.known().set(row.id, row);
        ids.push(row.id);
      }
    }
    this.selected.set(new Set(ids));
  }

  /** Sets one tag on all that are selected, or takes it away from them. */
  protected async tag(): Promise<void> {
    if (this.busy()) return;
    const ids = [...this.selected()];
    const change = await this.askTag.ask({ count: ids.length, known: this.setup().tags });
    if (!change) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.tags.change(this.call(), ids, { [change.what]: [change.tag] });
      const facts = { name: change.tag.name, count: ids.length };
      this.toasts.done(this.texts.t(change.what === 'add' ? 'tags.addedTo' : 'tags.removedFrom', facts));
      this.done.emit();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected moveWords(move: 'open_discussion' | 'open_response'): string {
    return this.texts.t(`talk.moves.bulk.${move}`, { count: this.selected().size });
  }

  /** Opens discussions or responses of all that are selected; which could not be opened is said with the reason. */
  protected async go(move: 'open_discussion' | 'open_response'): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { responseDate } = this.setup();
      const { changed, problem } = await this.mover.move(this.call(), move, [...this.selected()], responseDate);
      this.problem.set(problem);
      if (changed && !problem) this.done.emit();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** Reminds the reviewers who are late with one of the selected; their letters are shown first. */
  protected async remind(): Promise<void> {
    if (this.late() === 0 || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const board = await this.raw.call(assignmentsApi.board, { params: { call: this.call() } });
      const ids = board.late.filter((one) => this.selected().has(one.submissionId)).map((one) => one.assignmentId);
      const { letters } = await this.assignments.previewReminders(this.call(), ids);
      const send = await this.preview.ask({
        title: this.texts.t('record.remindTitle', { count: letters.length }),
        lead: this.texts.t('record.remindLead', { count: letters.length }),
        action: this.texts.t('record.remindNow', { count: letters.length }),
        letters,
      });
      if (!send) return;
      const sent = await this.assignments.remind(this.call(), ids);
      this.toasts.done(this.texts.t('record.reminded', { count: sent.letters }));
      this.done.emit();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
