import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DecisionPanel as PanelView, Outcome } from '@convoke/contract';
import { deadlineDay, longDate } from '@convoke/texts';
import { Audience, Loading, ProblemPanel, StateChip, TextPipe, Texts, Toasts } from '@convoke/ui';
import { DecisionsApi } from '../decisions.api';
import { outcomeState } from '../outcome-state';
import { OutcomeChoice } from './outcome-choice';

/**
 * Recommends or decides beside a submission, and leads to the next one. `<cv-decision-panel [submission]="id" />`; shown only to
 * those who handle the paper. Ctrl+Enter does the main thing.
 */
@Component({
  selector: 'cv-decision-panel',
  imports: [Audience, Loading, NgTemplateOutlet, OutcomeChoice, ProblemPanel, RouterLink, StateChip, TextPipe],
  templateUrl: './decision-panel.html',
  styleUrl: './decision-panel.css',
  host: { '(keydown.control.enter)': 'act()' },
})
export class DecisionPanel {
  private readonly api = inject(DecisionsApi);
  private readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  readonly submission = input.required<string>();
  /** The authors may still respond: nothing is decided before that is over. */
  readonly responding = input(false);
  /** After a recommendation or a decision, so that the page can ask again. */
  readonly changed = output<PanelView>();

  protected readonly view = this.api.panel(() => this.submission());
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly reason = signal('');
  /** The meta-review: what authors read with the decision. */
  protected readonly forAuthors = signal('');
  protected readonly error = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly missing = signal(false);
  protected readonly states = outcomeState;

  protected readonly decides = computed(() => this.view.hasValue() && this.view.value().can.decide);
  protected readonly own = computed(() =>
    this.view.hasValue() ? this.view.value().recommendations.find(({ mine }) => mine) : undefined,
  );
  protected readonly others = computed(() =>
    this.view.hasValue() ? this.view.value().recommendations.filter(({ mine }) => !mine) : [],
  );
  protected readonly title = computed(() => {
    const view = this.view.value();
    if (this.decides() || view?.decision) return 'decision.panel.decide' as const;
    return view?.can.recommend ? ('decision.panel.recommend' as const) : ('decision.panel.recommendations' as const);
  });
  protected readonly hint = computed(() => {
    const view = this.view.value();
    const date = view?.notification ? deadlineDay(view.notification, this.texts.locale()) : '';
    const params = { dated: date ? 'yes' : 'no', date };
    if (this.decides()) return this.texts.t('decision.panel.decideHint', params);
    return this.texts.t(this.responding() ? 'decision.panel.waitHint' : 'decision.panel.recommendHint', params);
  });
  protected readonly button = computed(() => {
    const view = this.view.value();
    if (this.decides()) {
      if (view?.decision) return this.texts.t('decision.panel.change');
      return this.texts.t(view?.next ? 'decision.panel.decideNext' : 'decision.panel.decideOnly');
    }
    return this.texts.t(view?.next ? 'decision.panel.recommendNext' : 'decision.panel.recommendOnly');
  });

  constructor() {
    effect(() => {
      if (!this.view.hasValue()) return;
      const stored = this.decides() ? this.view.value().decision : this.own();
      this.outcome.set(stored?.outcome ?? null);
      this.reason.set(stored?.reason ?? '');
      this.forAuthors.set(this.own()?.forAuthors ?? '');
    });
  }

  protected word(outcome: Outcome): string {
    return this.texts.t(`outcome.${outcome}`);
  }

  protected dateOf(instant: string): string {
    return longDate(new Date(instant), undefined, this.texts.locale());
  }

  protected async act(): Promise<void> {
    const view = this.view.value();
    const outcome = this.outcome();
    if (!view || this.busy() || !(view.can.decide || view.can.recommend)) return;
    this.missing.set(outcome === null);
    if (outcome === null) return;
    const next = view.decision ? null : view.next;
    const stored = await this.attempt(() => this.store(view, outcome));
    if (!stored) return;
    this.toasts.done(`#${view.number}: ${this.word(outcome)}`);
    if (next !== null) await this.router.navigate(['/c', view.callSlug, 's', next]);
  }

  protected async undo(): Promise<void> {
    const view = this.view.value();
    if (view?.decision) await this.attempt(() => this.api.undo(view.submissionId, view.decision?.version ?? 0));
  }

  private store(view: PanelView, outcome: Outcome): Promise<PanelView> {
    const reason = this.reason();
    if (!this.decides()) {
      return this.api.recommend(view.submissionId, {
        outcome,
        reason,
        ...(view.can.writeMetaReview ? { forAuthors: this.forAuthors() } : {}),
        version: this.own()?.version ?? 0,
      });
    }
    const { version = 0, letter = null } = view.decision ?? {};
    return this.api.decide(view.submissionId, { outcome, reason, letter, version });
  }

  private async attempt(work: () => Promise<PanelView>): Promise<boolean> {
    this.busy.set(true);
    this.error.set(null);
    try {
      const stored = await work();
      this.view.set(stored);
      this.changed.emit(stored);
      return true;
    } catch (error) {
      this.error.set(error);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
