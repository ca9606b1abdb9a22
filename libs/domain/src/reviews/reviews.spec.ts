import { callKinds } from '../calls/call';
import { mayMove } from '../machine';
import { counts, reviewMachine, reviewStates } from './review';
import {
  fieldsFor,
  completeness,
  defaultForms,
  type FieldAudience,
  MAX_ANSWER,
  overallOf,
  type ReviewAnswers,
  type ReviewField,
  reviewProblems,
  spreadOf,
} from './reviewForm';

const steps = [1, 2, 3].map((value) => ({ value, label: `L${value}` }));
const form: ReviewField[] = [
  { key: 'overall', label: 'Overall', kind: 'score', scale: steps, required: true, visibility: 'authors', help: '' },
  { key: 'award', label: 'Award', kind: 'choice', scale: steps, required: false, visibility: 'reviewers', help: '' },
  { key: 'comments', label: 'Comments', kind: 'text', scale: [], required: true, visibility: 'authors', help: '' },
  {
    key: 'confidential',
    label: 'To the chairs',
    kind: 'text',
    scale: [],
    required: false,
    visibility: 'chairs',
    help: '',
  },
];
const full: ReviewAnswers = { overall: 3, award: 1, comments: 'Well argued.', confidential: 'I know the author.' };
const problems = (answers: ReviewAnswers): string[] =>
  reviewProblems(form, answers).map(({ key, code }) => `${key} ${code}`);

describe('a review can be submitted', () => {
  it('when every required question is answered', () => {
    expect(problems(full)).toEqual([]);
    expect(problems({ overall: 1, comments: 'Fine.' })).toEqual([]);
  });

  it.each<[string, ReviewAnswers, string[]]>([
    ['nothing answered', {}, ['overall missing', 'comments missing']],
    ['only spaces', { ...full, comments: ' \n ' }, ['comments missing']],
    ['cleared', { ...full, overall: null }, ['overall missing']],
    ['a score off the scale', { ...full, overall: 4 }, ['overall not_on_scale']],
    ['a score in words', { ...full, overall: '3' }, ['overall not_on_scale']],
    ['a number for a text', { ...full, comments: 3 }, ['comments not_text']],
    ['a question of another form', { ...full, secret: 'x' }, ['secret unknown_field']],
    ['a whole book', { ...full, comments: 'x'.repeat(MAX_ANSWER + 1) }, ['comments too_long']],
  ])('not with %s', (_, answers, expected) => expect(problems(answers)).toEqual(expected));

  it('and says how far it is', () => {
    expect(completeness(form, { overall: 2 })).toEqual({ done: 1, of: 2 });
    expect(completeness(form, full)).toEqual({ done: 2, of: 2 });
  });
});

describe('a reader reads', () => {
  it('the questions of the own level and of the levels below it', () => {
    const later: ReviewField = { ...form[1]!, key: 'later', visibility: 'authors_after_decision' };
    const keys = (reader: FieldAudience) => fieldsFor(reader, [...form, later]).map(({ key }) => key);
    expect(keys('authors')).toEqual(['overall', 'comments']);
    expect(keys('authors_after_decision')).toEqual(['overall', 'comments', 'later']);
    expect(keys('reviewers')).toEqual(['overall', 'award', 'comments', 'later']);
    expect(keys('chairs')).toEqual(['overall', 'award', 'comments', 'confidential', 'later']);
  });
});

describe('scores', () => {
  it('have mean and spread, and none at all when nothing is in', () => {
    expect(spreadOf([3, null, 5, 1])).toEqual({ n: 3, mean: 3, min: 1, max: 5 });
    expect(spreadOf([null])).toBeNull();
    expect(spreadOf([])).toBeNull();
  });

  it('come from the overall question', () => {
    expect(overallOf(full)).toBe(3);
    expect(overallOf({ overall: null })).toBeNull();
  });
});

describe.each(callKinds)('the form that a %s starts with', (kind) => {
  const start = defaultForms[kind];

  it('has one overall score, a text for authors, a text for chairs alone, and each key once', () => {
    expect(new Set(start.map(({ key }) => key)).size).toBe(start.length);
    expect(start[0]).toMatchObject({ key: 'overall', kind: 'score', required: true });
    expect(
      start.filter(({ kind: of, visibility }) => of === 'text' && visibility === 'authors').length,
    ).toBeGreaterThan(0);
    expect(start.filter(({ key }) => key === 'confidential')).toMatchObject([{ kind: 'text', visibility: 'chairs' }]);
  });

  it('puts words on every step of every scale', () => {
    for (const field of start.filter(({ kind: of }) => of !== 'text')) {
      expect(field.scale.length).toBeGreaterThanOrEqual(4);
      for (const { label } of field.scale) expect(label).not.toBe('');
    }
  });
});

describe('the states of a review', () => {
  it('count only when submitted, and never return to a draft unless a conflict is lifted', () => {
    expect(reviewStates.filter(counts)).toEqual(['submitted']);
    expect(reviewStates.filter((from) => mayMove(reviewMachine, from, 'draft'))).toEqual(['withheld']);
  });
});
