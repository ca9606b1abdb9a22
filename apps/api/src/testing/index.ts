export { Given, givenForm } from './given';
export type { Cast, GivenAssignment, GivenCall, GivenPerson, GivenSubmission, GivenTrack } from './given';
export { TestApp } from './test-app';
export type { Mail, TestAppOptions } from './test-app';
export { TestClock } from './test-clock';
export { Visitor } from './visitor';
