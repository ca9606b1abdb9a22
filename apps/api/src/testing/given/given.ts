import { randomUUID } from 'node:crypto';
import type { GivenPerson } from './people';
import { GivenSubmissions, type GivenSubmission } from './submissions';

export interface GivenAssignment {
  id: string;
  submission: GivenSubmission;
  reviewer: GivenPerson;
}

export type AssignmentState = 'proposed' | 'invited' | 'accepted' | 'declined' | 'expired' | 'unassigned' | 'completed';

/**
 * The state a story begins with, written straight into the database so that a spec can begin where it matters. What the spec
 * itself is about goes through the front door.
 */
export class Given extends GivenSubmissions {
  /** `await given.assignment(paper, ravi)` — accepted unless said. */
  async assignment(
    submission: GivenSubmission,
    reviewer: GivenPerson,
    options: { state?: AssignmentState; dueAt?: string } = {},
  ): Promise<GivenAssignment> {
    const id = randomUUID();
    const now = this.clock.now();
    const state = options.state ?? 'accepted';
    await this.insert('assignment', {
      id,
      round_id: submission.roundId,
      submission_id: submission.id,
      reviewer_id: reviewer.id,
      state,
      due_at: options.dueAt ?? null,
      created_at: now,
      invited_at: state === 'proposed' ? null : now,
      answered_at: ['accepted', 'declined', 'completed'].includes(state) ? now : null,
    });
    return { id, submission, reviewer };
  }

  /** A review of an assignment; submitted unless said. Answers follow `givenForm`. */
  async review(
    assignment: GivenAssignment,
    options: { overall?: number; comments?: string; confidential?: string; state?: 'draft' | 'submitted' } = {},
  ): Promise<{ id: string; versionId: string | null }> {
    const { submission } = assignment;
    const id = randomUUID();
    const now = this.clock.now();
    const sent = options.state !== 'draft';
    const overall = options.overall ?? 4;
    const answers = {
      overall,
      comments: options.comments ?? 'Clear and careful.',
      confidential: options.confidential ?? '',
    };
    const [{ pseudonym, form }] = await this.database.query<[{ pseudonym: number; form: string }]>(
      // the first letter that nobody has: the product draws its own
      `select (select min(n) from generate_series(1, 50) n
                where n not in (select pseudonym from review where round_id = r.id))::int as pseudonym, r.form_version_id as form
         from round r where r.id = $1`,
      [submission.roundId],
    );
    await this.insert('review', {
      id,
      round_id: submission.roundId,
      submission_id: submission.id,
      reviewer_id: assignment.reviewer.id,
      assignment_id: assignment.id,
      form_version_id: form,
      submission_version_id: submission.versionId,
      state: sent ? 'submitted' : 'draft',
      answers,
      pseudonym,
      overall,
      submitted_n: sent ? 1 : 0,
      created_at: now,
      edited_at: now,
      submitted_at: sent ? now : null,
    });
    if (!sent) return { id, versionId: null };
    const versionId = randomUUID();
    await this.insert('review_version', { id: versionId, review_id: id, n: 1, answers, overall, submitted_at: now });
    await this.database.query(`update assignment set state = 'completed' where id = $1`, [assignment.id]);
    return { id, versionId };
  }

  /** A conflict of interest that blocks. */
  /** What people declare blocks; what the machine finds here is only suggested. */
  async conflict(
    submission: { id: string },
    person: GivenPerson,
    source: 'author' | 'reviewer' | 'chair' | 'machine' = 'author',
  ) {
    await this.insert('conflict', {
      id: randomUUID(),
      submission_id: submission.id,
      person_id: person.id,
      kind: 'co_author',
      source,
      state: source === 'machine' ? 'suggested' : 'blocking',
      created_at: this.clock.now(),
    });
  }

  /** What a change of authors, committee or profile leaves to the job that compares them: `sweep-conflicts`. */
  async conflictCheck(what: { submission: { id: string } } | { person: { id: string } } | { call: { id: string } }) {
    await this.insert('conflict_check', {
      id: randomUUID(),
      submission_id: 'submission' in what ? what.submission.id : null,
      person_id: 'person' in what ? what.person.id : null,
      call_id: 'call' in what ? what.call.id : null,
      created_at: this.clock.now(),
    });
  }
}
