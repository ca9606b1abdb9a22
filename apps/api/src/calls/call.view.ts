import { Injectable } from '@nestjs/common';
import {
  callSettingsOf,
  reviewFormField,
  submissionTypeSettings,
  type CallSetup,
  type CallSummary,
  type CallView,
  type DeadlineView,
} from '@convoke/contract';
import { deadlineState, readinessOf, timeline, type CallInSetup } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import type { CallAccess } from '../access/access.service';
import { isKnown } from '../access/known';
import { Call } from './call.entity';
import { callParts, liveDeadlines, publishedCalls, type CallParts, type DeadlineRecord } from './calls.queries';

/** A call, its parts and its dates, as the public page and the API show them. */
export interface ShownCall {
  readonly call: Call;
  readonly view: CallView;
  readonly parts: CallParts;
  readonly deadlines: readonly DeadlineRecord[];
}

/** Rows of a call → what the contract says. */
@Injectable()
export class CallViews {
  /** A call with all its dates. */
  async shown(manager: EntityManager, callId: string, now: Date): Promise<ShownCall> {
    const call = await manager.findOneByOrFail(Call, { id: callId });
    const parts = await callParts(manager, callId, now);
    const deadlines = await liveDeadlines(manager, [callId]);
    return { call, view: viewOf(call, parts, datesOf(deadlines, now)), parts, deadlines };
  }

  /** A call as everybody may read it: the dates of reviewing are left out. */
  async published(manager: EntityManager, callId: string, now: Date): Promise<CallView> {
    const { view } = await this.shown(manager, callId, now);
    return { ...view, deadlines: publicDatesOf(view.deadlines) };
  }

  /** A call as its settings pages need it. */
  async setup(manager: EntityManager, access: CallAccess, now: Date): Promise<CallSetup> {
    const shown = await this.shown(manager, access.call.id, now);
    const { call, view, parts } = shown;
    const reviewForm = await currentReviewForm(manager, call.id, access.viewer.personId);
    const editCall = access.may('editCall');
    const own = parts.tracks.filter((track) => editCall || isOwnTrack(access, track.id)).map((track) => track.id);
    return {
      call: view,
      version: call.version,
      trackVersions: Object.fromEntries(parts.tracks.map((track) => [track.id, track.version])),
      inUse: await inUse(manager, call.id, access.viewer.personId),
      settings: callSettingsOf(call),
      reviewForm,
      readiness: readinessOf(inSetup(shown, reviewForm.fields), now),
      can: { editCall, publish: access.may('publish'), editTracks: own },
    };
  }

  /** The directory: published calls, those that close next first, undated ones last. */
  async directory(manager: EntityManager, now: Date): Promise<CallSummary[]> {
    const calls = await publishedCalls(manager);
    const deadlines = await liveDeadlines(
      manager,
      calls.map((call) => call.id),
    );
    return calls
      .map((call) =>
        summaryOf(
          call,
          datesOf(
            deadlines.filter((row) => row.callId === call.id),
            now,
          ),
        ),
      )
      .sort((a, b) => (a.next?.closesAt ?? '9').localeCompare(b.next?.closesAt ?? '9'));
  }
}

/** True when the viewer co-chairs exactly this track. */
export function isOwnTrack(access: CallAccess, trackId: string): boolean {
  return access.viewer.memberships.some((held) => held.role === 'track_chair' && held.trackId === trackId);
}

/** What the domain asks about a call that is being set up. */
function inSetup({ call, view, parts, deadlines }: ShownCall, reviewForm: CallInSetup['reviewForm']): CallInSetup {
  const holders = (role: CallParts['officers'][number]['role'], trackId: string | null = null) =>
    parts.officers.filter((held) => held.role === role && held.trackId === trackId).map((held) => held.personId);
  return {
    kind: view.kind,
    name: view.name,
    body: view.body,
    tracks: view.tracks.map((track) => ({
      id: track.id,
      name: track.name,
      topics: view.topics.filter((topic) => topic.trackId === null || topic.trackId === track.id),
      chairIds: holders('track_chair', track.id),
    })),
    types: view.types,
    deadlines: deadlines.filter((row) => row.trackId === null && row.submissionTypeId === null),
    reviewForm,
    headIds: [...holders('chair'), ...holders('guest_editor')],
    standIns: parts.standIns,
    committee: parts.officers.filter((held) => held.role === 'reviewer').map((held) => held.personId),
    reviewsPerSubmission: callSettingsOf(call).reviewsPerSubmission,
  };
}

