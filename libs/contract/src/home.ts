import * as z from 'zod';
import { endpoint } from './endpoint';

/** What a state chip shows; narrower than the life of a submission, and never more than the viewer may know. */
export const shownState = z.enum([
  'draft',
  'submitted',
  'review',
  'hidden',
  'accepted',
  'poster',
  'rejected',
  'revision',
  'withdrawn',
  'late',
]);
export type ShownState = z.infer<typeof shownState>;

/** A deadline for display: the enforced instant, and what was typed. */
export const dueView = z.object({
  closesAt: z.iso.datetime(),
  wallTime: z.string(),
  zone: z.string(),
});
export type DueView = z.infer<typeof dueView>;

export const taskKind = z.enum([
  'finish_draft',
  'submit_draft',
  'upload_paper',
  'revise_paper',
  'respond',
  'read_decision',
  'answer_invitation',
  'write_review',
  'finish_review',
  'answer_role',
  'assign_reviewers',
  'remind_reviewers',
  'read_messages',
  'recommend',
  'write_meta_review',
  'complete_track',
  'decide',
  'release',
  'late_conflict',
  'check_conflicts',
  'name_substitute',
  'set_up_call',
  'publish_call',
]);
export type TaskKind = z.infer<typeof taskKind>;

export const taskView = z.object({
  kind: taskKind,
  callSlug: z.string(),
  callName: z.string(),
  /** Title of the one submission meant, where there is one. */
  paperTitle: z.string().nullable(),
  /** Fill the placeholders of `home.task.<kind>`, `home.why.<kind>` and `home.act.<kind>`: number, count, done, of, missing… */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** `null`: no date, shown last as “No date yet”. */
  due: dueView.nullable(),
  /** Where the button leads, a path of the same site: `/app/c/itais-2016/s/12`. */
  link: z.string(),
});
export type TaskView = z.infer<typeof taskView>;

export const waitingView = z.object({
  state: shownState,
  callSlug: z.string(),
  callName: z.string(),
  number: z.number().int().nullable(),
  title: z.string(),
  link: z.string(),
  /** When an answer is expected. */
  expected: dueView.nullable(),
});
export type WaitingView = z.infer<typeof waitingView>;

export const phaseView = z.object({
  kind: z.enum(['abstract', 'paper', 'review', 'decision', 'notification', 'final', 'doctoral_consortium', 'event']),
  state: z.enum(['done', 'now', 'todo']),
  due: dueView.nullable(),
  /** Only what the viewer may count. */
  done: z.number().int().nullable(),
  of: z.number().int().nullable(),
  late: z.number().int().nullable(),
  lateLink: z.string().nullable(),
});
export type PhaseView = z.infer<typeof phaseView>;

export const nextView = z.object({
  /** Sorted by due date, undated ones last. */
  tasks: z.array(taskView),
  waiting: z.array(waitingView),
  /** The call asked for, or the one where most is going on for this person. */
  stands: z.object({ callSlug: z.string(), callName: z.string(), phases: z.array(phaseView) }).nullable(),
});
export type NextView = z.infer<typeof nextView>;

export const homeApi = {
  next: endpoint({
    method: 'GET',
    path: '/api/me/next',
    summary: 'Lists what the signed-in person has to do next, over all calls and roles.',
    query: z.strictObject({ call: z.string().max(100).optional() }),
    response: nextView,
  }),
};
