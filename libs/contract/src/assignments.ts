import { assignmentStates, callKinds, candidateLanguage, conflictSources } from '@convoke/domain';
import * as z from 'zod';
import { endpoint } from './endpoint';
import { dueView } from './home';
import { declarableConflictKind } from './drafts';
import { typedQuery } from './typed-query';

/** States of an assignment as chairs read them; `late` and the like are derived from the date, never stored. */
export const assignmentState = z.enum(assignmentStates);
export type AssignmentState = z.infer<typeof assignmentState>;

/** One reviewer on one paper, for people who may see names. */
export const assignmentView = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  affiliation: z.string(),
  state: assignmentState,
  /** Whether a review was begun or submitted; never what it says. */
  review: z.enum(['none', 'draft', 'submitted']),
  due: dueView.nullable(),
  invitedAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  remindedAt: z.iso.datetime().nullable(),
  declineReason: z.string(),
  suggestion: z.string(),
});
export type AssignmentView = z.infer<typeof assignmentView>;

export const assignBoardPaper = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  trackName: z.string(),
  typeName: z.string(),
  /** How many reviewers the call asks for. */
  need: z.number().int(),
  /** Reviewers who hold the paper or were asked and have not said no. */
  have: z.number().int(),
  proposed: z.number().int(),
  invited: z.number().int(),
  accepted: z.number().int(),
  submitted: z.number().int(),
  declined: z.number().int(),
  /** False once the round is decided: nothing can be assigned any more. */
  open: z.boolean(),
});
export type AssignBoardPaper = z.infer<typeof assignBoardPaper>;

export const lateReview = z.object({
  assignmentId: z.uuid(),
  submissionId: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  name: z.string(),
  state: assignmentState,
  started: z.boolean(),
  due: dueView.nullable(),
  remindedAt: z.iso.datetime().nullable(),
});
export type LateReview = z.infer<typeof lateReview>;

export const assignBoardView = z.object({
  callName: z.string(),
  kind: z.enum(callKinds),
  /** Committee members need not be asked: telling them makes them reviewers at once. */
  assignsDirectly: z.boolean(),
  papers: z.array(assignBoardPaper),
  /** Proposed reviewers who were not told yet: people, not assignments. */
  untoldPeople: z.number().int(),
  untoldAssignments: z.number().int(),
  late: z.array(lateReview),
  due: dueView.nullable(),
});
export type AssignBoardView = z.infer<typeof assignBoardView>;

export const candidateView = z.object({
  personId: z.uuid(),
  name: z.string(),
  affiliation: z.string(),
  /** Interests shared with the paper's topics, by name; the sum of declared interest decides the order. */
  sharedTopics: z.array(z.string()),
  match: z.number().int(),
  load: z.number().int(),
  maxLoad: z.number().int(),
  bid: z.number().int().nullable(),
  /** Why this person cannot have the paper; shown struck out, never assignable. */
  conflict: z.object({ kind: z.string(), source: z.enum(conflictSources).nullable() }).nullable(),
  /** The person's latest assignment to this paper in this round. */
  on: z.object({ assignmentId: z.uuid(), state: assignmentState }).nullable(),
});
export type CandidateView = z.infer<typeof candidateView>;

export const candidatesView = z.object({
  submission: z.object({
    id: z.uuid(),
    number: z.number().int(),
    title: z.string(),
    abstract: z.string(),
    topics: z.array(z.string()),
    need: z.number().int(),
    open: z.boolean(),
    canInviteOutside: z.boolean(),
  }),
  assigned: z.array(assignmentView),
  candidates: z.array(candidateView),
  /** How many people match the filter; `candidates` holds the best of them. */
  total: z.number().int(),
});
export type CandidatesView = z.infer<typeof candidatesView>;

/** A letter as it will leave, before it leaves. */
export const assignmentLetter = z.object({
  to: z.string(),
  address: z.string(),
  subject: z.string(),
  body: z.string(),
  note: z.string().nullable(),
});
export type AssignmentLetter = z.infer<typeof assignmentLetter>;

