import { Injectable } from '@nestjs/common';
import {
  accessTo,
  accessToCall,
  nobody,
  Refusal,
  type Access,
  type CallAccess as CallRules,
  type CallFacts,
  type SubmissionFacts,
  type Viewer as ViewerFacts,
} from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/session/viewer';
import {
  loadCall,
  loadCalls,
  loadFacts,
  loadFactsOfPeople,
  loadFactsWithCall,
  loadRounds,
  lockSubmission,
  type CallRow,
  type FactsRow,
  type RoundRow,
  type SubmissionRef,
  type SubmissionRow,
} from './facts.queries';
import { isKnown, keptFrom } from './known';

/** A call as one viewer may act in it: the rules' answers, with the row they were asked about. */
export interface CallAccess extends CallRules {
  readonly call: CallRow;
  readonly facts: CallFacts;
  readonly viewer: ViewerFacts;
}

/** A submission as one viewer may see and change it: the rules' answers, with the rows they were asked about. */
export interface SubmissionAccess extends Access {
  readonly submission: SubmissionRow;
  readonly round: RoundRow | null;
  readonly call: CallRow;
  readonly facts: SubmissionFacts;
}

/** SQL that narrows a list: `sql` is all that is `within` and whose id is not among `without`. */
export interface Narrowed {
  readonly sql: string;
  readonly within: string;
  readonly without: string;
  readonly params: unknown[];
}

export interface SubmissionOptions {
  /** Lock the submission until the transaction ends: for every change of state. */
  lock?: boolean;
  /** When the form or upload was opened on the server: work begun in time may be finished within the grace. */
  begunAt?: Date | null;
}

/** Loads what the rules of `@convoke/domain` ask for and lets them judge. Nothing else in the server decides who may see or do what. */
@Injectable()
export class AccessService {
  constructor(private readonly clock: Clock) {}

  /** The call as the viewer may know it; refuses with `not_found` when it is in setup and the viewer holds no office in it. */
  async call(manager: EntityManager, viewer: Viewer | null | undefined, slug: string): Promise<CallAccess> {
    const now = this.clock.now();
    const call = await loadCall(manager, viewer?.personId ?? null, now, { slug });
    if (!call) throw missing(viewer);
    const access = callAccess(call, viewer, now);
    const refusal = access.whyNot('view');
    if (refusal) throw refusal;
    return access;
  }

  /** One submission; refuses with `not_found` (`not_signed_in` when signed out) unless the viewer may know that it exists. */
  async submission(
    manager: EntityManager,
    viewer: Viewer | null | undefined,
    ref: SubmissionRef,
    options: SubmissionOptions = {},
  ): Promise<SubmissionAccess> {
    if (options.lock) await lockSubmission(manager, ref);
    // after the wait for the lock
    const now = this.clock.now();
    const row = await loadFactsWithCall(manager, viewer?.personId ?? null, now, ref);
    if (!row) throw missing(viewer);
    const access = submissionAccess(row, callAccess(row.call, viewer, now), now, options.begunAt ?? null);
    access.requireExists();
    return access;
  }

  /** Those of the given submissions of one call that exist for the viewer, by id; one statement whatever their number. */
  async submissions(
    manager: EntityManager,
    viewer: Viewer | null | undefined,
    call: CallAccess,
    ids: readonly string[],
  ): Promise<Map<string, SubmissionAccess>> {
    if (ids.length === 0) return new Map();
    const now = this.clock.now();
    const rows = await loadFacts(manager, viewer?.personId ?? null, ids);
    const judged = rows
      .filter((row) => row.callId === call.call.id)
      .map((row) => submissionAccess(row, call, now, null))
      .filter(({ exists }) => exists);
    return new Map(judged.map((access) => [access.submission.id, access]));
  }

  /** Those of the given calls that the viewer may know, by id; one statement whatever their number. */
  async calls(
    manager: EntityManager,
    viewer: Viewer | null | undefined,
    ids: readonly string[],
  ): Promise<Map<string, CallAccess>> {
    if (ids.length === 0) return new Map();
    const now = this.clock.now();
    const rows = await loadCalls(manager, viewer?.personId ?? null, now, ids);
    const judged = rows.map((row) => callAccess(row, viewer, now)).filter((access) => access.may('view'));
    return new Map(judged.map((access) => [access.call.id, access]));
  }

