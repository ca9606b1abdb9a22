import { cast } from '../testing/cast';
import { aCall, aSubmission, aViewer, trackId } from '../testing/facts';
import { accessTo, allFields, ruling } from './access';
import { asKnownTo, couldBeSeen, factsAs, lookedFrom, mayLook, through, viewerAs, whenSeen } from './looking';
import { actions } from './permissions';
import { between, phases } from './phase';
import { standings } from './standing';
import { inForce } from './terms';
import { matrixModes, matrixRoles } from './testing/matrix';
import { callIn, factsIn } from './testing/roles';
import { visibilitySettings } from './settings';

const now = new Date('2026-06-01T12:00:00Z');
const all = Object.fromEntries(visibilitySettings.map((name) => [name, true]));
const chidi = aViewer(cast.chidi, { role: 'chair' });

describe('looking through other eyes', () => {
  it('shows in every cell what both may see and no more, whatever the settings', () => {
    const wrong: string[] = [];
    for (const settings of [{}, all])
      for (const mode of matrixModes)
        for (const phase of phases)
          for (const role of matrixRoles) {
            const call = callIn(mode, settings);
            const { viewer, facts } = factsIn(role, phase, mode);
            const looker = factsIn('programme_chair', phase, mode);
            const [theirs, own] = [
              accessTo(facts, viewer, call, now),
              accessTo(looker.facts, looker.viewer, call, now),
            ];
            const seen = through(theirs, own);
            for (const field of allFields) {
              const expected = mayLook(own) && theirs.exists && theirs.sees(field) && own.sees(field);
              if (seen.sees(field) !== expected || seen.why(field).visible !== expected)
                wrong.push(`${field} ${role} ${phase} ${mode}`);
            }
          }
    expect(wrong).toEqual([]);
  });

  it('lets nothing be done, not even what both might do', () => {
    const facts = aSubmission('review_open');
    const own = accessTo(facts, chidi, aCall(), now);
    const seen = through(own, own);
    expect(actions.filter((action) => seen.may(action))).toEqual(['readFile', 'seeReviews']);
    expect(seen.whyNot('decide')?.code).toBe('only_looking');
    expect(actions.filter((action) => seen.can[action])).toEqual(['readFile', 'seeReviews']);
  });

  it('is for those who handle a submission: not for an own paper, a conflict, or another office', () => {
    const call = aCall();
    const look = (facts: ReturnType<typeof aSubmission>, viewer = chidi) => mayLook(accessTo(facts, viewer, call, now));
    expect(look(aSubmission('review_open'))).toBe(true);
    expect(look(aSubmission('draft'))).toBe(false);
    expect(look(aSubmission('review_open', { author: 'listed' }))).toBe(false);
    expect(look(aSubmission('review_open', { conflicted: true }))).toBe(false);
    expect(look(aSubmission('review_open'), aViewer(cast.ines))).toBe(false);
    expect(look(aSubmission('review_open', {}, { assignment: 'accepted' }), aViewer(cast.ravi))).toBe(false);
    expect(look(aSubmission('review_open'), aViewer(cast.tala, { role: 'track_chair', trackId }))).toBe(true);
  });

  it('tells an author like somebody in conflict to editors who do not know the authors', () => {
    const authored = aSubmission('review_open', { author: 'listed' });
    const known = (knowsAuthor: boolean, facts = authored) => {
      const { author, conflicted } = asKnownTo(knowsAuthor, facts);
      return [author, conflicted];
    };
    expect(known(true)).toEqual(['listed', false]);
    expect(known(false)).toEqual([null, true]);
    expect(known(false, aSubmission('review_open'))).toEqual([null, false]);
  });
});

describe('when something is seen', () => {
  const terms = (more = {}) => inForce('double', more, { kind: 'conference' });

  it('is told in stretches of phases, as things are set', () => {
    const review = (standing: 'reviewer' | 'reviewer_pending' | 'author', more = {}) =>
      whenSeen('review.text', standing, terms(more));
    expect(review('reviewer')).toEqual([{ from: 'review_open', to: 'notified' }]);
    expect(review('reviewer', { reviewers_see_other_reviews_in_discussion: false })).toEqual([
      { from: 'review_open', to: 'review_open' },
    ]);
    expect(review('reviewer_pending')).toEqual([]);
    expect(review('author')).toEqual([{ from: 'rebuttal', to: 'closed_rejected' }]);
    expect(whenSeen('decision.value', 'pool', terms())).toEqual([{ from: 'notified', to: 'published' }]);
  });

  it('agrees with every cell of the table', () => {
    const wrong: string[] = [];
    for (const settings of [{}, all])
      for (const standing of standings)
        for (const field of allFields) {
          const now = whenSeen(field, standing, terms(settings));
          for (const phase of phases)
            if (
              now.some(({ from, to }) => between(phase, from, to)) !==
              ruling(field, standing, phase, terms(settings)).visible
            )
              wrong.push(`${field} ${standing} ${phase}`);
        }
    expect(wrong).toEqual([]);
  });

  it('knows what no setting opens', () => {
    const { mode } = terms();
    expect(couldBeSeen('review.reviewer_identity', 'author', mode)).toBe(false);
    expect(couldBeSeen('discussion.messages', 'author', mode)).toBe(false);
    expect(couldBeSeen('review.text', 'reviewer_pending', mode)).toBe(true);
    expect(couldBeSeen('author.names', 'stranger', mode)).toBe(true);
  });
});

describe('a standing without a person', () => {
  it('is exactly that standing, in both kinds of call', () => {
    for (const kind of ['conference', 'special_issue'] as const)
      for (const standing of lookedFrom) {
        if (standing === 'pool' && kind === 'special_issue') continue;
        const call = aCall({ kind });
        const facts = factsAs(
          standing,
          aSubmission('review_open', { author: 'contact', conflicted: true }, { hasReview: true }),
        );
        const access = accessTo(facts, viewerAs(standing, trackId, call), call, now);
        expect([kind, access.standing]).toEqual([kind, standing]);
      }
  });

  it('has nothing of the looker’s own', () => {
    const mine = aSubmission(
      'review_open',
      { author: 'contact', conflicted: true, begunAt: now },
      { assignment: 'accepted', hasReview: true },
    );
    expect(factsAs('stranger', mine)).toMatchObject({
      author: null,
      conflicted: false,
      begunAt: null,
      current: { assignment: null, hasReview: false, reviewSubmitted: false, reviewedEarlier: false },
    });
  });
});
