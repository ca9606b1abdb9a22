import { Component, inject, input } from '@angular/core';
import type { RecordFile, RecordVersion } from '@convoke/contract';
import { dateTime, fileSize } from '@convoke/texts';
import { Empty, Icon, TextPipe, Texts } from '@convoke/ui';

/** What was submitted, newest first: every version stays as it was. */
@Component({
  selector: 'cv-versions',
  imports: [Empty, Icon, TextPipe],
  template: `
    @for (version of versions(); track version.n; let first = $first) {
      <section>
        <h2>
          {{ 'record.files.version' | text: { n: version.n } }}
          <span class="cv-muted">{{ kind(version) }}{{ first ? ', ' + ('record.files.current' | text) : '' }}</span>
        </h2>
        <p class="cv-small cv-muted">
          {{ date(version.submittedAt) }}
          @if (version.submittedBy !== undefined) {
            {{
              version.submittedBy === null
                ? ('record.files.byClock' | text)
                : ('record.files.by' | text: { name: version.submittedBy })
            }}
          }
        </p>
        <p class="cv-read">{{ version.title }}</p>
        <ul class="cv-lines">
          @for (file of version.files; track file.id) {
            <li>
              <cv-icon name="file" />
              <span class="what">{{ slot(file) }}</span>
              @if (file.url; as url) {
                <a class="name" [href]="url" [attr.aria-label]="'record.download' | text: { name: file.name }">{{
                  file.name
                }}</a>
              } @else {
                <span class="name">{{ file.name }}{{ isLook() ? '' : ', ' + ('record.beingChecked' | text) }}</span>
              }
              <span class="cv-muted cv-number">
                @if (file.pages !== null) {
                  {{ 'record.pages' | text: { count: file.pages } }},
                }
                {{ size(file) }}
              </span>
              @if (file.hints) {
                <span class="hints cv-small cv-muted">{{ 'record.files.hints' | text: { count: file.hints } }}</span>
              }
            </li>
          } @empty {
            <li class="cv-muted">{{ 'record.files.none' | text }}</li>
          }
        </ul>
        <p class="cv-small cv-faint">
          {{ 'record.files.words' | text: { count: version.words } }}
          @if (version.digest) {
            <code>{{ 'record.files.digest' | text: { digest: version.digest } }}</code>
          }
        </p>
      </section>
    } @empty {
      <cv-empty [why]="'record.files.noVersion' | text" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 52rem;
    }
    section + section {
      margin-top: var(--s-8);
    }
    h2 span {
      font-weight: 400;
      font-size: 0.8125rem;
    }
    .cv-read {
      margin: var(--s-1) 0 var(--s-2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-2);
      align-items: center;
      min-height: 2.25rem;
      padding: var(--s-1) 0;
    }
    .what {
      min-width: 5.5rem;
      color: var(--c-ink-2);
    }
    .name {
      flex: 1 1 12rem;
      overflow-wrap: anywhere;
    }
    .hints {
      flex-basis: 100%;
    }
    code {
      display: block;
      overflow-wrap: anywhere;
      font: var(--t-12) var(--font-mono);
    }
    .cv-lines + p {
      margin-top: var(--s-2);
    }
  `,
})
export class Versions {
  private readonly texts = inject(Texts);
  readonly versions = input.required<readonly RecordVersion[]>();
  /** Through somebody else's eyes: files are named, and not there to download. */
  readonly isLook = input(false);

  protected kind(version: RecordVersion): string {
    return this.texts.t(`record.kind.${version.kind}`);
  }

  protected slot(file: RecordFile): string {
    return this.texts.maybe(`record.slot.${file.slot}`) ?? this.texts.t('record.slot.other');
  }

  protected date(instant: string): string {
    return dateTime(new Date(instant), undefined, this.texts.locale(), true);
  }

  protected size(file: RecordFile): string {
    return fileSize(file.bytes, this.texts.locale());
  }
}
