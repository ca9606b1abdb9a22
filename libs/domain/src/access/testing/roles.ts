import { aCall, aSubmission, aViewer, otherCallId, otherTrackId, trackId } from '../../testing/facts';
import { cast } from '../../testing/cast';
import { type CallFacts, nobody, type RoundFacts, type SubmissionFacts, type Viewer } from '../facts';
import type { Phase } from '../phase';
import type { VisibilitySettings } from '../settings';
import type { MatrixMode, MatrixRole } from './matrix';

/** The call of a mode of the matrix, with these settings. */
export function callIn(mode: MatrixMode, visibility: Partial<VisibilitySettings> = {}): CallFacts {
  const issue = mode.startsWith('si_');
  const anonymity = mode.replace('si_', '') as CallFacts['anonymity'];
  return aCall({ kind: issue ? 'special_issue' : 'conference', anonymity, settings: { visibility } });
}

interface Tie {
  readonly viewer: Viewer;
  readonly is?: Partial<Pick<SubmissionFacts, 'author' | 'conflicted'>>;
  readonly round?: Partial<RoundFacts>;
}

const inCommittee = { role: 'reviewer' } as const;
const submitted = { reviewSubmitted: true, hasReview: true };

/** Each role of the matrix as somebody of the cast, with everything that could wrongly open a door. */
function tie(role: MatrixRole, mode: MatrixMode): Tie {
  const head = mode.startsWith('si_') ? { role: 'editor_in_chief' as const, callId: null } : { role: 'chair' as const };
  const ties: Record<MatrixRole, Tie> = {
    author: { viewer: aViewer(cast.ada), is: { author: 'contact' } },
    coauthor: { viewer: aViewer(cast.bruno, inCommittee), is: { author: 'listed' } },
    conflicted_chair_author: {
      viewer: aViewer(cast.chidi, head, { role: 'track_chair', trackId }),
      is: { author: 'listed', conflicted: true },
      round: { assignment: 'accepted' },
    },
    conflicted_reviewer: {
      viewer: aViewer(cast.cleo, inCommittee, head),
      is: { conflicted: true },
      round: { assignment: 'revoked_conflict', ...submitted },
    },
    assigned_reviewer: { viewer: aViewer(cast.ravi, inCommittee), round: { assignment: 'completed', ...submitted } },
    assigned_reviewer_pending: {
      viewer: aViewer(cast.marta, inCommittee),
      round: { assignment: 'accepted', hasReview: true },
    },
    own_track_chair: { viewer: aViewer(cast.tala, { role: 'track_chair', trackId }, inCommittee) },
    guest_editor: { viewer: aViewer(cast.gwen, { role: 'guest_editor' }) },
    programme_chair: { viewer: aViewer(cast.chidi, head, inCommittee) },
    invited_reviewer: { viewer: aViewer(cast.hanna, inCommittee), round: { assignment: 'invited' } },
    former_reviewer: { viewer: aViewer(cast.hanna), round: { assignment: 'declined' } },
    unassigned_pc: { viewer: aViewer(cast.marta, { role: 'reviewer', trackId }) },
    other_track_chair: {
      viewer: mode.startsWith('si_')
        ? aViewer(cast.gwen, { role: 'guest_editor', callId: otherCallId })
        : aViewer(cast.tala, { role: 'track_chair', trackId: otherTrackId }),
    },
    admin: { viewer: aViewer(cast.ines) },
    unrelated_user: {
      viewer: aViewer(cast.olu, { role: 'reviewer', trackId: otherTrackId }, { role: 'chair', callId: otherCallId }),
    },
    anonymous_visitor: { viewer: nobody },
  };
  return ties[role];
}

/** The viewer and the facts of one cell of the matrix. */
export function factsIn(role: MatrixRole, phase: Phase, mode: MatrixMode): { viewer: Viewer; facts: SubmissionFacts } {
  const { viewer, is, round } = tie(role, mode);
  return { viewer, facts: aSubmission(phase, is, round) };
}
