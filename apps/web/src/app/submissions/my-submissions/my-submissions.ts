import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MySubmission, submissionsApi } from '@convoke/contract';
import { Confirm, Due, Empty, Loading, StateChip, TextPipe, Texts, Toasts, problemOf } from '@convoke/ui';
import { Api } from '../../shell/api-client';
import { missingWords } from '../missing-words';
import { AskToWithdraw } from '../withdraw/withdraw-dialog';

/** Everything somebody is an author of: state, what is missing, the next date, and what can be done now. */
@Component({
  selector: 'cv-my-submissions',
  imports: [Due, Empty, Loading, RouterLink, StateChip, TextPipe],
  templateUrl: './my-submissions.html',
  styleUrl: './my-submissions.css',
})
export class MySubmissions {
  private readonly api = inject(Api);
  private readonly texts = inject(Texts);
  private readonly confirm = inject(Confirm);
  private readonly asking = inject(AskToWithdraw);
  private readonly toasts = inject(Toasts);
  protected readonly mine = this.api.resource(submissionsApi.mine, () => ({}));

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
      : await this.asking.ask({ number: facts.number, title: item.title });
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
    this.mine.reload();
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
