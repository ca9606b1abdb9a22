import { Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type FormStep, type MissingItem, formStep, submissionsApi } from '@convoke/contract';
import { dateTime, deadlineTwice } from '@convoke/texts';
import {
  Due,
  Icon,
  Loading,
  ProblemPanel,
  SaveIndicator,
  Stepper,
  TextPipe,
  Texts,
  UploadLine,
  type Step,
} from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { PageTitles } from '../../shell/page-titles';
import { missingWords } from '../missing-words';
import { AuthorsStep } from './authors-step';
import { CheckStep } from './check-step';
import { ConflictsStep } from './conflicts-step';
import { ContentStep } from './content-step';
import { DraftEditor } from './draft-editor';
import { DraftUploads } from './draft-uploads';
import { FilesStep } from './files-step';
import { TypeStep } from './type-step';

const order: readonly FormStep[] = formStep.options;

/** The author's form: six steps, all reachable, everything saved by itself, uploads running below. */
@Component({
  selector: 'cv-submission-form',
  imports: [
    AuthorsStep,
    CheckStep,
    ConflictsStep,
    ContentStep,
    Due,
    FilesStep,
    Icon,
    Loading,
    ProblemPanel,
    RouterLink,
    SaveIndicator,
    Stepper,
    TextPipe,
    TypeStep,
    UploadLine,
  ],
  providers: [DraftEditor, DraftUploads],
  templateUrl: './submission-form.html',
  styleUrl: './submission-form.css',
})
export class SubmissionFormPage {
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  protected readonly editor = inject(DraftEditor);
  protected readonly uploads = inject(DraftUploads);
  readonly call = input.required<string>();
  readonly id = input.required<string>();
  readonly step = input<string>();

  protected readonly loaded = inject(Api).resource(submissionsApi.form, () => ({ params: { id: this.id() } }));
  protected readonly current = computed<FormStep>(() => {
    const asked = formStep.safeParse(this.step());
    return asked.success ? asked.data : 'content';
  });
  protected readonly missing = computed(() => this.editor.draft().missing.paper);
  protected readonly steps = computed<Step[]>(() => order.map((key) => this.stepOf(key)));
  protected readonly until = computed(() => {
    const due = this.editor.form().dates.paper;
    return due ? deadlineTwice(due, this.texts.locale()).reader : null;
  });
  /** Until when authors and conflicts of a submitted paper may be put right; null where that is no later than the rest. */
  protected readonly detailsUntil = computed(() => {
    const { dates, details } = this.editor.form();
    if (!details.until || details.until === dates.paper?.closesAt) return null;
    return dateTime(new Date(Date.parse(details.until) - 60_000), undefined, this.texts.locale());
  });
  protected readonly running = computed(() => this.uploads.running()[0]);
  protected readonly next = computed(
    () => order[order.indexOf(this.current()) + 1] as Exclude<FormStep, 'type'> | undefined,
  );
  protected readonly previous = computed(() => order[order.indexOf(this.current()) - 1]);

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      if (!this.editor.ready() && this.loaded.hasValue()) {
        this.editor.open(this.loaded.value());
        this.uploads.watch();
      }
    });
    effect(() => {
      if (this.editor.ready()) titles.set(this.texts.t('submission.new', { call: this.editor.form().call.name }));
    });
    const leaving = (event: BeforeUnloadEvent): void => {
      if (this.uploads.running().length > 0) event.preventDefault();
    };
    addEventListener('beforeunload', leaving);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('beforeunload', leaving);
      if (this.editor.ready()) void this.editor.flush();
    });
  }

  protected go(step: string): void {
    void this.router.navigate([], { queryParams: { step } }).then(() => window.scrollTo({ top: 0 }));
  }

  protected words(item: MissingItem): string {
    return missingWords(item, this.texts);
  }

  protected continueWords(next: Exclude<FormStep, 'type'>): string {
    return this.texts.t(`submission.form.continue.${next}`);
  }

  private stepOf(key: FormStep): Step {
    const label = this.texts.t(`submission.step.${key}`);
    const missing = key === 'check' ? this.missing() : this.missing().filter((item) => item.step === key);
    const [first] = missing;
    if (key === 'files' && this.running()) {
      const percent = this.running()?.upload.percent() ?? 0;
      return { key, label, state: 'open', note: this.texts.t('submission.step.files.uploading', { percent }) };
    }
    if (!first) return { key, label, state: key === 'check' ? 'open' : 'done', note: this.doneNote(key) };
    const note =
      key !== 'check' && missing.length === 1
        ? this.words(first)
        : this.texts.t('submission.step.missing', { count: missing.length });
    return {
      key,
      label,
      state: this.isTouched(key) ? 'missing' : 'open',
      note: this.isTouched(key) || key === 'check' ? note : this.openNote(key),
    };
  }

  /** A step nobody has begun is open rather than wrong. */
  private isTouched(step: FormStep): boolean {
    const { title, abstract, authors } = this.editor.draft().fields;
    if (step === 'content') return title.trim() !== '' || abstract.trim() !== '';
    if (step === 'authors') return authors.length > 0;
    return step === 'files' && this.editor.draft().files.some((file) => file.state === 'rejected');
  }

  private openNote(step: FormStep): string {
    if (step === 'content') return this.texts.t('submission.step.content.note');
    if (step === 'conflicts')
      return this.texts.t('submission.step.conflicts.note', { count: this.editor.form().committee.length });
    return step === 'files'
      ? this.texts.t('submission.step.files.note', { count: this.editor.draft().files.length })
      : '';
  }

  private doneNote(step: FormStep): string {
    const { authors, conflicts } = this.editor.fields();
    if (step === 'type') return this.editor.type()?.name ?? '';
    if (step === 'authors') return this.texts.t('submission.step.authors.note', { count: authors.length });
    if (step === 'conflicts') return this.texts.t('submission.step.conflicts.done', { count: conflicts.length });
    return step === 'check' ? this.texts.t('submission.check.nothing') : this.openNote(step);
  }
}
