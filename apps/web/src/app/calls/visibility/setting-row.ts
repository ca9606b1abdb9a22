import { Component, computed, inject, input, output } from '@angular/core';
import type { Contradiction, SettingView, VisibilityView } from '@convoke/contract';
import { Icon, TextPipe } from '@convoke/ui';
import { SeeingWords } from './seeing-words';

/** One setting: what it allows, what follows, what it is usually, what it decides exactly, and what it contradicts. */
@Component({
  selector: 'cv-setting-row',
  imports: [Icon, TextPipe],
  template: `
    @let one = setting();
    <label class="cv-check">
      <input #box type="checkbox" [checked]="on()" (change)="turn.emit(box.checked)" />
      <span>
        {{ words.setting(one.name) }}
        <span class="cv-small cv-muted why">
          {{ words.why(one.name) }}
          @if (on() !== one.usual) {
            <span class="mark">{{ 'see.page.usual' | text: usual() }}</span>
          }
          @if (changed()) {
            <b class="mark">{{ 'see.page.changedMark' | text }}</b>
          }
          @if (one.idle === 'anonymity') {
            <span class="mark">{{ 'see.page.idle.anonymity' | text }}</span>
          } @else if (one.idle === 'steps') {
            <span class="mark">{{ 'see.page.idle.steps' | text }}</span>
          }
        </span>
      </span>
    </label>
    @for (problem of problems(); track problem.needs) {
      <div class="cv-note problem" data-look="warn">
        <cv-icon name="warning" />
        <div>
          <p>{{ words.needs(problem.on, problem.needs) }}</p>
          @if (problem.needs; as needs) {
            <button type="button" class="cv-button" data-size="small" (click)="turnOther.emit(needs)">
              {{ 'see.page.fix' | text: { value: 'on', setting: words.setting(needs) } }}
            </button>
          }
        </div>
      </div>
    }
    @if (one.effects.length) {
      <details>
        <summary [attr.aria-label]="'see.page.exactlyOf' | text: { setting: words.setting(one.name) }">
          {{ 'see.page.exactly' | text }}
        </summary>
        <ul>
          @for (effect of one.effects; track $index) {
            <li>{{ words.effect(effect, kind()) }}</li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: var(--s-2) 0;
    }
    .why {
      display: block;
    }
    .mark {
      margin-left: var(--s-1);
    }
    b.mark {
      color: var(--c-accent);
      font-weight: 500;
    }
    .problem,
    details {
      margin-left: var(--s-6);
    }
    .problem {
      margin-top: var(--s-1);
    }
    .problem .cv-button {
      margin-top: var(--s-2);
      white-space: normal;
      text-align: left;
    }
    summary {
      display: inline-block;
      min-height: 1.5rem;
      color: var(--c-accent);
      font: var(--t-13) var(--font-ui);
      cursor: pointer;
    }
    details ul {
      list-style: disc;
      padding: 0 0 var(--s-1) var(--s-4);
      color: var(--c-ink-2);
      font: var(--t-13) var(--font-ui);
      max-width: var(--measure);
    }
  `,
})
export class SettingRow {
  protected readonly words = inject(SeeingWords);
  readonly setting = input.required<SettingView>();
  readonly kind = input.required<VisibilityView['kind']>();
  readonly on = input.required<boolean>();
  readonly changed = input(false);
  readonly contradictions = input<readonly Contradiction[]>([]);
  readonly turn = output<boolean>();
  readonly turnOther = output<SettingView['name']>();

  protected readonly problems = computed(() => this.contradictions().filter(({ on }) => on === this.setting().name));
  protected readonly usual = computed(() => ({ value: this.setting().usual ? 'on' : 'off' }));
}
