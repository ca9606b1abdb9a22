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
