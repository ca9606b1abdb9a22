export { Given } from './given';
export type { AssignmentState, GivenAssignment } from './given';
export { givenForm } from './calls';
export type { GivenCall, GivenTrack } from './calls';
export type { Cast, GivenPerson } from './people';
export type { GivenSubmission, SubmissionState } from './submissions';
