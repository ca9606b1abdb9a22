import { Component, computed, inject, signal } from '@angular/core';
import {
  type CommitteeMember,
  type ConflictInput,
  type DeclarableConflictKind,
  declarableConflictKind,
} from '@convoke/contract';
import { Field, Input, TextPipe } from '@convoke/ui';
import { DraftEditor } from './draft-editor';

/** The committee, to look through: who must not handle or review this, and why. */
@Component({
  selector: 'cv-conflicts-step',
  imports: [Field, Input, TextPipe],
  template: `
    <h1 class="cv-title">{{ 'submission.conflicts.title' | text }}</h1>
    <p class="cv-lead">{{ 'submission.conflicts.lead' | text }}</p>
    @if (editor.form().committee.length) {
      <cv-field [label]="'submission.conflicts.find' | text">
        <input cvInput type="search" [value]="query()" (input)="query.set($any($event.target).value)" />
        <p below class="cv-small cv-muted" role="status">
          {{
            shown().length
              ? ('submission.conflicts.shown' | text: { count: shown().length, total: editor.form().committee.length })
              : ('submission.conflicts.none' | text)
          }}
        </p>
      </cv-field>
      <ul class="people cv-lines" tabindex="0" [attr.aria-label]="'submission.conflicts.title' | text">
        @for (member of shown(); track member.personId) {
          @let declared = conflictWith(member);
          <li>
            <label class="cv-check">
              <input
                type="checkbox"
                [checked]="!!declared"
                [disabled]="editor.detailsReadOnly()"
                (change)="toggle(member)"
                [attr.aria-label]="'submission.conflicts.with' | text: { name: member.name }"
              />
              <span
                >{{ member.name }}<small>{{ member.affiliation }}</small></span
              >
            </label>
            @if (declared) {
              <select
                cvInput
                [disabled]="editor.detailsReadOnly()"
                [attr.aria-label]="'submission.conflicts.kind' | text: { name: member.name }"
                (change)="choose(member, $any($event.target).value)"
              >
                @for (kind of kinds; track kind) {
                  <option [value]="kind" [selected]="kind === declared.kind">{{ kindKey(kind) | text }}</option>
                }
              </select>
            }
          </li>
        }
      </ul>
    } @else {
      <p class="cv-note">{{ 'submission.conflicts.nobody' | text }}</p>
    }
    <label class="cv-check checked">
      <input
        type="checkbox"
        [checked]="editor.fields().declarations.conflictsChecked"
        [disabled]="editor.readOnly()"
        (change)="check($any($event.target).checked)"
      />
      {{ 'submission.conflicts.checked' | text }}
    </label>
  `,
  styles: `
    .people {
      max-height: 28rem;
      overflow: auto;
      border-bottom: 1px solid var(--c-line);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-1) var(--s-3);
      align-items: center;
      padding: 0.375rem 0;
    }
    li select {
      width: auto;
      margin-left: auto;
    }
    small {
      display: block;
      color: var(--c-ink-3);
      font: var(--t-12) var(--font-ui);
    }
    .checked {
      margin-top: var(--s-4);
    }
    .cv-small {
      margin-top: var(--s-1);
    }
  `,
})
export class ConflictsStep {
  protected readonly editor = inject(DraftEditor);
  protected readonly query = signal('');
  protected readonly kinds = declarableConflictKind.options;
  /** Declared ones stay in sight whatever is searched for. */
  protected readonly shown = computed(() => {
    const words = plain(this.query()).split(/\s+/).filter(Boolean);
    return this.editor
      .form()
      .committee.filter((member) =>
        words.every((word) => plain(`${member.name} ${member.affiliation}`).includes(word)),
      );
  });

  protected conflictWith(member: CommitteeMember): ConflictInput | undefined {
    return this.editor.fields().conflicts.find((conflict) => conflict.personId === member.personId);
  }

  protected toggle({ personId }: CommitteeMember): void {
    const { conflicts } = this.editor.fields();
    const without = conflicts.filter((conflict) => conflict.personId !== personId);
    this.editor.set(
      'conflicts',
      without.length < conflicts.length ? without : [...conflicts, { personId, kind: 'co_author', reason: '' }],
    );
  }

  protected choose({ personId }: CommitteeMember, kind: DeclarableConflictKind): void {
    const { conflicts } = this.editor.fields();
    this.editor.set(
      'conflicts',
      conflicts.map((conflict) => (conflict.personId === personId ? { ...conflict, kind } : conflict)),
    );
  }

  protected check(conflictsChecked: boolean): void {
    this.editor.set('declarations', { ...this.editor.fields().declarations, conflictsChecked });
  }

  protected kindKey(kind: DeclarableConflictKind) {
    return `submission.conflict.${kind}` as const;
  }
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
