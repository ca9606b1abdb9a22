import { type Field, fields } from '../visibility';
import { type Phase, phases } from '../phase';
import type { VisibilitySetting } from '../settings';

export const matrixRoles = [
  'author',
  'coauthor',
  'conflicted_chair_author',
  'conflicted_reviewer',
  'assigned_reviewer',
  'assigned_reviewer_pending',
  'own_track_chair',
  'guest_editor',
  'programme_chair',
  'invited_reviewer',
  'former_reviewer',
  'unassigned_pc',
  'other_track_chair',
  'admin',
  'unrelated_user',
  'anonymous_visitor',
] as const;
export type MatrixRole = (typeof matrixRoles)[number];

export const matrixModes = ['single', 'double', 'triple', 'si_single', 'si_double', 'si_triple'] as const;
export type MatrixMode = (typeof matrixModes)[number];

export interface Cell {
  readonly field: Field;
  readonly role: MatrixRole;
  readonly phase: Phase;
  readonly mode: MatrixMode;
  /** `yes`, `no`, or the setting that decides. */
  readonly visible: 'yes' | 'no' | VisibilitySetting;
}

/**
 * What is expected, written down apart from the rules so that the two can disagree: per field, roles | modes (* = all) |
 * phases in which it is visible, with the setting that decides. Phases: dr su rv di rb de no pu cl, in their order. What
 * is not written is never visible, whatever the settings.
 */
