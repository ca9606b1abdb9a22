import { Injectable } from '@nestjs/common';
import type { NextView, TaskView } from '@convoke/contract';
import { pickLocale, translator } from '@convoke/texts';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { RoleLinks } from '../calls/role-invitation-links';
import { Clock } from '../platform/clock';
import { reading } from '../platform/database/reading';
import type { Viewer } from '../platform/session/viewer';
import { UnreadMessages } from '../reviews/discussion/unread';
import { ownResponses } from '../reviews/response/response.queries';
import { draftsOf } from '../submissions/draft.queries';
import { authorTask, waitingPaper, type OwnPaper } from './author-tasks';
import { chairTasks, scopeOf, setUpTask, substituteTask } from './chair-tasks';
import { byDue, dueBy } from './due';
import { newsOf, partsOf, reviewTaskRows, roleTaskRows, talkRows, unhandledRows, unsetIn } from './home.queries';
import type { ReviewTaskRow, RoleTaskRow, UnhandledRow } from './home.queries';
import { phasesOf } from './phases';
import { reviewerTask } from './reviewer-tasks';
import { talkTasks, type NewMessages } from './talk-tasks';
import { trackCounts, type TrackCounts } from './track-counts.queries';

/** How long a decision is news to its authors. */
const newsDays = 7;
const day = 24 * 3600 * 1000;

/** All of a person's part in everything, loaded with as many statements for one call as for a hundred. */
interface Parts {
  calls: ReadonlyMap<string, CallAccess>;
  papers: readonly OwnPaper[];
  reviews: readonly { row: ReviewTaskRow; access: SubmissionAccess }[];
  talks: readonly NewMessages[];
  roles: readonly RoleTaskRow[];
  counts: ReadonlyMap<string, readonly TrackCounts[]>;
  unset: ReadonlyMap<string, number>;
  unhandled: readonly UnhandledRow[];
}

