import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DueView, type ReceiptView, submissionsApi } from '@convoke/contract';
import { dateTime, zoneName } from '@convoke/texts';
import { Icon, Loading, TextPipe, Texts } from '@convoke/ui';
import { AnonymityHints } from '../anonymity-hints/anonymity-hints';
import { Api } from '../../shell/api-client';

/** The receipt: number, server time, SHA-256, and what happens next. */
@Component({
  selector: 'cv-receipt',
  imports: [AnonymityHints, Icon, Loading, RouterLink, TextPipe],
  templateUrl: './receipt.html',
  styleUrl: './receipt.css',
})
export class Receipt {
  private readonly texts = inject(Texts);
  readonly call = input.required<string>();
  readonly id = input.required<string>();
  protected readonly receipt = inject(Api).resource(submissionsApi.receipt, () => ({ params: { id: this.id() } }));
  protected readonly heading = computed(() =>
    this.receipt.hasValue() ? this.texts.t(`submission.receipt.${this.receipt.value().version.kind}`) : '',
  );

  /** With seconds and zone: this line is the proof. */
  protected received({ version }: ReceiptView): string {
    const at = new Date(version.submittedAt);
    const locale = this.texts.locale();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return `${dateTime(at, zone, locale, true)} ${zoneName(zone, at, locale)}`;
  }

  /** What can be done now, with its date where there is one. */
  protected first({ paperNext, replaceUntil }: ReceiptView): string {
    const date = this.date(replaceUntil);
    if (paperNext)
      return date
        ? this.texts.t('submission.receipt.nextPaperUntil', { date })
        : this.texts.t('submission.receipt.nextPaper');
    return date
      ? this.texts.t('submission.receipt.nextReplaceBy', { date })
      : this.texts.t('submission.receipt.nextReplace');
  }

  protected answer({ notification }: ReceiptView): string {
    const date = this.date(notification);
    return date
      ? this.texts.t('submission.receipt.nextAnswerOn', { date })
      : this.texts.t('submission.receipt.nextAnswer');
  }

  private date(due: DueView | null): string {
    return due ? dateTime(new Date(Date.parse(due.closesAt) - 60_000), undefined, this.texts.locale()) : '';
  }
}
