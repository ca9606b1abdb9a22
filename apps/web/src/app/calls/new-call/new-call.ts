import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { AnonymityMode, CallKind, PresetName } from '@convoke/contract';
import { Field, FieldGroup, Input, PageHead, ProblemPanel, TextPipe, problemOf } from '@convoke/ui';
import { Me } from '../../shell/me';
import { CallsApi } from '../calls.api';
import { zonesFor } from '../set-up/date-meaning';

/** A new call: what it is and what it is called. Everything else comes from the preset of its kind. */
@Component({
  selector: 'cv-new-call',
  imports: [Field, FieldGroup, Input, PageHead, ProblemPanel, TextPipe],
  template: `
    <cv-page-head look="read" [heading]="'calls.new.title' | text" />
    <p class="cv-lead">{{ 'calls.new.lead' | text }}</p>
    <form (submit)="$event.preventDefault(); create(name.value, kicker.value, tagline.value, zone.value)">
      <cv-field-group [label]="'calls.new.kind' | text">
        @for (one of kinds; track one.kind) {
          <label class="cv-check kind">
            <input type="radio" name="kind" [checked]="kind() === one.kind" (change)="kind.set(one.kind)" />
            <span
              ><b>{{ one.label | text }}</b
              ><span class="cv-small cv-muted">{{ one.why | text }}</span></span
            >
          </label>
        }
      </cv-field-group>
      @if (kind() === 'conference') {
        <cv-field-group [label]="'see.page.preset' | text">
          @for (one of presets; track one.name) {
            <label class="cv-check kind">
              <input type="radio" name="preset" [checked]="preset() === one.name" (change)="preset.set(one.name)" />
              <span
                ><b>{{ one.label | text }}</b
                ><span class="cv-small cv-muted">{{ one.why | text }}</span></span
              >
            </label>
          }
        </cv-field-group>
      }
      <cv-field-group [label]="'see.page.mode' | text" [hint]="'see.page.modeHint' | text">
        @for (one of modes; track one.mode) {
          <label class="cv-check">
            <input type="radio" name="mode" [checked]="mode() === one.mode" (change)="mode.set(one.mode)" />
            {{ one.label | text }}
          </label>
        }
      </cv-field-group>
      <cv-field [label]="'calls.new.name' | text" [hint]="'calls.new.nameHint' | text">
        <input #name cvInput required maxlength="120" autocomplete="off" />
      </cv-field>
      <cv-field [label]="'calls.new.kicker' | text" [hint]="'calls.new.kickerHint' | text" [optional]="true">
        <input #kicker cvInput maxlength="300" autocomplete="off" />
      </cv-field>
      <cv-field [label]="'calls.new.tagline' | text" [optional]="true">
        <input #tagline cvInput maxlength="300" autocomplete="off" />
      </cv-field>
      <cv-field [label]="'calls.new.zone' | text" [hint]="'calls.new.zoneHint' | text">
        <select #zone cvInput>
          @for (one of zones; track one) {
            <option [value]="one">{{ one === 'Etc/GMT+12' ? 'AoE (UTC−12)' : one }}</option>
          }
        </select>
      </cv-field>
      <cv-problem [error]="error()" />
      <button class="cv-button" data-look="main" data-wide [attr.aria-disabled]="busy() || null">
        {{ (busy() ? 'calls.set.saving' : 'calls.new.submit') | text }}
      </button>
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 40rem;
    }
    .cv-lead {
      margin-bottom: var(--s-6);
    }
    .kind {
      padding: var(--s-2) 0;
    }
    .kind b {
      display: block;
      font-weight: 500;
    }
  `,
})
export class NewCall {
  private readonly calls = inject(CallsApi);
  private readonly router = inject(Router);
  private readonly me = inject(Me);
  protected readonly kinds = [
    { kind: 'conference', label: 'calls.new.kind.conference', why: 'calls.new.kind.conferenceWhy' },
    { kind: 'special_issue', label: 'calls.new.kind.special_issue', why: 'calls.new.kind.special_issueWhy' },
  ] as const;
  protected readonly zones = zonesFor(Intl.DateTimeFormat().resolvedOptions().timeZone);
  protected readonly presets = [
    { name: 'small_conference', label: 'see.preset.small_conference', why: 'see.preset.small_conferenceWhy' },
    { name: 'full_conference', label: 'see.preset.full_conference', why: 'see.preset.full_conferenceWhy' },
  ] as const;
  protected readonly modes = [
    { mode: 'single', label: 'calls.rules.single' },
    { mode: 'double', label: 'calls.rules.double' },
    { mode: 'triple', label: 'calls.rules.triple' },
  ] as const;
  protected readonly kind = signal<CallKind>('conference');
  protected readonly preset = signal<(typeof this.presets)[number]['name']>('full_conference');
  protected readonly mode = signal<AnonymityMode>('double');
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);
  /** One form, one key: a second click, or a retry after a lost answer, makes no second call. */
  private key = crypto.randomUUID();

  protected async create(name: string, kicker: string, tagline: string, timeZone: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      const kind = this.kind();
      const preset: PresetName = kind === 'conference' ? this.preset() : 'journal';
      const request = { kind, preset, anonymity: this.mode(), name, kicker, tagline, timeZone };
      const { call } = await this.calls.create(request, this.key);
      this.me.refresh();
      await this.router.navigate(['/c', call.slug, 'set-up', 'text']);
    } catch (error) {
      // The server said no: the next try is a new one. Without an answer it may have worked: the key stays.
      if (problemOf(error).status >= 400) this.key = crypto.randomUUID();
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
