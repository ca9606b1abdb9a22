import { Component, computed, inject } from '@angular/core';
import type { ReviewFormField } from '@convoke/contract';
import { Audience, Field, Input, ProblemPanel, SaveIndicator, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { Draft } from './draft';
import { scaleFrom, scaleLines } from './scale-lines';
import { SetupState } from './setup-state';
import { StaleCompare } from './stale-compare';

/** A question with its scale as it is typed: lines become values when it is saved. */
type Question = ReviewFormField & { lines: string };

const kinds = ['score', 'text', 'choice'] as const;
const audiences = ['authors', 'authors_after_decision', 'reviewers', 'chairs'] as const;

/** The review form: saving makes a new version, reviews already begun keep theirs. */
@Component({
  selector: 'cv-form-section',
  imports: [Audience, Field, Input, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  templateUrl: './form-section.html',
  styles: `
    form > :not(.cv-dock) {
      max-width: 48rem;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--s-1) var(--s-6);
      margin-bottom: var(--s-4);
    }
    .all {
      border: 0;
      padding: 0;
      margin: 0;
      min-width: 0;
    }
    .question {
      padding: var(--s-4) 0;
      border-top: 1px solid var(--c-line);
    }
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: 0 var(--s-4);
    }
    .row cv-field {
      margin-bottom: var(--s-3);
    }
    .ends {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-2) var(--s-4);
      align-items: center;
    }
  `,
})
export class FormSection {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  protected readonly kinds = kinds;
  protected readonly audiences = audiences;
  protected readonly form = computed(() => this.state.setup().reviewForm);
  protected readonly draft = new Draft(
    this.state,
    computed(() => ({
      questions: this.form().fields.map((field): Question => ({ ...field, lines: scaleLines(field.scale) })),
    })),
    computed(() => this.form().n),
  );
  protected readonly questions = computed(() => this.draft.value().questions);
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);
  protected readonly hasBadScale = computed(() => this.questions().some((question) => this.isBad(question)));

  protected isBad(question: Question): boolean {
    return question.kind !== 'text' && scaleFrom(question.lines) === null;
  }

  protected kindWords(kind: (typeof kinds)[number]): string {
    return this.texts.t(`calls.form.kind.${kind}`);
  }

  protected audienceWords(audience: (typeof audiences)[number]): string {
    return this.texts.t(`calls.form.audience.${audience}`);
  }

  protected change(index: number, part: Partial<Question>): void {
    this.put(this.questions().map((question, at) => (at === index ? { ...question, ...part } : question)));
  }

  protected chooseKind(index: number, typed: string): void {
    this.change(index, { kind: kinds.find((kind) => kind === typed) ?? 'text' });
  }

  protected chooseAudience(index: number, typed: string): void {
    this.change(index, { visibility: audiences.find((audience) => audience === typed) ?? 'chairs' });
  }

  protected move(index: number, by: -1 | 1): void {
    const questions = [...this.questions()];
    const to = index + by;
    if (to < 0 || to >= questions.length) return;
    questions.splice(to, 0, ...questions.splice(index, 1));
    this.put(questions);
  }

  protected remove(index: number): void {
    this.put(this.questions().filter((_, at) => at !== index));
  }

  protected add(): void {
    const keys = new Set(this.questions().map((question) => question.key));
    let n = this.questions().length + 1;
    while (keys.has(`question_${n}`)) n += 1;
    this.put([
      ...this.questions(),
      {
        key: `question_${n}`,
        label: '',
        kind: 'text',
        scale: [],
        required: false,
        visibility: 'authors',
        help: '',
        lines: '',
      },
    ]);
  }

  protected async save(): Promise<boolean> {
    if (this.hasBadScale()) return false;
    return this.draft.save(({ questions }, n) =>
      this.calls.setReviewForm(this.state.slug(), { n, fields: questions.map(fieldOf) }),
    );
  }

  protected keepMine(): Promise<boolean> {
    this.draft.keepMine();
    return this.save();
  }

  private put(questions: Question[]): void {
    this.draft.change({ questions });
  }
}

function fieldOf({ lines, ...field }: Question): ReviewFormField {
  return { ...field, scale: field.kind === 'text' ? [] : (scaleFrom(lines) ?? []) };
}
