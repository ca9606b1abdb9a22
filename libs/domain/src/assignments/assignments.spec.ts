import { mayMove } from '../machine';
import { Refusal } from '../refusal';
import { answered, type AssignQuestion, mayAssign, stateWhenTold } from './assign';
import { assignmentMachine, assignmentStates, isReleased, liveAssignments } from './assignment';
import {
  type Conflict,
  conflictsOf,
  type ConflictPaper,
  type ConflictPerson,
  declaredState,
  isConflicted,
  organisationOf,
} from './conflicts';

const paper: ConflictPaper = {
  authors: [
    { personId: 'ada', address: 'ada.ferri@di.unimi.it', affiliation: 'Università di Milano' },
    { personId: null, address: 'bruno@gmail.com', affiliation: '' },
  ],
  contactIds: ['carla'],
};
const ravi: ConflictPerson = {
  personId: 'ravi',
  addresses: ['ravi@iisc.ac.in'],
  affiliation: 'Indian Institute of Science',
};
const found = (person: Partial<ConflictPerson>): string[] =>
  conflictsOf(paper, { ...ravi, ...person }).map(({ kind, state }) => `${kind} ${state}`);

describe('what the machine finds', () => {
  it.each<[string, Partial<ConflictPerson>, string[]]>([
    ['nothing between strangers', {}, []],
    ['the author', { personId: 'ada' }, ['same_person blocking']],
    ['the author under another account, by address', { addresses: ['Bruno@Gmail.com'] }, ['same_person blocking']],
    ['the contact who is no author', { personId: 'carla' }, ['same_person blocking']],
    ['the same organisation by address', { addresses: ['x@law.unimi.it'] }, ['domain suggested']],
    [
      'the same institution by name',
      { affiliation: 'UNIVERSITA’ DI MILANO'.replace('’', '') },
      ['institution suggested'],
    ],
    [
      'both',
      { addresses: ['x@unimi.it'], affiliation: 'Universita di Milano' },
      ['domain suggested', 'institution suggested'],
    ],
    ['nothing by a public mailbox', { addresses: ['someone@gmail.com'] }, []],
    ['nothing by an empty affiliation', { affiliation: '' }, []],
  ])('%s', (_, person, expected) => expect(found(person)).toEqual(expected));

  it('knows where the name of an organisation begins', () => {
    expect(organisationOf('a@cs.ox.ac.uk')).toBe('ox.ac.uk');
    expect(organisationOf('a@cs.cam.ac.uk')).not.toBe(organisationOf('a@cs.ox.ac.uk'));
    expect(organisationOf('a@di.unimi.it')).toBe('unimi.it');
    expect(organisationOf('a@gmail.com')).toBeNull();
    expect(organisationOf('nothing')).toBeNull();
  });
});

describe('a conflict', () => {
  const of = (kind: Conflict['kind'], source: Conflict['source'], state: Conflict['state']): Conflict => ({
    kind,
    source,
    state,
  });

  it('declared blocks at once, an institution waits for the chair', () => {
    expect(declaredState('advisor', 'author')).toBe('blocking');
    expect(declaredState('institution', 'author')).toBe('suggested');
    expect(declaredState('institution', 'reviewer')).toBe('blocking');
  });

  it('only suggested does not block', () => expect(isConflicted([of('domain', 'machine', 'suggested')])).toBe(false));

  it('is settled by a chair, except for the same person', () => {
    expect(isConflicted([of('advisor', 'author', 'blocking'), of('other', 'chair', 'dismissed')])).toBe(false);
    expect(isConflicted([of('domain', 'machine', 'suggested'), of('other', 'chair', 'blocking')])).toBe(true);
    expect(isConflicted([of('same_person', 'machine', 'blocking'), of('other', 'chair', 'dismissed')])).toBe(true);
  });
});

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
