import { Refusal } from '../refusal';
import { mayMove, requireMove } from '../machine';
import { atClosing, closingRunsAt } from './autoSubmit';
import { parseAuthorList } from './parseAuthorList';
import { roundMachine, roundStates, submissionMachine, submissionStates } from './submission';
import { type CompletenessRules, type DraftContent, missingFor } from './submit';
import { withdraw } from './withdraw';

const pdf = 'application/pdf';
const rules: CompletenessRules = {
  type: {
    slots: [
      { key: 'paper', label: 'Paper', required: true, mediaTypes: [pdf], maxBytes: 1000, maxFiles: 1 },
      { key: 'supplement', label: 'Supplement', required: false, mediaTypes: [pdf], maxBytes: 1000, maxFiles: 2 },
    ],
    topics: { min: 1, max: 2 },
  },
  topicsOffered: 11,
  maxAbstractWords: 5,
};
const ada = {
  givenName: 'Ada',
  familyName: 'Ferri',
  address: 'ada.ferri@example.org',
  affiliation: 'Università di Milano',
  isCorresponding: true,
};
const bruno = {
  ...ada,
  givenName: 'Bruno',
  familyName: 'Conti',
  address: 'bruno.conti@example.org',
  isCorresponding: false,
};
const complete: DraftContent = {
  title: 'What co-production leaves behind',
  abstract: 'Services are made together.',
  cut: null,
  topicIds: ['t1'],
  authors: [ada, bruno],
  files: [{ slot: 'paper', mediaType: pdf, bytes: 900, state: 'checking' }],
  declarations: { conflictsChecked: true, originalWork: true },
};
const missing = (change: Partial<DraftContent>, stage: 'abstract' | 'paper' = 'paper', on = rules): string[] =>
  missingFor(stage, { ...complete, ...change }, on).map(({ step, field, code }) => `${step} ${field} ${code}`);

describe('what is missing', () => {
  it('is nothing in a complete draft, also while its file is being checked', () => {
    expect(missing({})).toEqual([]);
  });

  it('for an abstract is neither file nor declaration: the abstract is encouraged, never a gate', () => {
    expect(missing({ files: [], declarations: { conflictsChecked: false, originalWork: false } }, 'abstract')).toEqual(
      [],
    );
  });

  it('is listed in the order of the form', () => {
    const nothing = { title: ' ', abstract: '', topicIds: [], authors: [], files: [] };
    const declarations = { conflictsChecked: false, originalWork: false };
    expect(missing({ ...nothing, declarations })).toEqual([
      'content title title',
      'content abstract abstract',
      'content topics topics_too_few',
      'authors authors authors',
      'conflicts conflictsChecked conflicts_not_checked',
      'files paper file',
      'check originalWork original_work',
    ]);
  });

  it('names the author and the field', () => {
    const half = { ...bruno, familyName: '', affiliation: '', address: '' };
    expect(missing({ authors: [ada, half] })).toEqual([
      'authors authors.1.familyName author_name',
      'authors authors.1.affiliation author_affiliation',
      'authors authors.1.address author_address',
    ]);
    expect(missing({ authors: [ada, { ...bruno, address: 'bruno at home' }] })).toEqual([
      'authors authors.1.address author_address_malformed',
    ]);
    expect(missing({ authors: [ada, { ...bruno, address: 'ADA.Ferri@example.org' }] })).toEqual([
      'authors authors.1.address author_twice',
    ]);
    expect(missing({ authors: [bruno] })).toEqual(['authors authors no_corresponding']);
  });

  it('includes too long an abstract, counted without its references', () => {
    expect(missing({ abstract: 'one two three four five six' })).toEqual(['content abstract abstract_too_long']);
    expect(missing({ abstract: 'one two three four five\n\nReferences\nFerri, A. (2014). Services.' })).toEqual([]);
    expect(missing({ abstract: 'one two three four five six' }, 'paper', { ...rules, maxAbstractWords: null })).toEqual(
      [],
    );
  });

  it('asks for topics within their bounds, and for none where none are offered', () => {
    expect(missing({ topicIds: ['a', 'b', 'c'] })).toEqual(['content topics topics_too_many']);
    expect(missing({ topicIds: [] }, 'paper', { ...rules, topicsOffered: 0 })).toEqual([]);
  });

  it.each([
    ['file_rejected', { slot: 'paper', mediaType: pdf, bytes: 9, state: 'rejected' as const }],
    ['file_type', { slot: 'paper', mediaType: 'application/zip', bytes: 9, state: 'clean' as const }],
    ['file_too_large', { slot: 'paper', mediaType: pdf, bytes: 1001, state: 'clean' as const }],
  ])('says %s', (code, file) => expect(missing({ files: [file] })).toEqual([`files paper ${code}`]));
});

describe('at closing', () => {
  const draft = { state: 'draft', stage: null, changedSinceSubmit: true, missing: 0 } as const;

  it.each([
    ['a complete draft', draft, true, 'submit'],
    ['a complete draft where the call does not say so', draft, false, 'leave'],
    ['an incomplete draft', { ...draft, missing: 1 }, true, 'leave'],
    ['a complete paper after an abstract', { ...draft, state: 'submitted', stage: 'abstract' }, true, 'submit'],
    [
      'an abstract nobody went on with',
      { ...draft, state: 'submitted', stage: 'abstract', changedSinceSubmit: false },
      true,
      'leave',
    ],
    ['later changes to a submitted paper', { ...draft, state: 'submitted', stage: 'paper' }, true, 'leave'],
    ['a withdrawn one', { ...draft, state: 'withdrawn' }, true, 'leave'],
  ] as const)('%s', (_, subject, autoSubmit, expected) => expect(atClosing(subject, autoSubmit)).toBe(expected));

  it('the clock looks once the grace is over', () => {
    expect(closingRunsAt(new Date('2016-06-06T12:00:00Z'), 300)).toEqual(new Date('2016-06-06T12:05:00Z'));
  });
});

