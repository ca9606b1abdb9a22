import { settingsOf } from '../calls/call';
import {
  type Deadline,
  type DeadlineKind,
  type DeadlineScope,
  effectiveDeadline,
  hoursAfter,
  requireOpen,
} from '../calls/deadline';
import { Refusal } from '../refusal';
import type { CallFacts, RoundFacts, SubmissionFacts, Viewer } from './facts';
import { visibilityDefaults } from './settings';
import type { Standing } from './standing';
import type { Field } from './visibility';

/** All a rule may ask. */
export interface Question {
  readonly facts: SubmissionFacts;
  readonly round: RoundFacts | null;
  readonly viewer: Viewer;
  readonly call: CallFacts;
  readonly now: Date;
  readonly standing: Standing;
  /** The standing by an assignment alone, also of a chair who reviews. */
  readonly assigned: Standing | null;
  readonly sees: (field: Field) => boolean;
}

/** Null = nothing against it. */
type Rule = (question: Question) => Refusal | null;

const unless = (holds: boolean, refusal: () => Refusal): Refusal | null => (holds ? null : refusal());
const notPermitted = (needs: string): Refusal => new Refusal('not_permitted', { needs });

const notTaken = (step: 'discussion' | 'response' | 'metaReview'): Refusal => new Refusal('step_not_taken', { step });

const standing =
  (...allowed: Standing[]): Rule =>
  (q) =>
    unless(allowed.includes(q.standing), () =>
      q.standing === 'conflicted' ? new Refusal('conflict_of_interest') : notPermitted(allowed.join(',')),
    );
const state =
  (...allowed: SubmissionFacts['submission']['state'][]): Rule =>
  ({ facts }) =>
    unless(
      allowed.includes(facts.submission.state),
      () => new Refusal('wrong_state', { state: facts.submission.state }),
    );
const roundIn =
  (...allowed: RoundFacts['state'][]): Rule =>
  ({ round }) =>
    unless(
      round !== null && allowed.includes(round.state),
      () => new Refusal('wrong_state', { state: round?.state ?? null }),
    );
const before =
  (kind: DeadlineKind): Rule =>
  ({ facts, viewer, call, now }) =>
    refusalOf(() => requireCallOpen(call, kind, now, scopeOf(facts, viewer), facts.begunAt));
const shows =
  (field: Field): Rule =>
  ({ sees }) =>
    unless(sees(field), () => notPermitted(field));

const contactAuthor: Rule = ({ facts }) => unless(facts.author === 'contact', () => notPermitted('contact_author'));
const chair = standing('handler', 'programme_chair');
/** Who works on a submission for the call: its chairs; its reviewers and the committee until everybody reads it. */
const onCommittee: Rule = (q) =>
  q.facts.submission.state === 'published'
    ? chair(q)
    : standing('handler', 'programme_chair', 'reviewer', 'reviewer_pending', 'pool')(q);
const notInReview: Rule = ({ facts, round }) =>
  unless(
    round === null || round.state === 'submitted',
    () => new Refusal('wrong_state', { state: facts.submission.state }),
  );
/** The working copy is open before the first paper deadline, and again while a revision is asked for. */
const working: Rule = (q) => {
  if (q.facts.submission.awaitsRevision) return before('revision')(q);
  const later = q.round !== null && q.round.n > 1;
  return later
    ? new Refusal('wrong_state', { state: q.facts.submission.state })
    : (callPublished(q) ?? before('paper')(q));
};
const firstPaper: Rule = ({ facts, round }) =>
  unless(
    !facts.submission.awaitsRevision && (round === null || round.n === 1),
    () => new Refusal('wrong_state', { state: facts.submission.state }),
  );
const callPublished: Rule = ({ call }) =>
  unless(call.state === 'published', () => new Refusal(call.state === 'setup' ? 'not_open_yet' : 'wrong_state', {}));
/** An abstract alone does not enter review. */
const hasPaper: Rule = ({ facts }) =>
  unless(
    facts.submission.stage !== null && facts.submission.stage !== 'abstract',
    () => new Refusal('wrong_state', { state: 'abstract_only' }),
  );
const revisionIn: Rule = ({ facts }) =>
  unless(!facts.submission.awaitsRevision, () => new Refusal('wrong_state', { state: 'awaits_revision' }));
const isReviewer: Rule = (q) =>
  unless(q.assigned === 'reviewer' || q.assigned === 'reviewer_pending', () => notPermitted('assignment'));
const noReleasedDecision: Rule = ({ round }) =>
  unless(
    round?.decision !== 'released' && round?.decision !== 'in_batch',
    () => new Refusal('wrong_state', { state: round?.decision ?? 'none' }),
  );
