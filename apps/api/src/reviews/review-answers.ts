import { reviewFieldView, type ReviewAnswers, type ReviewFieldView, type ReviewProblem } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
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
 * The answers that belong to the form, empty ones left out. Refuses what no form of the product can send: an unknown question, a
 * number that is not on the scale, words where a number belongs.
 */
export function answersFor(fields: readonly ReviewFieldView[], given: ReviewAnswers): ReviewAnswers {
  const errors: { path: string; message: string }[] = [];
  const answers: ReviewAnswers = {};
  for (const [key, value] of Object.entries(given)) {
    const field = fields.find((one) => one.key === key);
    const wrong = field ? problemOfValue(field, value) : 'Unknown field';
    if (wrong) errors.push({ path: `answers.${key}`, message: wrong });
    else if (value !== null && value !== '') answers[key] = value;
  }
  if (errors.length > 0) throw new Refusal('invalid_body', { errors });
  return answers;
}

function problemOfValue(field: ReviewFieldView, value: ReviewAnswers[string] | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.kind === 'text') return typeof value === 'string' ? null : 'Must be text';
  return field.scale.some((step) => step.value === value) ? null : 'Must be a value of the scale';
}

/** Required questions without an answer, in form order. */
export function missingAnswers(fields: readonly ReviewFieldView[], answers: ReviewAnswers): ReviewProblem[] {
  return fields
    .filter((field) => field.required && isEmpty(answers[field.key]))
    .map((field) => ({ key: field.key, code: field.kind === 'text' ? 'empty' : 'not_chosen' }));
}

function isEmpty(value: ReviewAnswers[string] | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** The one number that lists and averages use: the answer called “overall”, else the first score. */
export function overallOf(fields: readonly ReviewFieldView[], answers: ReviewAnswers): number | null {
  const scores = fields.filter((field) => field.kind === 'score');
  const field = scores.find((one) => one.key === 'overall') ?? scores[0];
  const value = field ? answers[field.key] : null;
  return typeof value === 'number' ? value : null;
}