const table = `
# submission.title_abstract
author coauthor conflicted_chair_author | * | dr-cl
conflicted_reviewer | * | su-no:conflicted_pc_sees_titles pu
assigned_reviewer assigned_reviewer_pending | single double triple | su:pc_sees_titles rv-pu cl:reviewers_keep_access_after_close
assigned_reviewer assigned_reviewer_pending | si_single si_double si_triple | rv-pu cl:reviewers_keep_access_after_close
own_track_chair programme_chair | * | dr:chairs_see_drafts su-cl
guest_editor | single double triple | pu
guest_editor | si_single si_double si_triple | dr:chairs_see_drafts su-cl
invited_reviewer | single double triple | su:pc_sees_titles rv-de pu
invited_reviewer | si_single si_double si_triple | rv-de pu
former_reviewer unrelated_user anonymous_visitor | * | pu
unassigned_pc | single double triple | su-no:pc_sees_titles pu
unassigned_pc | si_single si_double si_triple | pu
other_track_chair | * | su-no:other_tracks_visible pu
admin | * | dr-no:admin_break_glass pu cl:admin_break_glass
# author.names
author coauthor conflicted_chair_author | * | dr-cl
conflicted_reviewer former_reviewer unrelated_user anonymous_visitor | * | pu
assigned_reviewer assigned_reviewer_pending | single | su:pc_sees_titles rv-pu cl:reviewers_keep_access_after_close
assigned_reviewer | double triple si_double si_triple | no:reviewers_see_authors_after_notification pu
assigned_reviewer assigned_reviewer_pending | si_single | rv-pu cl:reviewers_keep_access_after_close
assigned_reviewer_pending invited_reviewer other_track_chair | double triple si_double si_triple | pu
own_track_chair programme_chair | single double si_single si_double | dr:chairs_see_drafts su-cl
own_track_chair | triple si_triple | no-cl
guest_editor | single double triple | pu
guest_editor | si_single si_double | dr:chairs_see_drafts su-cl
guest_editor | si_triple | no-cl
programme_chair | triple si_triple | su-de:chair_break_glass no-cl
invited_reviewer | single | su:pc_sees_titles rv-de pu
invited_reviewer | si_single | rv-de pu
unassigned_pc | single | su-no:pc_sees_titles pu
unassigned_pc | double triple si_single si_double si_triple | pu
other_track_chair | single si_single | su-no:other_tracks_visible pu
admin | * | dr-no:admin_break_glass pu cl:admin_break_glass
# author.affiliation
author coauthor conflicted_chair_author | * | dr-cl
conflicted_reviewer former_reviewer unrelated_user anonymous_visitor | * | pu
assigned_reviewer assigned_reviewer_pending | single | su:pc_sees_titles rv-pu cl:reviewers_keep_access_after_close
assigned_reviewer | double triple si_double si_triple | no:reviewers_see_authors_after_notification pu
assigned_reviewer assigned_reviewer_pending | si_single | rv-pu cl:reviewers_keep_access_after_close
assigned_reviewer_pending invited_reviewer other_track_chair | double triple si_double si_triple | pu
own_track_chair programme_chair | single double si_single si_double | dr:chairs_see_drafts su-cl
own_track_chair | triple si_triple | no-cl
guest_editor | single double triple | pu
guest_editor | si_single si_double | dr:chairs_see_drafts su-cl
guest_editor | si_triple | no-cl
programme_chair | triple si_triple | su-de:chair_break_glass no-cl
invited_reviewer | single | su:pc_sees_titles rv-de pu
invited_reviewer | si_single | rv-de pu
unassigned_pc | single | su-no:pc_sees_titles pu
unassigned_pc | double triple si_single si_double si_triple | pu
other_track_chair | single si_single | su-no:other_tracks_visible pu
admin | * | dr-no:admin_break_glass pu cl:admin_break_glass
# author.email
author coauthor conflicted_chair_author | * | dr-cl
own_track_chair programme_chair | single double si_single si_double | dr:chairs_see_drafts su-cl
own_track_chair | triple si_triple | no-cl
guest_editor | si_single si_double | dr:chairs_see_drafts su-cl
guest_editor | si_triple | no-cl
programme_chair | triple si_triple | su-de:chair_break_glass no-cl
admin | * | dr-cl:admin_break_glass
# file.pdf
author coauthor conflicted_chair_author | * | dr-cl
conflicted_reviewer former_reviewer other_track_chair unrelated_user anonymous_visitor | * | pu:publish_pdfs
assigned_reviewer assigned_reviewer_pending | single double triple | su:pc_sees_pdfs rv-no pu:publish_pdfs cl:reviewers_keep_access_after_close
assigned_reviewer assigned_reviewer_pending | si_single si_double si_triple | rv-no pu:publish_pdfs cl:reviewers_keep_access_after_close
own_track_chair programme_chair | * | dr:chairs_see_drafts su-cl
guest_editor | single double triple | pu:publish_pdfs
guest_editor | si_single si_double si_triple | dr:chairs_see_drafts su-cl
invited_reviewer | single double triple | su:pc_sees_pdfs rv-de:invited_reviewers_see_pdf pu:publish_pdfs
invited_reviewer | si_single si_double si_triple | rv-de:invited_reviewers_see_pdf pu:publish_pdfs
unassigned_pc | single double triple | su-no:pc_sees_pdfs pu:publish_pdfs
unassigned_pc | si_single si_double si_triple | pu:publish_pdfs
admin | * | dr-no:admin_break_glass pu:publish_pdfs cl:admin_break_glass
# file.supplementary
author coauthor conflicted_chair_author | * | dr-cl
conflicted_reviewer former_reviewer other_track_chair unrelated_user anonymous_visitor | * | pu:publish_supplementary
assigned_reviewer assigned_reviewer_pending | single double triple | su:pc_sees_pdfs rv-no:reviewers_see_supplementary pu:publish_supplementary cl:reviewers_keep_access_after_close
assigned_reviewer assigned_reviewer_pending | si_single si_double si_triple | rv-no:reviewers_see_supplementary pu:publish_supplementary cl:reviewers_keep_access_after_close
own_track_chair programme_chair | * | dr:chairs_see_drafts su-cl
guest_editor | single double triple | pu:publish_supplementary
guest_editor | si_single si_double si_triple | dr:chairs_see_drafts su-cl
invited_reviewer | single double triple | su:pc_sees_pdfs pu:publish_supplementary
invited_reviewer unassigned_pc | si_single si_double si_triple | pu:publish_supplementary
unassigned_pc | single double triple | su-no:pc_sees_pdfs pu:publish_supplementary
admin | * | dr-no:admin_break_glass pu:publish_supplementary cl:admin_break_glass
# file.original_filename_and_metadata
author coauthor conflicted_chair_author | * | dr-cl
own_track_chair programme_chair | single double si_single si_double | dr:chairs_see_drafts su-cl
own_track_chair | triple si_triple | no-cl
guest_editor | si_single si_double | dr:chairs_see_drafts su-cl
guest_editor | si_triple | no-cl
programme_chair | triple si_triple | su-de:chair_break_glass no-cl
admin | * | dr-cl:admin_break_glass
# author_response.text
author coauthor conflicted_chair_author own_track_chair programme_chair | * | rb-cl
conflicted_reviewer invited_reviewer former_reviewer other_track_chair unrelated_user anonymous_visitor | * | pu:publish_reviews
assigned_reviewer | * | rb-no pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer_pending | single double triple | rb-no:pending_reviewers_join_discussion pu:publish_reviews
assigned_reviewer_pending | si_single si_double si_triple | rb-no pu:publish_reviews
guest_editor | single double triple | pu:publish_reviews
guest_editor | si_single si_double si_triple | rb-cl
unassigned_pc | single double triple | rb-no:unassigned_pc_sees_reviews pu:publish_reviews
unassigned_pc | si_single si_double si_triple | pu:publish_reviews
admin | * | rb-no:admin_break_glass pu:publish_reviews cl:admin_break_glass
# review.text
author coauthor conflicted_chair_author | single double triple | rb-de:authors_see_reviews_in_rebuttal no-cl:authors_see_reviews
author coauthor conflicted_chair_author | si_single si_double si_triple | rb-cl:authors_see_reviews
conflicted_reviewer invited_reviewer former_reviewer other_track_chair unrelated_user anonymous_visitor | * | pu:publish_reviews
assigned_reviewer | single double triple | rv:reviewers_see_other_reviews_after_own di-no:reviewers_see_other_reviews_in_discussion pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer | si_single si_double si_triple | rb:si_reviewers_see_other_reviews_after_decision no:si_reviewers_see_other_reviews_after_decision pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer_pending | single double triple | di-no:pending_reviewers_join_discussion pu:publish_reviews
assigned_reviewer_pending unassigned_pc | si_single si_double si_triple | pu:publish_reviews
own_track_chair programme_chair | * | rv-cl
guest_editor | single double triple | pu:publish_reviews
guest_editor | si_single si_double si_triple | rv-cl
unassigned_pc | single double triple | di-no:unassigned_pc_sees_reviews pu:publish_reviews
admin | * | rv-no:admin_break_glass pu:publish_reviews cl:admin_break_glass
# review.scores
author coauthor conflicted_chair_author | single double triple | rb-de:authors_see_scores_in_rebuttal no-cl:authors_see_scores
author coauthor conflicted_chair_author | si_single si_double si_triple | rb-cl:authors_see_scores
conflicted_reviewer invited_reviewer former_reviewer other_track_chair unrelated_user anonymous_visitor | * | pu:publish_reviews
assigned_reviewer | single double triple | rv:reviewers_see_other_reviews_after_own di-no:reviewers_see_other_reviews_in_discussion pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer | si_single si_double si_triple | rb:si_reviewers_see_other_reviews_after_decision no:si_reviewers_see_other_reviews_after_decision pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer_pending | single double triple | di-no:pending_reviewers_join_discussion pu:publish_reviews
assigned_reviewer_pending unassigned_pc | si_single si_double si_triple | pu:publish_reviews
own_track_chair programme_chair | * | rv-cl
guest_editor | single double triple | pu:publish_reviews
guest_editor | si_single si_double si_triple | rv-cl
unassigned_pc | single double triple | di-no:unassigned_pc_sees_reviews pu:publish_reviews
admin | * | rv-no:admin_break_glass pu:publish_reviews cl:admin_break_glass
# review.confidential_comments
assigned_reviewer | * | di-no:reviewers_see_confidential_comments
own_track_chair programme_chair | * | rv-cl
guest_editor | si_single si_double si_triple | rv-cl
admin | * | rv-cl:admin_break_glass
# review.attachment
author coauthor conflicted_chair_author | single double triple | rb-de:authors_see_reviews_in_rebuttal no-cl:authors_see_reviews
author coauthor conflicted_chair_author | si_single si_double si_triple | rb-cl:authors_see_reviews
conflicted_reviewer invited_reviewer former_reviewer other_track_chair unrelated_user anonymous_visitor | * | pu:publish_reviews
assigned_reviewer | single double triple | rv:reviewers_see_other_reviews_after_own di-no:reviewers_see_other_reviews_in_discussion pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer | si_single si_double si_triple | rb:si_reviewers_see_other_reviews_after_decision no:si_reviewers_see_other_reviews_after_decision pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer_pending | single double triple | di-no:pending_reviewers_join_discussion pu:publish_reviews
assigned_reviewer_pending unassigned_pc | si_single si_double si_triple | pu:publish_reviews
own_track_chair programme_chair | * | rv-cl
guest_editor | single double triple | pu:publish_reviews
guest_editor | si_single si_double si_triple | rv-cl
unassigned_pc | single double triple | di-no:unassigned_pc_sees_reviews pu:publish_reviews
admin | * | rv-no:admin_break_glass pu:publish_reviews cl:admin_break_glass
# review.attachment_original_metadata
assigned_reviewer | * | di-no:reviewers_see_reviewer_names
own_track_chair programme_chair | * | rv-cl
guest_editor | si_single si_double si_triple | rv-cl
admin | * | rv-cl:admin_break_glass
# review.reviewer_identity
assigned_reviewer | * | di-no:reviewers_see_reviewer_names
own_track_chair programme_chair | * | rv-cl
guest_editor | si_single si_double si_triple | rv-cl
unassigned_pc | single double triple | di-no:unassigned_pc_sees_reviewer_names
admin | * | rv-cl:admin_break_glass
# review.submitted_at
own_track_chair programme_chair | * | rv-cl
guest_editor | si_single si_double si_triple | rv-cl
admin | * | rv-cl:admin_break_glass
# review.draft_text
own_track_chair programme_chair | * | rv-cl:chairs_see_review_drafts
guest_editor | si_single si_double si_triple | rv-cl:chairs_see_review_drafts
# own_review.text
assigned_reviewer assigned_reviewer_pending former_reviewer | * | rv-cl
invited_reviewer | * | no-cl
# meta_review.text
author coauthor conflicted_chair_author | single double triple | no-cl:authors_see_metareview
author coauthor conflicted_chair_author | si_single si_double si_triple | rb:authors_see_metareview no-cl:authors_see_metareview
conflicted_reviewer assigned_reviewer_pending invited_reviewer former_reviewer unassigned_pc other_track_chair unrelated_user anonymous_visitor | * | pu:publish_reviews
assigned_reviewer | single double triple | di-de:reviewers_see_metareview_before_notification no:reviewers_see_metareview pu:publish_reviews cl:reviewers_keep_access_after_close
assigned_reviewer | si_single si_double si_triple | di:reviewers_see_metareview_before_notification rb:reviewers_see_metareview de:reviewers_see_metareview_before_notification no:reviewers_see_metareview pu:publish_reviews cl:reviewers_keep_access_after_close
own_track_chair programme_chair | * | di-cl
guest_editor | single double triple | pu:publish_reviews
guest_editor | si_single si_double si_triple | di-cl
admin | * | di-no:admin_break_glass pu:publish_reviews cl:admin_break_glass
# discussion.messages
assigned_reviewer | single double triple | di-no pu-cl:reviewers_keep_access_after_close
assigned_reviewer | si_single si_double si_triple | di-no:si_discussion
assigned_reviewer_pending | single double triple | di-no:pending_reviewers_join_discussion
own_track_chair programme_chair | single double triple | di-cl
own_track_chair guest_editor programme_chair | si_single si_double si_triple | di-cl:si_discussion
unassigned_pc | single double triple | di-no:unassigned_pc_sees_discussion
admin | * | di-cl:admin_break_glass
# decision.value
author coauthor conflicted_chair_author | single double triple | no-cl
author coauthor conflicted_chair_author | si_single si_double si_triple | rb no-cl
conflicted_reviewer invited_reviewer former_reviewer other_track_chair unrelated_user anonymous_visitor | * | pu
assigned_reviewer | single double triple | di-de:reviewers_see_decision_before_notification no:reviewers_see_decision pu cl:reviewers_see_decision
assigned_reviewer | si_single si_double si_triple | di:reviewers_see_decision_before_notification rb:reviewers_see_decision de:reviewers_see_decision_before_notification no:reviewers_see_decision pu cl:reviewers_see_decision
assigned_reviewer_pending | single double triple | no:reviewers_see_decision pu cl:reviewers_see_decision
assigned_reviewer_pending | si_single si_double si_triple | rb:reviewers_see_decision no:reviewers_see_decision pu cl:reviewers_see_decision
own_track_chair programme_chair | * | di-cl
guest_editor | single double triple | pu
guest_editor | si_single si_double si_triple | di-cl
unassigned_pc | single double triple | di-de:pc_sees_decisions_before_notification no:pc_sees_decisions pu
unassigned_pc | si_single si_double si_triple | pu
admin | * | di-no:admin_break_glass pu cl:admin_break_glass
# assignment.reviewer_names
assigned_reviewer | * | di-no:reviewers_see_reviewer_names
own_track_chair programme_chair | * | su-cl
guest_editor | si_single si_double si_triple | su-cl
unassigned_pc | single double triple | di-no:unassigned_pc_sees_reviewer_names
admin | * | rv-cl:admin_break_glass
# assignment.count_and_status
assigned_reviewer assigned_reviewer_pending | * | rv-no:reviewers_see_review_status
own_track_chair programme_chair | * | su-cl
guest_editor | si_single si_double si_triple | su-cl
unassigned_pc | single double triple | di-no:unassigned_pc_sees_reviews
admin | * | su-cl:admin_break_glass
# assignment.own
assigned_reviewer assigned_reviewer_pending | * | rv-cl
invited_reviewer | * | rv-de
# assignment.handling_chair
author coauthor conflicted_chair_author | single double triple si_triple | su-cl:authors_see_handling_chair
author coauthor conflicted_chair_author | si_single si_double | su-cl
assigned_reviewer assigned_reviewer_pending | * | rv-no:reviewers_see_handling_chair
own_track_chair programme_chair admin | * | su-cl
guest_editor | si_single si_double si_triple | su-cl
invited_reviewer | * | rv-de:reviewers_see_handling_chair
# bid.own
assigned_reviewer assigned_reviewer_pending unassigned_pc | single double triple | su-no
invited_reviewer | single double triple | su-de
# bid.others
own_track_chair programme_chair | single double triple | su-cl
admin | single double triple | su-cl:admin_break_glass
# conflict.author_declared
author coauthor conflicted_chair_author | * | dr-cl
assigned_reviewer assigned_reviewer_pending invited_reviewer | single | su:pc_sees_conflicts
own_track_chair programme_chair | * | dr:chairs_see_drafts su-cl
guest_editor | si_single si_double si_triple | dr:chairs_see_drafts su-cl
unassigned_pc | single | su-no:pc_sees_conflicts
admin | * | dr-cl:admin_break_glass
# conflict.pc_declared
own_track_chair programme_chair | * | su-cl
guest_editor | si_single si_double si_triple | su-cl
admin | * | su-cl:admin_break_glass
# conflict.own_declared
conflicted_reviewer own_track_chair programme_chair other_track_chair | * | su-cl
assigned_reviewer assigned_reviewer_pending unassigned_pc | single double triple | su-cl
assigned_reviewer assigned_reviewer_pending | si_single si_double si_triple | rv-cl
guest_editor | si_single si_double si_triple | su-cl
invited_reviewer | single double triple | su-de
invited_reviewer | si_single si_double si_triple | rv-de
# email_log.own
author coauthor conflicted_chair_author conflicted_reviewer own_track_chair programme_chair former_reviewer other_track_chair admin | * | dr-cl
assigned_reviewer assigned_reviewer_pending invited_reviewer unassigned_pc | single double triple | dr-cl
assigned_reviewer assigned_reviewer_pending invited_reviewer | si_single si_double si_triple | rv-cl
guest_editor | si_single si_double si_triple | dr-cl
# email_log.to_authors
own_track_chair programme_chair | single double si_single si_double | su-cl
own_track_chair | triple si_triple | no-cl
guest_editor | si_single si_double | su-cl
guest_editor | si_triple | no-cl
programme_chair | triple si_triple | su-de:chair_break_glass no-cl
admin | * | dr-cl:admin_break_glass
# email_log.to_reviewers
own_track_chair programme_chair | * | rv-cl
guest_editor | si_single si_double si_triple | rv-cl
admin | * | rv-cl:admin_break_glass
# email_log.delivery_status
own_track_chair programme_chair | * | su-cl
guest_editor | si_single si_double si_triple | su-cl
admin | * | dr-cl
# audit_log.author_side
author coauthor conflicted_chair_author | * | dr-cl
own_track_chair programme_chair | single double si_single si_double | su-cl
own_track_chair | triple si_triple | no-cl
guest_editor | si_single si_double | su-cl
guest_editor | si_triple | no-cl
programme_chair | triple si_triple | su-de:chair_break_glass no-cl
admin | * | dr-cl:admin_break_glass
# audit_log.review_side
own_track_chair programme_chair | * | su-cl
guest_editor | si_single si_double si_triple | su-cl
admin | * | su-cl:admin_break_glass
# audit_log.security
programme_chair admin | * | dr-cl
`;

