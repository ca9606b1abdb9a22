import { Component, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type CandidatesView, assignmentsApi } from '@convoke/contract';
import { Field, Input, ProblemPanel, TextPipe, contractForm } from '@convoke/ui';
import { AssignmentsApi } from '../assignments.api';

const empty = { givenName: '', familyName: '', address: '', affiliation: '' };

/** Somebody from outside the committee, by name and address: added to the paper now, asked when reviewers are told. */
@Component({
  selector: 'cv-outside-reviewer',
  imports: [Field, FormField, Input, ProblemPanel, TextPipe],
  template: `
    <form novalidate [attr.aria-label]="'assign.outsideTitle' | text" (submit)="$event.preventDefault(); add()">
      <h3>{{ 'assign.outsideTitle' | text }}</h3>
      <p class="cv-small cv-muted">{{ 'assign.outsideHint' | text }}</p>
      <cv-problem [error]="problem()" />
      <div class="fields">
        <cv-field [label]="'assign.givenName' | text" [field]="form.givenName" [showErrors]="asked()">
          <input cvInput autocomplete="off" [formField]="form.givenName" />
        </cv-field>
        <cv-field [label]="'assign.familyName' | text" [field]="form.familyName" [showErrors]="asked()">
          <input cvInput autocomplete="off" [formField]="form.familyName" />
        </cv-field>
        <cv-field [label]="'assign.address' | text" [field]="form.address" [showErrors]="asked()">
          <input cvInput type="email" autocomplete="off" spellcheck="false" [formField]="form.address" />
        </cv-field>
        <cv-field [label]="'assign.affiliation' | text" [optional]="true" [field]="form.affiliation">
          <input cvInput autocomplete="off" [formField]="form.affiliation" />
        </cv-field>
      </div>
      <div class="cv-row">
        <button class="cv-button" data-wide [attr.aria-disabled]="busy() || null">
          {{ 'assign.outsideSubmit' | text }}
        </button>
        <button type="button" class="cv-button" data-look="low" (click)="closed.emit()">
          {{ 'assign.cancel' | text }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      padding: var(--s-4);
      margin-bottom: var(--s-4);
      background: var(--c-sunken);
      border-radius: var(--r-2);
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 var(--s-4);
      margin-top: var(--s-3);
    }
    .fields cv-field {
      margin-bottom: var(--s-3);
    }
    @media (max-width: 45rem) {
      .fields {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class OutsideReviewerForm {
  private readonly api = inject(AssignmentsApi);
  readonly submission = input.required<string>();
  readonly added = output<CandidatesView>();
  readonly closed = output<void>();

  private readonly model = signal({ ...empty });
  protected readonly form = contractForm(this.model, assignmentsApi.inviteOutside.body);
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);

  protected async add(): Promise<void> {
    this.asked.set(true);
    if (this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.added.emit(await this.api.inviteOutside(this.submission(), this.model()));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
