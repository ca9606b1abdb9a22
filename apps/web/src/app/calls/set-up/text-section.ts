import { Component, computed, inject } from '@angular/core';
import { Field, Input, ProblemPanel, SaveIndicator, TextPipe, Texts } from '@convoke/ui';
import { CallsApi } from '../calls.api';
import { Draft } from './draft';
import { SetupState } from './setup-state';
import { differences, StaleCompare } from './stale-compare';

/** Name, theme, place and the text of the call. */
@Component({
  selector: 'cv-text-section',
  imports: [Field, Input, ProblemPanel, SaveIndicator, StaleCompare, TextPipe],
  template: `
    @if (draft.isStale()) {
      <cv-stale-compare [differences]="compared()" (keepMine)="keepMine()" (takeTheirs)="draft.takeTheirs()" />
    }
    <form (submit)="$event.preventDefault(); save()">
      <cv-field [label]="'calls.text.name' | text">
        <input
          #name
          cvInput
          required
          maxlength="120"
          [value]="text().name"
          (input)="draft.change({ name: name.value })"
          [readOnly]="!canEdit()"
        />
      </cv-field>
      <cv-field [label]="'calls.text.kicker' | text" [hint]="'calls.new.kickerHint' | text" [optional]="true">
        <input
          #kicker
          cvInput
          maxlength="300"
          [value]="text().kicker"
          (input)="draft.change({ kicker: kicker.value })"
          [readOnly]="!canEdit()"
        />
      </cv-field>
      <cv-field [label]="'calls.text.tagline' | text" [optional]="true">
        <input
          #tagline
          cvInput
          maxlength="300"
          [value]="text().tagline"
          (input)="draft.change({ tagline: tagline.value })"
          [readOnly]="!canEdit()"
        />
      </cv-field>
      <cv-field [label]="'calls.text.place' | text" [hint]="'calls.text.placeHint' | text" [optional]="true">
        <input
          #place
          cvInput
          maxlength="300"
          [value]="text().place"
          (input)="draft.change({ place: place.value })"
          [readOnly]="!canEdit()"
        />
      </cv-field>
      <cv-field [label]="'calls.text.website' | text" [hint]="'calls.text.websiteHint' | text" [optional]="true">
        <input
          #website
          cvInput
          type="url"
          maxlength="500"
          [value]="text().website"
          (input)="draft.change({ website: website.value })"
          [readOnly]="!canEdit()"
        />
      </cv-field>
      <cv-field [label]="'calls.text.body' | text" [hint]="'calls.text.bodyHint' | text" [optional]="true">
        <textarea
          #body
          cvInput
          rows="16"
          maxlength="50000"
          [value]="text().body"
          (input)="draft.change({ body: body.value })"
          [readOnly]="!canEdit()"
        ></textarea>
      </cv-field>
      <cv-problem [error]="draft.error()" />
      @if (canEdit()) {
        <div class="cv-dock">
          <cv-saved [state]="draft.state()" [at]="draft.savedAt()" />
          <button class="cv-button cv-end" data-look="main">{{ 'calls.set.saveText' | text }}</button>
        </div>
      }
    </form>
  `,
  styles: `
    form > :not(.cv-dock) {
      max-width: 44rem;
    }
  `,
})
export class TextSection {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);

  protected readonly draft = new Draft(
    this.state,
    computed(() => {
      const { name, kicker, tagline, place, website, body } = this.state.setup().call;
      return { name, kicker, tagline, place, website, body };
    }),
    computed(() => this.state.setup().version),
  );
  protected readonly text = this.draft.value;
  protected readonly canEdit = computed(() => this.state.setup().can.editCall);
  protected readonly compared = computed(() => {
    const t = (key: 'name' | 'kicker' | 'tagline' | 'place' | 'website' | 'body') => this.texts.t(`calls.text.${key}`);
    const names = {
      name: t('name'),
      kicker: t('kicker'),
      tagline: t('tagline'),
      place: t('place'),
      website: t('website'),
      body: t('body'),
    };
    return differences(this.text(), this.draft.saved(), names);
  });

  protected save(): Promise<boolean> {
    return this.draft.save((text, version) => this.calls.change(this.state.slug(), { version, ...text }));
  }

  protected keepMine(): Promise<boolean> {
    this.draft.keepMine();
    return this.save();
  }
}
