import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Loading, PageHead, type Tab, Tabs, TextPipe, Texts } from '@convoke/ui';
import { SetupState } from './setup-state';

/** The settings of a call: its sections as tabs, each its own page. */
@Component({
  selector: 'cv-set-up',
  imports: [Loading, PageHead, RouterOutlet, Tabs, TextPipe],
  providers: [SetupState],
  template: `
    @if (state.view(); as setup) {
      <cv-page-head [heading]="'calls.set.title' | text: { call: setup.call.name }">
        <span class="cv-muted">{{ stateWord() }}</span>
        <a class="cv-button" [href]="'/c/' + setup.call.slug">{{ 'calls.set.view' | text }}</a>
      </cv-page-head>
      <cv-tabs [label]="'calls.set.sections' | text" [tabs]="tabs()" />
      @if (!setup.can.editCall) {
        <p class="cv-note read-only">{{ 'calls.set.readOnly' | text }}</p>
      }
      <router-outlet />
    } @else {
      <cv-loading [resource]="state.resource" />
    }
  `,
  styles: `
    .read-only {
      margin-bottom: var(--s-4);
    }
  `,
})
export class SetUp {
  private readonly texts = inject(Texts);
  protected readonly state = inject(SetupState);
  readonly call = input.required<string>();

  protected readonly stateWord = computed(() => this.texts.t(`calls.set.state.${this.state.setup().call.state}`));
  protected readonly tabs = computed<Tab[]>(() => {
    const missing = this.state.setup().readiness.filter((item) => item.severity === 'blocking').length;
    const tab = (
      section: 'text' | 'tracks' | 'dates' | 'types' | 'form' | 'rules' | 'visibility' | 'publish',
      count?: number,
    ): Tab => ({
      label: this.texts.t(`calls.set.${section}`),
      link: ['/c', this.call(), 'set-up', section],
      ...(count ? { count } : {}),
    });
    return [
      tab('text'),
      tab('tracks'),
      tab('dates'),
      tab('types'),
      tab('form'),
      tab('rules'),
      tab('visibility'),
      tab('publish', missing),
    ];
  });

  constructor() {
    effect(() => this.state.open(this.call()));
  }
}
