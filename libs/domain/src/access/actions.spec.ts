import { deadlineFrom, type DeadlineKind, type DeadlineRow } from '../calls/deadline';
import { cast } from '../testing/cast';
import { aCall, aSubmission, aViewer, otherTrackId, trackId } from '../testing/facts';
import { accessTo } from './access';
import type { CallFacts, RoundFacts, SubmissionFacts, Viewer } from './facts';
import { tagActions, type TagScope, tagScopes } from '../submissions/tag';
import { type Action, actions } from './permissions';
import { type Phase, phases } from './phase';

const now = new Date('2026-06-01T12:00:00Z');

interface Person {
  readonly viewer: Viewer;
  readonly is?: Partial<Pick<SubmissionFacts, 'author' | 'conflicted'>>;
  readonly round?: Partial<RoundFacts>;
}
const people: Readonly<Record<string, Person>> = {
  contact: { viewer: aViewer(cast.ada), is: { author: 'contact' } },
  listed: { viewer: aViewer(cast.bruno), is: { author: 'listed' } },
  conflicted: { viewer: aViewer(cast.cleo, { role: 'chair' }), is: { conflicted: true } },
  reviewer: { viewer: aViewer(cast.ravi), round: { assignment: 'completed', reviewSubmitted: true, hasReview: true } },
  pending: { viewer: aViewer(cast.marta), round: { assignment: 'accepted', hasReview: true } },
  invited: { viewer: aViewer(cast.hanna), round: { assignment: 'invited' } },
  pool: { viewer: aViewer(cast.marta, { role: 'reviewer' }) },
  cochair: { viewer: aViewer(cast.tala, { role: 'track_chair', trackId }) },
  chair: { viewer: aViewer(cast.chidi, { role: 'chair' }) },
  other: { viewer: aViewer(cast.tala, { role: 'track_chair', trackId: otherTrackId }) },
  stranger: { viewer: aViewer(cast.olu) },
};
const chairs = ['cochair', 'chair'];
const open: Phase[] = ['review_open', 'discussion', 'rebuttal'];
const undecided: Phase[] = ['submitted', ...open];

type Tagging = (typeof tagActions)[TagScope];

/** Who may do it, and in which phases: nobody else, at no other time. Reading is in the visibility table. */
const expected: Readonly<
  Record<Exclude<Action, 'readFile' | 'seeReviews' | 'declareOwnConflict' | Tagging>, [string[], Phase[]]>
> = {
  edit: [['contact'], ['draft', 'submitted']],
  editDetails: [['contact'], ['submitted']],
  uploadFile: [['contact'], ['draft', 'submitted']],
  declareConflicts: [['contact'], ['draft', 'submitted']],
  submitAbstract: [['contact'], ['draft', 'submitted']],
  submit: [['contact'], ['draft', 'submitted']],
  submitRevision: [[], []],
  submitFinal: [['contact'], ['notified']],
  withdraw: [['contact'], ['draft', ...undecided, 'decided_not_notified', 'notified']],
  answerInvitation: [['invited'], open],
  review: [['reviewer', 'pending'], open],
  submitReview: [['reviewer', 'pending'], open],
  assign: [chairs, undecided],
  invite: [chairs, undecided],
  unassign: [chairs, undecided],
  remind: [chairs, open],
  openDiscussion: [chairs, ['review_open', 'rebuttal']],
  closeDiscussion: [chairs, ['discussion']],
  discuss: [['reviewer', ...chairs], ['discussion']],
  openResponse: [['chair'], ['review_open', 'discussion']],
  closeResponse: [['chair'], ['rebuttal']],
  respond: [['contact'], ['rebuttal']],
  recommend: [chairs, undecided],
  writeMetaReview: [chairs, undecided],
  // not while authors were promised time to respond
  decide: [['chair'], ['submitted', 'review_open', 'discussion', 'decided_not_notified']],
  release: [['chair'], ['decided_not_notified']],
  nameHandler: [['chair'], [...undecided, 'decided_not_notified']],
  settleConflicts: [chairs, [...undecided, 'decided_not_notified', 'notified']],
  extend: [chairs, [...undecided, 'decided_not_notified', 'notified']],
};
type Tabled = keyof typeof expected;
const tabled = Object.keys(expected) as Tabled[];

