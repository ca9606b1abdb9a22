import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Field, FieldGroup, Input, TextPipe, Texts } from '@convoke/ui';
import { AbstractInput } from './abstract-input';
import { DraftEditor } from './draft-editor';

/** Title, abstract, topics, keywords. */
@Component({
  selector: 'cv-content-step',
  imports: [AbstractInput, Field, FieldGroup, Input, TextPipe],
  template: `
    <h1 class="cv-title">{{ 'submission.content.title' | text }}</h1>
    <p class="cv-lead">
      {{ until() ? ('submission.form.saveUntil' | text: { until: until() }) : ('submission.form.saveNoDate' | text) }}
    </p>
    <cv-field name="title" [label]="'submission.content.titleField' | text">
      <textarea
        cvInput
        data-read="title"
        rows="2"
        maxlength="500"
        [value]="editor.fields().title"
        [readOnly]="editor.readOnly()"
        (input)="editor.set('title', oneLine($any($event.target).value))"
      ></textarea>
    </cv-field>
    <cv-abstract-input
      [text]="editor.fields().abstract"
      (textChange)="editor.set('abstract', $event)"
      [override]="editor.fields().abstractCut"
      (cutChange)="editor.set('abstractCut', $event)"
      [limit]="editor.type()?.abstractMaxWords ?? null"
      [readOnly]="editor.readOnly()"
    />
    @if (topics().length) {
      <cv-field-group name="topics" [label]="'submission.content.topics' | text" [hint]="topicsHint()">
        <div class="cv-row">
          @for (topic of topics(); track topic.id) {
            <label class="cv-option">
              <input
                type="checkbox"
                [checked]="editor.fields().topicIds.includes(topic.id)"
                [disabled]="editor.readOnly()"
                (change)="toggle(topic.id)"
              />{{ topic.name }}
            </label>
          }
        </div>
      </cv-field-group>
    }
    <cv-field
      [label]="'submission.content.keywords' | text"
      [hint]="'submission.content.keywordsHint' | text"
      [optional]="true"
    >
      <input
        cvInput
        maxlength="1000"
        [value]="keywords()"
        [readOnly]="editor.readOnly()"
        (input)="typeKeywords($any($event.target).value)"
      />
    </cv-field>
  `,
})
export class ContentStep {
  private readonly texts = inject(Texts);
  protected readonly editor = inject(DraftEditor);
  readonly until = input<string | null>(null);

  /** As typed, so that a comma at the end is not taken away while typing. */
  protected readonly keywords = linkedSignal<string[], string>({
    source: () => this.editor.fields().keywords,
    computation: (saved, previous) =>
      previous && same(parsed(previous.value), saved) ? previous.value : saved.join(', '),
  });
  protected readonly topics = computed(() =>
    this.editor
      .form()
      .topics.filter((topic) => topic.trackId === null || topic.trackId === this.editor.fields().trackId),
  );
  protected readonly topicsHint = computed(() => {
    const { topicsMin = 0, topicsMax = null } = this.editor.type() ?? {};
    const min = Math.min(topicsMin, this.topics().length);
    const max = Math.min(topicsMax ?? Infinity, this.topics().length);
    return min > 0 && min < max
      ? this.texts.t('submission.content.topicsRange', { min, max })
      : this.texts.t('submission.content.topicsUpTo', { max });
  });

  protected toggle(id: string): void {
    const chosen = this.editor.fields().topicIds;
    this.editor.set('topicIds', chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  }

  protected typeKeywords(text: string): void {
    this.keywords.set(text);
    this.editor.set('keywords', parsed(text));
  }

  /** A title is one line, also when it was pasted from two. */
  protected oneLine(text: string): string {
    return text.replace(/\s*\n\s*/g, ' ');
  }
}

function parsed(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((word) => word.trim().slice(0, 100))
    .filter((word) => word !== '')
    .slice(0, 20);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
