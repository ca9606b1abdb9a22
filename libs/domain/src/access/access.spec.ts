import { deadlineFrom, type DeadlineRow } from '../calls/deadline';
import { Refusal } from '../refusal';
import { cast } from '../testing/cast';
import { aCall, anIssue, aRound, aSubmission, aViewer, otherTrackId, submissionId, trackId } from '../testing/facts';
import { accessTo } from './access';
import { accessToCall } from './callAccess';
import { nobody, type CallFacts, type SubmissionFacts, type Viewer } from './facts';
import { type Action, actions, permissions } from './permissions';
import { callActions } from './callAccess';

const now = new Date('2026-06-01T12:00:00Z');
const later = new Date('2026-06-06T12:00:00Z');
const row = (kind: DeadlineRow['kind'], wallTime: string, more: Partial<DeadlineRow> = {}): DeadlineRow => ({
  kind,
  setAt: new Date('2026-01-01T00:00:00Z'),
  ...deadlineFrom(wallTime, 'AoE'),
  ...more,
});
const call = aCall({ deadlines: [row('abstract', '2026-05-05T23:59'), row('paper', '2026-06-05T23:59')] });

const ada = aViewer(cast.ada);
const tala = aViewer(cast.tala, { role: 'track_chair', trackId });
const chidi = aViewer(cast.chidi, { role: 'chair' });
const ravi = aViewer(cast.ravi, { role: 'reviewer' });
const olu = aViewer(cast.olu);
const gwen = aViewer(cast.gwen, { role: 'guest_editor' });

const mine: Partial<SubmissionFacts> = { author: 'contact' };
const refused = (action: Action, facts: SubmissionFacts, viewer: Viewer, on: CallFacts = call, at = now): string =>
  accessTo(facts, viewer, on, at).whyNot(action)?.code ?? 'allowed';

describe('an author', () => {
  it('edits and submits until the paper deadline, and gets told when it has passed', () => {
    for (const action of ['edit', 'uploadFile', 'submit'] as const) {
      expect(refused(action, aSubmission('draft', mine), ada)).toBe('allowed');
      expect(refused(action, aSubmission('submitted', mine), ada)).toBe('allowed');
      expect(refused(action, aSubmission('draft', mine), ada, call, later)).toBe('deadline_passed');
    }
  });

  it('finishes within the grace what was begun in time', () => {
    const begun = aSubmission('draft', { ...mine, begunAt: new Date('2026-06-06T11:59:59Z') });
    expect(refused('submit', begun, ada, call, new Date('2026-06-06T12:04:59Z'))).toBe('allowed');
    expect(refused('submit', begun, ada, call, new Date('2026-06-06T12:05:00Z'))).toBe('deadline_passed');
  });

  it('submits the paper also when the abstract deadline has passed without an abstract: it is never a gate', () => {
    expect(refused('submitAbstract', aSubmission('draft', mine), ada)).toBe('deadline_passed');
    expect(refused('submit', aSubmission('draft', mine), ada)).toBe('allowed');
  });

  it('has no limit where no date is set', () => {
    expect(refused('submit', aSubmission('draft', mine), ada, anIssue())).toBe('allowed');
  });

  it('waits for the opening date where there is one', () => {
    const early = aCall({ deadlines: [...call.deadlines, { ...row('opening', '2026-07-01T00:00') }] });
    expect(refused('submit', aSubmission('draft', mine), ada, early)).toBe('not_open_yet');
  });

  it('uses an extension given to one submission', () => {
    const extended = aCall({ deadlines: [...call.deadlines, row('paper', '2026-06-10T23:59', { submissionId })] });
    expect(refused('submit', aSubmission('draft', mine), ada, extended, later)).toBe('allowed');
  });

  it('changes nothing once review is open', () => {
    expect(refused('edit', aSubmission('review_open', mine), ada)).toBe('wrong_state');
    expect(refused('withdraw', aSubmission('review_open', mine), ada)).toBe('allowed');
    expect(refused('withdraw', aSubmission('published', mine), ada)).toBe('wrong_state');
  });

  it('who is only listed reads but does not write', () => {
    const listed = aSubmission('draft', { author: 'listed' });
    expect(accessTo(listed, ada, call, now).sees('file.pdf')).toBe(true);
    for (const action of ['edit', 'submit', 'withdraw', 'uploadFile'] as const)
      expect(refused(action, listed, ada)).toBe('not_permitted');
  });

  it('sends the final paper once accepted, a revision once asked', () => {
    expect(refused('submitFinal', aSubmission('notified', mine), ada)).toBe('allowed');
    expect(refused('submitFinal', aSubmission('decided_not_notified', mine), ada)).toBe('wrong_state');
    const asked = aSubmission('submitted', mine, { n: 2 }, { awaitsRevision: true });
    expect(refused('submitRevision', asked, ada, anIssue())).toBe('allowed');
    expect(refused('submitRevision', aSubmission('submitted', mine), ada, anIssue())).toBe('wrong_state');
  });

  it('works on an asked revision whatever the paper deadline, and on nothing after it is in', () => {
    const asked = aSubmission('submitted', mine, { n: 2 }, { awaitsRevision: true });
    for (const action of ['edit', 'uploadFile'] as const)
      expect(refused(action, asked, ada, call, later)).toBe('allowed');
    expect(refused('submit', asked, ada)).toBe('wrong_state');
    const revised = aSubmission('submitted', mine, { n: 2 });
    for (const action of ['edit', 'submit', 'submitRevision'] as const)
      expect(refused(action, revised, ada)).toBe('wrong_state');
    expect(refused('assign', aSubmission('submitted', {}, { n: 2 }, { awaitsRevision: true }), tala)).toBe(
      'wrong_state',
    );
    expect(refused('assign', aSubmission('submitted', {}, { n: 2 }), tala)).toBe('allowed');
  });
});

