import type { Machine } from '../machine';

export const assignmentStates = [
  'proposed',
  'invited',
  'accepted',
  'declined',
  'expired',
  'unassigned',
  'completed',
  'revoked_conflict',
] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** A declined or ended assignment is never revived: asking again is a new row. */
export const assignmentMachine: Machine<AssignmentState> = {
  proposed: ['invited', 'accepted', 'unassigned', 'revoked_conflict'],
  invited: ['accepted', 'declined', 'expired', 'unassigned', 'revoked_conflict'],
  accepted: ['completed', 'declined', 'unassigned', 'revoked_conflict'],
  completed: ['accepted', 'unassigned', 'revoked_conflict'],
  declined: [],
  expired: ['accepted'],
  unassigned: [],
  revoked_conflict: [],
};

/** Holds a place: counts for load, and there is one per reviewer and round. */
export const liveAssignments: readonly AssignmentState[] = ['proposed', 'invited', 'accepted', 'completed'];

/** The reviewer knows of it: told, asked, or working. Released = no longer proposed. */
export function isReleased(state: AssignmentState): boolean {
  return state !== 'proposed';
}
