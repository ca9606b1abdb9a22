import type { AssignmentState } from '../assignments/assignment';
import { aCall, aRound, aSubmission, aViewer, otherTrackId, trackId, typeId } from '../testing/facts';
import { cast } from '../testing/cast';
import { accessTo, allFields } from './access';
import type { CallPicture, PicturedSubmission, Tie } from './callPicture';
import type { CallFacts, SubmissionFacts, Viewer } from './facts';
import { type Phase, phases } from './phase';
import { allSteps } from './settingGuide';
import { type Proposal, type SightChange, sightChanges } from './sightChange';
import type { VisibilitySetting } from './settings';

const now = new Date('2026-06-01T12:00:00Z');
const id = (n: number): string => `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function paper(n: number, phase: Phase, more: Partial<SubmissionFacts['submission']> = {}): PicturedSubmission {
  const { submission, current } = aSubmission(phase, {}, {}, { id: id(n), ...more });
  const rounds = current ? [{ n: 1, state: current.state, reviews: [] }] : [];
  return { submission, currentRound: 1, rounds };
}

function reviewing(person: Viewer, n: number, assignment: AssignmentState, reviewSubmitted = false): Tie {
  const round = { n: 1, assignment, reviewSubmitted, hasReview: reviewSubmitted };
  return { personId: person.personId ?? '', submissionId: id(n), author: null, conflicted: false, rounds: [round] };
}

const writing = (person: Viewer, n: number): Tie => ({
  personId: person.personId ?? '',
  submissionId: id(n),
  author: 'contact',
  conflicted: false,
  rounds: [],
});

const people = {
  ada: aViewer(cast.ada),
  ravi: aViewer(cast.ravi, { role: 'reviewer' }),
  marta: aViewer(cast.marta, { role: 'reviewer' }),
  cleo: aViewer(cast.cleo, { role: 'reviewer', trackId: otherTrackId }),
  tala: aViewer(cast.tala, { role: 'track_chair', trackId }),
  chidi: aViewer(cast.chidi, { role: 'chair' }),
};
const all = Object.values(people);

const proposal = (visibility: Partial<Record<VisibilitySetting, boolean>>, more: Partial<Proposal> = {}): Proposal => ({
  anonymity: 'double',
  types: {},
  settings: { visibility },
  steps: allSteps,
  ...more,
});
const changes = (
  picture: Partial<CallPicture>,
  proposed: Proposal,
  call: CallFacts = aCall(),
  today = 1,
): SightChange[] => sightChanges(call, today, { submissions: [], ties: [], people: all, ...picture }, proposed);
const lines = (found: readonly SightChange[]): string[] =>
  found.map(
    ({ opens, field, standing, from, onlyNew, people: who, submissions, kept }) =>
      `${opens ? '+' : '-'} ${field} · ${standing} · ${from ?? 'now'}${onlyNew ? ' new' : ''} · ${who ?? 'all'} of ${submissions}, ${kept} kept`,
  );

describe('who would newly see what', () => {
  it('is nobody where nothing changes, or there is nothing to see', () => {
    expect(changes({ submissions: [paper(1, 'discussion')] }, proposal({}))).toEqual([]);
    expect(changes({}, proposal({ pc_sees_pdfs: true }))).toEqual([]);
  });

  it('are the committee members of the track who have no other part in a paper', () => {
    const submissions = [
      paper(1, 'submitted'),
      paper(2, 'submitted'),
      paper(3, 'submitted', { trackId: otherTrackId }),
    ];
    const ties = [writing(people.marta, 1), { ...writing(people.ravi, 2), author: null, conflicted: true }];
    const found = lines(changes({ submissions, ties }, proposal({ pc_sees_titles: false, pc_sees_decisions: false })));
    // Ravi and Marta have one paper each left in their track and share the third; Cleo is in the other track
    expect(found).toContain('- submission.title_abstract · pool · now · 3 of 3, 0 kept');
  });

  it('are reviewers of now, and those who will have written by then', () => {
    const submissions = [paper(1, 'discussion'), paper(2, 'review_open')];
    const ties = [
      reviewing(people.ravi, 1, 'completed', true),
      reviewing(people.marta, 1, 'accepted'),
      reviewing(people.ravi, 2, 'accepted'),
    ];
    const found = lines(changes({ submissions, ties }, proposal({ reviewers_see_reviewer_names: true })));
    expect(found).toContain('+ review.reviewer_identity · reviewer · now new · 1 of 1, 0 kept');
    expect(found).toContain('+ review.reviewer_identity · reviewer · discussion new · 1 of 1, 0 kept');
    // Marta, whose review the discussion does not wait for, may still write it before the response
    expect(found).toContain('+ review.reviewer_identity · reviewer · rebuttal new · 1 of 1, 0 kept');
  });

  it('keeps closed what was written under stricter terms, and says how much that is', () => {
    const reviews = [
      { terms: 1, count: 2 },
      { terms: 2, count: 1 },
    ];
    const one = paper(1, 'notified', { terms: 1 });
    const submissions = [{ ...one, rounds: one.rounds.map((round) => ({ ...round, reviews })) }];
    const closed = { authors_see_scores: false };
    const call = aCall({
      settings: { visibility: closed },
      former: [{ n: 1, anonymity: 'double', types: {}, visibility: { authors_see_scores: true } }],
    });
    const ties = [writing(people.ada, 1)];
    // the two reviews of the first terms were written for authors to see their scores
    expect(lines(changes({ submissions, ties }, proposal({}), call, 2))).toEqual([
      '+ review.scores · author · now · 1 of 1, 1 kept',
    ]);
    expect(lines(changes({ submissions, ties }, proposal({ pc_sees_pdfs: true, ...closed }), call, 2))).toContain(
      '+ file.pdf · pool · now new · 2 of 1, 1 kept',
    );
  });

  it('names everybody once for what becomes public', () => {
    const found = lines(changes({ submissions: [paper(1, 'notified')] }, proposal({ publish_pdfs: true })));
    expect(found).toEqual(['+ file.pdf · stranger · published new · all of 1, 1 kept']);
  });

  it('counts a change of anonymity, of the call or of one type', () => {
    const submissions = [paper(1, 'review_open')];
    const ties = [reviewing(people.ravi, 1, 'accepted')];
    const single = lines(changes({ submissions, ties }, proposal({}, { anonymity: 'single' })));
    expect(single).toContain('+ author.names · reviewer_pending · now new · 1 of 1, 1 kept');
    expect(single).toContain('+ author.names · pool · now new · 1 of 1, 1 kept');
    const ofType = lines(changes({ submissions, ties }, proposal({}, { types: { [typeId]: 'none' } })));
    expect(ofType).toContain('+ author.names · reviewer_pending · now new · 1 of 1, 1 kept');
    const triple = lines(changes({ submissions, ties }, proposal({}, { anonymity: 'triple' })));
    expect(triple).toContain('- author.names · handler · now · 1 of 1, 0 kept');
    expect(triple).toContain('- author.names · programme_chair · now · 1 of 1, 0 kept');
  });

  it('judges an earlier round by its own phase and people', () => {
    const one = paper(1, 'review_open');
    const rounds = [
      { n: 1, state: 'notified' as const, reviews: [{ terms: 1, count: 2 }] },
      { n: 2, state: 'review_open' as const, reviews: [] },
    ];
    const submissions = [{ ...one, currentRound: 2, rounds }];
    const ties = [reviewing(people.ravi, 1, 'completed', true)];
    const found = lines(changes({ submissions, ties }, proposal({ reviewers_see_reviewer_names: true })));
    expect(found).toContain('+ review.reviewer_identity · reviewer · now new · 1 of 1, 2 kept');
  });

  it('is what the rule itself says, asked for each person and each paper', () => {
    const submissions = phases.flatMap((phase, n) => [
      paper(n * 2, phase),
      paper(n * 2 + 1, phase, { trackId: otherTrackId }),
    ]);
    const ties = submissions.flatMap(({ submission }, n) => {
      const person = all[n % all.length] as Viewer;
      const states: AssignmentState[] = ['accepted', 'completed', 'invited', 'declined', 'proposed'];
      const base = { personId: person.personId ?? '', submissionId: submission.id };
      if (n % 4 === 0) return [{ ...base, author: 'listed' as const, conflicted: false, rounds: [] }];
      if (n % 4 === 1) return [{ ...base, author: null, conflicted: true, rounds: [] }];
      const assignment = states[n % states.length] as AssignmentState;
      return [{ ...reviewing(person, 0, assignment, assignment === 'completed'), ...base }];
    });
    const before = aCall();
    const flipped: Partial<Record<VisibilitySetting, boolean>> = {
      pc_sees_titles: false,
      pc_sees_decisions: false,
      unassigned_pc_sees_reviews: true,
      reviewers_see_other_reviews_in_discussion: false,
      other_tracks_visible: true,
      authors_see_scores: false,
      chairs_see_drafts: true,
    };
    const after = aCall({ settings: { visibility: flipped } });
    const expected = new Map<string, { people: Set<string>; submissions: Set<string> }>();
    for (const { submission, rounds } of submissions)
      for (const viewer of all) {
        const tie = ties.find((one) => one.personId === viewer.personId && one.submissionId === submission.id);
        const current = rounds[0] ? aRound(rounds[0].state, tie?.rounds[0]) : null;
        const facts = { submission, current, author: tie?.author ?? null, conflicted: tie?.conflicted ?? false };
        const [was, is] = [accessTo(facts, viewer, before, now), accessTo(facts, viewer, after, now)];
        for (const field of allFields) {
          const { visible, standing } = is.why(field);
          if (was.sees(field) === visible) continue;
          const key = `${visible ? '+' : '-'} ${field} · ${standing} · now`;
          const found = expected.get(key) ?? { people: new Set(), submissions: new Set() };
          expected.set(key, found);
          found.people.add(viewer.personId ?? '');
          found.submissions.add(submission.id);
        }
      }
    const counted = [...expected].map(([key, found]) => `${key} · ${found.people.size} of ${found.submissions.size}`);
    const told = lines(changes({ submissions, ties }, proposal(flipped), before))
      .filter((line) => / · now( new)? · /.test(line))
      .map((line) => line.replace(/, \d+ kept$/, '').replace('now new', 'now'));
    expect(counted.length).toBeGreaterThan(8);
    expect(told.sort()).toEqual(counted.sort());
  });

  it('takes no longer for a large conference than a person waits', () => {
    const many = Array.from({ length: 3000 }, (_, n) => paper(n, phases[(n % 6) + 1] as Phase));
    const committee = Array.from({ length: 600 }, (_, n): Viewer => ({ ...people.ravi, personId: id(100_000 + n) }));
    const ties = many.flatMap((_, n) =>
      [0, 1, 2].map((k) => reviewing(committee[(n * 3 + k) % 600] as Viewer, n, 'completed', true)),
    );
    const started = performance.now();
    const found = changes(
      { submissions: many, ties, people: committee },
      proposal({ pc_sees_pdfs: true, authors_see_scores: false, reviewers_see_reviewer_names: true }),
    );
    expect(found.length).toBeGreaterThan(4);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
