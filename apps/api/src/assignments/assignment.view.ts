import type { AssignBoardPaper, AssignmentView, CandidateView, LateReview } from '@convoke/contract';
import type { Field } from '@convoke/domain';
import type { AssignedRow, BoardRow, LateRow } from './assignments.queries';
import type { CandidateRow, ConflictSource } from './candidates.queries';
import { dueOf } from './review-due';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const openRounds = ['submitted', 'review_open', 'discussion', 'rebuttal'];

export function boardPaperOf(row: BoardRow, need: number): AssignBoardPaper {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    trackName: row.track_name,
    typeName: row.type_name,
    need,
    have: row.proposed + row.invited + row.accepted,
    proposed: row.proposed,
    invited: row.invited,
    accepted: row.accepted,
    submitted: row.submitted,
    declined: row.declined,
    open: openRounds.includes(row.round_state),
  };
}

export function lateOf(row: LateRow): LateReview {
  return {
    assignmentId: row.assignment_id,
    submissionId: row.submission_id,
    number: row.number,
    title: row.title,
    name: row.name,
    state: row.state,
    started: row.started,
    due: dueOf(row),
    remindedAt: iso(row.reminded_at),
  };
}

export function assignedOf(row: AssignedRow): AssignmentView {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    affiliation: row.affiliation,
    state: row.state,
    review: row.review,
    due: dueOf(row),
    invitedAt: iso(row.invited_at),
    answeredAt: iso(row.answered_at),
    remindedAt: iso(row.reminded_at),
    declineReason: row.decline_reason,
    suggestion: row.suggestion,
  };
}

/** Which field decides whether a chair may know where a conflict comes from; in triple-blind calls some may not. */
const conflictField: Readonly<Record<ConflictSource, Field>> = {
  author: 'conflict.author_declared',
  reviewer: 'conflict.pc_declared',
  chair: 'conflict.pc_declared',
  machine: 'author.names',
};

/** A candidate as a chair sees it: that a conflict exists is always said, why only as far as the viewer may know. */
export function candidateOf(row: CandidateRow, maxLoad: number, sees: (field: Field) => boolean): CandidateView {
  return {
    personId: row.person_id,
    name: row.name,
    affiliation: row.affiliation,
    sharedTopics: row.shared ?? [],
    match: row.match,
    load: row.load,
    maxLoad: row.max_load ?? maxLoad,
    bid: sees('bid.others') ? row.bid : null,
    conflict: conflictOfRow(row, sees),
    on:
      row.assignment_id && row.assignment_state
        ? { assignmentId: row.assignment_id, state: row.assignment_state }
        : null,
  };
}

function conflictOfRow(row: CandidateRow, sees: (field: Field) => boolean): CandidateView['conflict'] {
  if (!row.conflict_kind || !row.conflict_source) return null;
  if (!sees(conflictField[row.conflict_source])) return { kind: 'unsaid', source: null };
  return { kind: row.conflict_kind, source: row.conflict_source };
}