  /**
   * Those of the given submissions, of any of the calls, that exist for the viewer, or of which they may have what `keep` asks for;
   * one statement whatever their number.
   */
  async across(
    manager: EntityManager,
    viewer: Viewer,
    calls: ReadonlyMap<string, CallAccess>,
    ids: readonly string[],
    keep: (access: SubmissionAccess) => boolean = ({ exists }) => exists,
  ): Promise<Map<string, SubmissionAccess>> {
    if (ids.length === 0) return new Map();
    const now = this.clock.now();
    const judged = (await loadFacts(manager, viewer.personId, ids)).flatMap((row) => {
      const call = calls.get(row.callId);
      return call ? [submissionAccess(row, call, now, null)] : [];
    });
    return new Map(judged.filter(keep).map((access) => [access.submission.id, access]));
  }

  /**
   * The same submission judged round by round, the first round first: reviews, decisions and letters of an earlier round by the
   * phase of that round and by what the viewer was in it.
   */
  async rounds(
    manager: EntityManager,
    viewer: Viewer | null | undefined,
    access: SubmissionAccess,
  ): Promise<SubmissionAccess[]> {
    return this.allRounds(manager, viewer, [access]);
  }

  /** The rounds of several submissions of one call; one statement at most, whatever their number. */
  async allRounds(
    manager: EntityManager,
    viewer: Viewer | null | undefined,
    submissions: readonly SubmissionAccess[],
  ): Promise<SubmissionAccess[]> {
    // a first round is the current one, and known already
    const later = submissions.filter(({ submission }) => submission.currentRound > 1);
    const first = later[0];
    const now = this.clock.now();
    const asked = first && callAccess(first.call, viewer, now);
    const rows = first ? await loadRounds(manager, viewer?.personId ?? null, later.map(idOf)) : [];
    return submissions.flatMap((access) => {
      if (!asked || access.submission.currentRound === 1) return access.round ? [access] : [];
      return rows
        .filter(({ submissionId }) => submissionId === access.submission.id)
        .map(({ round, submissionId: _, ...mine }) => {
          const facts: SubmissionFacts = { ...access.facts, round: { ...mine, n: round.n, state: round.state } };
          const rules = accessTo(facts, asked.viewer, asked.facts, now);
          return withRows(rules, { submission: access.submission, round, call: access.call, facts });
        });
    });
  }

  /**
   * The submission as each of these people may see it now: whom a text reaches is asked of the same rule that will show it to
   * them. One statement whatever their number; people to whom it does not exist are left out.
   */
  async asSeenBy(
    manager: EntityManager,
    { submission, call }: SubmissionAccess,
    personIds: readonly string[],
  ): Promise<Map<string, SubmissionAccess>> {
    if (personIds.length === 0) return new Map();
    const now = this.clock.now();
    const rows = await loadFactsOfPeople(manager, submission.id, now, personIds);
    const judged = rows.map(({ personId, isAdmin, verified, memberships, ...row }) => {
      const asking: ViewerFacts = { personId, isAdmin, isVerified: verified, memberships };
      return [personId, submissionAccess(row, callFor({ ...call, memberships }, asking, now), now, null)] as const;
    });
    return new Map(judged.filter(([, { exists }]) => exists));
  }

