import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallSetup, ReadinessItem } from '@convoke/contract';
import { Confirm, Icon, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { Me } from '../../shell/me';
import { CallsApi } from '../calls.api';
import { CopyPanel } from './copy-panel';
import { readinessWords } from './readiness-words';
import { SetupState } from './setup-state';

const places: Record<ReadinessItem['section'], string> = {
  text: 'set-up/text',
  tracks: 'set-up/tracks',
  dates: 'set-up/dates',
  types: 'set-up/types',
  form: 'set-up/form',
  visibility: 'set-up/visibility',
  committee: 'people',
};

/** What is still unset, each with a link to its place, and the one button that opens or closes the call. */
@Component({
  selector: 'cv-publish-section',
  imports: [CopyPanel, Icon, ProblemPanel, RouterLink, TextPipe],
  template: `
    @let call = setup().call;
    @if (call.state === 'setup') {
      <p class="cv-muted lead">{{ 'calls.publish.lead' | text }}</p>
    }
    @if (!setup().readiness.length) {
      <p class="cv-note"><cv-icon name="done" />{{ 'calls.publish.ready' | text }}</p>
    }
    @for (group of groups(); track group.severity) {
      <section>
        <h2>{{ group.title }}</h2>
        <ul class="cv-lines">
          @for (item of group.items; track $index) {
            <li [attr.data-severity]="item.severity">
              <cv-icon [name]="item.severity === 'blocking' ? 'stop' : 'warning'" />
              <span>{{ words(item) }}</span>
              <a
                class="cv-button"
                data-size="small"
                [routerLink]="['/c', call.slug].concat(placeOf(item))"
                [attr.aria-label]="openLabel(item)"
                >{{ 'calls.publish.open' | text }}</a
              >
            </li>
          }
        </ul>
      </section>
    }
    <cv-problem [error]="error()" />
    @if (call.state === 'setup') {
      <div class="cv-row act">
        <button
          type="button"
          class="cv-button"
          data-look="main"
          [attr.aria-disabled]="!canPublish() || busy() ? true : null"
          [attr.aria-describedby]="canPublish() ? null : 'why-not'"
          (click)="publish()"
        >
          {{ 'calls.publish.act' | text: { call: call.name } }}
        </button>
        @if (!canPublish()) {
          <span id="why-not" class="cv-muted">{{ 'calls.publish.blocked' | text }}</span>
        }
      </div>
    } @else if (call.state === 'published') {
      <p class="lead">{{ 'calls.publish.done' | text: { call: call.name } }}</p>
      @if (setup().can.editCall) {
        <button type="button" class="cv-button" (click)="close()">
          {{ 'calls.publish.close' | text: { call: call.name } }}
        </button>
      }
    } @else {
      <p>{{ 'calls.publish.closed' | text: { call: call.name } }}</p>
    }
    @if (setup().can.editCall) {
      <cv-copy-panel />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 44rem;
    }
    .lead {
      margin-bottom: var(--s-4);
    }
    section {
      margin-bottom: var(--s-6);
    }
    h2 {
      font: 600 var(--t-16) var(--font-ui);
      margin-bottom: var(--s-2);
    }
    li {
      display: grid;
      grid-template-columns: 1rem minmax(0, 1fr) auto;
      gap: var(--s-3);
      align-items: center;
    }
    li cv-icon {
      color: var(--c-warn);
    }
    li[data-severity='blocking'] cv-icon {
      color: var(--c-error);
    }
    .act {
      margin-top: var(--s-6);
    }
  `,
})
export class PublishSection {
  private readonly state = inject(SetupState);
  private readonly calls = inject(CallsApi);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly me = inject(Me);
  protected readonly setup = this.state.setup;
  protected readonly error = signal<unknown>(null);
  protected readonly busy = signal(false);

  protected readonly groups = computed(() => {
    const of = (severity: ReadinessItem['severity']) =>
      this.setup().readiness.filter((item) => item.severity === severity);
    const [blocking, advice] = [of('blocking'), of('advice')];
    return [
      {
        severity: 'blocking',
        title: this.texts.t('calls.publish.blocking', { count: blocking.length }),
        items: blocking,
      },
      { severity: 'advice', title: this.texts.t('calls.publish.advice'), items: advice },
    ].filter((group) => group.items.length > 0);
  });
  protected readonly canPublish = computed(
    () => this.setup().can.publish && !this.setup().readiness.some((item) => item.severity === 'blocking'),
  );

  protected words(item: ReadinessItem): string {
    return readinessWords(item, this.texts);
  }

  protected openLabel(item: ReadinessItem): string {
    return `${this.texts.t('calls.publish.open')}: ${this.words(item)}`;
  }

  protected placeOf(item: ReadinessItem): string[] {
    return places[item.section].split('/');
  }

  protected async publish(): Promise<void> {
    if (!this.canPublish()) return;
    await this.carryOut(() => this.calls.publish(this.state.slug(), this.setup().version));
  }

  protected async close(): Promise<void> {
    const call = this.setup().call.name;
    const sure = await this.confirm.ask({
      title: this.texts.t('calls.publish.closeTitle', { call }),
      text: this.texts.t('calls.publish.closeWhy'),
      action: this.texts.t('calls.publish.closeAct'),
    });
    if (sure) await this.carryOut(() => this.calls.close(this.state.slug(), this.setup().version));
  }

  private async carryOut(work: () => Promise<CallSetup>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      this.state.apply(await work());
      this.me.refresh();
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
