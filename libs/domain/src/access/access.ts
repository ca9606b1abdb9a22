import { Refusal } from '../refusal';
import type { CallFacts, SubmissionFacts, Viewer } from './facts';
import { type Phase, phaseOf, submissionPhase } from './phase';
import { type Action, actions, type Question, refusalFor } from './permissions';
import type { VisibilitySetting } from './settings';
import { assignedStanding, type Standing, standingOf } from './standing';
import { type InForce, isByAuthors, termsNow, termsThen } from './terms';
import { type Field, isOfRound, lineFor, isByOthers, type Mode, ownFields, visibility } from './visibility';

/** Why something is seen or not, as data: the words are made from it in the reader's language. */
export interface FieldReason {
  readonly visible: boolean;
  readonly standing: Standing;
  readonly phase: Phase;
  readonly mode: Mode;
  /** The setting that decided, with its value; null = the rule itself, which no setting can change. */
  readonly setting: { readonly name: VisibilitySetting; readonly on: boolean } | null;
  /** Would be seen by the terms of today, but was written under stricter ones. */
  readonly stricterThen: boolean;
}

export interface Access {
  /** False = answer exactly as for an id that does not exist. */
  readonly exists: boolean;
  /** Towards the round in question, and towards the submission itself. */
  readonly standing: Standing;
  readonly phase: Phase;
  /**
   * Of what people wrote in a round (reviews with their authors' names, discussion, responses, meta-reviews), pass the `terms` of
   * the row: it is seen only if the terms it was written under allow it too. Without, the answer is for what is written now.
   */
  sees(field: Field, terms?: number): boolean;
  /** Whether all there may be of a field is seen, whatever terms it was written under: for counts, means and orders. */
  seesAll(field: Field): boolean;
  may(action: Action): boolean;
  /** Throws `not_signed_in`, `not_found`, or the first reason against the action. */
  require(action: Action): void;
  /** Throws `not_signed_in` or `not_found` unless the submission exists for this viewer. */
  requireExists(): void;
  why(field: Field, terms?: number): FieldReason;
  whyNot(action: Action): Refusal | null;
  /** All actions, for the view: what the web shows as buttons. */
  readonly can: Readonly<Record<Action, boolean>>;
}

/** The only judge of who sees what and may do what to a submission. */
export function accessTo(facts: SubmissionFacts, viewer: Viewer, call: CallFacts, now: Date): Access {
  const round = facts.round ?? facts.current;
  const phase = phaseOf(facts.submission, round);
  const today = termsNow(facts, call);
  const standing = standingOf(facts, round, phase, viewer, call);
  const ownPhase = submissionPhase(facts);
  const own =
    round === facts.current && ownPhase === phase ? standing : standingOf(facts, facts.current, ownPhase, viewer, call);
  const assigned = viewer.isVerified ? assignedStanding(round, phase) : null;
  const isChair = standing === 'handler' || standing === 'programme_chair';

  const why = (field: Field, terms?: number): FieldReason => {
    const at = isOfRound(field) ? phase : ownPhase;
    const byAssignment = isChair && assigned !== null && ownFields.includes(field);
    const as = byAssignment ? assigned : isOfRound(field) ? standing : own;
    const reason = { ...ruling(field, as, at, today), standing: as, phase: at, mode: today.mode, stricterThen: false };
    if (!viewer.isVerified && as === 'author' && isByOthers(field)) return { ...reason, visible: false };
    const under = isByAuthors(field) ? facts.submission.terms : terms;
    const then = under === undefined ? null : termsThen(under, facts, call);
    if (!reason.visible || !then || ruling(field, as, at, then).visible) return reason;
    return { ...reason, visible: false, stricterThen: true };
  };
  const sees = (field: Field, terms?: number): boolean => why(field, terms).visible;
  const question: Question = {
    facts,
    round,
    viewer,
    call,
    now,
    standing,
    assigned: activeAssignment(standing, assigned),
    sees,
  };
  const exists =
    sees('submission.title_abstract') ||
    sees('assignment.own') ||
    (sees('own_review.text') && round?.hasReview === true);
  /** Whoever only has to prove an address is told so; to all others it does not exist. */
  const absent = (): Refusal => {
    const unproven = viewer.personId !== null && !viewer.isVerified;
    const known = unproven && accessTo(facts, { ...viewer, isVerified: true }, call, now).exists;
    return new Refusal(known ? 'not_verified' : 'not_found');
  };
  const requireExists = (): void => {
    if (viewer.personId === null && !exists) throw new Refusal('not_signed_in');
    if (!exists) throw absent();
  };
  const whyNot = (action: Action): Refusal | null => {
    if (viewer.personId === null) return new Refusal('not_signed_in');
    return exists ? refusalFor(action, question) : absent();
  };
  return {
    exists,
    standing,
    phase,
    sees,
    seesAll: (field) => sees(field) && call.former.every(({ n }) => sees(field, n)),
    why,
    whyNot,
    requireExists,
    may: (action) => whyNot(action) === null,
    require: (action) => {
      const refusal = whyNot(action);
      if (refusal) throw refusal;
    },
    get can() {
      return Object.fromEntries(actions.map((action) => [action, whyNot(action) === null])) as Record<Action, boolean>;
    },
  };
}

/** What the table says under these terms, and the setting by which it says so. */
export function ruling(
  field: Field,
  standing: Standing,
  phase: Phase,
  { mode, isOn }: InForce,
): Pick<FieldReason, 'visible' | 'setting'> {
  const line = lineFor(field, standing, phase, mode);
  if (!line) return { visible: false, setting: null };
  if (!line.setting) return { visible: true, setting: null };
  const on = isOn(line.setting);
  return { visible: on, setting: { name: line.setting, on } };
}

/** Authors and the conflicted do not review, whatever rows exist. */
function activeAssignment(standing: Standing, assigned: Standing | null): Standing | null {
  return standing === 'author' || standing === 'conflicted' ? null : assigned;
}

/** All fields, for pages that show a whole person's view. */
export const allFields = Object.keys(visibility) as Field[];
