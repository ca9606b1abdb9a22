import { settingsOf } from '../calls/call';
import type { CallFacts, Membership, RoundFacts, SubmissionFacts, Viewer } from './facts';
import { between, type Phase } from './phase';

/** What somebody is to one submission. Exactly one holds. */
export const standings = [
  'author',
  'conflicted',
  'reviewer',
  'reviewer_pending',
  'handler',
  'programme_chair',
  'invited',
  'former',
  'pool',
  'other_chair',
  'admin',
  'stranger',
] as const;
export type Standing = (typeof standings)[number];

/**
 * Who the viewer is to this submission in this round. Being an author beats everything, then a conflict beats every
 * office; a chair who reviews keeps the chair's standing unless the call asks for handing over. Assignments count from
 * the opening of review on: before that they are nobody's business, not even the reviewer's. An office counts for nothing
 * until its holder has proven an address.
 */
export function standingOf(
  facts: SubmissionFacts,
  round: RoundFacts | null,
  phase: Phase,
  viewer: Viewer,
  call: CallFacts,
): Standing {
  if (viewer.personId === null) return 'stranger';
  if (facts.author) return 'author';
  if (facts.conflicted) return 'conflicted';
  if (!viewer.isVerified) return 'stranger';
  const assigned = assignedStanding(round, phase);
  const office = officeOf(facts, viewer, call);
  const reviews = assigned === 'reviewer' || assigned === 'reviewer_pending';
  if (office && !(reviews && settingsOf(call).reviewingChairsHandOver)) return office;
  if (assigned) return assigned;
  if (isPool(facts, viewer, call)) return 'pool';
  if (isOtherChair(facts, viewer, call)) return 'other_chair';
  return viewer.isAdmin ? 'admin' : 'stranger';
}

/** The standing by assignment alone: the one by which a chair who also reviews reads and writes the own review. */
export function assignedStanding(round: RoundFacts | null, phase: Phase): Standing | null {
  if (!round) return null;
  const released = between(phase, 'review_open', 'closed_rejected');
  switch (round.assignment) {
    case 'accepted':
    case 'completed':
      if (!released) return null;
      return round.reviewSubmitted || round.assignment === 'completed' ? 'reviewer' : 'reviewer_pending';
    case 'invited':
      if (!released) return null;
      return between(phase, 'review_open', 'decided_not_notified') ? 'invited' : 'former';
    case 'declined':
    case 'expired':
    case 'unassigned':
    case 'revoked_conflict':
      return 'former';
    default:
      return round.reviewedEarlier ? 'former' : null;
  }
}

/** An office that handles this submission: own track, own issue, whole call, or named as its handler. */
function officeOf(facts: SubmissionFacts, viewer: Viewer, call: CallFacts): 'handler' | 'programme_chair' | null {
  const here = viewer.memberships.filter((office) => holdsIn(office, call));
  const { trackId } = facts.submission;
  const handles = ({ role, trackId: own }: Membership): boolean =>
    (role === 'track_chair' && (own === null || own === trackId)) ||
    (role === 'guest_editor' && call.kind === 'special_issue');
  if (here.some(handles)) return 'handler';
  if (here.some(({ role }) => role === 'chair' || isEditorInChief(role, call))) return 'programme_chair';
  return facts.submission.handlerId !== null && facts.submission.handlerId === viewer.personId ? 'handler' : null;
}

/** A special issue has no committee that sees papers unasked. */
function isPool(facts: SubmissionFacts, viewer: Viewer, call: CallFacts): boolean {
  if (call.kind !== 'conference') return false;
  return viewer.memberships.some(
    (office) =>
      office.role === 'reviewer' &&
      holdsIn(office, call) &&
      (office.trackId === null || office.trackId === facts.submission.trackId),
  );
}

/** Chair of another track, or editor of another issue of the journal. */
function isOtherChair(facts: SubmissionFacts, viewer: Viewer, call: CallFacts): boolean {
  return viewer.memberships.some(
    (office) =>
      (office.role === 'track_chair' && holdsIn(office, call) && office.trackId !== facts.submission.trackId) ||
      (office.role === 'guest_editor' && call.kind === 'special_issue' && !holdsIn(office, call)),
  );
}

function isEditorInChief(role: Membership['role'], call: CallFacts): boolean {
  return role === 'editor_in_chief' && call.kind === 'special_issue';
}

/** An office of the journal holds in each of its issues; one of a call in that call only. */
function holdsIn(office: Membership, call: CallFacts): boolean {
  return office.callId === call.id || (office.callId === null && office.role === 'editor_in_chief');
}
