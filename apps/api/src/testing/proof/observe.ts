import type {
  CandidatesView,
  DecisionBoard,
  OutboxPage,
  RecordPage,
  RecordRow,
  ReviewsTableView,
} from '@convoke/contract';
import type { Field } from '@convoke/domain';
import type { MatrixRole } from '@convoke/domain/testing';
import type { Answer } from './crawl';
import type { ProofPaper } from './paper';
import type { Secret } from './secrets';

/** Whether what somebody was given to read tells them a field of a submission. */
type Observer = (answers: readonly Answer[], paper: ProofPaper, role: MatrixRole) => boolean;

const word =
  (secret: Secret) =>
  (answers: readonly Answer[], paper: ProofPaper): boolean =>
    answers.some(({ text }) => text.includes(paper.token[secret]));

const ending = (answers: readonly Answer[], pattern: RegExp): unknown[] =>
  answers.filter(({ path, json }) => pattern.test(path) && json !== null).map(({ json }) => json);

const page = (answers: readonly Answer[]): RecordPage | null =>
  (ending(answers, /\/records\/\d+$/)[0] as RecordPage | undefined) ?? null;
const row = (answers: readonly Answer[], paper: ProofPaper): RecordRow | undefined =>
  (ending(answers, /\/records\?/) as { rows: RecordRow[] }[])
    .flatMap(({ rows }) => rows)
    .find(({ id }) => id === paper.id);
const reviews = (answers: readonly Answer[], paper: ProofPaper): ReviewsTableView['columns'] =>
  (ending(answers, new RegExp(`/submissions/${paper.id}/reviews$`)) as ReviewsTableView[]).flatMap(
    ({ columns }) => columns,
  );

const authors: readonly MatrixRole[] = ['author', 'coauthor', 'conflicted_chair_author'];

function isChair(role: MatrixRole, { mode }: ProofPaper): boolean {
  return (
    role === 'own_track_chair' || role === 'programme_chair' || (role === 'guest_editor' && mode.startsWith('si_'))
  );
}

/** Who is invited is one of the committee until assignments are told. */
function isOnCommittee(role: MatrixRole, { phase }: ProofPaper): boolean {
  if (role === 'invited_reviewer') return phase === 'submitted';
  return role === 'assigned_reviewer' || role === 'assigned_reviewer_pending' || role === 'unassigned_pc';
}

const ownReview: Partial<Record<MatrixRole, Secret>> = {
  assigned_reviewer: 'reviewerReview',
  assigned_reviewer_pending: 'pendingDraft',
  former_reviewer: 'formerReview',
};

/** How each field of the matrix is recognised in answers of the server. */
export const observers: Partial<Record<Field, Observer>> = {
  'submission.title_abstract': (answers, paper) => word('title')(answers, paper) || word('abstract')(answers, paper),
  'author.names': word('authorName'),
  'author.affiliation': word('authorAffiliation'),
  'author.email': word('authorAddress'),
  'file.pdf': word('pdf'),
  'file.supplementary': word('supplement'),
  'file.original_filename_and_metadata': (answers, paper) =>
    word('fileName')(answers, paper) || word('pdfMetadata')(answers, paper),
  'author_response.text': word('response'),
  'review.text': word('reviewText'),
  'review.scores': (answers, paper) =>
    reviews(answers, paper).some(({ own, answers: given }) => !own && typeof given['overall'] === 'number') ||
    (row(answers, paper)?.scores ?? null) !== null,
  'review.confidential_comments': word('reviewConfidential'),
  'review.reviewer_identity': (answers, paper) =>
    reviews(answers, paper).some(({ name }) => name?.includes(paper.token.reviewerName)),
  'review.submitted_at': word('reviewedAt'),
  // somebody's own draft is read as the own review
  'review.draft_text': (answers, paper, role) =>
    role !== 'assigned_reviewer_pending' && word('pendingDraft')(answers, paper),
  'own_review.text': (answers, paper, role) => {
    const own = ownReview[role];
    return own !== undefined && word(own)(answers, paper);
  },
  'meta_review.text': word('metaReview'),
  'discussion.messages': word('messageToReviewers'),
  'assignment.reviewer_names': word('assignedName'),
  'assignment.count_and_status': (answers, paper) =>
    (page(answers)?.reviews ?? null) !== null || (row(answers, paper)?.reviews ?? null) !== null,
  'assignment.own': (answers) => page(answers)?.assignmentId != null,
  'assignment.handling_chair': (answers) => (page(answers)?.handledBy ?? null) !== null,
  'decision.value': (answers, paper) =>
    (page(answers)?.decision ?? null) !== null ||
    row(answers, paper)?.recommended?.decided === true ||
    (ending(answers, /calls\/[^/]+\/decisions$/) as DecisionBoard[]).some(({ rows }) =>
      rows.some(({ submissionId, decision }) => submissionId === paper.id && decision !== null),
    ),
  'bid.others': (answers, paper) =>
    (ending(answers, new RegExp(`/submissions/${paper.id}/candidates$`)) as CandidatesView[]).some(({ candidates }) =>
      candidates.some(({ bid }) => bid !== null),
    ),
  'conflict.author_declared': word('conflictByAuthor'),
  // what somebody declared of themselves is theirs to read
  'conflict.pc_declared': (answers, paper, role) =>
    role !== 'conflicted_reviewer' && word('conflictByCommittee')(answers, paper),
  'conflict.own_declared': (answers, paper, role) =>
    role === 'conflicted_reviewer' && word('conflictByCommittee')(answers, paper),
  'email_log.own': word('mailOwn'),
  'email_log.to_authors': word('mailToAuthors'),
  'email_log.to_reviewers': word('mailToReviewers'),
  'email_log.delivery_status': (answers, paper) =>
    word('mailReply')(answers, paper) ||
    (ending(answers, /\/mail/) as OutboxPage[]).some(({ rows }) => rows?.some(({ number }) => number === paper.number)),
  'audit_log.author_side': word('auditAuthor'),
  'audit_log.review_side': word('auditReview'),
  'audit_log.security': word('auditSecurity'),
};

/** What the matrix does not name because it is for some alone, whenever it is read: who they are. */
export const keptTo: Partial<Record<Secret, (role: MatrixRole, paper: ProofPaper) => boolean>> = {
  responseDraft: (role) => authors.includes(role),
  messageToOne: (role, paper) => isChair(role, paper) || role === 'assigned_reviewer',
  messageToChairs: isChair,
  tagPrivate: (role) => role === 'programme_chair',
  tagForChairs: isChair,
  tagForCommittee: (role, paper) => isChair(role, paper) || isOnCommittee(role, paper),
};
