import { Refusal } from '../refusal';
import { type Access, ruling } from './access';
import type { CallFacts, Membership, RoundFacts, SubmissionFacts, Viewer } from './facts';
import type { Action } from './permissions';
import { between, type Phase, phases } from './phase';
import type { Standing } from './standing';
import type { InForce } from './terms';
import { type Field, type Line, type Mode, visibility } from './visibility';

/** Nobody's id: what is looked up by it is never found, so that looking through other eyes reads nothing of one's own. */
export const nobodysId = '00000000-0000-0000-0000-000000000000';

/** What may be asked in somebody else's place: reading, nothing else. */
const reading: readonly Action[] = ['readFile', 'seeReviews'];

/** Who handles a submission may look at it through other eyes, and ask why somebody sees something. Nobody else, whatever the office. */
export function mayLook(own: Access): boolean {
  const handles = own.standing === 'handler' || own.standing === 'programme_chair';
  // whom one may pick, and what that says of them, must be theirs to know
  return own.exists && handles && own.sees('assignment.reviewer_names') && own.sees('conflict.pc_declared');
}

/**
 * A submission through somebody else's eyes: the two views are intersected, each judged by the same rules. What the looker may not
 * know stays hidden even where the other would see it: an editor who does not know the authors does not learn them by looking as
 * one. Nothing can be done there.
 */
export function through(theirs: Access, own: Access): Access {
  const exists = theirs.exists && mayLook(own);
  const both = (theirsSays: boolean, ownSays: boolean): boolean => exists && theirsSays && ownSays;
  const whyNot = (action: Action): Refusal | null => {
    if (!exists) return new Refusal('not_found');
    if (!reading.includes(action)) return new Refusal('only_looking');
    return theirs.whyNot(action) ?? own.whyNot(action);
  };
  const requireExists = (): void => {
    if (!exists) throw new Refusal('not_found');
  };
  return {
    exists,
    standing: theirs.standing,
    phase: theirs.phase,
    sees: (field, terms) => both(theirs.sees(field, terms), own.sees(field, terms)),
    seesAll: (field) => both(theirs.seesAll(field), own.seesAll(field)),
    why: (field, terms) => {
      const reason = theirs.why(field, terms);
      return { ...reason, visible: both(reason.visible, own.sees(field, terms)) };
    },
    whyNot,
    requireExists,
    may: (action) => whyNot(action) === null,
    require: (action) => {
      const refusal = whyNot(action);
      if (refusal) throw refusal;
    },
    get can() {
      return Object.fromEntries(
        Object.keys(own.can).map((action) => [action, whyNot(action as Action) === null]),
      ) as Record<Action, boolean>;
    },
  };
}

/**
 * What somebody is to a submission, as far as the asking chair may know it. An author whom the chair does not know as one (editors
 * do not know the authors; the name is not submitted yet) is told like anybody in conflict.
 */
export function asKnownTo(knowsAuthor: boolean, theirs: SubmissionFacts): SubmissionFacts {
  return theirs.author === null || knowsAuthor ? theirs : { ...theirs, author: null, conflicted: true };
}

/** Stretches of phases in which somebody who stays what they are sees a field by these terms, in order. */
export function whenSeen(field: Field, standing: Standing, terms: InForce): { from: Phase; to: Phase }[] {
  const spans: { from: Phase; to: Phase }[] = [];
  let last = -2;
  for (const [at, phase] of phases.entries()) {
    if (!ruling(field, standing, phase, terms).visible) continue;
    const open = spans.at(-1);
    if (open && last === at - 1) open.to = phase;
    else spans.push({ from: phase, to: phase });
    last = at;
  }
  return spans;
}

/** Whether any setting could show it to them, ever; otherwise it is closed to them for good. */
export function couldBeSeen(field: Field, standing: Standing, mode: Mode): boolean {
  const lines: readonly Line[] = visibility[field];
  return phases.some((phase) =>
    lines.some(
      ({ who, from, to, where }) =>
        (who === 'anyone' || who.includes(standing)) && between(phase, from, to) && (where?.(mode) ?? true),
    ),
  );
}

/** Standings that a chair can look from without naming a person. */
export const lookedFrom = [
  'author',
  'reviewer',
  'reviewer_pending',
  'invited',
  'former',
  'pool',
  'conflicted',
  'handler',
  'programme_chair',
  'other_chair',
  'stranger',
] as const satisfies readonly Standing[];
export type LookedFrom = (typeof lookedFrom)[number];

/** Somebody who is exactly this to a submission, and has no row anywhere. */
export function viewerAs(standing: LookedFrom, trackId: string, call: CallFacts): Viewer {
  const office = (role: Membership['role'], track: string | null = null): Membership[] => [
    { role, callId: call.id, trackId: track },
  ];
  const offices: Partial<Record<LookedFrom, Membership[]>> = {
    pool: office('reviewer'),
    handler: call.kind === 'conference' ? office('track_chair', trackId) : office('guest_editor'),
    programme_chair: call.kind === 'conference' ? office('chair') : office('editor_in_chief'),
    other_chair:
      call.kind === 'conference'
        ? office('track_chair', nobodysId)
        : [{ role: 'guest_editor', callId: nobodysId, trackId: null }],
  };
  return { personId: nobodysId, isAdmin: false, isVerified: true, memberships: offices[standing] ?? [] };
}

/** The facts of a submission for that somebody, from those of anybody: all ties of their own are left out. */
export function factsAs(standing: LookedFrom, facts: SubmissionFacts): SubmissionFacts {
  const ties: Partial<Record<LookedFrom, Pick<RoundFacts, 'assignment' | 'reviewSubmitted'>>> = {
    reviewer: { assignment: 'completed', reviewSubmitted: true },
    reviewer_pending: { assignment: 'accepted', reviewSubmitted: false },
    invited: { assignment: 'invited', reviewSubmitted: false },
    former: { assignment: 'declined', reviewSubmitted: false },
  };
  const tied = (round: RoundFacts): RoundFacts => ({
    ...round,
    ...(ties[standing] ?? { assignment: null, reviewSubmitted: false }),
    hasReview: false,
    reviewedEarlier: false,
  });
  return {
    ...facts,
    author: standing === 'author' ? 'listed' : null,
    conflicted: standing === 'conflicted',
    standsIn: false,
    current: facts.current && tied(facts.current),
    ...(facts.round ? { round: tied(facts.round) } : {}),
    begunAt: null,
  };
}
