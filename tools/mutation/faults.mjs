// Faults that somebody could make, each with the specs that must notice. `find` stands exactly once in the file; a fault that no
// longer fits the code stops the run, so that the list stays true.

const access = 'libs/domain/src/access';
const pure = (name, file, find, replace) => ({
  name,
  file: `${access}/${file}`,
  find,
  replace,
  suite: 'libs',
  specs: ['matrix', 'access', 'actions'].map((spec) => `${access}/${spec}.spec.ts`),
});

/** Of the pure module: tried in `npm test`. */
export const pureFaults = [
  pure('a conflict no longer beats an office', 'standing.ts', `if (facts.conflicted) return 'conflicted';`, ''),
  pure('an office counts without a proven address', 'standing.ts', `if (!viewer.isVerified) return 'stranger';`, ''),
  pure(
    'an assignment counts before review is open',
    'standing.ts',
    `      if (!released) return null;\n      return round.reviewSubmitted`,
    `      return round.reviewSubmitted`,
  ),
  pure(
    'a round is public though its submission is not',
    'phase.ts',
    `return phase === 'published' && submission.state !== 'published' ? 'notified' : phase;`,
    'return phase;',
  ),
  pure('a span ends a phase early', 'phase.ts', 'at <= phases.indexOf(last)', 'at < phases.indexOf(last)'),
  pure(
    'double-anonymous reads as single',
    'visibility.ts',
    `const single = (mode: Mode): boolean => mode.anonymity === 'single';`,
    `const single = (mode: Mode): boolean => mode.anonymity !== 'triple';`,
  ),
  pure(
    'editors know the authors of a triple-anonymous call',
    'visibility.ts',
    `const editorsKnow = (mode: Mode): boolean => mode.anonymity !== 'triple';`,
    `const editorsKnow = (_: Mode): boolean => true;`,
  ),
  pure(
    'authors see a decision before their letter',
    'visibility.ts',
    `'decision.value': [\n    see(author, on('notified')),`,
    `'decision.value': [\n    see(author, on('decided_not_notified')),`,
  ),
  pure(
    'authors read the discussion',
    'visibility.ts',
    `'discussion.messages': [`,
    `'discussion.messages': [\n    see(author, always),`,
  ),
  pure(
    'reviewers see who wrote a review, unless a chair closes it',
    'settings.ts',
    'reviewers_see_reviewer_names: false',
    'reviewers_see_reviewer_names: true',
  ),
  pure(
    'reviews of an earlier round are judged by the present one',
    'access.ts',
    'const at = isOfRound(field) ? phase : ownPhase;',
    'const at = ownPhase;',
  ),
  pure(
    'what may not be known to exist refuses by its rules',
    'access.ts',
    `return exists ? refusalFor(action, question) : absent();`,
    `return refusalFor(action, question);`,
  ),
  pure(
    'a decision is changed after its letter',
    'permissions.ts',
    `decide: [decider, state('submitted'), revisionIn, decidable, noReleasedDecision]`,
    `decide: [decider, state('submitted'), revisionIn, decidable]`,
  ),
  pure('anybody listed withdraws', 'permissions.ts', 'withdraw: [contactAuthor,', 'withdraw: ['),
  pure(
    'a review is submitted after its round',
    'permissions.ts',
    `submitReview: [isReviewer, state('submitted'), open]`,
    `submitReview: [isReviewer, state('submitted')]`,
  ),
];

/** Of the server: `npm run test:mutation`. */
export const serverFaults = [];
