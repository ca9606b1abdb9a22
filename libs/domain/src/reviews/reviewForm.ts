import type { CallKind } from '../calls/call';

/**
 * Besides the reviewer and the chairs: authors from the first release on (for their response), authors only with the
 * decision, other reviewers where the call says so, or nobody.
 */
export const fieldAudiences = ['authors', 'authors_after_decision', 'reviewers', 'chairs'] as const;
export type FieldAudience = (typeof fieldAudiences)[number];

export interface ScaleStep {
  readonly value: number;
  readonly label: string;
}

export interface ReviewField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'score' | 'text' | 'choice';
  /** Lowest first; empty for a text. */
  readonly scale: readonly ScaleStep[];
  readonly required: boolean;
  readonly visibility: FieldAudience;
  readonly help: string;
}

export type ReviewAnswers = Readonly<Record<string, string | number | null>>;

export interface ReviewProblem {
  readonly key: string;
  readonly code: 'missing' | 'not_on_scale' | 'not_text' | 'unknown_field' | 'too_long';
}

/** Long enough for any review; what is longer is a document and goes in an attachment. */
export const MAX_ANSWER = 50_000;

/** The field whose answers are averaged and sorted by. */
export const OVERALL = 'overall';

/** What stands between a review and its submit, in the order of the form. A draft may have any of these. */
export function reviewProblems(form: readonly ReviewField[], answers: ReviewAnswers): ReviewProblem[] {
  const known = new Set(form.map(({ key }) => key));
  const unknown = Object.keys(answers).filter((key) => !known.has(key));
  return [
    ...form.flatMap((field) => problemOf(field, answers[field.key]) ?? []),
    ...unknown.map((key): ReviewProblem => ({ key, code: 'unknown_field' })),
  ];
}

function problemOf(
  { key, kind, scale, required }: ReviewField,
  answer: ReviewAnswers[string] | undefined,
): ReviewProblem | null {
  const empty = answer === undefined || answer === null || (typeof answer === 'string' && answer.trim() === '');
  if (empty) return required ? { key, code: 'missing' } : null;
  if (kind === 'text') {
    if (typeof answer !== 'string') return { key, code: 'not_text' };
    return answer.length > MAX_ANSWER ? { key, code: 'too_long' } : null;
  }
  return scale.some(({ value }) => value === answer) ? null : { key, code: 'not_on_scale' };
}

/** Done and asked for, of the required fields: "4 of 6". */
export function completeness(form: readonly ReviewField[], answers: ReviewAnswers): { done: number; of: number } {
  const required = form.filter((field) => field.required);
  const done = required.filter((field) => problemOf(field, answers[field.key]) === null);
  return { done: done.length, of: required.length };
}

/** Which levels of a review a reader reads: authors only theirs, other reviewers also theirs, chairs all. */
const readable: Readonly<Record<FieldAudience, readonly FieldAudience[]>> = {
  authors: ['authors'],
  authors_after_decision: ['authors', 'authors_after_decision'],
  reviewers: ['authors', 'authors_after_decision', 'reviewers'],
  chairs: fieldAudiences,
};

/** The questions whose answers a reader may read, in the form's order. */
export function fieldsFor<F extends Pick<ReviewField, 'visibility'>>(reader: FieldAudience, form: readonly F[]): F[] {
  return form.filter(({ visibility }) => readable[reader].includes(visibility));
}

/** The overall score among the answers, or null: what lists show and sort by. */
export function overallOf(answers: ReviewAnswers): number | null {
  const overall = answers[OVERALL];
  return typeof overall === 'number' ? overall : null;
}

export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** Mean and spread of scores; null when there are none (never zero). */
export function spreadOf(scores: readonly (number | null)[]): Spread | null {
  const given = scores.filter((score) => score !== null);
  if (given.length === 0) return null;
  const sum = given.reduce((total, score) => total + score, 0);
  return { n: given.length, mean: sum / given.length, min: Math.min(...given), max: Math.max(...given) };
}

const scale = (...labels: string[]): ScaleStep[] => labels.map((label, index) => ({ value: index + 1, label }));
const score = (
  key: string,
  label: string,
  steps: ScaleStep[],
  visibility: FieldAudience = 'authors',
  help = '',
): ReviewField => ({
  ...{ key, label, kind: 'score', scale: steps, required: true, visibility, help },
});
const text = (key: string, label: string, required: boolean, visibility: FieldAudience, help = ''): ReviewField => ({
  ...{ key, label, kind: 'text', scale: [], required, visibility, help },
});
const quality = scale('Poor', 'Fair', 'Good', 'Very good', 'Excellent');
const confidence = score(
  'confidence',
  'Your confidence',
  scale(
    'Outside my field',
    'I know the field a little',
    'I know the field',
    'I work in the field',
    'I work on this very topic',
  ),
  'chairs',
);
const toAuthors = text(
  'comments',
  'Comments to the authors',
  true,
  'authors',
  'What is good, what is not, and what would help. Leave out anything that tells who you are.',
);
const toChairs = text(
  'confidential',
  'Confidential comments to the chairs',
  false,
  'chairs',
  'Never shown to authors.',
);

/** The form a new call starts with; chairs change it, each change being a version of its own. */
export const defaultForms: Readonly<Record<CallKind, readonly ReviewField[]>> = {
  conference: [
    score(OVERALL, 'Overall recommendation', scale('Reject', 'Weak reject', 'Borderline', 'Weak accept', 'Accept')),
    score('relevance', 'Relevance to the track', quality),
    score('originality', 'Originality', quality),
    score('soundness', 'Soundness', quality),
    score('clarity', 'Clarity', quality),
    confidence,
    toAuthors,
    toChairs,
  ],
  special_issue: [
    score(OVERALL, 'Recommendation', scale('Reject', 'Major revision', 'Minor revision', 'Accept')),
    score('contribution', 'Contribution', quality),
    score('method', 'Method', quality),
    score('clarity', 'Clarity', quality),
    confidence,
    text(
      'summary',
      'Summary of the article',
      true,
      'authors',
      'In your own words, so that authors see how it was read.',
    ),
    toAuthors,
    text(
      'required_changes',
      'Changes that you ask for',
      false,
      'authors',
      'One by one, so that a revision can answer them.',
    ),
    toChairs,
  ],
};
