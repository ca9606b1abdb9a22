import { Component, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MySubmission, ownSubmissionLanguage, type ResponseOf, submissionsApi } from '@convoke/contract';
import { Confirm, Due, Empty, Loading, QueryBox, StateChip, TextPipe, Texts, Toasts, problemOf } from '@convoke/ui';
import { addressQuery } from '../../shell/address-query';
import { Api } from '../../shell/api-client';
import { missingWords } from '../missing-words';
import { AskToWithdraw } from '../withdraw/withdraw-dialog';

const page = 50;
const most = 200;
type Answer = ResponseOf<typeof submissionsApi.mine>;

/** Everything somebody is an author of: state, what is missing, the next date, and what can be done now. */
@Component({
  selector: 'cv-my-submissions',
  imports: [Due, Empty, Loading, QueryBox, RouterLink, StateChip, TextPipe],
  templateUrl: './my-submissions.html',
  styleUrl: './my-submissions.css',
})
export class MySubmissions {
  private readonly api = inject(Api);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly withdrawing = inject(AskToWithdraw);
  private readonly toasts = inject(Toasts);
  /** From the address. */
  readonly query = input<string>();
  protected readonly language = ownSubmissionLanguage;
  protected readonly asking = addressQuery(this.query, ownSubmissionLanguage);
  /** How many are asked for: more at a press. */
  protected readonly limit = linkedSignal({ source: this.query, computation: () => page });
  protected readonly most = most;
  protected readonly answer = this.api.resource(submissionsApi.mine, () => ({
    query: { query: this.asking.good()?.text ?? '', limit: this.limit() },
  }));
  /** What was shown stays until the next answer is there. */
  protected readonly mine = linkedSignal<Answer | undefined, Answer | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });

  protected link(item: MySubmission): unknown[] {
    return item.number === null ? ['/c', item.callSlug, 'd', item.id] : ['/c', item.callSlug, 's', item.number];
  }

  protected missing(item: MySubmission): string {
    return item.missing.map((one) => missingWords(one, this.texts)).join('; ');
  }

  protected action(item: MySubmission) {
    if (item.state === 'draft') return 'submission.mine.continue' as const;
    if (item.next?.kind === 'revision') return 'submission.mine.revise' as const;
    return item.stage === 'abstract' ? ('submission.mine.addPaper' as const) : ('submission.mine.edit' as const);
  }

  protected nextKey(kind: NonNullable<MySubmission['next']>['kind']) {
    return `submission.mine.next.${kind}` as const;
  }

  protected canWithdraw(item: MySubmission): boolean {
    return item.isContact && ['draft', 'submitted', 'review', 'accepted', 'poster'].includes(item.state);
  }

  protected async withdraw(item: MySubmission): Promise<void> {
    const draft = item.number === null;
    const facts = { number: item.number ?? 0 };
    const reason = draft
      ? await this.discards(item)
      : await this.withdrawing.ask({ number: facts.number, title: item.title });
    if (reason === null) return;
    try {
      await this.api.call(submissionsApi.withdraw, {
        params: { id: item.id },
        body: { version: item.version, reason },
      });
      this.toasts.done(
        draft ? this.texts.t('submission.discard.done') : this.texts.t('submission.withdraw.done', facts),
      );
    } catch (error) {
      this.toasts.done(problemOf(error).detail);
    }
    this.answer.reload();
  }

  private async discards(item: MySubmission): Promise<string | null> {
    const sure = await this.confirm.ask({
      title: this.texts.t('submission.discard.title'),
      list: [item.title || this.texts.t('submission.untitled')],
      warning: this.texts.t('submission.discard.warning'),
      action: this.texts.t('submission.discard.action'),
    });
    return sure ? '' : null;
  }
}
