import { Component, computed, inject } from '@angular/core';
import type { CallSettings } from '@convoke/contract';
import { Field, FieldGroup, Input, ProblemPanel, SaveIndicator, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { Draft } from './draft';
import { SetupState } from './setup-state';
import { differences, StaleCompare } from './stale-compare';

/** The switches of the visibility table that a chair meets first; the others keep their safe defaults. */
const shownSwitches = [
  'pc_sees_titles',
  'invited_reviewers_see_pdf',
  'reviewers_see_supplementary',
  'reviewers_see_other_reviews_after_own',
  'reviewers_see_reviewer_names',
  'reviewers_see_decision',
  'authors_see_scores',
  'chairs_see_drafts',
] as const;

type Anonymity = 'single' | 'double' | 'triple';
type Flag = 'autoSubmit' | 'handlersDecide' | 'handlersRelease';

/** Anonymity, the numbers of reviewing, who decides, and who sees what. */
@Component({
  selector: 'cv-rules-section',
  imports: [Field, FieldGroup, Input, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  template: `
    @if (draft.isStale()) {
      <cv-stale-compare [differences]="compared()" (keepMine)="keepMine()" (takeTheirs)="draft.takeTheirs()" />
    }
    <form (submit)="$event.preventDefault(); save()">
      <fieldset [disabled]="!canEdit()" class="all">
        <cv-field-group [label]="'calls.rules.anonymity' | text">
          @for (mode of modes; track mode) {
            <label class="cv-check">
              <input
                type="radio"
                name="anonymity"
                [checked]="rules().anonymity === mode"
                (change)="draft.change({ anonymity: mode })"
              />
              {{ modeWords(mode) }}
            </label>
          }
        </cv-field-group>
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
        <cv-field-group class="see" [label]="'calls.rules.see' | text" [hint]="'calls.rules.seeHint' | text">
          @for (name of switches; track name) {
            <label class="cv-check">
              <input #seen type="checkbox" [checked]="rules().visibility[name]" (change)="see(name, seen.checked)" />
              {{ switchWords(name) }}
            </label>
          }
        </cv-field-group>
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
    .see {
      margin-top: var(--s-6);
    }
  `,
})
export class RulesSection {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  protected readonly modes: readonly Anonymity[] = ['single', 'double', 'triple'];
  protected readonly switches = shownSwitches;
  protected readonly flags = [
    { name: 'autoSubmit', label: 'calls.rules.autoSubmit', hint: 'calls.rules.autoSubmitHint' },
    { name: 'handlersDecide', label: 'calls.rules.handlersDecide', hint: 'calls.rules.handlersDecideHint' },
    { name: 'handlersRelease', label: 'calls.rules.handlersRelease', hint: null },
  ] as const;

  protected readonly draft = new Draft(
    this.state,
    computed(() => flat(this.state.setup().settings, this.state.setup().call.anonymity)),
    computed(() => this.state.setup().version),
  );
  protected readonly rules = this.draft.value;
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);
  protected readonly compared = computed(() => {
    const t = (key: 'anonymity' | 'reviews' | 'load' | 'maxWords' | 'hold' | 'autoSubmit' | 'see') =>
      this.texts.t(`calls.rules.${key}`);
    return differences(this.rules(), this.draft.saved(), {
      anonymity: t('anonymity'),
      reviewsPerSubmission: t('reviews'),
      maxLoad: t('load'),
      maxWords: t('maxWords'),
      releaseHoldMinutes: t('hold'),
      autoSubmit: t('autoSubmit'),
      visibility: t('see'),
    });
  });

  protected modeWords(mode: Anonymity): string {
    return this.texts.t(`calls.rules.${mode}`);
  }

  protected switchWords(name: (typeof shownSwitches)[number]): string {
    return this.texts.t(`calls.rules.s.${name}`);
  }

  protected setFlag(name: Flag, on: boolean): void {
    this.draft.change({ [name]: on });
  }

  protected see(name: string, on: boolean): void {
    this.draft.change({ visibility: { ...this.rules().visibility, [name]: on } });
  }

  protected save(): Promise<boolean> {
    return this.draft.save(({ anonymity, encouraged, maxWords, visibility, ...settings }, version) =>
      this.calls.change(this.state.slug(), {
        version,
        anonymity,
        settings: { ...settings, abstract: { encouraged, maxWords }, visibility: this.changed(visibility) },
      }),
    );
  }

  protected keepMine(): Promise<boolean> {
    this.draft.keepMine();
    return this.save();
  }

  /** Only the switches that were turned: the others stay at their defaults, whatever those become. */
  private changed(visibility: Record<string, boolean>): Record<string, boolean> {
    const saved = this.draft.saved().visibility;
    return Object.fromEntries(Object.entries(visibility).filter(([name, on]) => saved[name] !== on));
  }
}

function flat(settings: CallSettings, anonymity: Anonymity) {
  const { abstract, visibility, reviewsPerSubmission, maxLoad, releaseHoldMinutes } = settings;
  const { autoSubmit, handlersDecide, handlersRelease } = settings;
  return {
    anonymity,
    reviewsPerSubmission,
    maxLoad,
    releaseHoldMinutes,
    autoSubmit,
    handlersDecide,
    handlersRelease,
    ...abstract,
    visibility,
  };
}