interface World {
  readonly call?: Partial<CallFacts>;
  readonly round?: Partial<RoundFacts>;
  readonly submission?: Partial<SubmissionFacts['submission']>;
}
const allowed = (action: Action, world: World = {}): string[] =>
  Object.entries(people).flatMap(([name, { viewer, is, round }]) =>
    phases
      .filter((phase) => {
        const decision = phase === 'decided_not_notified' ? 'decided' : 'none';
        const facts = aSubmission(phase, is, { decision, ...round, ...world.round }, world.submission);
        return accessTo(facts, viewer, aCall(world.call), now).may(action);
      })
      .map((phase) => `${name} ${phase}`),
  );
const row = (kind: DeadlineKind): DeadlineRow => ({
  kind,
  setAt: new Date(0),
  ...deadlineFrom('2026-05-01T23:59', 'AoE'),
});

describe('who may do what, and when', () => {
  it.each(tabled)('%s', (action) => {
    const [who, when] = expected[action];
    expect(allowed(action).sort()).toEqual(who.flatMap((name) => when.map((phase) => `${name} ${phase}`)).sort());
  });

  it('every action is in a table', () => {
    expect(actions.filter((action) => !tabled.includes(action as Tabled))).toEqual([
      'readFile',
      'declareOwnConflict',
      'seeReviews',
      'tagPrivately',
      'tagForCommittee',
      'tagForChairs',
    ]);
  });

  it('a file is opened by those who see it', () => {
    expect(allowed('readFile').filter((at) => /^(pool|invited|stranger|other|conflicted) /.test(at))).toEqual([]);
    expect(allowed('readFile')).toContain('pending review_open');
  });

  it('reviewers, the committee and chairs declare conflicts of their own, authors do it in the form', () => {
    expect([...new Set(allowed('declareOwnConflict').map((at) => at.split(' ')[0]))]).toEqual([
      'reviewer',
      'pending',
      'invited',
      'pool',
      'cochair',
      'chair',
      'other',
    ]);
  });
});

describe('discussion and response', () => {
  const talking = { discussion: 'open' as const };
  const late: Phase[] = ['discussion', 'rebuttal', 'decided_not_notified'];
  const at = (names: string[], when: Phase[]) =>
    names.flatMap((name) => when.map((phase) => `${name} ${phase}`)).sort();

  it('people discuss until authors are told, so that its end tells nobody of a decision', () => {
    expect(allowed('discuss', { round: talking }).sort()).toEqual(at(['reviewer', ...chairs], late));
    expect(allowed('closeDiscussion', { round: talking }).sort()).toEqual(at(chairs, late));
  });

  it('who has not submitted a review discusses only where the call lets them', () => {
    const settings = { visibility: { pending_reviewers_join_discussion: true } };
    expect(
      allowed('discuss', { round: talking, call: { settings } }).filter((who) => who.startsWith('pending')),
    ).toHaveLength(3);
  });

  it('committee members and administrators who may read a discussion write nothing in it', () => {
    const settings = { visibility: { unassigned_pc_sees_discussion: true } };
    expect(allowed('discuss', { round: talking, call: { settings } }).sort()).toEqual(
      at(['reviewer', ...chairs], late),
    );
  });

  it('nobody writes once it is closed; a chair opens it again', () => {
    const closed = { discussion: 'closed' as const };
    expect(allowed('discuss', { round: closed })).toEqual([]);
    expect(allowed('openDiscussion', { round: closed }).sort()).toEqual(at(chairs, open));
  });

  it('a special issue discusses only where its editors want to, and has a response with the revision alone', () => {
    const issue = { kind: 'special_issue' as const };
    expect(allowed('openDiscussion', { call: issue })).toEqual([]);
    const settings = { visibility: { si_discussion: true } };
    expect(allowed('openDiscussion', { call: { ...issue, settings } })).toContain('cochair review_open');
    for (const action of ['openResponse', 'respond', 'closeResponse'] as const)
      expect(allowed(action, { call: issue })).toEqual([]);
    const revising = { call: issue, submission: { awaitsRevision: true } };
    expect(allowed('respond', revising)).toEqual(['contact rebuttal']);
  });

  it('a call without a step takes none of it, and ends what was begun', () => {
    const without = (step: 'discussion' | 'response' | 'metaReview'): World => ({
      call: { settings: { [step]: false } },
    });
    expect(allowed('openDiscussion', without('discussion'))).toEqual([]);
    expect(allowed('closeDiscussion', without('discussion')).sort()).toEqual([
      'chair discussion',
      'cochair discussion',
    ]);
    expect(allowed('openResponse', without('response'))).toEqual([]);
    expect(allowed('respond', without('response'))).toContain('contact rebuttal');
    expect(allowed('writeMetaReview', without('metaReview'))).toEqual([]);
    expect(allowed('recommend', without('metaReview'))).toContain('cochair review_open');
  });

  it('authors respond until the date or until a chair closes it; then it may be decided, or opened again', () => {
    const over: World[] = [{ call: { deadlines: [row('response')] } }, { round: { response: 'closed' } }];
    for (const world of over) {
      expect(allowed('respond', world)).toEqual([]);
      expect(allowed('decide', world)).toContain('chair rebuttal');
      expect(allowed('openResponse', world)).toContain('chair rebuttal');
    }
    expect(allowed('respond', { round: { response: 'unopened' } })).toEqual([]);
  });

  it('co-chairs open a response where releasing is theirs', () => {
    expect(allowed('openResponse', { call: { settings: { handlersRelease: true } } })).toContain('cochair review_open');
  });
});

