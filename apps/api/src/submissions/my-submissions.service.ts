import { Injectable } from '@nestjs/common';
import type { InputOf, MySubmission, Outcome, ShownState, submissionsApi } from '@convoke/contract';
import { judge, numberHolds, type OwnSubmissionField, type QueryValue, textHolds } from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService, type SubmissionAccess } from '../access/access.service';
import { DeadlinesService, type EffectiveDeadlines } from '../calls/deadlines.service';
import { Clock } from '../platform/clock';
import { reading } from '../platform/database/reading';
import type { Viewer } from '../platform/session/viewer';
import { draftsOf, type DraftRow } from './draft.queries';
import { titleOf } from './draft-settings';
import { editRefusal, scopeOf } from './drafts.service';
import { missingFrom } from './missing';
import { shownOutcome } from './shown-outcome';
import { dueOf } from './stage-dates';

/** What an author has everywhere: state, what is missing, what comes next. */
@Injectable()
export class MySubmissionsService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly deadlines: DeadlinesService,
    private readonly clock: Clock,
  ) {}

  /** Submissions of the viewer as contact or listed author, the most urgent first: a page of those that a query finds. */
  list(
    viewer: Viewer,
    { query }: InputOf<typeof submissionsApi.mine>,
  ): Promise<{ items: MySubmission[]; total: number; serverNow: string }> {
    return reading(this.database, async (manager) => {
      const all = await this.all(manager, viewer);
      const found = all.filter(
        (item) => judge(query.query.where, (field, value) => holds(item, field, value)) === true,
      );
      return {
        items: found.sort(byUrgency).slice(query.offset, query.offset + query.limit),
        total: found.length,
        serverNow: this.clock.now().toISOString(),
      };
    });
  }

  /** What one person wrote, in the same few statements however much that is and in however many calls. */
  private async all(manager: EntityManager, viewer: Viewer): Promise<MySubmission[]> {
    const ids = await manager.query<{ id: string }[]>(
      `select submission_id as id from submission_contact where person_id = $1
       union select submission_id from submission_author where person_id = $1`,
      [viewer.personId],
    );
    const drafts = await draftsOf(
      manager,
      ids.map((row) => row.id),
    );
    const callIds = [...new Set(drafts.map((draft) => draft.callId))];
    const calls = await this.access.calls(manager, viewer, callIds);
    const draftIds = drafts.map((draft) => draft.id);
    const [accesses, dates, outcomes] = await Promise.all([
      this.access.across(manager, viewer, calls, draftIds),
      this.deadlines.effectiveIn(manager, callIds),
      toldOutcomes(manager, draftIds),
    ]);
    return drafts.flatMap((draft) => {
      const access = accesses.get(draft.id);
      if (!access) return [];
      const outcome = access.sees('decision.value') ? outcomes.get(draft.id) : undefined;
      return [itemOf(draft, access, dates(draft.callId, scopeOf(draft, viewer)), stateOf(draft, access, outcome))];
    });
  }
}

function itemOf(draft: DraftRow, access: SubmissionAccess, dates: EffectiveDeadlines, state: ShownState): MySubmission {
  const canEdit = access.facts.author === 'contact' && editRefusal(access) === null;
  const needsPaper = draft.state === 'draft' || (draft.state === 'submitted' && draft.stage === 'abstract');
  const asked = access.may('submitRevision');
  const waits = draft.state === 'submitted' && !needsPaper;
  return {
    id: draft.id,
    number: draft.number,
    title: titleOf(draft, canEdit),
    state,
    stage: draft.stage,
    version: draft.version,
    callSlug: draft.callSlug,
    callName: draft.callName,
    trackName: draft.onlyTrack ? null : draft.trackName,
    typeName: draft.typeName,
    isContact: access.facts.author === 'contact',
    canEdit,
    missing: canEdit && (needsPaper || asked) ? missingFrom(draft, 'paper') : [],
    next: needsPaper
      ? { kind: 'paper', due: dueOf(dates.paper) }
      : asked
        ? { kind: 'revision', due: null }
        : waits
          ? { kind: 'notification', due: dueOf(dates.notification) }
          : null,
    editedAt: draft.editedAt.toISOString(),
    submittedAt: draft.submittedAt?.toISOString() ?? null,
  };
}

/** Only what an author may know: decided is "in review" until the letter is out. */
function stateOf(draft: DraftRow, access: SubmissionAccess, outcome: Outcome | undefined): ShownState {
  if (draft.state === 'draft' || draft.state === 'withdrawn') return draft.state;
  if (access.facts.submission.awaitsRevision) return 'revision';
  if (!access.sees('decision.value')) return access.phase === 'submitted' ? 'submitted' : 'review';
  return (
    (outcome && shownOutcome[outcome]) ??
    (draft.state === 'submitted' ? 'submitted' : draft.state === 'rejected' ? 'rejected' : 'accepted')
  );
}

/** What authors were told last of each submission. */
async function toldOutcomes(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Outcome>> {
  const rows = await manager.query<{ id: string; outcome: Outcome }[]>(
    `select distinct on (submission_id) submission_id as id, outcome from decision
      where submission_id = any($1) and state = 'released' order by submission_id, released_at desc`,
    [ids],
  );
  return new Map(rows.map(({ id, outcome }) => [id, outcome]));
}

/** Whether a term holds of what the list shows. */
function holds(item: MySubmission, field: string, value: QueryValue): boolean {
  switch (field as OwnSubmissionField | 'words' | 'number') {
    case 'words':
      return textHolds([item.title, item.callName, String(item.number ?? '')], value);
    case 'ti':
      return textHolds([item.title], value);
    case 'call':
      return textHolds([item.callName], value);
    case 'track':
      return textHolds([item.trackName ?? ''], value);
    case 'type':
      return textHolds([item.typeName], value);
    case 'number':
      return numberHolds(item.number, value);
    case 'status':
      return value.is === 'choice' && item.state === value.choice;
    case 'has':
      return item.canEdit && item.missing.length > 0;
    default:
      return false;
  }
}

/** What must be done soonest comes first; what has no date, last touched first. */
function byUrgency(a: MySubmission, b: MySubmission): number {
  const due = (item: MySubmission): string =>
    item.canEdit && item.next && item.next.kind !== 'notification' ? (item.next.due?.closesAt ?? '9998') : '9999';
  return due(a).localeCompare(due(b)) || b.editedAt.localeCompare(a.editedAt);
}
