import { Injectable } from '@nestjs/common';
import type {
  DraftContact,
  InputOf,
  Neighbours,
  Outcome,
  Tag,
  RecordRow,
  RecordViews,
  recordsApi,
  RecordQuery,
} from '@convoke/contract';
import { effectiveDeadline, outcomesOf, settingsOf } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { isChairOf } from '../access/standings';
import { Clock } from '../platform/clock';
import { reading } from '../platform/database/reading';
import type { Viewer } from '../platform/session/viewer';
import { dueOf } from '../submissions/stage-dates';
import { readableTags } from '../tags/tags.queries';
import {
  countListed,
  countViews,
  listedIds,
  neighboursIn,
  pageListed,
  tagsInUse,
  type ListedRow,
  type Listing,
} from './list.queries';
import { countDrafts, draftContacts, firstAuthors, recommendedOf, tracksAndTypes } from './row.queries';
import { refusedFields } from './search-terms';
import { shownStateOf } from './shown';

type Api = typeof recordsApi;

/** The list chairs work from. Everything in it, counts and order included, is made of what the viewer sees. */
@Injectable()
export class RecordListService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** One page of a list, and how long the list is. The number of statements does not depend on either. */
  list(viewer: Viewer, input: InputOf<Api['list']>): Promise<{ rows: RecordRow[]; total: number }> {
    return reading(this.database, (manager) => this.page(manager, viewer, input));
  }

  private async page(
    manager: EntityManager,
    viewer: Viewer,
    { params, query }: InputOf<Api['list']>,
  ): Promise<{ rows: RecordRow[]; total: number }> {
    const listing = await this.listing(manager, viewer, params.call, query);
    const { rows, total } = await pageListed(manager, listing, query.offset, query.limit);
    const ids = rows.map((row) => row.id);
    const known = await this.access.submissions(manager, viewer, listing.call, ids);
    const may = (field: Parameters<SubmissionAccess['sees']>[0]): string[] =>
      ids.filter((id) => known.get(id)?.sees(field));
    const handled = [...known.values()]
      .filter((one) => one.sees('review.text') && isChairOf(one))
      .map((one) => one.submission.id);
    const [authors, recommended, tags] = await Promise.all([
      firstAuthors(manager, may('author.names')),
      recommendedOf(manager, handled),
      readableTags(manager, viewer.personId, known.values()),
    ]);
    return {
      rows: rows.flatMap((row) => {
        const access = known.get(row.id);
        return access?.sees('submission.title_abstract')
          ? rowOf(row, access, authors.get(row.id) ?? null, recommended.get(row.id) ?? null, tags.get(row.id) ?? [])
          : [];
      }),
      total,
    };
  }

  /** Everything a query finds, by id. */
  ids(viewer: Viewer, { params, query }: InputOf<Api['ids']>): Promise<{ ids: string[] }> {
    return reading(this.database, async (manager) => {
      const listing = await this.listing(manager, viewer, params.call, query);
      return { ids: await listedIds(manager, listing) };
    });
  }

  /** How long each view is, and what the list can be filtered by. */
  views(viewer: Viewer, slug: string): Promise<RecordViews> {
    return reading(this.database, (manager) => this.viewsOf(manager, viewer, slug));
  }

  private async viewsOf(manager: EntityManager, viewer: Viewer, slug: string): Promise<RecordViews> {
    const listing = await this.listing(manager, viewer, slug, { view: 'all', query: { where: null, sort: null } });
    const { call } = listing;
    const [counts, drafts, { tracks, types, topics }, tags] = await Promise.all([
      countViews(manager, listing),
      seesDrafts(call) ? countDrafts(manager, call) : null,
      tracksAndTypes(manager, call),
      tagsInUse(manager, listing),
    ]);
    return {
      callSlug: call.call.slug,
      callName: call.call.name,
      kind: call.call.kind,
      ...counts,
      drafts,
      tracks,
      types,
      outcomes: outcomesOf(call.call.kind),
      tags,
      topics,
      refused: refusedFields(call),
      can: {
        assign: call.may('assign'),
        decide: call.may('decide'),
        recommend: call.may('recommend'),
        openDiscussion: call.may('openDiscussions'),
        openResponse: call.may('openResponses'),
      },
      responseDate: dueOf(effectiveDeadline(call.call.deadlines, 'response', {}) ?? undefined),
    };
  }

  /** That there are drafts, by contact and track; nothing where the call submits complete ones itself. */
  drafts(viewer: Viewer, { params, query }: InputOf<Api['drafts']>): Promise<{ rows: DraftContact[]; total: number }> {
    return reading(this.database, async (manager) => {
      const call = await this.access.call(manager, viewer, params.call);
      call.require('seeDraftContacts');
      if (!seesDrafts(call)) return { rows: [], total: 0 };
      return draftContacts(manager, call, query);
    });
  }

  /** What comes before and after a submission in the list the viewer came from. */
  neighbours(viewer: Viewer, { params, query }: InputOf<Api['neighbours']>): Promise<Neighbours> {
    return reading(this.database, async (manager) => {
      const listing = await this.listing(manager, viewer, params.call, query);
      const found = await neighboursIn(manager, listing, params.number);
      return found ?? { position: null, total: await countListed(manager, listing), previous: null, next: null };
    });
  }

  private async listing(manager: EntityManager, viewer: Viewer, slug: string, query: RecordQuery): Promise<Listing> {
    const call = await this.access.call(manager, viewer, slug);
    call.require('seeList');
    return { access: this.access, call, query, now: this.clock.now() };
  }
}

/** Where complete drafts are submitted at closing, nobody has to know of them before. */
function seesDrafts(call: CallAccess): boolean {
  return call.may('seeDraftContacts') && !settingsOf(call.call).autoSubmit;
}

function rowOf(
  row: ListedRow,
  access: SubmissionAccess,
  authors: string | null,
  recommended: Outcome | 'mixed' | null,
  tags: Tag[],
): RecordRow {
  const decision =
    row.outcome !== null && access.sees('decision.value')
      ? { outcome: row.outcome as Outcome, released: row.decision_state === 'released' }
      : null;
  const counted = access.sees('assignment.count_and_status');
  const scored =
    access.seesAll('review.scores') && row.score_mean !== null && row.score_min !== null && row.score_max !== null;
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    authors,
    track: row.track,
    type: row.type,
    state: shownStateOf(access, decision),
    stage: row.stage,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    reviews: counted
      ? { in: row.reviews_in, expected: row.reviews_expected, started: row.started, late: row.late }
      : null,
    scores: scored ? { mean: Number(row.score_mean), min: row.score_min ?? 0, max: row.score_max ?? 0 } : null,
    recommended: decision
      ? { outcome: decision.outcome, decided: true }
      : recommended
        ? { outcome: recommended, decided: false }
        : null,
    tags,
  };
}