describe('nobody may', () => {
  it.each(tabled)('%s once it is withdrawn, rejected or over', (action) => {
    for (const state of ['withdrawn', 'rejected', 'closed'] as const)
      expect(allowed(action, { submission: { state } })).toEqual([]);
  });

  it.each(['edit', 'uploadFile', 'declareConflicts', 'submitAbstract', 'submit'] as const)(
    '%s after the paper deadline',
    (action) => {
      expect(allowed(action, { call: { deadlines: [row('paper')] } })).toEqual([]);
    },
  );

  it('submit an abstract after its own deadline, nor a final version after that one', () => {
    expect(allowed('submitAbstract', { call: { deadlines: [row('abstract')] } })).toEqual([]);
    expect(allowed('submitFinal', { call: { deadlines: [row('final')] } })).toEqual([]);
  });

  it.each(['edit', 'uploadFile', 'submitAbstract', 'submit'] as const)('%s in a call that is closed', (action) => {
    expect(allowed(action, { call: { state: 'closed' } })).toEqual([]);
  });

  it.each(['assign', 'invite'] as const)('%s for an abstract without paper', (action) => {
    expect(allowed(action, { submission: { stage: 'abstract' } })).toEqual([]);
  });

  it.each(['assign', 'invite', 'recommend', 'decide', 'submit', 'submitAbstract'] as const)(
    '%s while a revision is awaited',
    (action) => {
      expect(allowed(action, { submission: { awaitsRevision: true } })).toEqual([]);
    },
  );

  it('decide a round that is notified or over, whatever the submission says', () => {
    for (const state of ['notified', 'closed'] as const)
      expect(allowed('decide', { submission: { state: 'submitted' }, round: { state } })).toEqual([]);
  });

  it('release what is not decided', () => expect(allowed('release', { round: { decision: 'none' } })).toEqual([]));
});

it('a revision is sent by the contact author, once asked, while the submission lives', () => {
  const asked = allowed('submitRevision', { submission: { awaitsRevision: true } });
  expect([...new Set(asked.map((at) => at.split(' ')[0]))]).toEqual(['contact']);
  expect(asked).not.toContain('contact draft');
});

describe('tags', () => {
  const late = (name: string): string[] => phases.slice(1).map((phase) => `${name} ${phase}`);

  it('for chairs are read and set by those who handle the submission, as long as they see it', () => {
    expect(allowed('tagForChairs').sort()).toEqual(chairs.flatMap(late).sort());
  });

  it.each(['tagPrivately', 'tagForCommittee'] as const)(
    '%s: by the committee, never by authors or the conflicted',
    (action) => {
      const who = new Set(allowed(action).map((at) => at.split(' ')[0]));
      expect([...who].sort()).toEqual(['chair', 'cochair', 'pending', 'pool', 'reviewer']);
      expect(allowed(action).filter((at) => at.startsWith('chair'))).toEqual(late('chair'));
      expect(allowed(action).filter((at) => at.endsWith('published'))).toEqual([
        'cochair published',
        'chair published',
      ]);
    },
  );

  it('are of three kinds, each with its action', () => {
    expect(tagScopes.map((scope) => tagActions[scope])).toEqual(['tagPrivately', 'tagForChairs', 'tagForCommittee']);
  });

  it('stay readable for chairs when a submission is withdrawn, rejected or over', () => {
    for (const state of ['withdrawn', 'rejected', 'closed'] as const)
      expect(new Set(allowed('tagForChairs', { submission: { state } }).map((at) => at.split(' ')[0]))).toEqual(
        new Set(chairs),
      );
  });
});
