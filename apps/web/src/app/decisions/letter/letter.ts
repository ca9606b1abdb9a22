import { Component, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Outcome, ResponseOf, decisionsApi } from '@convoke/contract';
import { Audience, Confirm, Loading, PageHead, ProblemPanel, TextPipe, Texts } from '@convoke/ui';
import { DecisionsApi } from '../decisions.api';
import { OutcomeChoice } from '../panel/outcome-choice';

/** A guest editor’s letter: the decision, the own words, the reviews below; looked at, then sent. */
@Component({
  selector: 'cv-letter',
  imports: [Audience, Loading, OutcomeChoice, PageHead, ProblemPanel, TextPipe],
  templateUrl: './letter.html',
  styleUrl: './letter.css',
})
export class Letter {
  private readonly api = inject(DecisionsApi);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);

  readonly call = input.required<string>();
  readonly submission = input.required<string>();
  protected readonly panel = this.api.panel(() => this.submission());
  protected readonly outcome = signal<Outcome | null>(null);
  protected readonly words = signal('');
  protected readonly reason = signal('');
  protected readonly shown = signal<ResponseOf<typeof decisionsApi.previewLetter> | null>(null);
  protected readonly error = signal<unknown>(null);
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      if (!this.panel.hasValue()) return;
      const { decision, recommendations } = this.panel.value();
      const mine = recommendations.find((one) => one.mine);
      this.outcome.set(decision?.outcome ?? mine?.outcome ?? null);
      this.words.set(decision?.letter ?? '');
      this.reason.set(decision?.reason ?? '');
    });
    // The preview follows what is typed, a moment later.
    effect((onCleanup) => {
      const [outcome, words, id] = [this.outcome(), this.words(), this.submission()];
      if (!outcome) return;
      const timer = setTimeout(() => void this.preview(id, outcome, words), 400);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async send(): Promise<void> {
    const [outcome, shown, panel] = [this.outcome(), this.shown(), this.panel.value()];
    if (!outcome || !shown || !panel || this.busy()) return;
    const n = shown.to.length;
    const sure = await this.confirm.ask({
      title: this.texts.t('letter.confirm', { outcome: this.texts.t(`outcome.${outcome}`), n }),
      list: shown.to,
      warning: this.texts.t('letter.confirmDetail'),
      action: this.texts.t('letter.confirmSend', { n }),
    });
    if (sure) await this.sendNow(outcome, panel.decision?.version ?? 0, panel.number);
  }

  private async sendNow(outcome: Outcome, version: number, number: number): Promise<void> {
    this.busy.set(true);
    this.error.set(null);
    try {
      const letter = this.words().trim() || null;
      const { letters } = await this.api.send(this.submission(), { outcome, reason: this.reason(), letter, version });
      const state = { done: this.texts.t('letter.sent', { n: letters }) };
      await this.router.navigate(['/c', this.call(), 's', number], { state });
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private async preview(id: string, outcome: Outcome, words: string): Promise<void> {
    try {
      this.shown.set(await this.api.preview(id, outcome, words.trim() || null));
    } catch (error) {
      this.error.set(error);
    }
  }
}