  /**
   * Those of the given submissions that a conflict, or having written them, keeps from the viewer. For acts on many papers at once:
   * these are left out without a word, because a refusal would tell that they are there.
   */
  async keptFrom(manager: EntityManager, viewer: Viewer, ids: readonly string[]): Promise<Set<string>> {
    const rows = await manager.query<{ id: string }[]>(
      `select x.id from unnest($2::uuid[]) x(id) where not (${isKnown('x', '$1')})`,
      [viewer.personId, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * SQL that narrows a list for chairs to what the rule would show: the own tracks and what they are named for, nothing the viewer wrote or is in conflict
   * with, no drafts. It drops only what the rule refuses; the rule still judges each row that is shown. `alias` is the
   * submission's table alias, `first` the number of the first free parameter.
   */
  narrow(call: CallAccess, alias: string, first: number): Narrowed {
    const { all, trackIds, named } = call.listScope;
    const personId = call.viewer.personId;
    const without = keptFrom(`$${first + 1}`);
    const parts = [`${alias}.call_id = $${first}`, `${alias}.state <> 'draft'`];
    const params: unknown[] = [call.call.id, personId];
    if (!all) {
      const own = `${alias}.track_id = any($${first + 2})`;
      parts.push(named ? `(${own} or ${alias}.handler_id = $${first + 1})` : own);
      params.push(trackIds);
    }
    const within = parts.join(' and ');
    return { sql: `${within} and ${alias}.id not in (${without})`, within, without, params };
  }
}

const idOf = ({ submission }: SubmissionAccess): string => submission.id;

/** Signed out, every id answers alike, existing or not. */
function missing(viewer: Viewer | null | undefined): Refusal {
  return new Refusal(viewer ? 'not_found' : 'not_signed_in');
}

function officesOf({
  memberships,
  handles,
  standsIn,
}: CallRow): Pick<ViewerFacts, 'memberships' | 'handles' | 'standsIn'> {
  return { memberships, handles, standsIn };
}

function callAccess(call: CallRow, viewer: Viewer | null | undefined, now: Date): CallAccess {
  const asking: ViewerFacts = viewer
    ? { personId: viewer.personId, isAdmin: viewer.isAdmin, isVerified: viewer.verified, ...officesOf(call) }
    : nobody;
  return callFor(call, asking, now);
}

function callFor(call: CallRow, asking: ViewerFacts, now: Date): CallAccess {
  const facts: CallFacts = {
    id: call.id,
    kind: call.kind,
    state: call.state,
    anonymity: call.anonymity,
    settings: call.settings,
    former: call.former,
    deadlines: call.deadlines,
  };
  const rules = accessToCall(asking, facts, now);
  const { offices, listScope, whyNot, may, require, handlesTrack } = rules;
  return {
    call,
    facts,
    viewer: asking,
    offices,
    listScope,
    whyNot,
    may,
    require,
    handlesTrack,
    get can() {
      return rules.can;
    },
  };
}

function submissionAccess(row: FactsRow, access: CallAccess, now: Date, begunAt: Date | null): SubmissionAccess {
  const facts = factsOf(row, begunAt);
  const rules = accessTo(facts, access.viewer, access.facts, now);
  const { id, callId, trackId, typeId, number, state, stage, currentRound, handlerId, version, terms } = row;
  const submission: SubmissionRow = {
    id,
    callId,
    trackId,
    typeId,
    number,
    state,
    stage,
    currentRound,
    handlerId,
    version,
    terms,
  };
  return withRows(rules, { submission, round: row.round, call: access.call, facts });
}

/** Written out property by property, because a page of a list makes a hundred of these. */
export function withRows(
  rules: Access,
  { submission, round, call, facts }: Omit<SubmissionAccess, keyof Access>,
): SubmissionAccess {
  const { exists, standing, phase, sees, seesAll, may, require, requireExists, why, whyNot } = rules;
  return {
    submission,
    round,
    call,
    facts,
    exists,
    standing,
    phase,
    sees,
    seesAll,
    may,
    require,
    requireExists,
    why,
    whyNot,
    get can() {
      return rules.can;
    },
  };
}

export function factsOf(row: FactsRow, begunAt: Date | null): SubmissionFacts {
  const { id, trackId, typeId, state, stage, anonymity, handlerId, awaitsRevision, terms } = row;
  return {
    submission: { id, trackId, typeId, state, stage, anonymity, handlerId, awaitsRevision, terms },
    author: row.author,
    conflicted: row.conflicted,
    standsIn: row.standsIn,
    current: row.round && {
      n: row.round.n,
      state: row.round.state,
      assignment: row.assignment,
      reviewDue: row.reviewDue,
      reviewSubmitted: row.reviewSubmitted,
      hasReview: row.hasReview,
      reviewedEarlier: row.reviewedEarlier,
      decision: row.decision,
      discussion: row.discussion,
      response: row.response,
    },
    begunAt,
  };
}
