export * from './refusal';
export * from './calls/deadline';
export * from './submissions/words';
export * from './submissions/wordCount';
export * from './calls/call';
export * from './submissions/submission';
export * from './assignments/assignment';
export * from './decisions/decision';
export * from './access/settings';
export * from './access/facts';
export * from './access/phase';
export * from './access/standing';
export * from './access/visibility';
export * from './access/terms';
export * from './access/settingGuide';
export * from './access/contradictions';
export * from './access/callPicture';
export * from './access/sightChange';
export * from './access/looking';
export * from './access/permissions';
export * from './access/access';
export * from './access/seen';
export * from './access/callAccess';
export * from './machine';
export * from './submissions/submissionType';
export * from './submissions/submit';
export * from './submissions/autoSubmit';
export * from './submissions/withdraw';
export * from './submissions/tag';
export { type NamedAuthor } from './submissions/authorNames';
export { type AnonymityHint, type HintKind, type PaperText, anonymityHints } from './submissions/anonymityHints';
export {
  type ParsedAuthor,
  type ParsedRow,
  type ParseProblem,
  MAX_PASTED,
  parseAuthorList,
} from './submissions/parseAuthorList';
export * from './conflicts/conflict';
export { organisationOf } from './conflicts/addresses';
export { institutionKeys } from './conflicts/institutions';
export { nameKey, parseNamed, type NamedPerson } from './conflicts/names';
export * from './conflicts/find';
export * from './conflicts/handler';
export * from './conflicts/gaming';
export * from './assignments/assign';
export { reviewStates, type ReviewState, reviewMachine, counts as reviewCounts } from './reviews/review';
export * from './reviews/reviewForm';
export * from './reviews/discussion';
export * from './reviews/response';
export * from './decisions/decide';
export * from './decisions/release';
export * from './calls/track';
export * from './calls/presets';
export * from './calls/readiness';
export { type CommitteeRow, type KnownPeople, parseCommittee, invitable } from './calls/committee';
export * from './search/query';
export * from './search/language';
export { MAX_QUERY, type Parsed as ParsedQuery, parseQuery } from './search/parse';
export { printQuery, printTerm } from './search/print';
export { judge, numberHolds, textHolds } from './search/judge';
export { type Completion, type CompletionOption, completionsAt, type Names } from './search/complete';
export { folded, wordsOf } from './search/words';
export { tagPattern } from './search/values';
