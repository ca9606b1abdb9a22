import { Component, computed, inject, input, output } from '@angular/core';
import { Confirm, Field, Input, ProblemPanel, SaveIndicator, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { Draft } from './draft';
import { SetupState } from './setup-state';
import { differences, StaleCompare } from './stale-compare';

/** Name and text of one track. Its co-chairs edit the text, chairs both. */
@Component({
  selector: 'cv-track-editor',
  imports: [Field, Input, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  template: `
    @if (draft.isStale()) {
      <cv-stale-compare [differences]="compared()" (keepMine)="keepMine()" (takeTheirs)="draft.takeTheirs()" />
    }
    <form (submit)="$event.preventDefault(); save()">
      <cv-field [label]="'calls.tracks.name' | text">
        <input
          #name
          cvInput
          maxlength="300"
          required
          [value]="track().name"
          (input)="draft.change({ name: name.value })"
          [readOnly]="!isChair()"
        />
      </cv-field>
      <cv-field [label]="'calls.tracks.description' | text" [hint]="'calls.text.bodyHint' | text" [optional]="true">
        <textarea
          #text
          cvInput
          rows="6"
          maxlength="20000"
          [value]="track().description"
          (input)="draft.change({ description: text.value })"
        ></textarea>
      </cv-field>
      <cv-problem [error]="draft.error()" />
      <div class="cv-row">
        <button class="cv-button" data-look="main">{{ 'calls.tracks.save' | text }}</button>
        <button type="button" class="cv-button" (click)="closed.emit()">{{ 'ui.close' | text }}</button>
        @if (isChair()) {
          <button type="button" class="cv-button" data-look="low" (click)="remove()">
            {{ 'calls.tracks.remove' | text }}
          </button>
        }
        <cv-saved [state]="draft.state()" [at]="draft.savedAt()" />
      </div>
    </form>
  `,
  styles: `
    form {
      margin: var(--s-4) 0;
      padding: var(--s-4);
      background: var(--c-sunken);
      border-radius: var(--r-2);
    }
  `,
})
export class TrackEditor {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  readonly trackId = input.required<string>();
  readonly closed = output<void>();

  protected readonly draft = new Draft(
    this.state,
    computed(() => {
      const found = this.state.setup().call.tracks.find((one) => one.id === this.trackId());
      return { name: found?.name ?? '', description: found?.description ?? '' };
    }),
    computed(() => this.state.setup().trackVersions[this.trackId()] ?? 1),
  );
  protected readonly track = this.draft.value;
  protected readonly isChair = computed(() => this.state.setup().can.editCall);
  protected readonly compared = computed(() =>
    differences(this.track(), this.draft.saved(), {
      name: this.texts.t('calls.tracks.name'),
      description: this.texts.t('calls.tracks.description'),
    }),
  );

  protected save(): Promise<boolean> {
    return this.draft.save((track, version) =>
      this.calls.changeTrack(this.state.slug(), this.trackId(), { version, ...track }),
    );
  }

  protected keepMine(): Promise<boolean> {
    this.draft.keepMine();
    return this.save();
  }

  protected async remove(): Promise<void> {
    const action = this.texts.t('calls.tracks.remove');
    if (!(await this.confirm.ask({ title: `${action}?`, list: [this.track().name], action }))) return;
    await this.draft.save(() => this.calls.removeTrack(this.state.slug(), this.trackId()));
  }
}
