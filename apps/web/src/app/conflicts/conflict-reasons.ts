import { Component, computed, inject, input } from '@angular/core';
import type { ConflictEntry, ConflictEvidence, ConflictRow } from '@convoke/contract';
import { TextPipe, Texts } from '@convoke/ui';

interface Reason {
  readonly words: string;
  readonly by: string;
  /** Quoted as it was written. */
  readonly said: string;
}

/** Why a person may be too close to a paper: what was found, by whom it was said, what a chair made of it. */
@Component({
  selector: 'cv-conflict-reasons',
  imports: [TextPipe],
  template: `
    @if (row().entries.length === 0) {
      <p class="cv-muted">{{ 'conflicts.hidden' | text }}</p>
    }
    <ul>
      @for (reason of reasons(); track $index) {
        <li>
          {{ reason.words }}
          @if (reason.by) {
            <span class="cv-faint cv-small">{{ reason.by }}</span>
          }
          @if (reason.said) {
            &ngsp;<q>{{ reason.said }}</q>
          }
        </li>
      }
    </ul>
    @for (entry of settled(); track entry.source) {
      <p class="cv-small cv-muted">
        {{
          (entry.state === 'dismissed' ? 'conflicts.dismissedBy' : 'conflicts.settledBy')
            | text: { name: entry.settledBy }
        }}
        @if (entry.settledReason) {
          <q>{{ entry.settledReason }}</q>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      overflow-wrap: anywhere;
    }
    q {
      color: var(--c-ink-2);
    }
  `,
})
export class ConflictReasons {
  private readonly texts = inject(Texts);
  readonly row = input.required<ConflictRow>();

  protected readonly reasons = computed<Reason[]>(() => this.row().entries.flatMap((entry) => this.reasonsOf(entry)));
  protected readonly settled = computed(() =>
    this.row()
      .entries.filter(({ settledBy, source }) => settledBy !== null && source !== 'chair')
      .slice(0, 1)
      .map(({ source, state, settledReason, settledBy }) => ({
        source,
        state,
        settledReason,
        settledBy: settledBy ?? '',
      })),
  );

  private reasonsOf(entry: ConflictEntry): Reason[] {
    if (entry.source === 'machine') return entry.evidence.map((one) => ({ words: this.found(one), by: '', said: '' }));
    return [
      {
        words: this.texts.t(`conflicts.kind.${entry.kind}`),
        by: this.texts.t(`conflicts.by.${entry.source}`, { name: entry.settledBy ?? '' }),
        said: entry.reason,
      },
    ];
  }

  private found({ reason, kind, author, what }: ConflictEvidence): string {
    const facts = { author, what };
    if (reason === 'by_member' || reason === 'by_author') {
      const near = kind === 'advisor' || kind === 'institution' ? kind : 'collaborator';
      return this.texts.t(`conflicts.found.${reason}.${near}`, facts);
    }
    if (reason === 'name' && what === '') return this.texts.t('conflicts.found.nameAlone', facts);
    return this.texts.t(`conflicts.found.${reason}`, facts);
  }
}