const hasDecision: Rule = ({ round }) =>
  unless(
    round?.decision === 'decided' || round?.decision === 'in_batch',
    () => new Refusal('wrong_state', { state: 'none' }),
  );
const revisionAsked: Rule = ({ facts }) =>
  unless(facts.submission.awaitsRevision, () => new Refusal('wrong_state', { state: facts.submission.state }));
const office =
  (handlerToo: (call: CallFacts) => boolean): Rule =>
  (q) =>
    (handlerToo(q.call) || q.facts.standsIn ? chair : standing('programme_chair'))(q);
const decider = office((call) => settingsOf(call).handlersDecide);
const releaser = office((call) => settingsOf(call).handlersRelease);
const open = roundIn('review_open', 'discussion', 'rebuttal');
const conference: Rule = ({ call }) => unless(call.kind === 'conference', () => notPermitted('conference'));
const discusses: Rule = ({ call }) => unless(mayDiscuss(call), () => notTaken('discussion'));
/** A step of reviewing that this call takes. */
const takes =
  (step: 'response' | 'metaReview'): Rule =>
  ({ call }) =>
    unless(settingsOf(call)[step], () => notTaken(step));
const discussionIs =
  (...allowed: RoundFacts['discussion'][]): Rule =>
  ({ round }) =>
    unless(round !== null && allowed.includes(round.discussion), () =>
      allowed.includes('open') ? new Refusal('discussion_closed') : new Refusal('wrong_state', { state: 'discussion' }),
    );
/** Authors may write still: a chair opened it, none closed it, and its date has not passed. Said alike however a round goes on. */
const responseOpen: Rule = (q) => {
  if (q.round?.response === 'unopened') return new Refusal('not_open_yet', { kind: 'response' });
  return unless(q.round?.response === 'open', () => new Refusal('response_closed')) ?? before('response')(q);
};
/** In a special issue authors answer the reviews with the revision they were asked for, and not after it. */
const withRevision: Rule = ({ facts, call }) =>
  unless(call.kind === 'conference' || facts.submission.awaitsRevision, () => new Refusal('response_closed'));
/** Authors who were promised time to answer get it before anything is decided: whoever wants to decide closes it first. */
const noResponseAwaited: Rule = (q) =>
  unless(
    q.round?.state !== 'rebuttal' || q.call.kind !== 'conference' || responseOpen(q) !== null,
    () => new Refusal('response_open'),
  );
const responseIs =
  (state: RoundFacts['response']): Rule =>
  ({ round }) =>
    unless(round?.response === state, () => new Refusal('wrong_state', { state: round?.response ?? null }));
/** A day agreed with one reviewer is theirs, also after the day on which the call takes no more reviews. */
const reviewsTaken: Rule = (q) => {
  const agreed = q.round?.reviewDue;
  return agreed && q.now < agreed ? null : before('review_hard')(q);
};
/** After the paper deadline, who wrote it and whom that keeps away may be put right for some hours more. */
const detailsOpen: Rule = ({ facts, viewer, call, now }) => {
  const row = effectiveDeadline(call.deadlines, 'paper', scopeOf(facts, viewer));
  const { detailsHours, graceSeconds } = settingsOf(call);
  const closesAt = hoursAfter(row?.closesAt ?? null, detailsHours);
  return row ? refusalOf(() => requireOpen({ ...row, closesAt }, now, facts.begunAt, graceSeconds)) : null;
};
const undecided = roundIn('submitted', 'review_open', 'discussion', 'rebuttal');
const decidable = roundIn('submitted', 'review_open', 'discussion', 'rebuttal', 'decided_not_notified');

