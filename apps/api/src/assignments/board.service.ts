import { Injectable } from '@nestjs/common';
import type { AssignBoardView, CandidatesView } from '@convoke/contract';
import { type Query, Refusal, settingsOf } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/session/viewer';
import type { Tx } from '../platform/unit-of-work';
import { assignedRows, boardRows, lateRows } from './assignments.queries';
import { assignedOf, boardPaperOf, candidateOf, lateOf } from './assignment.view';
import { candidateRows, type CandidateOrder } from './candidates.queries';
import { callDue } from './review-due';

/** As many candidates as anybody scrolls through; the rest is found by searching. */
const mostCandidates = 200;

/** What handling editors look at while they assign: papers, candidates, who is late. Reads only. */
@Injectable()
export class AssignmentBoard {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** The papers of a call the viewer may assign reviewers to. Own and conflicted papers are not among them. */
  async board(viewer: Viewer, slug: string): Promise<AssignBoardView> {
    const { manager } = this.database;
    const access = await this.access.call(manager, viewer, slug);
    access.require('assign');
    const { call } = access;
    const ids = await this.handled(manager, viewer, access);
    const papers = await boardRows(manager, ids);
    const late = await lateRows(manager, ids, this.clock.now());
    const untold = await this.untold(manager, ids);
    const due = await callDue(manager, call.id);
    const settings = settingsOf(call);
    return {
      callName: call.name,
      kind: call.kind,
      assignsDirectly: settings.committeeAcceptsByDefault,
      papers: papers.map((row) => boardPaperOf(row, settings.reviewsPerSubmission)),
      untoldPeople: untold.people,
      untoldAssignments: untold.assignments,
      late: late.map(lateOf),
      due,
    };
  }

  /** Who could review one submission, and who does. */
  async candidates(
    viewer: Viewer,
    submissionId: string,
    filter: { query?: Query; sort: CandidateOrder } = { sort: 'match' },
    { manager }: Pick<Tx, 'manager'> = this.database,
  ): Promise<CandidatesView> {
    const access = await this.access.submission(manager, viewer, { id: submissionId });
    requireHandling(access);
    const { submission, call } = access;
    const settings = settingsOf(call);
    const rows = await candidateRows(manager, {
      viewerId: viewer.personId,
      submissionId,
      where: filter.query?.where ?? null,
      sort: filter.sort,
      limit: mostCandidates,
      maxLoad: settings.maxLoad,
      seesBids: access.sees('bid.others'),
    });
    const assigned = await assignedRows(manager, submissionId);
    const paper = await paperOf(manager, submissionId);
    return {
      submission: {
        id: submission.id,
        number: submission.number ?? 0,
        ...paper,
        need: settings.reviewsPerSubmission,
        open: access.may('assign'),
        canInviteOutside: access.may('invite'),
      },
      assigned: assigned.map(assignedOf),
      candidates: rows.map((row) => candidateOf(row, settings.maxLoad, (field) => access.sees(field))),
      total: rows[0]?.total ?? 0,
    };
  }

  /** The reviewers of one submission, for its page. */
  async assigned(viewer: Viewer, submissionId: string): Promise<Pick<CandidatesView, 'assigned'>> {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id: submissionId });
    if (!access.sees('assignment.reviewer_names') || !access.sees('assignment.count_and_status'))
      return { assigned: [] };
    return { assigned: (await assignedRows(manager, submissionId)).map(assignedOf) };
  }

  /** Ids of the submissions of a call the viewer handles and that have a paper to review. */
  async handled(manager: EntityManager, viewer: Viewer, access: CallAccess): Promise<string[]> {
    const narrow = this.access.narrow(access, 's', 1);
    const rows = await manager.query<{ id: string }[]>(
      `select s.id from submission s where s.state = 'submitted' and s.stage in ('paper', 'revision') and ${narrow.sql}`,
      narrow.params,
    );
    const ids = rows.map((row) => row.id);
    const judged = await this.access.submissions(manager, viewer, access, ids);
    return ids.filter((id) => {
      const one = judged.get(id);
      return one !== undefined && isHandling(one);
    });
  }

  private async untold(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<{ people: number; assignments: number }> {
    const [row] = await manager.query<{ people: number; assignments: number }[]>(
      `select count(distinct reviewer_id)::int as people, count(*)::int as assignments
         from assignment where submission_id = any($1) and state = 'proposed'`,
      [ids],
    );
    return row ?? { people: 0, assignments: 0 };
  }
}

/** True for those who may know the reviewers of a submission by name and choose them: its handlers and the chairs. */
function isHandling(access: SubmissionAccess): boolean {
  return access.standing === 'handler' || access.standing === 'programme_chair';
}

function requireHandling(access: SubmissionAccess): void {
  if (!isHandling(access)) access.require('assign');
  // chairs who may read drafts find nobody there to review them
  if (!access.sees('assignment.reviewer_names')) throw new Refusal('not_found');
}

/** What a handling editor reads of a paper while choosing reviewers; nothing about its authors. */
async function paperOf(
  manager: EntityManager,
  submissionId: string,
): Promise<{ title: string; abstract: string; topics: string[] }> {
  const [row] = await manager.query<{ title: string; abstract: string; topics: string[] }[]>(
    `select s.title, s.abstract,
            array(select t.name from topic t where t.id = any(s.topic_ids) order by t.position) as topics
       from submission s where s.id = $1`,
    [submissionId],
  );
  return row ?? { title: '', abstract: '', topics: [] };
}
