import { Component, computed, inject, input } from '@angular/core';
import { Field, Input, ProblemPanel, SaveIndicator, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { Draft } from './draft';
import { SetupState } from './setup-state';
import { differences, StaleCompare } from './stale-compare';
import { matchTopics, topicLines } from './topic-lines';

/** Topics as lines of text: typed, pasted from a call, put in order by moving lines. */
@Component({
  selector: 'cv-topics-editor',
  imports: [Field, Input, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  template: `
    @if (draft.isStale()) {
      <cv-stale-compare [differences]="compared()" (keepMine)="keepMine()" (takeTheirs)="draft.takeTheirs()" />
    }
    <form (submit)="$event.preventDefault(); save()">
      <cv-field
        [label]="(trackId() === null ? 'calls.tracks.callTopics' : 'calls.tracks.topics') | text"
        [hint]="'calls.tracks.topicsHint' | text"
      >
        <textarea
          #lines
          cvInput
          rows="8"
          maxlength="60000"
          [value]="draft.value().lines"
          (input)="draft.change({ lines: lines.value })"
        ></textarea>
      </cv-field>
      <cv-problem [error]="draft.error()" />
      <div class="cv-row">
        <button class="cv-button">
          {{ 'calls.tracks.saveTopics' | text }}
        </button>
        <cv-saved [state]="draft.state()" [at]="draft.savedAt()" />
      </div>
    </form>
  `,
})
export class TopicsEditor {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  /** null = the topics of the whole call. */
  readonly trackId = input.required<string | null>();

  private readonly topics = computed(() =>
    this.state.setup().call.topics.filter((topic) => topic.trackId === this.trackId()),
  );
  protected readonly draft = new Draft(
    this.state,
    computed(() => ({
      lines: this.topics()
        .map((topic) => topic.name)
        .join('\n'),
    })),
    computed(() => {
      const { version, trackVersions } = this.state.setup();
      const trackId = this.trackId();
      return trackId === null ? version : (trackVersions[trackId] ?? 1);
    }),
  );
  protected readonly compared = computed(() =>
    differences(this.draft.value(), this.draft.saved(), { lines: this.texts.t('calls.tracks.topics') }),
  );

  protected save(): Promise<boolean> {
    return this.draft.save(({ lines }, version) =>
      this.calls.setTopics(this.state.slug(), {
        trackId: this.trackId(),
        version,
        topics: matchTopics(topicLines(lines), this.topics()),
      }),
    );
  }

  protected keepMine(): Promise<boolean> {
    this.draft.keepMine();
    return this.save();
  }
}
