import { defaultForms, overallOf, type ReviewField } from '@convoke/domain';
import type { Random } from '../../apps/api/src/platform/random';
import type { Accounts } from './add-people';
import type { AddedSubmission } from './add-submission';
import type { DemoPaper, Part, Reviewers } from './papers/paper';
import { ofCast, reviewers, type DemoPerson, type ReviewerKey } from './people';
import { reviewText } from './prose';
import type { Rows } from './rows';

const day = 24 * 60 * 60_000;

export interface ReviewingCircumstances {
  accounts: Accounts;
  random: Random;
  now: Date;
  /** Who invited and recommended. */
  coChair: string;
  /** Who decided. */
  chair: string;
}

/** Assignments an invitation letter is still to leave for. */
export interface Reviewing {
  asked: readonly string[];
  decisionId: string | null;
}

export function reviewerPerson(key: ReviewerKey): DemoPerson {
  return key === 'ravi' || key === 'marta' || key === 'cleo' || key === 'hanna' ? ofCast(key) : reviewers[key];
}

/** The rows of reviewing one submission: assignments, reviews, recommendation and decision, up to what is not released. */
export function addReviewing(rows: Rows, added: AddedSubmission, around: ReviewingCircumstances): Reviewing {
  const { standing } = added.paper;
  if (!('reviewers' in standing) || !added.roundId) return { asked: [], decisionId: null };
  const asked = addReviewers(rows, added, standing.reviewers, around);
  if (standing.at === 'recommended') addRecommendation(rows, added, standing, around, 3);
  else if (standing.at !== 'in_review' && standing.metaReview) addRecommendation(rows, added, standing, around, 10);
  const isDecided = standing.at === 'decided' || standing.at === 'released';
  return { asked, decisionId: isDecided ? addDecision(rows, added, standing, around) : null };
}

function addReviewers(rows: Rows, added: AddedSubmission, parts: Reviewers, around: ReviewingCircumstances): string[] {
  const letters = shuffled(parts.length, around.random);
  const asked: string[] = [];
  parts.forEach(([key, part], index) => {
    const id = around.random.uuid();
    const personId = around.accounts.get(reviewerPerson(key).address.toLowerCase());
    if (!personId) throw new Error(`The reviewer ${key} has no account.`);
    const invitedAt = new Date(added.submittedAt.getTime() + (2 + index) * day);
    addAssignment(rows, added, { id, personId, part, invitedAt }, around);
    if (part === 'asked') asked.push(id);
    if (typeof part === 'number' || part === 'draft') {
      addReview(
        rows,
        added,
        { assignmentId: id, personId, part, invitedAt, pseudonym: letters[index] ?? index + 1 },
        around,
      );
    }
  });
  return asked;
}

interface Assigned {
  id: string;
  personId: string;
  part: Part;
  invitedAt: Date;
}

function addAssignment(
  rows: Rows,
  added: AddedSubmission,
  { id, personId, part, invitedAt }: Assigned,
  around: ReviewingCircumstances,
) {
  const states = {
    asked: 'invited',
    accepted: 'accepted',
    draft: 'accepted',
    late: 'accepted',
    declined: 'declined',
  } as const;
  const state = typeof part === 'number' ? 'completed' : states[part];
  // who was asked just now still has time to answer
  const at = part === 'asked' ? new Date(around.now.getTime() - day) : invitedAt;
  rows.add('assignment', {
    id,
    round_id: added.roundId,
    submission_id: added.id,
    reviewer_id: personId,
    state,
    due_at: part === 'late' ? new Date(around.now.getTime() - 4 * day) : null,
    decline_reason: part === 'declined' ? 'I am on leave until the end of next month.' : '',
    suggestion: part === 'declined' ? 'Sofia Almeida works on this.' : '',
    invited_by: around.coChair,
    created_at: at,
    invited_at: at,
    expires_at: new Date(at.getTime() + 10 * day),
    answered_at: part === 'asked' ? null : new Date(at.getTime() + day),
    ended_at: part === 'declined' ? new Date(at.getTime() + day) : null,
  });
  const facts = { tag: 'review', call_id: added.call.id, submission_id: added.id };
  const audit = (action: string, actor: string, when: Date) =>
    rows.add('audit_entry', {
      id: around.random.uuid(),
      at: when,
      action,
      actor_id: actor,
      ...facts,
      facts: { assignmentId: id },
    });
  audit('assignment.invited', around.coChair, at);
  if (part !== 'asked')
    audit(part === 'declined' ? 'assignment.declined' : 'assignment.accepted', personId, new Date(at.getTime() + day));
}

