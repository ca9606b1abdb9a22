import { Injectable } from '@nestjs/common';
import type { CandidatesView, OutsideReviewer } from '@convoke/contract';
import { Refusal, settingsOf } from '@convoke/domain';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import { isKnown } from '../access/known';
import { People } from '../accounts/people';
import { Letters } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { FoundConflicts } from '../submissions/found-conflicts';
import { unassignedLetter } from './assignments.mail';
import { live, recountReviews } from './assignments.queries';
import { AssignmentBoard } from './board.service';
import { conflictOf } from './candidates.queries';
import { letterFacts } from './letter-facts';

interface LiveAssignment {
  id: string;
  submission_id: string;
  reviewer_id: string;
  state: 'proposed' | 'invited' | 'accepted';
}

/** Puts reviewers on papers and takes them off. Nobody is told here: see `Telling`. */
@Injectable()
export class Assigning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly random: Random,
    private readonly letters: Letters,
    private readonly people: People,
    private readonly board: AssignmentBoard,
    private readonly found: FoundConflicts,
  ) {}

  /**
   * Proposes a committee member as reviewer. Conflicts and load are read afresh under a lock on the submission and on the person,
   * so neither a conflict declared meanwhile nor a second assignment can slip past. Doing it twice has one effect.
   */
  async assign(viewer: Viewer, submissionId: string, reviewerId: string): Promise<CandidatesView> {
    return this.unitOfWork.run(async (tx) => {
      const paper = await this.access.submission(tx.manager, viewer, { id: submissionId }, { lock: true });
      paper.require('assign');
      await this.lockPerson(tx, reviewerId);
      await this.requireRoom(tx, viewer, paper, reviewerId);
      await this.propose(tx, viewer, paper, reviewerId);
      return this.board.candidates(viewer, submissionId, undefined, tx);
    });
  }

  /** Proposes somebody from outside the committee; a person unknown so far is entered, without a password. */
  async inviteOutside(viewer: Viewer, submissionId: string, outside: OutsideReviewer): Promise<CandidatesView> {
    return this.unitOfWork.run(async (tx) => {
      const paper = await this.access.submission(tx.manager, viewer, { id: submissionId }, { lock: true });
      paper.require('invite');
      const personId = (await this.knownPerson(tx, outside.address)) ?? (await this.enterPerson(tx, outside));
      await this.lockPerson(tx, personId);
      await this.propose(tx, viewer, paper, personId);
      return this.board.candidates(viewer, submissionId, undefined, tx);
    });
  }

  /** Takes a reviewer off a paper. A proposal nobody was told of leaves no trace but its history; others get a letter. */
  async unassign(viewer: Viewer, assignmentId: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.requireLive(tx, viewer, assignmentId);
      const paper = await this.access.submission(tx.manager, viewer, { id: found.submission_id }, { lock: true });
      requireUnassigning(paper);
      const [rows] = await tx.manager.query<[{ state: string }[], number]>(
        `update assignment set state = 'unassigned', ended_at = $2, version = version + 1
          where id = $1 and state = $3 returning state`,
        [assignmentId, tx.now, found.state],
      );
      if (rows.length === 0) throw new Refusal('wrong_state');
      if (found.state !== 'proposed') {
        await this.letters.queueAll(tx, (await letterFacts(tx.manager, [assignmentId])).map(unassignedLetter));
      }
      await recountReviews(tx.manager, [found.submission_id]);
      await this.record(tx, viewer, paper, 'assignment.unassigned', { assignmentId, was: found.state });
      return found.submission_id;
    });
  }

  private async propose(tx: Tx, viewer: Viewer, paper: SubmissionAccess, reviewerId: string): Promise<void> {
    const { submission, round } = paper;
    if (!round) throw new Refusal('wrong_state');
    await this.found.refresh(tx, [submission.id], await this.found.people(tx, [reviewerId]));
    const conflict = await conflictOf(tx.manager, submission.id, reviewerId);
    if (conflict) throw new Refusal('conflict_of_interest');
    await this.expireOld(tx, round.id, reviewerId);
    const id = this.random.uuid();
    const rows = await tx.manager.query<{ id: string }[]>(
      `insert into assignment (id, round_id, submission_id, reviewer_id, state, invited_by, created_at)
       values ($1, $2, $3, $4, 'proposed', $5, $6)
       on conflict (round_id, reviewer_id) where state in ${live} do nothing returning id`,
      [id, round.id, submission.id, reviewerId, viewer.personId, tx.now],
    );
    if (rows.length === 0) return;
    await this.record(tx, viewer, paper, 'assignment.proposed', { assignmentId: id, reviewerId });
  }

  /** An invitation whose time is over makes room for a new one. */
  private async expireOld(tx: Tx, roundId: string, reviewerId: string): Promise<void> {
    await tx.manager.query(
      `update assignment set state = 'expired', ended_at = $3, version = version + 1
        where round_id = $1 and reviewer_id = $2 and state = 'invited' and expires_at <= $3`,
      [roundId, reviewerId, tx.now],
    );
  }

  /** Two papers assigned to one person at the same time are counted one after the other. */
  private async lockPerson(tx: Tx, personId: string): Promise<void> {
    await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('reviewer:' || $1, 0))`, [personId]);
  }

  /** Only members of the committee of this track are assignable here, up to their load. */
  private async requireRoom(
    tx: Tx,
    viewer: Viewer,
    { submission, call, round }: SubmissionAccess,
    reviewerId: string,
  ): Promise<void> {
    const [member] = await tx.manager.query<{ max_load: number | null; load: number; already: boolean }[]>(
      `select max(m.max_load) as max_load,
              (select count(*)::int from assignment a join submission o on o.id = a.submission_id
                where o.call_id = $1 and a.reviewer_id = $2 and a.state in ${live} and ${isKnown('o', '$5')}) as load,
              exists (select 1 from assignment a where a.round_id = $4 and a.reviewer_id = $2 and a.state in ${live}) as already
         from membership m
        where m.call_id = $1 and m.person_id = $2 and m.role = 'reviewer' and m.ends_at is null
          and (m.track_id is null or m.track_id = $3)
        group by m.person_id`,
      [call.id, reviewerId, submission.trackId, round?.id ?? null, viewer.personId],
    );
    if (!member) throw new Refusal('not_found');
    const limit = member.max_load ?? settingsOf(call).maxLoad;
    if (!member.already && member.load >= limit) {
      throw new Refusal('load_reached', { load: member.load, limit });
    }
  }

  /** Whoever proved this address; else somebody entered for an earlier invitation. An unproven claim of an account counts for nothing. */
  private async knownPerson(tx: Tx, address: string): Promise<string | null> {
    const [row] = await tx.manager.query<{ id: string }[]>(
      `select p.id from person_email e join person p on p.id = e.person_id
        where e.address = $1 and p.merged_into is null and (e.verified_at is not null or p.password_hash is null)
        order by e.verified_at is null, p.created_at limit 1`,
      [address],
    );
    return row?.id ?? null;
  }

  private async enterPerson(tx: Tx, { givenName, familyName, affiliation, address }: OutsideReviewer): Promise<string> {
    const person = { givenName, familyName, affiliation, address, locale: 'en', passwordHash: null };
    return (await this.people.create(tx, person)).personId;
  }

  private async requireLive(tx: Tx, viewer: Viewer, assignmentId: string): Promise<LiveAssignment> {
    const [row] = await tx.manager.query<(Omit<LiveAssignment, 'state'> & { state: string })[]>(
      `select id, submission_id, reviewer_id, state from assignment where id = $1`,
      [assignmentId],
    );
    if (!row) throw new Refusal('not_found');
    if (row.state === 'proposed' || row.state === 'invited' || row.state === 'accepted') {
      return { ...row, state: row.state };
    }
    requireUnassigning(await this.access.submission(tx.manager, viewer, { id: row.submission_id }));
    throw new Refusal('wrong_state');
  }

  private async record(
    tx: Tx,
    viewer: Viewer,
    { submission, call }: SubmissionAccess,
    action: string,
    facts: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, {
      tag: 'review',
      action,
      actorId: viewer.personId,
      callId: call.id,
      submissionId: submission.id,
      facts,
    });
  }
}

/** To who may not know the reviewers of a paper, an assignment to it does not exist. */
function requireUnassigning(paper: SubmissionAccess): void {
  if (!paper.sees('assignment.reviewer_names')) throw new Refusal('not_found');
  paper.require('unassign');
}
