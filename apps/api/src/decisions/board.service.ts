import { Injectable } from '@nestjs/common';
import type { DecisionBoard, DecisionPanel } from '@convoke/contract';
import { effectiveDeadline, outcomesOf, Refusal } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import type { Viewer } from '../platform/session/viewer';
import { boardRows, decisionOf, recommendationsOf, type BoardRow, type RecommendationRow } from './decisions.queries';
import { chairReaders } from '../reviews/reviews.queries';

/** What those who decide look at. Reads only. */
@Injectable()
export class DecisionBoardService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
  ) {}

  /** The papers of a call the viewer handles; own and conflicted papers are not among them, nor in any number. */
  async board(viewer: Viewer, slug: string): Promise<DecisionBoard> {
    const { manager } = this.database;
    const call = await this.access.call(manager, viewer, slug);
    call.require('recommend');
    const rows = await boardRows(manager, this.access.narrow(call, 's', 1));
    const ids = rows.map(({ id }) => id);
    const judged = await this.access.submissions(manager, viewer, call, ids);
    const seen = rows.filter(({ id }) => judged.get(id)?.sees('review.scores') || judged.get(id)?.may('recommend'));
    const recommendations = groupBy(await recommendationsOf(manager, ids));
    return {
      callSlug: call.call.slug,
      callName: call.call.name,
      kind: call.call.kind,
      outcomes: outcomesOf(call.call.kind),
      rows: seen.flatMap((row) => {
        const access = judged.get(row.id);
        return access ? [rowView(row, access, recommendations.get(row.id) ?? [], viewer)] : [];
      }),
      tracks: await this.tracks(manager, call, seen, recommendations),
      can: { recommend: call.may('recommend'), decide: call.may('decide'), release: call.may('release') },
    };
  }

  /** What is recommended and decided about one submission, for those who handle it; nobody else learns that there is anything. */
  async panel(viewer: Viewer, id: string): Promise<DecisionPanel> {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id });
    requireHandling(access);
    const { call, round, submission } = access;
    const [paper]: { title: string; reviews_in: number; reviews_expected: number }[] = await manager.query(
      `select title, reviews_in, reviews_expected from submission where id = $1`,
      [id],
    );
    const decision = round && access.sees('decision.value') ? await decisionOf(manager, round.id) : undefined;
    const callAccess = await this.access.call(manager, viewer, call.slug);
    const step = access.may('decide') ? 'decide' : 'recommend';
    return {
      submissionId: id,
      callSlug: call.slug,
      kind: call.kind,
      number: submission.number ?? 0,
      title: paper?.title ?? '',
      outcomes: outcomesOf(call.kind),
      reviewsIn: paper?.reviews_in ?? 0,
      reviewsExpected: paper?.reviews_expected ?? 0,
      recommendations: (await recommendationsOf(manager, [id])).map((row) => ({
        by: row.name,
        mine: row.person_id === viewer.personId,
        outcome: row.outcome,
        reason: row.reason,
        // what others will say to the authors is read from the discussion on, like every meta-review
        forAuthors: row.person_id === viewer.personId || access.sees('meta_review.text') ? row.for_authors : '',
        version: row.version,
        editedAt: row.edited_at.toISOString(),
      })),
      decision: decision
        ? {
            outcome: decision.outcome,
            reason: decision.reason,
            letter: decision.letter,
            state: decision.state,
            version: decision.version,
            by: decision.by,
            decidedAt: decision.decided_at.toISOString(),
            releasedAt: decision.released_at?.toISOString() ?? null,
          }
        : null,
      readers: await chairReaders(manager, id),
      next: await this.next(viewer, callAccess, submission.number ?? 0, step),
      notification: notificationOf(callAccess, access),
      can: {
        recommend: access.may('recommend'),
        writeMetaReview: access.may('recommend') && access.may('writeMetaReview'),
        decide: access.may('decide'),
        send: call.kind === 'special_issue' && access.may('decide') && callAccess.may('release'),
      },
    };
  }

  /** The number of the next paper that waits for the same step, going round at the end of the list. */
  private async next(
    viewer: Viewer,
    call: CallAccess,
    after: number,
    step: 'recommend' | 'decide',
  ): Promise<number | null> {
    const { sql, params } = this.access.narrow(call, 's', 1);
    const open =
      step === 'decide'
        ? `not exists (select 1 from decision d where d.round_id = r.id)`
        : `not exists (select 1 from recommendation m where m.round_id = r.id and m.person_id = $2)`;
    const rows: { id: string; number: number }[] = await this.database.query(
      `select s.id, s.number from submission s join round r on r.submission_id = s.id and r.n = s.current_round
        where ${sql} and s.state = 'submitted' and s.stage is distinct from 'abstract' and r.state <> 'submitted' and ${open}
          and s.number <> $${params.length + 1}
        order by s.number < $${params.length + 1}, s.number limit 20`,
      [...params, after],
    );
    const judged = await this.access.submissions(
      this.database.manager,
      viewer,
      call,
      rows.map(({ id }) => id),
    );
    return rows.find(({ id }) => judged.get(id)?.may(step))?.number ?? null;
  }

  private async tracks(
    manager: EntityManager,
    call: CallAccess,
    rows: readonly BoardRow[],
    recommendations: ReadonlyMap<string, unknown[]>,
  ): Promise<DecisionBoard['tracks']> {
    const tracks: { id: string; name: string; completed_at: Date | null; version: number }[] = await manager.query(
      `select id, name, completed_at, version from track where call_id = $1 order by position`,
      [call.call.id],
    );
    return tracks
      .filter(({ id }) => call.handlesTrack(id))
      .map((track) => {
        const papers = rows.filter(({ track_id }) => track_id === track.id);
        return {
          id: track.id,
          name: track.name,
          papers: papers.length,
          recommended: papers.filter(({ id }) => recommendations.has(id)).length,
          completedAt: track.completed_at?.toISOString() ?? null,
          version: track.version,
          canComplete: call.may('completeTrack'),
        };
      });
  }
}

