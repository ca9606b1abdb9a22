import type { Anonymity, CallKind } from '../calls/call';
import { between, type Phase } from './phase';
import type { VisibilitySetting } from './settings';
import type { Standing } from './standing';

export interface Mode {
  readonly kind: CallKind;
  readonly anonymity: Anonymity;
}

/** One line of the table: for whom, when, in which calls; visible always, or iff a setting is on. The first that fits decides. */
export interface Line {
  readonly who: readonly Standing[] | 'anyone';
  readonly from: Phase;
  readonly to: Phase;
  readonly setting?: VisibilitySetting;
  readonly where?: (mode: Mode) => boolean;
}

type Span = readonly [from: Phase, to: Phase];

// When
const always: Span = ['draft', 'closed_rejected'];
const on = (from: Phase): Span => [from, 'closed_rejected'];
const only = (phase: Phase): Span => [phase, phase];
const inDraft = only('draft');
const untilNotified: Span = ['submitted', 'notified'];
const underReview: Span = ['review_open', 'notified'];
const fromDiscussion: Span = ['discussion', 'notified'];
const beforeNotification: Span = ['discussion', 'decided_not_notified'];
const whileInvited: Span = ['review_open', 'decided_not_notified'];
const afterClose = only('closed_rejected');

// Where
const conference = (mode: Mode): boolean => mode.kind === 'conference';
const issue = (mode: Mode): boolean => mode.kind === 'special_issue';
const single = (mode: Mode): boolean => mode.anonymity === 'single';
const blind = (mode: Mode): boolean => mode.anonymity !== 'single';
const triple = (mode: Mode): boolean => mode.anonymity === 'triple';
const editorsKnow = (mode: Mode): boolean => mode.anonymity !== 'triple';
const openIssue = (mode: Mode): boolean => issue(mode) && editorsKnow(mode);

// Who
const author: Standing[] = ['author'];
const chairs: Standing[] = ['handler', 'programme_chair'];
const done: Standing[] = ['reviewer'];
const pending: Standing[] = ['reviewer_pending'];
const reviewers: Standing[] = ['reviewer', 'reviewer_pending'];
const invited: Standing[] = ['invited'];
const pool: Standing[] = ['pool'];

const see = (who: Line['who'], [from, to]: Span, setting?: VisibilitySetting | null, where?: Line['where']): Line => ({
  who,
  from,
  to,
  ...(setting ? { setting } : {}),
  ...(where ? { where } : {}),
});

const adminFrom = (from: Phase): Line => see(['admin'], on(from), 'admin_break_glass');
const keptAfterClose = (who: Standing[]): Line => see(who, afterClose, 'reviewers_keep_access_after_close');
const published = (setting?: VisibilitySetting): Line => see('anyone', only('published'), setting);
const chairsWithDrafts = [see(chairs, inDraft, 'chairs_see_drafts'), see(chairs, on('submitted'))];

/** What names the authors: in a triple-anonymous call not even editors see it before notification. */
const editorsOnAuthors: Line[] = [
  see(chairs, on('submitted'), null, editorsKnow),
  see(chairs, on('notified'), null, triple),
  see(['programme_chair'], ['submitted', 'decided_not_notified'], 'chair_break_glass', triple),
];
const authorPrivate: Line[] = [
  see(author, always),
  see(chairs, inDraft, 'chairs_see_drafts', editorsKnow),
  ...editorsOnAuthors,
  adminFrom('draft'),
];

const authorNames: Line[] = [
  see(author, always),
  see(chairs, inDraft, 'chairs_see_drafts', editorsKnow),
  ...editorsOnAuthors,
  see(reviewers, underReview, null, single),
  see(reviewers, afterClose, 'reviewers_keep_access_after_close', single),
  see(done, only('notified'), 'reviewers_see_authors_after_notification', blind),
  see(invited, whileInvited, null, single),
  see(pool, untilNotified, 'pc_sees_titles', single),
  see(['other_chair'], untilNotified, 'other_tracks_visible', single),
  published(),
  adminFrom('draft'),
];

const authorsOnReviews = (inRebuttal: VisibilitySetting, atNotification: VisibilitySetting): Line[] => [
  see(author, ['rebuttal', 'decided_not_notified'], inRebuttal, conference),
  see(author, on('notified'), atNotification, conference),
  see(author, on('rebuttal'), atNotification, issue),
];

