import type { NoticePreview } from '@convoke/contract';
import type { Texts } from '@convoke/ui';

/** Whom a change writes to, in words; null when it writes to nobody. */
export function noticeWords({ open, done, drafts }: NoticePreview, texts: Texts): string | null {
  const parts = [
    ...(open > 0 ? [texts.t('calls.notice.open', { count: open })] : []),
    ...(done > 0 ? [texts.t('calls.notice.done', { count: done })] : []),
    ...(drafts ? [texts.t('calls.notice.drafts')] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : null;
}
