import { Component, computed, inject } from '@angular/core';
import type { CallSettings } from '@convoke/contract';
import { Field, Input, ProblemPanel, SaveIndicator, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { Draft } from './draft';
import { SetupState } from './setup-state';
import { differences, StaleCompare } from './stale-compare';

type Flag = 'autoSubmit' | 'handlersDecide' | 'handlersRelease' | 'responsePerReview';

/** The numbers of reviewing, and who decides. */
@Component({
  selector: 'cv-rules-section',
  imports: [Field, Input, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  template: `
    @if (draft.isStale()) {
      <cv-stale-compare [differences]="compared()" (keepMine)="keepMine()" (takeTheirs)="draft.takeTheirs()" />
    }
    <form (submit)="$event.preventDefault(); save()">
      <fieldset [disabled]="!canEdit()" class="all">
        <div class="numbers">
          <cv-field [label]="'calls.rules.reviews' | text">
            <input
              #reviews
              cvInput
              type="number"
              min="1"
              max="10"
              required
              [value]="rules().reviewsPerSubmission"
              (input)="draft.change({ reviewsPerSubmission: reviews.valueAsNumber })"
            />
          </cv-field>
          <cv-field [label]="'calls.rules.load' | text">
            <input
              #load
              cvInput
              type="number"
              min="1"
              max="200"
              required
              [value]="rules().maxLoad"
              (input)="draft.change({ maxLoad: load.valueAsNumber })"
            />
          </cv-field>
          <cv-field [label]="'calls.rules.maxWords' | text" [hint]="'calls.rules.maxWordsHint' | text">
            <input
              #words
              cvInput
              type="number"
              min="50"
              max="20000"
              [value]="rules().maxWords ?? ''"
              (input)="draft.change({ maxWords: words.value === '' ? null : words.valueAsNumber })"
            />
          </cv-field>
          <cv-field [label]="'calls.rules.responseWords' | text" [hint]="'calls.rules.maxWordsHint' | text">
            <input
              #response
              cvInput
              type="number"
              min="50"
              max="20000"
              [value]="rules().responseMaxWords ?? ''"
              (input)="draft.change({ responseMaxWords: response.value === '' ? null : response.valueAsNumber })"
            />
          </cv-field>
          <cv-field [label]="'calls.rules.details' | text" [hint]="'calls.rules.detailsHint' | text">
            <input
              #details
              cvInput
              type="number"
              min="0"
              max="720"
              required
              [value]="rules().detailsHours"
              (input)="draft.change({ detailsHours: details.valueAsNumber })"
            />
          </cv-field>
          <cv-field [label]="'calls.rules.hold' | text" [hint]="'calls.rules.holdHint' | text">
            <input
              #hold
              cvInput
              type="number"
              min="0"
              max="60"
              required
              [value]="rules().releaseHoldMinutes"
              (input)="draft.change({ releaseHoldMinutes: hold.valueAsNumber })"
            />
          </cv-field>
        </div>
        <label class="cv-check">
          <input
            #encouraged
            type="checkbox"
            [checked]="rules().encouraged"
            (change)="draft.change({ encouraged: encouraged.checked })"
          />
          {{ 'calls.rules.abstract' | text }}
        </label>
        @for (flag of flags; track flag.name) {
          <label class="cv-check">
            <input #box type="checkbox" [checked]="rules()[flag.name]" (change)="setFlag(flag.name, box.checked)" />
            <span
              >{{ flag.label | text }}
              @if (flag.hint; as hint) {
                <span class="cv-small cv-muted hint">{{ hint | text }}</span>
              }
            </span>
          </label>
        }
      </fieldset>
      <cv-problem [error]="draft.error()" />
      @if (canEdit()) {
        <div class="cv-dock">
          <cv-saved [state]="draft.state()" [at]="draft.savedAt()" />
          <button class="cv-button cv-end" data-look="main">{{ 'calls.set.saveRules' | text }}</button>
        </div>
      }
    </form>
  `,
  styles: `
    form > :not(.cv-dock) {
      max-width: 44rem;
    }
    .all {
      border: 0;
      padding: 0;
      margin: 0;
      min-width: 0;
    }
    .numbers {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
      gap: 0 var(--s-4);
      align-items: end;
    }
    .hint {
      display: block;
    }
  `,
})
export class RulesSection {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  protected readonly flags = [
    { name: 'autoSubmit', label: 'calls.rules.autoSubmit', hint: 'calls.rules.autoSubmitHint' },
    { name: 'handlersDecide', label: 'calls.rules.handlersDecide', hint: 'calls.rules.handlersDecideHint' },
    { name: 'handlersRelease', label: 'calls.rules.handlersRelease', hint: null },
    { name: 'responsePerReview', label: 'calls.rules.responsePerReview', hint: 'calls.rules.responsePerReviewHint' },
  ] as const;

  protected readonly draft = new Draft(
    this.state,
    computed(() => flat(this.state.setup().settings)),
    computed(() => this.state.setup().version),
  );
  protected readonly rules = this.draft.value;
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);
  protected readonly compared = computed(() => {
    const t = (key: 'reviews' | 'load' | 'maxWords' | 'hold' | 'details' | 'autoSubmit') =>
      this.texts.t(`calls.rules.${key}`);
    return differences(this.rules(), this.draft.saved(), {
      reviewsPerSubmission: t('reviews'),
      maxLoad: t('load'),
      maxWords: t('maxWords'),
      releaseHoldMinutes: t('hold'),
      detailsHours: t('details'),
      autoSubmit: t('autoSubmit'),
    });
  });

  protected setFlag(name: Flag, on: boolean): void {
    this.draft.change({ [name]: on });
  }

  protected save(): Promise<boolean> {
    return this.draft.save(({ encouraged, maxWords, ...settings }, version) =>
      this.calls.change(this.state.slug(), { version, settings: { ...settings, abstract: { encouraged, maxWords } } }),
    );
  }

  protected keepMine(): Promise<boolean> {
    this.draft.keepMine();
    return this.save();
  }
}

function flat(settings: CallSettings) {
  const { abstract, reviewsPerSubmission, maxLoad, releaseHoldMinutes, detailsHours } = settings;
  const { autoSubmit, handlersDecide, handlersRelease, responseMaxWords, responsePerReview } = settings;
  return {
    reviewsPerSubmission,
    maxLoad,
    releaseHoldMinutes,
    detailsHours,
    autoSubmit,
    handlersDecide,
    handlersRelease,
    responseMaxWords,
    responsePerReview,
    ...abstract,
  };
}
