import { Component, computed, inject, input } from '@angular/core';
import type { AnonymityCheck, AnonymityHint } from '@convoke/contract';
import { Icon, TextPipe, Texts } from '@convoke/ui';

/** What in a file may tell who wrote it, place by place: to be looked at, never in the way of submitting. */
@Component({
  selector: 'cv-anonymity-hints',
  imports: [Icon, TextPipe],
  template: `
    @let found = places();
    @if (check().state === 'checking') {
      <p class="cv-small cv-muted"><cv-icon name="clock" /> {{ 'submission.hints.checking' | text }}</p>
    } @else if (check().state === 'failed') {
      <p class="cv-small cv-muted"><cv-icon name="info" /> {{ 'submission.hints.failed' | text }}</p>
    } @else if (found.length) {
      <div class="cv-note" data-look="warn">
        <cv-icon name="warning" />
        <div>
          <p>
            <b>{{ 'submission.hints.title' | text: { count: found.length } }}</b>
            {{ 'submission.hints.lead' | text }}
          </p>
          <ul>
            @for (hint of found; track $index) {
              <li>
                {{ words(hint) }}
                @if (hint.quote) {
                  <q class="cv-muted">{{ hint.quote }}</q>
                }
              </li>
            }
          </ul>
        </div>
      </div>
    } @else {
      <p class="cv-small cv-muted"><cv-icon name="check" /> {{ 'submission.hints.none' | text }}</p>
    }
    @for (hint of properties(); track hint.about) {
      <p class="cv-small cv-muted">{{ words(hint) }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      gap: var(--s-2);
      margin-top: var(--s-2);
    }
    q {
      display: block;
      font-size: 0.8125rem;
      line-height: 1.25rem;
    }
  `,
})
export class AnonymityHints {
  private readonly texts = inject(Texts);
  readonly check = input.required<AnonymityCheck>();
  protected readonly places = computed(() => this.check().hints.filter(({ kind }) => kind !== 'properties'));
  /** Reviewers never see these: their copy is made without. */
  protected readonly properties = computed(() => this.check().hints.filter(({ kind }) => kind === 'properties'));

  protected words({ kind, page, about }: AnonymityHint): string {
    const where = kind === 'properties' ? '' : page === null ? '.text' : '.page';
    return this.texts.t(`submission.hint.${kind}${where}` as 'submission.hint.author.page', { page: page ?? 0, about });
  }
}
