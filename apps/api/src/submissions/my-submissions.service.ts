import { Injectable } from '@nestjs/common';
import type { MySubmission, Outcome, ShownState } from '@convoke/contract';
import { DataSource } from 'typeorm';
import { AccessService, type CallAccess, type SubmissionAccess } from '../access/access.service';
import { DeadlinesService } from '../calls/deadlines.service';
import { Clock } from '../platform/clock';
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

  /** All submissions of the viewer as contact or listed author, the most urgent calls first. */
  async list(viewer: Viewer): Promise<{ items: MySubmission[]; serverNow: string }> {
    const { manager } = this.database;
    const ids = await manager.query<{ id: string }[]>(
      `select submission_id as id from submission_contact where person_id = $1
       union select submission_id from submission_author where person_id = $1`,
      [viewer.personId],
    );
    const drafts = await draftsOf(
      manager,
      ids.map((row) => row.id),
    );
    const calls = new Map<string, CallAccess>();
    const items: MySubmission[] = [];
    for (const slug of new Set(drafts.map((draft) => draft.callSlug)))
      calls.set(slug, await this.access.call(manager, viewer, slug));
    for (const [slug, call] of calls) {
      const own = drafts.filter((draft) => draft.callSlug === slug);
      const accesses = await this.access.submissions(
        manager,
        viewer,
        call,
        own.map((draft) => draft.id),
      );
      for (const draft of own) {
        const access = accesses.get(draft.id);
        if (access) items.push(await this.item(viewer, draft, access));
      }
    }
    return { items: items.sort(byUrgency), serverNow: this.clock.now().toISOString() };
  }

  private async item(viewer: Viewer, draft: DraftRow, access: SubmissionAccess): Promise<MySubmission> {
    const dates = await this.deadlines.effective(this.database.manager, draft.callId, scopeOf(draft, viewer));
    const canEdit = access.facts.author === 'contact' && editRefusal(access) === null;
    const needsPaper = draft.state === 'draft' || (draft.state === 'submitted' && draft.stage === 'abstract');
    const asked = access.may('submitRevision');
    const waits = draft.state === 'submitted' && !needsPaper;
    return {
      id: draft.id,
      number: draft.number,
      title: titleOf(draft, canEdit),
      state: await this.shownState(draft, access),
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
  private async shownState(draft: DraftRow, access: SubmissionAccess): Promise<ShownState> {
    if (draft.state === 'draft' || draft.state === 'withdrawn') return draft.state;
    if (access.facts.submission.awaitsRevision) return 'revision';
    if (!access.sees('decision.value')) return access.phase === 'submitted' ? 'submitted' : 'review';
    const [decision] = await this.database.query<{ outcome: Outcome }[]>(
      `select outcome from decision where submission_id = $1 and state = 'released' order by released_at desc limit 1`,
      [draft.id],
    );
    return (
      (decision && shownOutcome[decision.outcome]) ??
      (draft.state === 'submitted' ? 'submitted' : draft.state === 'rejected' ? 'rejected' : 'accepted')
    );
  }
}

/** What must be done soonest comes first; what has no date, last touched first. */
function byUrgency(a: MySubmission, b: MySubmission): number {
  const due = (item: MySubmission): string =>
    item.canEdit && item.next && item.next.kind !== 'notification' ? (item.next.due?.closesAt ?? '9998') : '9999';
  return due(a).localeCompare(due(b)) || b.editedAt.localeCompare(a.editedAt);
}
