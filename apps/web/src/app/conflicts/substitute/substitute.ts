import { Component, computed, inject, input, signal } from '@angular/core';
import { Field, Icon, Input, Loading, PageHead, ProblemPanel, TextPipe, Texts, Toasts } from '@convoke/ui';
import { ConflictsApi } from '../conflicts.api';

/** Who handles papers that nobody else in office may: named before it is needed. */
@Component({
  selector: 'cv-substitute',
  imports: [Field, Icon, Input, Loading, PageHead, ProblemPanel, TextPipe],
  template: `
    @if (!page.error()) {
      <cv-page-head [heading]="'conflicts.substitute.title' | text">
        <p below class="cv-muted lead">{{ 'conflicts.substitute.lead' | text }}</p>
      </cv-page-head>
    }
    @if (page.hasValue()) {
      @let view = page.value();
      @if (view.waiting) {
        <p class="cv-note" data-look="warn">
          <cv-icon name="warning" />{{ 'conflicts.substitute.waiting' | text: { count: view.waiting } }}
        </p>
      }
      <p class="now">
        @if (view.substitute; as now) {
          <b>{{ now.name }}</b>&ngsp;<span class="cv-muted">{{ now.address }}</span>
        } @else {
          {{ 'conflicts.substitute.none' | text }}
        }
      </p>
      <cv-problem [error]="problem()" />
      <form (submit)="$event.preventDefault(); name(address())">
        <cv-field [label]="'conflicts.substitute.address' | text" [hint]="'conflicts.substitute.hint' | text">
          <input
            cvInput
            type="email"
            maxlength="254"
            autocomplete="off"
            [value]="address()"
            (input)="address.set($any($event.target).value.trim())"
          />
        </cv-field>
        <div class="cv-row">
          <button class="cv-button" data-look="main" data-wide [attr.aria-disabled]="!ready() || null">
            {{ 'conflicts.substitute.name' | text }}
          </button>
          @if (view.substitute) {
            <button type="button" class="cv-button" data-look="low" (click)="name('')">
              {{ 'conflicts.substitute.remove' | text }}
            </button>
          }
        </div>
      </form>
    } @else {
      <cv-loading [resource]="page" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 40rem;
    }
    .lead,
    .now,
    .cv-note {
      margin-bottom: var(--s-4);
    }
  `,
})
export class Substitute {
  private readonly api = inject(ConflictsApi);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(Texts);
  readonly call = input.required<string>();
  protected readonly page = this.api.substitute(() => this.call());
  protected readonly address = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(null);
  protected readonly ready = computed(() => !this.busy() && this.address() !== '');

  protected async name(address: string): Promise<void> {
    if (this.busy() || (address === '' && !(this.page.hasValue() && this.page.value().substitute))) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.nameSubstitute(this.call(), address);
      this.toasts.done(this.texts.t(address === '' ? 'conflicts.substitute.removed' : 'conflicts.substitute.named'));
      this.address.set('');
      this.page.reload();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