function viewOf(call: Call, parts: CallParts, deadlines: DeadlineView[]): CallView {
  const settings = callSettingsOf(call);
  const officers = (role: CallParts['officers'][number]['role'], trackId: string | null = null) =>
    parts.officers.filter((held) => held.role === role && held.trackId === trackId);
  return {
    ...call,
    journal: parts.journal,
    abstract: settings.abstract,
    autoSubmit: settings.autoSubmit,
    chairs: officers('chair'),
    guestEditors: officers('guest_editor'),
    committee: parts.officers.filter((held) => held.role === 'reviewer'),
    tracks: parts.tracks.map((track) => ({ ...track, coChairs: officers('track_chair', track.id) })),
    topics: parts.topics,
    types: parts.types.map((type) => ({ ...type, settings: submissionTypeSettings.parse(type.settings) })),
    deadlines,
  };
}

/** The dates in the order people read them: by time, undated ones in the usual order of a call, the next one marked. */
export function datesOf(rows: readonly DeadlineRecord[], now: Date): DeadlineView[] {
  return timeline(rows, now).map(({ deadline, isNext }) => ({
    ...deadline,
    closesAt: deadline.closesAt?.toISOString() ?? null,
    state: deadlineState(deadline, now),
    isNext,
  }));
}

/** Dates between chairs and reviewers: enforced, and shown to them, but no part of the public call. */
const internalKinds: ReadonlySet<DeadlineView['kind']> = new Set(['bids', 'review', 'review_hard', 'decision']);

/** The dates that the public page prints, with what is next among them. */
export function publicDatesOf(dates: readonly DeadlineView[]): DeadlineView[] {
  const shown = dates.filter((date) => !internalKinds.has(date.kind));
  const next = shown.find((date) => date.closesAt !== null && date.state !== 'closed');
  return shown.map((date) => ({ ...date, isNext: date === next }));
}

function summaryOf(call: Call, dates: DeadlineView[]): CallSummary {
  const { slug, kind, name, kicker, tagline } = call;
  return { slug, kind, name, kicker, tagline, next: publicDatesOf(dates).find((date) => date.isNext) ?? null };
}

async function currentReviewForm(
  manager: EntityManager,
  callId: string,
  viewerId: string | null,
): Promise<CallSetup['reviewForm']> {
  const [row] = await manager.query<{ n: number; fields: unknown; usedBy: number }[]>(
    `select v.n, v.fields, (select count(*)::int from review r join submission s on s.id = r.submission_id
              where r.form_version_id = v.id and ${isKnown('s', '$2')}) as "usedBy"
       from form f join form_version v on v.form_id = f.id
      where f.call_id = $1 and f.track_id is null and f.purpose = 'review' order by v.n desc limit 1`,
    [callId, viewerId],
  );
  return row ? { ...row, fields: reviewFormField.array().parse(row.fields) } : { n: 0, fields: [], usedBy: 0 };
}

/** Topics and types that submissions hold; of those alone that are no secret to the viewer, so that none is told by its topics. */
async function inUse(manager: EntityManager, callId: string, viewerId: string | null): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `with known as (select s.* from submission s where s.call_id = $1 and ${isKnown('s', '$2')})
     select s.type_id as id from known s
     union select st.topic_id from submission_topic st join known s on s.id = st.submission_id
     union select unnest(s.topic_ids) from known s`,
    [callId, viewerId],
  );
  return rows.map((row) => row.id);
}