describe('states', () => {
  it('every state is reached from the first, and ends are ends', () => {
    const reached = <S extends string>(machine: Readonly<Record<S, readonly S[]>>, first: S): S[] => {
      const seen = new Set<S>([first]);
      for (const state of seen) for (const next of machine[state]) seen.add(next);
      return [...seen];
    };
    expect(reached(submissionMachine, 'draft').sort()).toEqual([...submissionStates].sort());
    expect(reached(roundMachine, 'submitted').sort()).toEqual([...roundStates].sort());
    expect(submissionMachine.published).toEqual([]);
  });

  it('no decision reaches authors without having been made', () => {
    expect(roundStates.filter((from) => mayMove(roundMachine, from, 'notified'))).toEqual([
      'rebuttal',
      'decided_not_notified',
    ]);
  });

  it('a step that does not exist is refused with both ends', () => {
    expect(() => requireMove(submissionMachine, 'draft', 'accepted')).toThrow(Refusal);
    expect(() => requireMove(submissionMachine, 'draft', 'submitted')).not.toThrow();
  });
});

describe('withdrawing', () => {
  it('tells those who knew of it, and only them', () => {
    expect(withdraw({ state: 'draft', number: null, toldReviewers: 0 })).toEqual({
      tellReviewers: false,
      tellChairs: false,
      tellAuthors: false,
    });
    expect(withdraw({ state: 'submitted', number: 7, toldReviewers: 2 })).toEqual({
      tellReviewers: true,
      tellChairs: true,
      tellAuthors: true,
    });
    expect(withdraw({ state: 'accepted', number: 7, toldReviewers: 0 })).toEqual({
      tellReviewers: false,
      tellChairs: true,
      tellAuthors: true,
    });
  });

  it.each(['rejected', 'published', 'withdrawn', 'closed'] as const)('is too late when %s', (state) => {
    expect(() => withdraw({ state, number: 7, toldReviewers: 0 })).toThrow(Refusal);
  });
});

describe('a pasted list of authors', () => {
  const parsed = (text: string): string[] =>
    parseAuthorList(text).map((row) =>
      [row.givenName, row.familyName, row.affiliation, row.address, ...row.problems].join('|'),
    );
  const both = ['Ada|Ferri|U Milano|ada@example.org', 'Ravi|Menon|IISc|ravi@example.org'];

  it.each([
    [
      'lines of name, affiliation, address',
      'Ada Ferri, U Milano, ada@example.org\n\nRavi Menon, IISc, ravi@example.org',
    ],
    [
      'lines of name, address, affiliation',
      'Ada Ferri, ada@example.org, U Milano\r\nRavi Menon; ravi@example.org; IISc',
    ],
    ['tabs', 'Ada Ferri\tada@example.org\tU Milano\nRavi Menon\travi@example.org\tIISc'],
    ['names with addresses in brackets', 'Ada Ferri <ada@example.org>, U Milano\nRavi Menon, IISc <ravi@example.org>'],
    [
      'a table with header',
      'First name,Last name,E-mail,Affiliation\nAda,Ferri,ada@example.org,U Milano\nRavi,Menon,ravi@example.org,IISc',
    ],
    [
      'a table with whole names',
      'Name;Institution;Email\nAda Ferri;U Milano;ada@example.org\n"Menon, Ravi";IISc;ravi@example.org',
    ],
  ])('may be %s', (_, text) => expect(parsed(text)).toEqual(both));

  it('may be one line of names with addresses', () => {
    const people = ['Ada|Ferri||ada@example.org', 'Ravi|Menon||ravi@example.org'];
    expect(parsed('Ada Ferri <ada@example.org>; Ravi Menon <ravi@example.org>')).toEqual(people);
    expect(parsed('Ada Ferri <ada@example.org>, Ravi Menon <ravi@example.org>')).toEqual(people);
    expect(parsed('Ferri, Ada <ada@example.org>')).toEqual([people[0]]);
  });

  it('keeps quoted commas and family names of several words together', () => {
    expect(parsed('"Dept. of Law, U Milano",ada@example.org,x')[0]).toContain('ada@example.org');
    expect(parsed('Ludwig van Beethoven, "Bonn, Germany", lvb@example.org')).toEqual([
      'Ludwig|van Beethoven|Bonn, Germany|lvb@example.org',
    ]);
    expect(parsed('Plato, Academy, plato@example.org')).toEqual(['|Plato|Academy|plato@example.org']);
  });

  it('shows what is wrong instead of dropping it', () => {
    expect(parsed('Ada Ferri, U Milano')).toEqual(['Ada|Ferri|U Milano||no_address']);
    expect(parsed('ada@example')).toEqual(['|||ada@example|no_name|address_malformed']);
    expect(parsed('Ada Ferri, ada@example.org\nA. Ferri, ADA@example.org')[1]).toContain('address_twice');
  });

  it('stays quick on a book pasted by mistake', () => {
    const before = performance.now();
    expect(parseAuthorList('word, '.repeat(100_000) + '\n' + 'a line\n'.repeat(50_000))).toHaveLength(1000);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});