const codes = ['dr', 'su', 'rv', 'di', 'rb', 'de', 'no', 'pu', 'cl'];

/** All cells: field × role × mode × phase. */
export function matrix(): Cell[] {
  const visible = new Map<string, Cell['visible']>();
  let field = '';
  for (const line of table.trim().split('\n')) {
    if (line.startsWith('# ')) {
      field = line.slice(2);
      continue;
    }
    const [roles = '', modes = '', spans = ''] = line.split(' | ');
    for (const role of roles.split(' '))
      for (const mode of modes === '*' ? matrixModes : modes.split(' '))
        for (const { phase, by } of cellsOf(spans)) visible.set(`${field} ${role} ${mode} ${phase}`, by);
  }
  return fields.flatMap((of) =>
    matrixRoles.flatMap((role) =>
      matrixModes.flatMap((mode) =>
        phases.map((phase) => ({
          ...{ field: of, role, phase, mode },
          visible: visible.get(`${of} ${role} ${mode} ${phase}`) ?? 'no',
        })),
      ),
    ),
  );
}

function cellsOf(spans: string): { phase: Phase; by: Cell['visible'] }[] {
  return spans.split(' ').flatMap((span) => {
    const [range = '', setting] = span.split(':');
    const [first = '', last = first] = range.split('-');
    const covered = phases.slice(codes.indexOf(first), codes.indexOf(last) + 1);
    return covered.map((phase) => ({ phase, by: (setting ?? 'yes') as Cell['visible'] }));
  });
}
