import type { Field, Phase } from '@convoke/domain';
import type { Cell, MatrixRole } from '@convoke/domain/testing';

interface Gap {
  readonly why: string;
  readonly fields: readonly Field[] | 'all';
  readonly roles?: readonly MatrixRole[];
  readonly phases?: readonly Phase[];
}

/** Fields that the rule knows and no part of the product has: they leave this list as it grows. */
export const unservedFields: readonly Field[] = [
  'author_response.text',
  'review.attachment',
  'review.attachment_original_metadata',
  'review.draft_text',
  'meta_review.text',
  'discussion.messages',
  'bid.own',
  'bid.others',
  'conflict.pc_declared',
  'conflict.own_declared',
];

/** What the rule would show and no address gives, with the reason. Each line is checked to be true as well: see the spec. */
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
    why: 'Who left before submitting the own review is not shown what was written.',
    fields: ['own_review.text'],
    roles: ['former_reviewer', 'invited_reviewer'],
  },
];

export function unserved({ field, role, phase }: Cell): boolean {
  if (unservedFields.includes(field)) return true;
  return gaps.some(
    (gap) =>
      (gap.fields === 'all' || gap.fields.includes(field)) &&
      (gap.roles?.includes(role) ?? true) &&
      (gap.phases?.includes(phase) ?? true),
  );
}
