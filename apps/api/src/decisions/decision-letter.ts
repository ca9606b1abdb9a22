import type { Outcome } from '@convoke/contract';
import { fieldsFor, outcomeClass, type CallKind, type FieldAudience } from '@convoke/domain';
import { deadlineTwice, type Translate } from '@convoke/texts';
import { composeLetter } from '../notifications/letter-text';

export interface FormField {
  key: string;
  label: string;
  kind: 'score' | 'text' | 'choice';
  visibility: FieldAudience;
  scale?: { value: number; label: string }[];
}

/** One submitted review as it stood when the letter was written. */
export interface QuotedReview {
  versionId: string;
  pseudonym: number;
  fields: FormField[];
  answers: Record<string, unknown>;
  /** What authors may read of it: by the terms it was written under and by those of today. */
  shows: { texts: boolean; scores: boolean };
}

export interface LetterFacts {
  kind: CallKind;
  callName: string;
  number: number;
  title: string;
  outcome: Outcome;
  personal: string | null;
  reviews: readonly QuotedReview[];
  /** What those who recommended wrote for the authors. */
  metaReviews: readonly string[];
  finalDue: { closesAt: string; wallTime: string; zone: string } | null;
  link: string;
}

/** "Review A": random within the round, so it says nothing about who wrote it or when. */
export function pseudonymOf(n: number): string {
  return n <= 26 ? String.fromCharCode(64 + Math.max(1, n)) : String(n);
}

/** The sentence that carries the decision; a letter that holds the one of another outcome is wrong. */
export function decisionSentence(t: Translate, facts: Pick<LetterFacts, 'number' | 'title' | 'outcome'>): string {
  return t(`decision.mail.${facts.outcome}`, { number: facts.number, title: facts.title });
}

/** Subject and text of a decision letter: the decision, the personal part, the page, then what authors may read of the reviews. */
export function decisionLetter(t: Translate, facts: LetterFacts, name: string): { subject: string; body: string } {
  const quoted = facts.reviews.filter(({ shows }) => shows.texts || shows.scores);
  const body = composeLetter(t, {
    name,
    paragraphs: [
      decisionSentence(t, facts),
      finalLine(t, facts),
      facts.personal ?? '',
      t('decision.mail.page', { link: facts.link }),
      t('decision.mail.reviews', { n: quoted.length }),
    ],
    signature: facts.callName,
  });
  const material = [
    ...facts.metaReviews.map((text) => `${underlined(t('decision.mail.metaReview'))}\n\n${text}`),
    ...quoted.map((review) => quote(t, review)),
  ].join('\n\n');
  return {
    subject: t('decision.mail.subject', { call: facts.callName, number: facts.number }),
    body: material === '' ? body : `${body}\n\n${material}\n`,
  };
}

function finalLine(t: Translate, facts: LetterFacts): string {
  if (outcomeClass(facts.kind, facts.outcome) !== 'accept' || !facts.finalDue) return '';
  const twice = deadlineTwice(facts.finalDue, 'en', facts.finalDue.zone);
  const poster = facts.outcome === 'accept_poster' ? 'yes' : 'no';
  return t('decision.mail.finalDue', { poster, due: twice.call });
}

function quote(t: Translate, review: QuotedReview): string {
  const { shows } = review;
  const lines = fieldsFor('authors_after_decision', review.fields)
    .filter(({ kind }) => (kind === 'text' ? shows.texts : shows.scores))
    .map((field) => answerLine(t, field, review.answers[field.key]))
    .filter((line) => line !== '');
  const heading = t('decision.mail.review', { letter: pseudonymOf(review.pseudonym) });
  return [underlined(heading), ...lines].join('\n\n');
}

function underlined(heading: string): string {
  return `${heading}\n${'-'.repeat(heading.length)}`;
}

function answerLine(t: Translate, field: FormField, answer: unknown): string {
  if (answer === null || answer === undefined || answer === '') return '';
  if (field.kind === 'text') return `${field.label}\n${typeof answer === 'string' ? answer : ''}`.trim();
  const words = field.scale?.find(({ value }) => value === answer)?.label ?? '';
  return t('decision.mail.score', { label: field.label, value: String(answer), words });
}