export const answerAssignment = z.strictObject({
  answer: z.enum(['accept', 'decline', 'conflict']),
  /** Of the conflict, where that is the answer. */
  kind: declarableConflictKind.default('other'),
  reason: z.string().trim().max(2000).default(''),
  suggestion: z.string().trim().max(500).default(''),
});
export type AnswerAssignment = z.infer<typeof answerAssignment>;

export const outsideReviewer = z.strictObject({
  givenName: z.string().trim().min(1).max(100),
  familyName: z.string().trim().min(1).max(100),
  address: z.email().max(254),
  affiliation: z.string().trim().max(300),
});
export type OutsideReviewer = z.infer<typeof outsideReviewer>;

const callParams = z.object({ call: z.string().max(100) });
const idParams = z.object({ id: z.uuid() });
const assignmentIds = z.array(z.uuid()).min(1).max(2000);

export const assignmentsApi = {
  board: endpoint({
    method: 'GET',
    path: '/api/calls/:call/assignments',
    summary: 'Lists the papers a handling editor assigns reviewers to, with how many each has, and what is late.',
    params: callParams,
    response: assignBoardView,
  }),
  candidates: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/candidates',
    summary: 'Lists who could review a submission: topic match, load, bid, and why some cannot.',
    params: idParams,
    query: z.strictObject({
      query: typedQuery(candidateLanguage),
      sort: z.enum(['match', 'load', 'bid', 'name']).default('match'),
    }),
    response: candidatesView,
  }),
  assign: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/assignments',
    summary: 'Proposes a committee member as reviewer; nobody is told yet. Assigning twice has one effect.',
    params: idParams,
    body: z.strictObject({ reviewerId: z.uuid() }),
    response: candidatesView,
    status: 201,
    idempotent: true,
  }),
  inviteOutside: endpoint({
    method: 'POST',
    path: '/api/submissions/:id/outside-reviewers',
    summary: 'Proposes a reviewer from outside the committee by name and address; nobody is told yet.',
    params: idParams,
    body: outsideReviewer,
    response: candidatesView,
    status: 201,
    idempotent: true,
  }),
  unassign: endpoint({
    method: 'POST',
    path: '/api/assignments/:id/unassign',
    summary: 'Takes a reviewer off a paper. Somebody who was told already is told this too.',
    params: idParams,
    response: candidatesView,
  }),
  untold: endpoint({
    method: 'GET',
    path: '/api/calls/:call/assignments/untold',
    summary: 'Previews the letters to everybody who was proposed and not told yet.',
    params: callParams,
    response: z.object({ assignmentIds: z.array(z.uuid()), letters: z.array(assignmentLetter) }),
  }),
  tell: endpoint({
    method: 'POST',
    path: '/api/calls/:call/assignments/tell',
    summary: 'Tells proposed reviewers: committee members are assigned or asked as the call says, others are asked.',
    params: callParams,
    body: z.strictObject({ assignmentIds }),
    response: z.object({ told: z.number().int(), letters: z.number().int() }),
  }),
  previewReminders: endpoint({
    method: 'POST',
    path: '/api/calls/:call/assignments/reminders/preview',
    summary: 'Previews the reminders to the reviewers of the named assignments.',
    params: callParams,
    body: z.strictObject({ assignmentIds }),
    response: z.object({ letters: z.array(assignmentLetter) }),
  }),
  remind: endpoint({
    method: 'POST',
    path: '/api/calls/:call/assignments/reminders',
    summary: 'Reminds the reviewers of the named assignments, one letter each, at most one a day.',
    params: callParams,
    body: z.strictObject({ assignmentIds }),
    response: z.object({ letters: z.number().int(), skipped: z.number().int() }),
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/assignments/:id/answer',
    summary: 'Accepts or declines the review one was asked for, or declares a conflict, also later.',
    params: idParams,
    body: answerAssignment,
    response: z.object({ state: assignmentState }),
  }),
  ofSubmission: endpoint({
    method: 'GET',
    path: '/api/submissions/:id/assignments',
    summary: 'Lists the reviewers of a submission and how far they are, to those who may see names.',
    params: idParams,
    response: z.object({ assigned: z.array(assignmentView) }),
  }),
};