describe('a reviewer', () => {
  const accepted = { assignment: 'accepted', hasReview: true } as const;

  it('reviews while the round is open, also late', () => {
    for (const phase of ['review_open', 'discussion', 'rebuttal'] as const)
      expect(refused('submitReview', aSubmission(phase, {}, accepted), ravi, call, later)).toBe('allowed');
    expect(refused('submitReview', aSubmission('decided_not_notified', {}, accepted), ravi)).toBe('wrong_state');
  });

  it('reviews nothing of one’s own, nothing in conflict, nothing declined', () => {
    expect(refused('review', aSubmission('review_open', mine, accepted), ravi)).toBe('not_permitted');
    expect(refused('review', aSubmission('review_open', { conflicted: true }, accepted), ravi)).toBe('not_found');
    expect(refused('review', aSubmission('review_open', {}, { assignment: 'declined' }), ravi)).toBe('not_found');
  });

  it('answers the invitation, and sees title and abstract but not the paper before', () => {
    const invited = aSubmission('review_open', {}, { assignment: 'invited' });
    const access = accessTo(invited, ravi, call, now);
    expect(access.may('answerInvitation')).toBe(true);
    expect([access.sees('submission.title_abstract'), access.sees('file.pdf')]).toEqual([true, false]);
    expect(access.may('review')).toBe(false);
  });

  it('who declined learns nothing more, but one’s own review stays readable', () => {
    expect(accessTo(aSubmission('review_open', {}, { assignment: 'declined' }), ravi, call, now).exists).toBe(false);
    const unassigned = aSubmission('review_open', {}, { assignment: 'unassigned', hasReview: true });
    const access = accessTo(unassigned, ravi, call, now);
    expect([access.exists, access.sees('own_review.text'), access.sees('submission.title_abstract')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('of an earlier round reads that round by its own phase, and nothing of the next', () => {
    const current = aRound('review_open', { n: 2, reviewedEarlier: true });
    const first = aRound('notified', {
      assignment: 'completed',
      reviewSubmitted: true,
      hasReview: true,
      decision: 'released',
    });
    const facts = { ...aSubmission('review_open'), current };
    const inFirst = accessTo({ ...facts, round: first }, olu, anIssue(), now);
    const inSecond = accessTo(facts, olu, anIssue(), now);
    expect([inFirst.sees('review.text'), inFirst.sees('decision.value')]).toEqual([true, true]);
    expect([inSecond.sees('review.text'), inSecond.sees('file.pdf'), inSecond.standing]).toEqual([
      false,
      false,
      'former',
    ]);
  });
});

describe('a chair', () => {
  it('of the track assigns and recommends; the programme chair decides and releases', () => {
    const facts = aSubmission('review_open');
    for (const action of ['assign', 'invite', 'remind', 'recommend'] as const)
      expect(refused(action, facts, tala)).toBe('allowed');
    expect(refused('decide', facts, tala)).toBe('not_permitted');
    expect(refused('decide', facts, chidi)).toBe('allowed');
    expect(refused('release', aSubmission('decided_not_notified', {}, { decision: 'decided' }), chidi)).toBe('allowed');
    expect(refused('release', aSubmission('decided_not_notified', {}, { decision: 'decided' }), tala)).toBe(
      'not_permitted',
    );
  });

  it('of the track decides where the call delegates it, a guest editor always', () => {
    const delegated = aCall({ settings: { handlersDecide: true } });
    expect(refused('decide', aSubmission('review_open'), tala, delegated)).toBe('allowed');
    expect(refused('decide', aSubmission('review_open'), gwen, anIssue())).toBe('allowed');
    expect(refused('decide', aSubmission('review_open'), gwen, call)).toBe('not_found');
  });

  it('of another track does not know that it exists', () => {
    const other = aViewer(cast.tala, { role: 'track_chair', trackId: otherTrackId });
    expect(refused('assign', aSubmission('review_open'), other)).toBe('not_found');
  });

  it('does nothing to an own paper, whatever the office', () => {
    const own = aSubmission('review_open', { author: 'listed' });
    for (const action of ['assign', 'recommend', 'decide', 'seeReviews'] as const)
      expect(refused(action, own, chidi)).toBe('not_permitted');
    expect(accessTo(own, chidi, call, now).sees('assignment.reviewer_names')).toBe(false);
  });

  it('in conflict does not even see that it exists', () => {
    expect(accessTo(aSubmission('review_open', { conflicted: true }), chidi, call, now).exists).toBe(false);
  });

  it('named as the handler of one paper handles that one', () => {
    const handed = aSubmission('review_open', {}, {}, { handlerId: cast.olu.id });
    expect(accessTo(handed, olu, call, now).standing).toBe('handler');
    expect(accessTo(aSubmission('review_open'), olu, call, now).standing).toBe('stranger');
  });

  it('named for a paper decides on it only where no programme chair may', () => {
    const handed = { ...aSubmission('review_open', {}, {}, { handlerId: cast.olu.id }) };
    expect(refused('decide', handed, olu)).toBe('not_permitted');
    expect(refused('decide', { ...handed, standsIn: true }, olu)).toBe('allowed');
    const decided = aSubmission('decided_not_notified', {}, { decision: 'decided' }, { handlerId: cast.olu.id });
    expect(refused('release', { ...decided, standsIn: true }, olu)).toBe('allowed');
  });

  it('who heads the call keeps that office for a paper they are named for', () => {
    const handed = aSubmission('review_open', {}, {}, { handlerId: cast.chidi.id });
    expect(accessTo(handed, chidi, call, now).standing).toBe('programme_chair');
  });

  it('who also reviews keeps the office and reads the own review, unless the call asks for handing over', () => {
    const both = aSubmission('review_open', {}, { assignment: 'accepted', hasReview: true });
    const access = accessTo(both, tala, call, now);
    expect([access.standing, access.sees('own_review.text'), access.may('review')]).toEqual(['handler', true, true]);
    const handsOver = aCall({ settings: { reviewingChairsHandOver: true } });
    expect(accessTo(both, tala, handsOver, now).standing).toBe('reviewer_pending');
  });

  it('assigns nobody to an abstract without paper, and nobody once it is decided', () => {
    expect(refused('assign', aSubmission('submitted', {}, {}, { stage: 'abstract' }), tala)).toBe('wrong_state');
    expect(refused('assign', aSubmission('decided_not_notified'), tala)).toBe('wrong_state');
  });

  it('does not change a decision that is frozen in a release', () => {
    expect(refused('decide', aSubmission('decided_not_notified', {}, { decision: 'in_batch' }), chidi)).toBe(
      'wrong_state',
    );
  });
});

describe('who has nothing to do with it', () => {
  it('gets the same answer as for what does not exist', () => {
    for (const action of actions) expect(refused(action, aSubmission('review_open', mine), olu)).not.toBe('not_found');
    for (const action of actions) expect(refused(action, aSubmission('review_open'), olu)).toBe('not_found');
  });

  it('is asked to sign in when signed out, for every action and whether it exists or not', () => {
    for (const action of actions) {
      expect(refused(action, aSubmission('review_open'), nobody)).toBe('not_signed_in');
      expect(refused(action, aSubmission('published'), nobody)).toBe('not_signed_in');
    }
  });
});

describe('who has not proven an address', () => {
  const unproven = (viewer: Viewer): Viewer => ({ ...viewer, isVerified: false });

  it('writes and submits, because a slow letter must not cost a deadline', () => {
    for (const action of ['edit', 'uploadFile', 'submit', 'withdraw'] as const)
      expect(refused(action, aSubmission('draft', mine), unproven(ada))).toBe('allowed');
    expect(accessToCall(unproven(olu), call, now).may('startSubmission')).toBe(true);
  });

  it('reads nothing that others wrote: no reviews as an author, no papers as a reviewer or chair', () => {
    const author = accessTo(aSubmission('notified', mine), unproven(ada), call, now);
    expect([author.sees('file.pdf'), author.sees('decision.value'), author.sees('review.text')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(accessTo(aSubmission('notified', mine), ada, call, now).sees('review.text')).toBe(true);
    expect(refused('assign', aSubmission('review_open'), unproven(tala))).toBe('not_verified');
    expect(refused('review', aSubmission('review_open', {}, { assignment: 'accepted' }), unproven(ravi))).toBe(
      'not_verified',
    );
    expect(refused('assign', aSubmission('review_open'), unproven(olu))).toBe('not_found');
    expect(accessToCall(unproven(chidi), call, now).whyNot('seeList')?.code).toBe('not_verified');
  });
});

describe('a type with its own anonymity', () => {
  it('names the authors of a doctoral consortium to its reviewers', () => {
    const facts = aSubmission('review_open', {}, { assignment: 'accepted' }, { anonymity: 'none' });
    expect(accessTo(facts, ravi, call, now).sees('author.names')).toBe(true);
    expect(accessTo(facts, ravi, call, now).sees('author.email')).toBe(false);
  });
});

describe('one rule, three uses', () => {
  it('`can`, `may` and `require` say the same for every action', () => {
    for (const viewer of [ada, tala, chidi, ravi, olu, nobody]) {
      const access = accessTo(aSubmission('review_open', viewer === ada ? mine : {}), viewer, call, now);
      for (const action of actions) {
        expect(access.can[action]).toBe(access.may(action));
        if (access.may(action)) expect(() => access.require(action)).not.toThrow();
        else expect(() => access.require(action)).toThrow(Refusal);
      }
    }
  });

  it('every action is allowed to somebody at some time', () => {
    expect(Object.keys(permissions)).toEqual(actions);
    const worlds = [
      accessTo(aSubmission('draft', mine), ada, aCall(), now),
      accessTo(aSubmission('submitted', mine), ada, aCall(), now),
      accessTo(aSubmission('notified', mine), ada, aCall(), now),
      accessTo(aSubmission('submitted', mine, {}, { awaitsRevision: true }), ada, aCall(), now),
      accessTo(aSubmission('review_open', {}, { assignment: 'invited' }), ravi, call, now),
      accessTo(aSubmission('review_open', {}, { assignment: 'accepted' }), ravi, call, now),
      accessTo(aSubmission('review_open'), chidi, call, now),
      accessTo(aSubmission('decided_not_notified', {}, { decision: 'decided' }), chidi, call, now),
      accessTo(aSubmission('discussion'), chidi, call, now),
      accessTo(aSubmission('rebuttal'), chidi, call, now),
      accessTo(aSubmission('rebuttal', mine), ada, call, now),
    ];
    expect(actions.filter((action) => !worlds.some((access) => access.may(action)))).toEqual([]);
  });

  it('says which setting decided', () => {
    const reason = accessTo(aSubmission('submitted'), ravi, call, now).why('submission.title_abstract');
    expect(reason).toMatchObject({
      visible: true,
      standing: 'pool',
      phase: 'submitted',
      setting: { name: 'pc_sees_titles', on: true },
    });
  });
});

describe('a call as a whole', () => {
  const setup = aCall({ state: 'setup' });
  const code = (viewer: Viewer, action: (typeof callActions)[number], on = call, at = now): string =>
    accessToCall(viewer, on, at).whyNot(action)?.code ?? 'allowed';

  it('is unknown until it is published, except to its people', () => {
    expect(code(olu, 'view', setup)).toBe('not_found');
    expect(code(nobody, 'view', setup)).toBe('not_signed_in');
    expect(code(tala, 'view', setup)).toBe('allowed');
    expect(code(nobody, 'view')).toBe('allowed');
  });

  it('takes submissions from anybody signed in while it is open', () => {
    expect(code(olu, 'startSubmission')).toBe('allowed');
    expect(code(nobody, 'startSubmission')).toBe('not_signed_in');
    expect(code(olu, 'startSubmission', call, later)).toBe('deadline_passed');
    expect(code(chidi, 'startSubmission', setup)).toBe('not_open_yet');
    const oneTrack = aCall({ deadlines: [...call.deadlines, row('paper', '2026-06-10T23:59', { trackId })] });
    expect(code(olu, 'startSubmission', oneTrack, later)).toBe('allowed');
  });

  it('is edited and published by its head, managed by co-chairs, untouched by others', () => {
    expect([code(chidi, 'editCall', setup), code(chidi, 'publish', setup), code(chidi, 'publish')]).toEqual([
      'allowed',
      'allowed',
      'wrong_state',
    ]);
    expect([code(gwen, 'editCall', anIssue()), code(tala, 'editCall')]).toEqual(['allowed', 'not_permitted']);
    expect([code(tala, 'manageCommittee'), code(ravi, 'manageCommittee'), code(olu, 'seeList')]).toEqual([
      'allowed',
      'not_permitted',
      'not_permitted',
    ]);
  });

  it('is released by the chair, by co-chairs where delegated, by guest editors', () => {
    expect([code(chidi, 'release'), code(tala, 'release'), code(gwen, 'release', anIssue())]).toEqual([
      'allowed',
      'not_permitted',
      'allowed',
    ]);
    expect(code(tala, 'release', aCall({ settings: { handlersRelease: true } }))).toBe('allowed');
  });

  it('shows a co-chair the own tracks and a chair all', () => {
    expect(accessToCall(tala, call, now).listScope).toEqual({ all: false, trackIds: [trackId], named: false });
    expect(accessToCall(chidi, call, now).listScope).toEqual({ all: true, trackIds: [], named: false });
    expect(accessToCall(ravi, call, now).listScope).toEqual({ all: false, trackIds: [], named: false });
    expect(accessToCall(tala, call, now).handlesTrack(otherTrackId)).toBe(false);
  });

  it('`can` says what `may` says', () => {
    for (const viewer of [tala, chidi, olu, nobody]) {
      const access = accessToCall(viewer, call, now);
      for (const action of callActions) expect(access.can[action]).toBe(access.may(action));
    }
  });
});
