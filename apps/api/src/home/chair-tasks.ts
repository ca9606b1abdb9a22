import type { DueView, TaskKind, TaskView } from '@convoke/contract';
import { settingsOf } from '@convoke/domain';
import type { CallAccess } from '../access/access.service';
import { dueBy, dueIn } from './due';
import type { UnhandledRow } from './home.queries';
import type { OfficeScope, TrackCounts } from './track-counts.queries';

/** What an office covers, as the counting statement takes it; null for who sees no list in this call. */
export function scopeOf(access: CallAccess): OfficeScope | null {
  if (!access.may('seeList')) return null;
  const settings = settingsOf(access.facts);
  return {
    callId: access.call.id,
    all: access.listScope.all,
    trackIds: access.listScope.trackIds,
    need: settings.reviewsPerSubmission,
    handsOver: settings.reviewingChairsHandOver,
  };
}

/** What those who run a call have to do: assign, remind, recommend, write for the authors, complete, decide, release, in this order. */
export function chairTasks(access: CallAccess, tracks: readonly TrackCounts[], now: Date): TaskView[] {
  const total = totalOf(tracks);
  const decides = access.may('decide');
  const decision = dueIn(access, 'decision') ?? dueIn(access, 'notification');
  const review = dueIn(access, 'review');
  const task = taskIn(access);
  const short =
    total('short') +
    sum(
      tracks.filter((track) => reviewMayBegin(access, track, now)),
      'short_early',
    );
  const of = total('papers');
  return [
    ...task('late_conflict', total('late_conflicts'), {}, null, 'conflicts?show=late'),
    ...task('check_conflicts', total('doubtful'), {}, null, 'conflicts'),
    ...task('assign_reviewers', short, {}, review, 'assign'),
    ...task('remind_reviewers', total('late'), {}, lateSince(access, tracks), 'assign'),
    ...(decides
      ? []
      : task('recommend', total('to_recommend'), { done: total('recommended'), of }, decision, 'decide')),
    ...(decides ? [] : task('write_meta_review', metaReviews(access, total), {}, decision, 'decide')),
    ...(decides ? [] : toComplete(access, tracks, decision)),
    ...(decides ? task('decide', total('to_decide'), { done: total('decided'), of }, decision, 'decide') : []),
    ...(access.may('release')
      ? task('release', total('to_release'), {}, dueIn(access, 'notification'), 'release')
      : []),
  ];
}

/** Papers nobody may handle wait for those who can name a substitute. */
export function substituteTask({ call_slug: slug, call_name, count }: UnhandledRow): TaskView {
  const link = `/app/c/${slug}/substitute`;
  return {
    kind: 'name_substitute',
    callSlug: slug,
    callName: call_name,
    paperTitle: null,
    facts: { count },
    due: null,
    link,
  };
}

/** A call in set-up waits for those who may open it. */
export function setUpTask(access: CallAccess, unset: number): TaskView | null {
  if (access.call.state !== 'setup' || !access.may('editCall')) return null;
  const { slug, name } = access.call;
  const [kind, path] = unset > 0 ? (['set_up_call', 'set-up'] as const) : (['publish_call', 'set-up/publish'] as const);
  const due = dueIn(access, 'opening');
  return {
    kind,
    callSlug: slug,
    callName: name,
    paperTitle: null,
    facts: { count: unset },
    due,
    link: `/app/c/${slug}/${path}`,
  };
}

/** Tracks with every recommendation made, not yet marked as complete: their co-chairs' last word. */
function toComplete(access: CallAccess, tracks: readonly TrackCounts[], due: DueView | null): TaskView[] {
  if (access.facts.kind !== 'conference' || !access.may('completeTrack')) return [];
  return tracks
    .filter(
      (track) =>
        !track.completed && track.papers > 0 && track.recommended === track.papers && track.decided < track.papers,
    )
    .flatMap((track) => taskIn(access)('complete_track', 1, { track: track.name }, due, 'decide'));
}

/** Recommendations of one's own that say nothing to the authors yet, in a call that has meta-reviews. */
function metaReviews(access: CallAccess, total: (count: Count) => number): number {
  return settingsOf(access.facts).metaReview ? total('to_meta_review') : 0;
}

/** When the first of the late reviews was due. */
function lateSince({ call }: CallAccess, tracks: readonly TrackCounts[]): DueView | null {
  const [first] = tracks
    .flatMap(({ late_since: at, late_wall: wall }) => (at ? [{ at, wall }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return first ? dueBy(first.at, first.wall, call.timeZone) : null;
}

function taskIn({ call }: CallAccess) {
  return (kind: TaskKind, count: number, facts: TaskView['facts'], due: DueView | null, path: string): TaskView[] =>
    count === 0
      ? []
      : [
          {
            kind,
            callSlug: call.slug,
            callName: call.name,
            paperTitle: null,
            facts: { count, ...facts },
            due,
            link: `/app/c/${call.slug}/${path}`,
          },
        ];
}

/** Papers may still change before their deadline: nobody has to look for their reviewers yet. */
function reviewMayBegin(access: CallAccess, { track_id: trackId }: TrackCounts, now: Date): boolean {
  const due = dueIn(access, 'paper', { trackId });
  return due === null ? access.facts.kind === 'special_issue' : Date.parse(due.closesAt) <= now.getTime();
}

type Count = { [K in keyof TrackCounts]: TrackCounts[K] extends number ? K : never }[keyof TrackCounts];

function sum(tracks: readonly TrackCounts[], count: Count): number {
  return tracks.reduce((all, track) => all + track[count], 0);
}

/** Adds a count up over tracks. */
export function totalOf(tracks: readonly TrackCounts[]): (count: Count) => number {
  return (count) => sum(tracks, count);
}
