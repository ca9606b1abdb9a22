import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { submissionsApi } from '@convoke/contract';
import { ago } from '@convoke/texts';
import { Due, FieldGroup, Icon, Loading, Minute, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { PageTitles } from '../../shell/page-titles';

/** Where a submission begins: track and type, if there is a choice; drafts begun before, in case one of them was meant. */
@Component({
  selector: 'cv-new-submission',
  imports: [Due, FieldGroup, Icon, Loading, ProblemPanel, RouterLink, TextPipe],
  template: `
    @if (start.hasValue()) {
      @let view = start.value();
      <h1 class="cv-title">{{ 'submission.new' | text: { call: view.call.name } }}</h1>
      @if (view.closed) {
        <p class="cv-note" data-look="warn">
          <cv-icon name="lock" />{{ 'submission.new.closed' | text }}. {{ closedWords() }}
        </p>
      } @else {
        <p class="cv-lead">{{ 'submission.new.lead' | text }}</p>
        @if (view.dates.paper) {
          <div class="due"><cv-due [deadline]="view.dates.paper" look="line" /></div>
        }
        @if (view.tracks.length > 1) {
          <cv-field-group [label]="'submission.new.track' | text">
            @for (one of view.tracks; track one.id) {
              <label class="cv-check">
                <input type="radio" name="track" [checked]="one.id === track()" (change)="track.set(one.id)" />
                <span
                  >{{ one.name }}
                  @if (one.description) {
                    <small>{{ one.description }}</small>
                  }
                </span>
              </label>
            }
          </cv-field-group>
        }
        @if (view.types.length > 1) {
          <cv-field-group [label]="'submission.new.type' | text">
            @for (one of view.types; track one.id) {
              <label class="cv-check">
                <input type="radio" name="type" [checked]="one.id === type()" (change)="type.set(one.id)" />
                <span>{{ one.name }}</span>
              </label>
            }
          </cv-field-group>
        }
        <cv-problem [error]="problem()" />
        <button
          type="button"
          class="cv-button"
          data-look="main"
          data-size="big"
          data-wide
          [attr.aria-disabled]="busy() ? true : null"
          (click)="begin()"
        >
          {{ 'submission.new.start' | text }}
        </button>
      }
      @if (view.drafts.length) {
        <section aria-labelledby="drafts">
          <h2 id="drafts">{{ 'submission.new.drafts' | text }}</h2>
          <ul class="cv-lines">
            @for (draft of view.drafts; track draft.id) {
              <li>
                <a class="cv-read" [routerLink]="['/c', call(), 'd', draft.id]">{{
                  draft.title || ('submission.untitled' | text)
                }}</a>
                <span class="cv-small cv-muted">{{
                  'submission.new.draftEdited' | text: { when: when(draft.editedAt) }
                }}</span>
              </li>
            }
          </ul>
        </section>
      }
    } @else {
      <cv-loading [resource]="start" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 40rem;
    }
    .due {
      margin-bottom: var(--s-6);
    }
    small {
      display: block;
      color: var(--c-ink-2);
      font: var(--t-13) var(--font-ui);
    }
    section {
      margin-top: var(--s-8);
    }
    h2 {
      font: 600 var(--t-16) var(--font-ui);
      margin-bottom: var(--s-2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-3);
      align-items: baseline;
      justify-content: space-between;
    }
  `,
})
export class NewSubmission {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly minute = inject(Minute);
  readonly call = input.required<string>();
  protected readonly start = this.api.resource(submissionsApi.start, () => ({ params: { call: this.call() } }));
  private readonly view = computed(() => (this.start.hasValue() ? this.start.value() : null));
  protected readonly track = linkedSignal(() => this.view()?.tracks[0]?.id ?? '');
  protected readonly type = linkedSignal(() => this.view()?.types[0]?.id ?? '');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  private readonly key = crypto.randomUUID();
  protected readonly closedWords = computed(() => this.texts.maybe(`refusal.${this.view()?.closed ?? ''}`) ?? '');

  constructor() {
    const titles = inject(PageTitles);
    effect(() => {
      const view = this.view();
      if (view) titles.set(this.texts.t('submission.new', { call: view.call.name }));
    });
  }

  protected when(at: string): string {
    return ago(new Date(at), this.minute.now(), this.texts.locale());
  }

  protected async begin(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const created = await this.api.call(submissionsApi.create, {
        params: { call: this.call() },
        body: { trackId: this.track(), typeId: this.type() },
        idempotencyKey: `${this.key}:${this.track()}:${this.type()}`,
      });
      await this.router.navigate(['/c', this.call(), 'd', created.id], { replaceUrl: true });
    } catch (error) {
      this.problem.set(error);
      this.busy.set(false);
    }
  }
}