/** Those whose work it is: handlers and the programme chair. Everybody else who knows the paper is told that this is not theirs. */
export function requireHandling(access: SubmissionAccess): void {
  if (access.standing !== 'handler' && access.standing !== 'programme_chair')
    throw new Refusal('not_permitted', { needs: 'handler,programme_chair' });
}

function rowView(
  row: BoardRow,
  access: SubmissionAccess,
  recommendations: readonly RecommendationRow[],
  viewer: Viewer,
): DecisionBoard['rows'][number] {
  const scores = access.seesAll('review.scores');
  const decided = row.outcome && row.decision_state && access.sees('decision.value');
  return {
    submissionId: row.id,
    number: row.number,
    title: row.title,
    trackId: row.track_id,
    track: row.track,
    reviewsIn: row.reviews_in,
    reviewsExpected: row.reviews_expected,
    scoreMean: scores && row.score_mean !== null ? Number(row.score_mean) : null,
    scoreMin: scores ? row.score_min : null,
    scoreMax: scores ? row.score_max : null,
    recommendations: recommendations.map(({ name, outcome, person_id }) => ({
      by: name,
      outcome,
      mine: person_id === viewer.personId,
    })),
    decision:
      decided && row.outcome && row.decision_state
        ? { outcome: row.outcome, state: row.decision_state, version: row.decision_version ?? 0 }
        : null,
    can: { recommend: access.may('recommend'), decide: access.may('decide') },
  };
}

function groupBy(rows: readonly RecommendationRow[]): Map<string, RecommendationRow[]> {
  const found = new Map<string, RecommendationRow[]>();
  for (const row of rows) found.set(row.submission_id, [...(found.get(row.submission_id) ?? []), row]);
  return found;
}

function notificationOf(call: CallAccess, access: SubmissionAccess): DecisionPanel['notification'] {
  const { trackId, typeId: submissionTypeId, id: submissionId } = access.submission;
  const due = effectiveDeadline(call.facts.deadlines, 'notification', { trackId, submissionTypeId, submissionId });
  return due?.closesAt && due.wallTime
    ? { closesAt: due.closesAt.toISOString(), wallTime: due.wallTime, zone: due.zone }
    : null;
}