/** Who may do what to a submission: every rule of a line must hold; the first that does not is the reason. */
export const permissions = {
  // authors
  edit: [contactAuthor, state('draft', 'submitted'), notInReview, working],
  editDetails: [contactAuthor, state('submitted'), notInReview, firstPaper, hasPaper, callPublished, detailsOpen],
  uploadFile: [contactAuthor, state('draft', 'submitted'), notInReview, working],
  declareConflicts: [contactAuthor, state('draft', 'submitted'), notInReview, working],
  submitAbstract: [
    contactAuthor,
    state('draft', 'submitted'),
    notInReview,
    firstPaper,
    callPublished,
    before('abstract'),
    before('paper'),
  ],
  submit: [contactAuthor, state('draft', 'submitted'), notInReview, firstPaper, callPublished, before('paper')],
  submitRevision: [contactAuthor, state('submitted'), revisionAsked, before('revision')],
  submitFinal: [contactAuthor, state('accepted'), before('final')],
  respond: [contactAuthor, state('submitted'), withRevision, responseOpen, roundIn('rebuttal')],
  withdraw: [contactAuthor, state('draft', 'submitted', 'accepted')],
  readFile: [shows('file.pdf')],
  // reviewers
  answerInvitation: [standing('invited'), state('submitted'), open],
  declareOwnConflict: [
    standing('pool', 'reviewer', 'reviewer_pending', 'invited', 'handler', 'programme_chair', 'other_chair'),
  ],
  review: [isReviewer, state('submitted'), open, reviewsTaken],
  submitReview: [isReviewer, state('submitted'), open, reviewsTaken],
  // whoever discusses: reviewers and chairs, each reading only what was written for them
  discuss: [
    shows('discussion.messages'),
    standing('reviewer', 'reviewer_pending', 'handler', 'programme_chair'),
    state('submitted'),
    roundIn('discussion', 'rebuttal', 'decided_not_notified'),
    discussionIs('open'),
  ],
  // chairs
  seeReviews: [shows('review.text')],
  assign: [chair, state('submitted'), hasPaper, revisionIn, undecided],
  invite: [chair, state('submitted'), hasPaper, revisionIn, undecided],
  unassign: [chair, state('submitted'), undecided],
  remind: [chair, state('submitted'), open],
  openDiscussion: [chair, discusses, state('submitted'), open, noReleasedDecision, discussionIs('unopened', 'closed')],
  closeDiscussion: [
    chair,
    state('submitted'),
    roundIn('discussion', 'rebuttal', 'decided_not_notified'),
    discussionIs('open'),
  ],
  openResponse: [
    releaser,
    conference,
    takes('response'),
    state('submitted'),
    open,
    noReleasedDecision,
    noResponseAwaited,
  ],
  closeResponse: [releaser, conference, state('submitted'), roundIn('rebuttal'), responseIs('open')],
  recommend: [chair, state('submitted'), revisionIn, undecided],
  writeMetaReview: [chair, takes('metaReview'), state('submitted'), revisionIn, undecided],
  decide: [decider, state('submitted'), revisionIn, decidable, noReleasedDecision, noResponseAwaited],
  release: [releaser, state('submitted'), roundIn('decided_not_notified'), hasDecision],
  nameHandler: [standing('programme_chair'), state('submitted')],
  // tags: of each kind, who may set it reads it, and nobody else does
  tagPrivately: [onCommittee, shows('submission.title_abstract')],
  tagForCommittee: [onCommittee, shows('submission.title_abstract')],
  tagForChairs: [chair, shows('submission.title_abstract')],
  settleConflicts: [chair, state('submitted', 'accepted')],
  extend: [chair, state('submitted', 'accepted')],
} satisfies Record<string, readonly Rule[]>;

export type Action = keyof typeof permissions;
export const actions = Object.keys(permissions) as Action[];

/** The first reason against an action, or null if it may be done. */
export function refusalFor(action: Action, question: Question): Refusal | null {
  if (question.viewer.personId === null) return new Refusal('not_signed_in');
  const rules: readonly Rule[] = permissions[action];
  for (const rule of rules) {
    const refusal = rule(question);
    if (refusal) return refusal;
  }
  return null;
}

/** Whether a call has discussions: a conference by its steps, a special issue only where its editors want one. */
export function mayDiscuss(call: CallFacts): boolean {
  const { discussion, visibility } = settingsOf(call);
  return call.kind === 'conference' ? discussion : (visibility.si_discussion ?? visibilityDefaults.si_discussion);
}

/** Whose dates bind somebody's work on a submission: its own and theirs before those of its type, its track and the call. */
export function scopeOf(
  { submission }: Pick<SubmissionFacts, 'submission'>,
  viewer: Pick<Viewer, 'personId'>,
): DeadlineScope {
  const { trackId, typeId: submissionTypeId, id: submissionId } = submission;
  return { trackId, submissionTypeId, submissionId, personId: viewer.personId };
}

/** Throws unless the call takes work of this kind now. A kind without a row has no limit. */
export function requireCallOpen(
  call: CallFacts,
  kind: DeadlineKind,
  now: Date,
  scope: DeadlineScope = {},
  begunAt: Date | null = null,
): void {
  const opening = effectiveDeadline(call.deadlines, 'opening', scope)?.closesAt ?? null;
  const row = effectiveDeadline(call.deadlines, kind, scope);
  const deadline: Deadline = row ?? { kind, wallTime: null, zone: 'UTC', closesAt: null };
  requireOpen({ ...deadline, opensAt: deadline.opensAt ?? opening }, now, begunAt, settingsOf(call).graceSeconds);
}

/** Runs a check that throws and hands back its refusal as a value. */
export function refusalOf(check: () => void): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