const othersOnReviews: Line[] = [
  see(chairs, on('review_open')),
  see(done, only('review_open'), 'reviewers_see_other_reviews_after_own', conference),
  see(done, fromDiscussion, 'reviewers_see_other_reviews_in_discussion', conference),
  see(done, only('rebuttal'), 'si_reviewers_see_other_reviews_after_decision', issue),
  see(done, only('notified'), 'si_reviewers_see_other_reviews_after_decision', issue),
  keptAfterClose(done),
  see(pending, fromDiscussion, 'pending_reviewers_join_discussion', conference),
  see(pool, fromDiscussion, 'unassigned_pc_sees_reviews'),
  published('publish_reviews'),
  adminFrom('review_open'),
];

const reviewText = [...authorsOnReviews('authors_see_reviews_in_rebuttal', 'authors_see_reviews'), ...othersOnReviews];

/** Who sees what, when. What no line allows is hidden. */
export const visibility = {
  'submission.title_abstract': [
    see(author, always),
    ...chairsWithDrafts,
    see(reviewers, underReview),
    keptAfterClose(reviewers),
    see(invited, whileInvited),
    see(pool, untilNotified, 'pc_sees_titles'),
    see(['other_chair'], untilNotified, 'other_tracks_visible'),
    see(['conflicted'], untilNotified, 'conflicted_pc_sees_titles'),
    published(),
    adminFrom('draft'),
  ],
  'author.names': authorNames,
  'author.affiliation': authorNames,
  'author.email': authorPrivate,
  'file.pdf': [
    see(author, always),
    ...chairsWithDrafts,
    see(reviewers, underReview),
    keptAfterClose(reviewers),
    see(invited, whileInvited, 'invited_reviewers_see_pdf'),
    see(pool, untilNotified, 'pc_sees_pdfs'),
    published('publish_pdfs'),
    adminFrom('draft'),
  ],
  'file.supplementary': [
    see(author, always),
    ...chairsWithDrafts,
    see(reviewers, underReview, 'reviewers_see_supplementary'),
    keptAfterClose(reviewers),
    see(pool, untilNotified, 'pc_sees_pdfs'),
    published('publish_supplementary'),
    adminFrom('draft'),
  ],
  'file.original_filename_and_metadata': authorPrivate,
  'author_response.text': [
    see([...author, ...chairs], on('rebuttal')),
    see(done, ['rebuttal', 'notified']),
    keptAfterClose(done),
    see(pending, ['rebuttal', 'notified'], 'pending_reviewers_join_discussion', conference),
    see(pending, ['rebuttal', 'notified'], null, issue),
    see(pool, ['rebuttal', 'notified'], 'unassigned_pc_sees_reviews'),
    published('publish_reviews'),
    adminFrom('rebuttal'),
  ],
  'review.text': reviewText,
  'review.scores': [...authorsOnReviews('authors_see_scores_in_rebuttal', 'authors_see_scores'), ...othersOnReviews],
  'review.confidential_comments': [
    see(chairs, on('review_open')),
    see(done, fromDiscussion, 'reviewers_see_confidential_comments'),
    adminFrom('review_open'),
  ],
  'review.attachment': reviewText,
  'review.attachment_original_metadata': [
    see(chairs, on('review_open')),
    see(done, fromDiscussion, 'reviewers_see_reviewer_names'),
    adminFrom('review_open'),
  ],
  'review.reviewer_identity': [
    see(chairs, on('review_open')),
    see(done, fromDiscussion, 'reviewers_see_reviewer_names'),
    see(pool, fromDiscussion, 'unassigned_pc_sees_reviewer_names'),
    adminFrom('review_open'),
  ],
  'review.submitted_at': [see(chairs, on('review_open')), adminFrom('review_open')],
  'review.draft_text': [see(chairs, on('review_open'), 'chairs_see_review_drafts')],
  'own_review.text': [see([...reviewers, 'former'], on('review_open'))],
  'meta_review.text': [
    see(author, on('notified'), 'authors_see_metareview'),
    see(author, only('rebuttal'), 'authors_see_metareview', issue),
    see(chairs, on('discussion')),
    see(done, only('rebuttal'), 'reviewers_see_metareview', issue),
    see(done, beforeNotification, 'reviewers_see_metareview_before_notification'),
    see(done, only('notified'), 'reviewers_see_metareview'),
    keptAfterClose(done),
    published('publish_reviews'),
    adminFrom('discussion'),
  ],
  'discussion.messages': [
    see(chairs, on('discussion'), null, conference),
    see(chairs, on('discussion'), 'si_discussion', issue),
    see(done, fromDiscussion, null, conference),
    see(done, on('published'), 'reviewers_keep_access_after_close', conference),
    see(done, fromDiscussion, 'si_discussion', issue),
    see(pending, fromDiscussion, 'pending_reviewers_join_discussion', conference),
    see(pool, fromDiscussion, 'unassigned_pc_sees_discussion'),
    adminFrom('discussion'),
  ],
  'decision.value': [
    see(author, on('notified')),
    see(author, only('rebuttal'), null, issue),
    see(chairs, on('discussion')),
    see(reviewers, only('rebuttal'), 'reviewers_see_decision', issue),
    see(done, beforeNotification, 'reviewers_see_decision_before_notification'),
    see(reviewers, only('notified'), 'reviewers_see_decision'),
    see(reviewers, afterClose, 'reviewers_see_decision'),
    see(pool, beforeNotification, 'pc_sees_decisions_before_notification'),
    see(pool, only('notified'), 'pc_sees_decisions'),
    published(),
    adminFrom('discussion'),
  ],
  'assignment.reviewer_names': [
    see(chairs, on('submitted')),
    see(done, fromDiscussion, 'reviewers_see_reviewer_names'),
    see(pool, fromDiscussion, 'unassigned_pc_sees_reviewer_names'),
    adminFrom('review_open'),
  ],
  'assignment.count_and_status': [
    see(chairs, on('submitted')),
    see(reviewers, underReview, 'reviewers_see_review_status'),
    see(pool, fromDiscussion, 'unassigned_pc_sees_reviews'),
    adminFrom('submitted'),
  ],
  'assignment.own': [see(reviewers, on('review_open')), see(invited, whileInvited)],
  'assignment.handling_chair': [
    see(author, on('submitted'), null, openIssue),
    see(author, on('submitted'), 'authors_see_handling_chair'),
    see([...chairs, 'admin'], on('submitted')),
    see(reviewers, underReview, 'reviewers_see_handling_chair'),
    see(invited, whileInvited, 'reviewers_see_handling_chair'),
  ],
  'bid.own': [see([...pool, ...reviewers, ...invited], untilNotified, null, conference)],
  'bid.others': [
    see(chairs, on('submitted'), null, conference),
    see(['admin'], on('submitted'), 'admin_break_glass', conference),
  ],
  'conflict.author_declared': [
    see(author, always),
    ...chairsWithDrafts,
    see(pool, untilNotified, 'pc_sees_conflicts', single),
    adminFrom('draft'),
  ],
  'conflict.pc_declared': [see(chairs, on('submitted')), adminFrom('submitted')],
  'conflict.own_declared': [
    see(['conflicted', ...chairs, 'other_chair', ...pool, ...reviewers], on('submitted')),
    see(invited, whileInvited),
  ],
  'email_log.own': [
    see(
      [...author, 'conflicted', ...chairs, ...reviewers, ...invited, 'former', ...pool, 'other_chair', 'admin'],
      always,
    ),
  ],
  'email_log.to_authors': [...editorsOnAuthors, adminFrom('draft')],
  'email_log.to_reviewers': [see(chairs, on('review_open')), adminFrom('review_open')],
  'email_log.delivery_status': [see(chairs, on('submitted')), see(['admin'], always)],
  'audit_log.author_side': [see(author, always), ...editorsOnAuthors, adminFrom('draft')],
  'audit_log.review_side': [see(chairs, on('submitted')), adminFrom('submitted')],
  'audit_log.security': [see(['programme_chair', 'admin'], always)],
} satisfies Record<string, readonly Line[]>;

export type Field = keyof typeof visibility;
export const fields = Object.keys(visibility) as Field[];

/** Fields of a round's objects follow their own round; all others follow the submission's current one. */
export function isOfRound(field: Field): boolean {
  return /^(file|author_response|review|own_review|meta_review|discussion|decision|assignment|bid)\./.test(field);
}

/** What others wrote about a submission: its authors read it once they have proven an address. */
export function isByOthers(field: Field): boolean {
  return /^(review|meta_review|discussion|decision)\./.test(field);
}

/** What the viewer has of one's own: a chair who reviews reads these by the assignment, not by the office. */
export const ownFields: readonly Field[] = ['own_review.text', 'assignment.own', 'bid.own'];

/** The line of the table that decides, or null if none speaks for this person at this time: hidden. */
export function lineFor(field: Field, standing: Standing, phase: Phase, mode: Mode): Line | null {
  const lines: readonly Line[] = visibility[field];
  return (
    lines.find(
      (line) =>
        (line.who === 'anyone' || line.who.includes(standing)) &&
        between(phase, line.from, line.to) &&
        (line.where?.(mode) ?? true),
    ) ?? null
  );
}
