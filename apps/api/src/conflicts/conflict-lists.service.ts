import { Injectable } from '@nestjs/common';
import type {
  ConflictsPage,
  FlaggedPaper,
  InputOf,
  LateConflict,
  conflictsApi,
  SubmissionConflicts,
} from '@convoke/contract';
import { declarationFlags, Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/session/viewer';
import { committeeOf } from '../submissions/draft.queries';
import { conflictRowOf, showsWhy } from './conflict.view';
import { declaredRows, foundPairs, lateRows, pairCounts, pairRows, pairsOf } from './conflicts.queries';

const mostFound = 12;

/** Conflicts as those who handle papers see them. Reads only; own papers and papers in conflict are in no list and no number. */
@Injectable()
export class ConflictLists {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async page(viewer: Viewer, { params, query }: InputOf<typeof conflictsApi.list>): Promise<ConflictsPage> {
    const { manager } = this.database;
    const call = await this.callFor(viewer, params.call);
    const narrow = this.access.narrow(call, 's', 1);
    const { show, q = '', offset, limit } = query;
    const [rows, counts, total] = await Promise.all([
      pairRows(manager, narrow, { show, q, offset, limit }),
      pairCounts(manager, narrow),
      q === '' ? null : foundPairs(manager, narrow, show, q),
    ]);
    const known = await this.access.submissions(manager, viewer, call, [
      ...new Set(rows.map((row) => row.submission_id)),
    ]);
    return {
      callName: call.call.name,
      rows: rows.flatMap((row) => {
        const access = known.get(row.submission_id);
        return access && isHandling(access) ? [conflictRowOf(row, access, viewer.personId)] : [];
      }),
      total: total ?? counts[show],
      counts,
    };
  }

  async late(viewer: Viewer, slug: string): Promise<{ rows: LateConflict[] }> {
    return { rows: await this.lateIn(viewer, await this.callFor(viewer, slug)) };
  }

  async flagged(viewer: Viewer, slug: string): Promise<{ rows: FlaggedPaper[] }> {
    return { rows: await this.flaggedIn(viewer, await this.callFor(viewer, slug)) };
  }

  /** The conflicts of one submission, for its page. */
  async ofSubmission(viewer: Viewer, id: string, find = ''): Promise<SubmissionConflicts> {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id });
    if (!isHandling(access)) throw new Refusal('not_permitted', { needs: 'handler,programme_chair' });
    // of a draft there is nothing to settle yet, also for chairs who may read it
    if (!access.sees('conflict.pc_declared')) throw new Refusal('not_found');
    const rows = await pairsOf(manager, id);
    const pin = access.may('settleConflicts');
    return {
      inConflict: rows.filter(({ state }) => state === 'blocking').length,
      showsWhy: showsWhy(access),
      rows: rows.map((row) => conflictRowOf(row, access, viewer.personId)),
      found: pin && find !== '' ? await this.members(access, viewer, find) : [],
      can: { pin, declareOwn: access.may('declareOwnConflict') },
    };
  }

  private async members(access: SubmissionAccess, viewer: Viewer, find: string) {
    const committee = await committeeOf(this.database.manager, access.call.id, this.clock.now(), viewer.personId);
    const wanted = find.toLowerCase();
    return committee
      .filter(({ name, affiliation }) => `${name} ${affiliation}`.toLowerCase().includes(wanted))
      .slice(0, mostFound);
  }

  private async lateIn(viewer: Viewer, call: CallAccess): Promise<LateConflict[]> {
    const rows = await lateRows(this.database.manager, this.access.narrow(call, 's', 1));
    const known = await this.handled(viewer, call, rows);
    return rows.flatMap((row) => {
      const access = known.get(row.submission_id);
      if (!access) return [];
      return {
        assignmentId: row.assignment_id,
        submissionId: row.submission_id,
        number: row.number,
        title: row.title,
        personId: row.person_id,
        name: row.name,
        source: showsWhy(access) ? row.source : null,
        review: row.review,
        endedAt: row.ended_at.toISOString(),
      };
    });
  }

  private async flaggedIn(viewer: Viewer, call: CallAccess): Promise<FlaggedPaper[]> {
    const rows = await declaredRows(this.database.manager, this.access.narrow(call, 's', 1));
    const flagged = rows
      .map((row) => ({ ...row, flags: declarationFlags(row) }))
      .filter(({ flags }) => flags.length > 0);
    const known = await this.handled(viewer, call, flagged);
    return flagged
      .filter(({ submission_id }) => known.get(submission_id)?.sees('conflict.author_declared'))
      .map(({ submission_id, number, title, flags }) => ({ submissionId: submission_id, number, title, flags }));
  }

  private async handled(
    viewer: Viewer,
    call: CallAccess,
    rows: readonly { submission_id: string }[],
  ): Promise<Map<string, SubmissionAccess>> {
    const ids = [...new Set(rows.map(({ submission_id }) => submission_id))];
    const known = await this.access.submissions(this.database.manager, viewer, call, ids);
    return new Map([...known].filter(([, access]) => isHandling(access)));
  }

  private async callFor(viewer: Viewer, slug: string): Promise<CallAccess> {
    const call = await this.access.call(this.database.manager, viewer, slug);
    call.require('seeList');
    return call;
  }
}

export function isHandling(access: SubmissionAccess): boolean {
  return access.standing === 'handler' || access.standing === 'programme_chair';
}
