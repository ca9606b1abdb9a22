import type { Field, Phase } from '@convoke/domain';
import type { Cell, MatrixMode, MatrixRole } from '@convoke/domain/testing';

interface Gap {
  readonly why: string;
  readonly fields: readonly Field[] | 'all';
  readonly roles?: readonly MatrixRole[];
  readonly phases?: readonly Phase[];
  readonly modes?: readonly MatrixMode[];
}

/** Fields that the rule knows and no part of the product has: they leave this list as it grows. */
export const unservedFields: readonly Field[] = ['review.attachment', 'review.attachment_original_metadata', 'bid.own'];

/** What the rule would show and no address gives, with the reason. A line whose reason is gone fails, too: see the spec. */
export const gaps: readonly Gap[] = [
  {
    why: 'Signed out, every address of a submission answers 401 alike, existing or not.',
    fields: 'all',
    roles: ['anonymous_visitor'],
  },
  {
    why: 'A draft has a form for its contact authors and no page.',
    fields: 'all',
    phases: ['draft'],
  },
  {
    why: 'An administrator who may not know of a submission has no page of it.',
    fields: ['assignment.handling_chair', 'email_log.delivery_status', 'audit_log.security'],
    roles: ['admin'],
  },
  {
    why: 'A letter and what became of it are shown together: where the letter is hidden, so is its way.',
    fields: ['email_log.delivery_status'],
    phases: ['submitted'],
  },
  {
    why: 'Conflicts are shown in the form of the contact authors alone.',
    fields: ['conflict.author_declared'],
  },
  {
    why: 'Who has declared a conflict is in conflict, and nothing else: nobody in another place has declared one.',
    fields: ['conflict.own_declared'],
    roles: [
      'assigned_reviewer',
      'assigned_reviewer_pending',
      'own_track_chair',
      'guest_editor',
      'programme_chair',
      'invited_reviewer',
      'unassigned_pc',
      'other_track_chair',
    ],
  },
  {
    why: 'What a reviewer gives as a reason may name an author: where editors do not know the authors, it waits for the same day.',
    fields: ['conflict.pc_declared'],
    modes: ['triple', 'si_triple'],
    phases: ['submitted', 'review_open', 'discussion', 'rebuttal', 'decided_not_notified'],
  },
  {
    why: 'What a review says to the chairs, and whose it is, is read with the review: where that waits for the decision, so do these.',
    fields: ['review.confidential_comments', 'review.reviewer_identity'],
    roles: ['assigned_reviewer'],
    modes: ['si_single', 'si_double', 'si_triple'],
    phases: ['discussion', 'decided_not_notified'],
  },
  {
    why: 'Letters, conflicts and bids are listed to the offices of a call; an administrator who was let in reads the page of the paper.',
    fields: ['bid.others', 'conflict.pc_declared', 'email_log.to_authors', 'email_log.to_reviewers'],
    roles: ['admin'],
  },
  {
    why: 'Who left before submitting the own review is not shown what was written.',
    fields: ['own_review.text'],
    roles: ['former_reviewer', 'invited_reviewer'],
  },
];

export function unserved(cell: Cell): boolean {
  return unservedFields.includes(cell.field) || gaps.some((gap) => isOf(gap, cell));
}

export function isOf(gap: Gap, { field, role, phase, mode }: Cell): boolean {
  return (
    (gap.fields === 'all' || gap.fields.includes(field)) &&
    (gap.roles?.includes(role) ?? true) &&
    (gap.phases?.includes(phase) ?? true) &&
    (gap.modes?.includes(mode) ?? true)
  );
}