/** “What is next”: reads only, and judges each thing by the same rules as the page it leads to. */
@Injectable()
export class HomeService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly unread: UnreadMessages,
    private readonly roleLinks: RoleLinks,
    private readonly clock: Clock,
  ) {}

  /** What the person has to do, over all calls and roles, by due date; of one call where it is asked for. */
  async next(viewer: Viewer, slug: string | null): Promise<NextView> {
    const now = this.clock.now();
    const { asked, parts } = await reading(this.database, async (manager) => ({
      asked: slug === null ? null : await this.access.call(manager, viewer, slug),
      parts: await this.load(manager, viewer, now),
    }));
    const all = this.tasksOf(parts, viewer, now);
    const tasks = (slug === null ? all : all.filter((task) => task.callSlug === slug)).sort(byDue);
    const waiting = parts.papers.flatMap((paper) => waitingPaper(paper) ?? []);
    const stands = asked ?? busiest([...parts.calls.values()], tasks);
    return {
      tasks,
      waiting: (slug === null ? waiting : waiting.filter((one) => one.callSlug === slug)).sort((a, b) =>
        byDue({ due: a.expected }, { due: b.expected }),
      ),
      stands: stands && {
        callSlug: stands.call.slug,
        callName: stands.call.name,
        phases: phasesOf(stands, this.countedIn(stands, parts, now), now),
      },
    };
  }

  private tasksOf(parts: Parts, viewer: Viewer, now: Date): TaskView[] {
    const words = translator(pickLocale(viewer.locale));
    return [
      ...parts.papers.flatMap((paper) => authorTask(paper, words) ?? []),
      ...parts.reviews.flatMap(({ row, access }) => reviewerTask(row, access, now) ?? []),
      ...talkTasks(parts.talks),
      ...parts.roles.map((row) => this.roleTask(row, viewer)),
      ...parts.unhandled.map(substituteTask),
      ...[...parts.calls.values()].flatMap((call) => [
        ...chairTasks(call, parts.counts.get(call.call.id) ?? [], now),
        ...[setUpTask(call, parts.unset.get(call.call.id) ?? 0) ?? []].flat(),
      ]),
    ];
  }

  private async load(manager: EntityManager, viewer: Viewer, now: Date): Promise<Parts> {
    const ids = await partsOf(manager, viewer.personId, now);
    const [calls, drafts, rows, roles, news, unhandled, responses, talking] = await Promise.all([
      this.access.calls(manager, viewer, ids.calls),
      draftsOf(manager, ids.submissions),
      reviewTaskRows(manager, viewer.personId),
      roleTaskRows(manager, viewer.personId, now),
      newsOf(manager, ids.submissions, new Date(now.getTime() - newsDays * day)),
      unhandledRows(manager, viewer.personId, viewer.isAdmin, ids.submissions),
      ownResponses(manager, ids.submissions),
      talkRows(manager, viewer.personId, ids.calls),
    ]);
    const offices = [...calls.values()];
    const inSetup = offices.filter(({ call }) => call.state === 'setup').map(({ call }) => call.id);
    const [judged, counts, unset] = await Promise.all([
      this.access.across(manager, viewer, calls, [
        ...new Set([...ids.submissions, ...[...rows, ...talking].map((row) => row.submission_id)]),
      ]),
      trackCounts(
        manager,
        offices.flatMap((call) => scopeOf(call) ?? []),
        viewer.personId,
        now,
      ),
      unsetIn(manager, inSetup),
    ]);
    const unread = await this.unread.count(
      manager,
      viewer.personId,
      talking.flatMap((row) => judged.get(row.submission_id) ?? []),
    );
    return {
      calls,
      papers: drafts.flatMap((draft) => {
        const [access, call] = [judged.get(draft.id), calls.get(draft.callId)];
        return access && call
          ? [{ draft, access, call, news: news.has(draft.id), response: responses.get(draft.id) ?? null }]
          : [];
      }),
      reviews: rows.flatMap((row) => {
        const access = judged.get(row.submission_id);
        return access ? [{ row, access }] : [];
      }),
      talks: talking.flatMap((row) => {
        const [access, count] = [judged.get(row.submission_id), unread.get(row.submission_id) ?? 0];
        return access && count > 0 ? [{ row, access, unread: count }] : [];
      }),
      roles,
      counts: Map.groupBy(counts, (row) => row.call_id),
      unset,
      unhandled: unhandled.filter(({ call_slug }) => viewer.isAdmin || mayName(offices, call_slug)),
    };
  }

  private roleTask(row: RoleTaskRow, viewer: Viewer): TaskView {
    const { t } = translator(pickLocale(viewer.locale));
    const role = row.track
      ? t('home.role.inTrack', { role: t(`home.role.${row.role}`), track: row.track })
      : t(`home.role.${row.role}`);
    return {
      kind: 'answer_role',
      callSlug: row.call_slug,
      callName: row.call_name,
      paperTitle: null,
      facts: { role },
      due: dueBy(row.expires_at, row.expires_wall, row.time_zone),
      link: this.roleLinks.pathOf(row.id),
    };
  }

  private countedIn(call: CallAccess, parts: Parts, now: Date): Parameters<typeof phasesOf>[1] {
    const tracks = call.may('seeList') ? (parts.counts.get(call.call.id) ?? []) : null;
    const own = parts.reviews.filter(({ row }) => row.call_id === call.call.id && row.state !== 'invited');
    const open = own.filter(({ row }) => row.review_state !== 'submitted');
    const late = open.filter(({ row }) => row.due_at !== null && row.due_at <= now).length;
    return { tracks, reviews: own.length > 0 ? { done: own.length - open.length, of: own.length, late } : null };
  }
}

function mayName(calls: readonly CallAccess[], slug: string): boolean {
  return calls.some((access) => access.call.slug === slug && access.may('nameSubstitute'));
}

/** The call where most is going on for this person: most tasks, then an office in it, then the one that runs. */
function busiest(calls: readonly CallAccess[], tasks: readonly TaskView[]): CallAccess | null {
  const weight = ({ call, offices }: CallAccess): number =>
    tasks.filter((task) => task.callSlug === call.slug).length * 100 +
    offices.length * 10 +
    (call.state === 'published' ? 1 : 0);
  const [first] = [...calls]
    .filter(({ call }) => call.state !== 'closed')
    .sort((a, b) => weight(b) - weight(a) || a.call.name.localeCompare(b.call.name));
  return first ?? null;
}
