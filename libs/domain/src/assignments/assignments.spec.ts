import { mayMove } from '../machine';
import { Refusal } from '../refusal';
import { answered, type AssignQuestion, mayAssign, stateWhenTold } from './assign';
import { assignmentMachine, assignmentStates, isReleased, liveAssignments } from './assignment';

describe('assigning', () => {
  const free: AssignQuestion = {
    reviewerId: 'ravi',
    authorIds: ['ada'],
    conflicts: [],
    onThisPaper: [],
    load: 2,
    maxLoad: 3,
  };
  const code = (change: Partial<AssignQuestion>): string => mayAssign({ ...free, ...change })?.code ?? 'allowed';

  it('is allowed up to the load', () => {
    expect(code({})).toBe('allowed');
    expect(code({ load: 3 })).toBe('load_reached');
    expect(code({ load: 3, overLoad: true })).toBe('allowed');
  });

  it('never gives a paper to its author or to somebody in conflict, also over the load', () => {
    expect(code({ reviewerId: 'ada' })).toBe('conflict_of_interest');
    expect(code({ conflicts: [{ kind: 'advisor', source: 'author', state: 'blocking' }], overLoad: true })).toBe(
      'conflict_of_interest',
    );
  });

  it('holds one live place per paper; who declined may be asked again', () => {
    for (const state of liveAssignments) expect(code({ onThisPaper: [state] })).toBe('already_exists');
    for (const state of ['declined', 'expired', 'unassigned'] as const)
      expect(code({ onThisPaper: [state] })).toBe('allowed');
  });

  it('asks, unless the committee agreed to be assigned', () => {
    expect(stateWhenTold(true, true)).toBe('accepted');
    expect(stateWhenTold(true, false)).toBe('invited');
    expect(stateWhenTold(false, true)).toBe('invited');
  });
});

describe('an answer', () => {
  it('is taken once; the same again changes nothing', () => {
    expect(answered('invited', 'accept')).toBe('accepted');
    expect(answered('invited', 'decline')).toBe('declined');
    expect(answered('accepted', 'accept')).toBeNull();
    expect(answered('completed', 'accept')).toBeNull();
    expect(answered('declined', 'decline')).toBeNull();
  });

  it('may come late, may be a change of mind, may be a conflict found while reading', () => {
    expect(answered('expired', 'accept')).toBe('accepted');
    expect(answered('accepted', 'decline')).toBe('declined');
    expect(answered('completed', 'conflict')).toBe('revoked_conflict');
  });

  it.each([
    ['declined', 'accept'],
    ['unassigned', 'accept'],
    ['revoked_conflict', 'accept'],
    ['completed', 'decline'],
    ['proposed', 'accept'],
  ] as const)('%s, then %s is refused', (state, answer) => expect(() => answered(state, answer)).toThrow(Refusal));

  it('is always a step of the machine', () => {
    for (const state of assignmentStates)
      for (const answer of ['accept', 'decline', 'conflict'] as const) {
        let to: ReturnType<typeof answered> = null;
        try {
          to = answered(state, answer);
        } catch {
          continue;
        }
        if (to) expect([state, to, mayMove(assignmentMachine, state, to)]).toEqual([state, to, true]);
      }
  });

  it('what is only proposed is known to nobody', () =>
    expect(assignmentStates.filter((state) => !isReleased(state))).toEqual(['proposed']));
});