interface Reviewed extends Omit<Assigned, 'id' | 'part'> {
  assignmentId: string;
  part: number | 'draft';
  pseudonym: number;
}

function addReview(rows: Rows, added: AddedSubmission, reviewed: Reviewed, { random }: ReviewingCircumstances): void {
  const form = defaultForms[added.call.content.kind];
  const id = random.uuid();
  const isDraft = reviewed.part === 'draft';
  const answers = answersTo(form, reviewed, (added.number ?? 0) * 5 + reviewed.pseudonym);
  const overall = overallOf(answers);
  const at = new Date(reviewed.invitedAt.getTime() + (6 + reviewed.pseudonym) * day);
  rows.add('review', {
    id,
    round_id: added.roundId,
    submission_id: added.id,
    reviewer_id: reviewed.personId,
    assignment_id: reviewed.assignmentId,
    form_version_id: added.call.formVersionId,
    submission_version_id: added.versionId,
    state: isDraft ? 'draft' : 'submitted',
    answers,
    pseudonym: reviewed.pseudonym,
    overall: isDraft ? null : overall,
    submitted_n: isDraft ? 0 : 1,
    created_at: at,
    edited_at: at,
    submitted_at: isDraft ? null : at,
  });
  if (isDraft) return;
  rows.add('review_version', { id: random.uuid(), review_id: id, n: 1, answers, overall, submitted_at: at });
  rows.add('audit_entry', {
    id: random.uuid(),
    at,
    tag: 'review',
    action: 'review.submitted',
    actor_id: reviewed.personId,
    call_id: added.call.id,
    submission_id: added.id,
    facts: { reviewId: id, n: 1 },
  });
}

/** Answers in keeping with the overall score; a draft is half filled in. */
function answersTo(form: readonly ReviewField[], { part }: Reviewed, seed: number): Record<string, string | number> {
  const overall = part === 'draft' ? 3 : part;
  const most = form.find(({ key }) => key === 'overall')?.scale.length ?? 5;
  const words: Readonly<Record<string, string>> = { ...reviewText(seed, overall, most) };
  const answers: Record<string, string | number> = {};
  form.forEach(({ key, kind, scale }, index) => {
    if (part === 'draft' && index > 2 && key !== 'comments') return;
    if (kind === 'text') {
      const text = words[key] ?? '';
      if (text !== '') answers[key] = part === 'draft' ? (text.split('\n\n')[0] ?? '') : text;
    } else if (key === 'overall') {
      if (part !== 'draft') answers[key] = overall;
    } else {
      const wanted = Math.round((overall / most) * scale.length) + (((seed + index) % 3) - 1);
      answers[key] = Math.min(Math.max(wanted, 1), scale.length);
    }
  });
  return answers;
}

function addRecommendation(
  rows: Rows,
  added: AddedSubmission,
  { outcome, reason, metaReview }: { outcome: string; reason?: string; metaReview?: string },
  { random, coChair, now }: ReviewingCircumstances,
  daysAgo: number,
): void {
  const at = new Date(now.getTime() - daysAgo * day);
  rows.add('recommendation', {
    id: random.uuid(),
    round_id: added.roundId,
    submission_id: added.id,
    person_id: coChair,
    outcome,
    reason: reason ?? '',
    for_authors: metaReview ?? '',
    created_at: at,
    edited_at: at,
  });
}

function addDecision(
  rows: Rows,
  added: AddedSubmission,
  standing: Extract<DemoPaper['standing'], { at: 'decided' | 'released' }>,
  { random, chair, now }: ReviewingCircumstances,
): string {
  const id = random.uuid();
  const at = new Date(now.getTime() - (standing.at === 'released' ? 9 : 2) * day);
  rows.add('decision', {
    id,
    round_id: added.roundId,
    submission_id: added.id,
    outcome: standing.outcome,
    state: 'decided',
    letter: standing.letter ?? null,
    decided_by: chair,
    decided_at: at,
    round_state_before: 'review_open',
  });
  rows.add('audit_entry', {
    id: random.uuid(),
    at,
    tag: 'review',
    action: 'decision.made',
    actor_id: chair,
    call_id: added.call.id,
    submission_id: added.id,
    facts: { outcome: standing.outcome },
  });
  return id;
}

/** The letters 1…n in an order that says nothing. */
function shuffled(n: number, random: Random): number[] {
  const letters = Array.from({ length: n }, (_, index) => index + 1);
  for (let last = n - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [letters[last], letters[other]] = [letters[other] ?? 0, letters[last] ?? 0];
  }
  return letters;
}
