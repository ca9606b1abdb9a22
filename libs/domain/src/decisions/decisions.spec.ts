import { callKinds } from '../calls/call';
import { mayMove } from '../machine';
import { Refusal } from '../refusal';
import { roundMachine, submissionMachine } from '../submissions/submission';
import { decide, type DecideQuestion, recommend } from './decide';
import { decisionMachine, decisionStates, outcomeClass, outcomeClasses, outcomesOf } from './decision';
import { afterRelease, letterKey, type ReleaseCandidate, releaseCounts, releaseProblems } from './release';

const code = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('outcomes', () => {
  it('differ by the kind of call, best first', () => {
    expect(outcomesOf('conference')).toEqual(['accept_paper', 'accept_poster', 'reject']);
    expect(outcomesOf('special_issue')).toEqual(['accept', 'minor_revision', 'major_revision', 'reject']);
    expect(outcomeClass('special_issue', 'minor_revision')).toBe('revise');
    expect(outcomeClass('conference', 'minor_revision')).toBeNull();
    expect(outcomeClass('conference', 'toString')).toBeNull();
  });
});

describe('deciding', () => {
  const question: DecideQuestion = {
    kind: 'conference',
    outcome: 'accept_paper',
    decision: 'none',
    round: 'review_open',
    submittedReviews: 3,
    minimumReviews: 2,
    reason: '',
  };
  const decided = (change: Partial<DecideQuestion>): string => code(() => decide({ ...question, ...change }));

  it('makes the round decided and shows it to nobody', () => {
    expect(decide(question)).toEqual({
      outcome: 'accept_paper',
      decision: 'decided',
      round: 'decided_not_notified',
      deskDecision: false,
    });
  });

  it('knows only outcomes of its kind of call', () => {
    expect(decided({ outcome: 'major_revision' })).toBe('invalid_body');
    expect(decided({ kind: 'special_issue', outcome: 'major_revision' })).toBe('allowed');
  });

  it('with too few reviews asks for a reason', () => {
    expect(decided({ submittedReviews: 1 })).toBe('incomplete');
    expect(decided({ submittedReviews: 1, reason: 'Two reviewers fell ill.' })).toBe('allowed');
    expect(decide({ ...question, submittedReviews: 0, outcome: 'reject', reason: 'Out of scope.' }).deskDecision).toBe(
      true,
    );
  });

  it('may be changed until a release freezes it, never after', () => {
    expect(decided({ decision: 'decided', round: 'decided_not_notified', outcome: 'reject' })).toBe('allowed');
    expect(decided({ decision: 'in_batch', round: 'decided_not_notified' })).toBe('wrong_state');
    expect(decided({ decision: 'released', round: 'notified' })).toBe('wrong_state');
    expect(decided({ round: 'notified' })).toBe('wrong_state');
  });
});

describe('recommending', () => {
  it('is free until the decision is frozen', () => {
    expect(recommend('conference', 'accept_poster', 'none')).toBe('accept_poster');
    expect(code(() => recommend('conference', 'accept_poster', 'decided'))).toBe('allowed');
    expect(code(() => recommend('conference', 'accept_poster', 'in_batch'))).toBe('wrong_state');
    expect(code(() => recommend('conference', 'accept', 'none'))).toBe('invalid_body');
  });
});

describe('before a release', () => {
  const ready: ReleaseCandidate = {
    submissionId: 's1',
    number: 1,
    outcome: 'accept_paper',
    decision: 'decided',
    submittedReviews: 3,
    openReviews: 0,
    recipients: 2,
  };
  const found = (...changes: Partial<ReleaseCandidate>[]): string[] =>
    releaseProblems(
      changes.map((change, index) => ({ ...ready, number: index + 1, ...change })),
      'conference',
    ).map(({ code: of, severity, numbers }) => `${of} ${severity} ${numbers.join(',')}`);

  it('nothing is found when all is ready', () => expect(found({}, {})).toEqual([]));

  it('what is not decided is named by number', () => {
    expect(found({}, { outcome: null, decision: 'recommended' }, { outcome: null, decision: 'none' })).toEqual([
      'no_decision blocking 2,3',
    ]);
  });

  it('what is in another release, released, of another call, or unreachable blocks', () => {
    expect(
      found({ decision: 'in_batch' }, { decision: 'released' }, { outcome: 'minor_revision' }, { recipients: 0 }),
    ).toEqual([
      'in_other_batch blocking 1',
      'already_released blocking 2',
      'outcome_not_of_call blocking 3',
      'no_recipient blocking 4',
    ]);
  });

  it('missing and outstanding reviews are only said', () => {
    expect(found({ submittedReviews: 0 }, { openReviews: 1 })).toEqual([
      'no_reviews notice 1',
      'reviews_open notice 2',
    ]);
  });

  it('the counts cover every outcome of the call', () => {
    const counts = releaseCounts([ready, { ...ready, outcome: 'reject' }, { ...ready, outcome: null }], 'conference');
    expect(counts.byOutcome.map(({ outcome, n }) => [outcome, n])).toEqual([
      ['accept_paper', 1],
      ['accept_poster', 0],
      ['reject', 1],
    ]);
    expect([counts.withoutDecision, counts.total]).toEqual([1, 3]);
  });
});

describe('a release', () => {
  it('moves submission and round by steps that exist', () => {
    for (const of of outcomeClasses) {
      const { submission, round } = afterRelease(of);
      expect(mayMove(roundMachine, 'decided_not_notified', round)).toBe(true);
      expect(submission === 'submitted' || mayMove(submissionMachine, 'submitted', submission)).toBe(true);
    }
  });

  it('opens the next round only for a revision', () => {
    expect(outcomeClasses.filter((of) => afterRelease(of).opensRound)).toEqual(['revise']);
  });

  it('writes one letter per decision version, batch and recipient', () => {
    expect(letterKey('d', 2, 'b', ' Ada@Example.org ')).toBe('decision:d.2:b:ada@example.org');
  });

  it('is reached only through a batch, and is the end', () => {
    expect(decisionStates.filter((from) => mayMove(decisionMachine, from, 'released'))).toEqual(['in_batch']);
    expect(decisionMachine.released).toEqual([]);
    for (const kind of callKinds) expect(outcomesOf(kind)).toContain('reject');
  });
});
