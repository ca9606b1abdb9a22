// Faults that somebody could make, each with the specs that must notice. `find` stands exactly once in the file; a fault that no
// longer fits the code stops the run, so that the list stays true.

const access = 'libs/domain/src/access';
const pure = (name, file, find, replace, specs = ['matrix', 'access', 'actions']) => ({
  name,
  file: `${access}/${file}`,
  find,
  replace,
  suite: 'libs',
  specs: specs.map((spec) => `${access}/${spec}.spec.ts`),
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
    'looking as somebody else shows what the looker may not see',
    'looking.ts',
    'exists && theirsSays && ownSays;',
    'exists && theirsSays;',
    ['looking'],
  ),
  pure(
    'looking as somebody else lets things be done',
    'looking.ts',
    `    if (!reading.includes(action)) return new Refusal('only_looking');\n`,
    '',
    ['looking'],
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
    `decidable, noReleasedDecision, noResponseAwaited]`,
    `decidable, noResponseAwaited]`,
  ),
  pure('anybody listed withdraws', 'permissions.ts', 'withdraw: [contactAuthor,', 'withdraw: ['),
  pure(
    'a review is submitted after its round',
    'permissions.ts',
    `submitReview: [isReviewer, state('submitted'), open]`,
    `submitReview: [isReviewer, state('submitted')]`,
  ),
];

const api = 'apps/api/src';
const server = (name, file, find, replace, ...specs) => ({
  name,
  file: `${api}/${file}`,
  find,
  replace,
  suite: 'api',
  specs: specs.map((spec) => `${api}/${spec}.api.spec.ts`),
});

/** Of the server: `npm run test:mutation`. */
export const serverFaults = [
  server(
    'a list shows what the viewer is in conflict with',
    'access/known.ts',
    `and kx.state = 'blocking')`,
    `and false)`,
    'records/records',
  ),
  server(
    'a list shows drafts',
    'access/access.service.ts',
    "`${alias}.state <> 'draft'`",
    `'true'`,
    'records/records',
    'testing/proof/worlds',
  ),
  server('a co-chair lists every track', 'access/access.service.ts', 'if (!all) {', 'if (all) {', 'records/records'),
  server(
    'a conflict is not among the facts',
    'access/facts.queries.ts',
    "and c.person_id = ${person} and c.state = 'blocking') as conflicted",
    'and c.person_id = ${person} and false) as conflicted',
    'testing/proof/hidden',
    'assignments/assignments',
  ),
  server(
    'what is for chairs alone is read by reviewers and authors',
    'reviews/reading.service.ts',
    `if (access.sees('review.confidential_comments', terms)) return 'chairs';`,
    `return 'chairs';`,
    'reviews/reviews',
  ),
  server(
    'when a review came is told to everybody',
    'reviews/reading.service.ts',
    `const dated = row.own || access.sees('review.submitted_at');`,
    `const dated = true;`,
    'reviews/reviews',
    'testing/proof/visible',
  ),
  server(
    'the reviewers of a paper are named to all who read its reviews',
    'reviews/reading.service.ts',
    `const named = access.sees('review.reviewer_identity') && access.sees('assignment.reviewer_names');`,
    `const named = true;`,
    'reviews/reviews',
  ),
  server(
    'the addresses of authors are shown with their names',
    'records/record-page.service.ts',
    `withAddress: access.sees('author.email')`,
    `withAddress: true`,
    'records/records',
    'testing/proof/visible',
  ),
  server(
    'a reviewer is given the file as it came',
    'submissions/file-downloads.service.ts',
    `return copy === 'original'`,
    `return copy !== null`,
    'submissions/files',
  ),
  server(
    'anybody opens a review by its id',
    'reviews/reviews.queries.ts',
    `where a.id = $1 and a.reviewer_id = $2 and a.state`,
    `where a.id = $1 and $2::uuid is not null and a.state`,
    'reviews/reviews',
  ),
  server(
    'a response carries what its schema does not name',
    'platform/http/contract.interceptor.ts',
    `definition.response.parse(value)`,
    `value`,
    'platform/http/endpoint',
  ),
  server(
    'the letters of a call are listed to every chair',
    'decisions/call-mail.service.ts',
    `return aboutOf(row).every((id) => papers.get(id)?.sees(field) ?? false);`,
    `return field !== undefined;`,
    'decisions/decisions',
    'testing/proof/visible',
  ),
  server(
    'an assignment exists for everybody who has its id',
    'assignments/assigning.service.ts',
    `if (!paper.sees('assignment.reviewer_names')) throw new Refusal('not_found');`,
    ``,
    'testing/proof/sweep',
  ),
  server(
    'asking for a hidden file costs more than asking for none',
    'submissions/file-downloads.service.ts',
    `if (!access.sees('file.pdf') && !access.sees('file.supplementary')) throw new Refusal('not_found');`,
    ``,
    'testing/proof/hidden',
  ),
  server(
    'the log keeps the query of an address',
    'platform/http/logging.ts',
    `path: loggablePath(req.url),`,
    `path: req.url,`,
    'testing/proof/letters',
  ),
];
