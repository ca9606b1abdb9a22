import { reviewFieldView, type ReviewAnswers, type ReviewFieldView, type ReviewProblem } from '@convoke/contract';
import { OVERALL, Refusal, overallOf as overallAmong, reviewProblems } from '@convoke/domain';
import * as z from 'zod';

const storedFields = z.array(
  reviewFieldView.extend({
    help: z.string().default(''),
    scale: z.array(z.object({ value: z.number().int(), label: z.string() })).default([]),
  }),
);

/** The questions of a form version as it is stored. */
export function formFields(stored: unknown): ReviewFieldView[] {
  return storedFields.parse(stored);
}

/**
 * The answers that belong to the form, empty ones left out. A draft may lack any of them; what no form of the product can send is
 * refused: an unknown question, a number that is not on the scale, words where a number belongs.
 */
export function givenAnswers(fields: readonly ReviewFieldView[], given: ReviewAnswers): ReviewAnswers {
  const wrong = reviewProblems(fields, given).filter(({ code }) => code !== 'missing');
  if (wrong.length > 0) {
    throw new Refusal('invalid_body', {
      errors: wrong.map(({ key, code }) => ({ path: `answers.${key}`, message: code })),
    });
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== ''));
}

/** Required questions without an answer, in form order. */
export function missingAnswers(fields: readonly ReviewFieldView[], answers: ReviewAnswers): ReviewProblem[] {
  return reviewProblems(fields, answers).filter(({ code }) => code === 'missing');
}

/** The number that lists and averages use; a form without an overall question, from elsewhere, is read by its first score. */
export function overallOf(fields: readonly ReviewFieldView[], answers: ReviewAnswers): number | null {
  if (fields.some(({ key }) => key === OVERALL)) return overallAmong(answers);
  const first = fields.find(({ kind }) => kind === 'score');
  return first ? overallAmong({ [OVERALL]: answers[first.key] ?? null }) : null;
}
