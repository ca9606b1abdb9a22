import type { ReviewAnswers, ReviewFieldView } from '@convoke/contract';
import type { Translate } from '@convoke/texts';

export interface PaperOfForm {
  callName: string;
  number: number;
  title: string;
  abstract: string;
  /** Whether the reviewer may read title and abstract. */
  readable: boolean;
  due_wall: string | null;
  due_zone: string | null;
  fields: readonly ReviewFieldView[];
  answers: ReviewAnswers | null;
}

/** A review form as plain text: to be read without a network, filled in anywhere, and copied back. */
export function reviewForm(t: Translate, paper: PaperOfForm): string {
  const { callName, number, title, abstract, readable, due_wall: due, due_zone: zone, fields, answers } = paper;
  const head = [
    t('export.form.heading', { call: callName, number }),
    ...(readable ? [title] : []),
    due ? t('export.form.due', { date: due.replace('T', ' '), zone: zone ?? '' }) : t('export.form.noDate'),
    '',
    ...(readable ? [t('export.form.abstract'), '', abstract, ''] : []),
    t('export.form.how'),
  ];
  return `${head.join('\n')}\n${fields.map((field) => question(t, field, answers?.[field.key] ?? null)).join('')}`;
}

function question(
  t: Translate,
  { label, help, kind, scale, required }: ReviewFieldView,
  answer: string | number | null,
) {
  const lines = [
    '',
    '='.repeat(72),
    `${label}${required ? '' : ` (${t('export.form.optional')})`}`,
    ...(help ? [help] : []),
    '',
    ...(kind === 'text'
      ? [answer === null ? '' : String(answer), '']
      : scale.map((step) => `[${step.value === answer ? 'x' : ' '}] ${step.value}  ${step.label}`)),
  ];
  return `${lines.join('\n')}\n`;
}
