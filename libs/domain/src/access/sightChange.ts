import type { Anonymity, CallSettings, TypeAnonymity } from '../calls/call';
import type { CallPicture, PicturedRound, PicturedSubmission, Tie } from './callPicture';
import type { CallFacts, RoundFacts, SubmissionFacts, Viewer } from './facts';
import { type Phase, phaseOf, submissionPhase } from './phase';
import { phasesIn, type Steps } from './settingGuide';
import { type Standing, standingOf } from './standing';
import { type InForce, isByAuthors, isStamped, termsNow, termsThen } from './terms';
import { type Field, fields, isOfRound, lineFor } from './visibility';

/** What a chair wants to set: anonymity of the call and of its types by id, and switches. */
export interface Proposal {
  readonly anonymity: Anonymity;
  readonly types: Readonly<Record<string, TypeAnonymity | null>>;
  readonly settings: Partial<CallSettings>;
  readonly steps: Steps;
}

/** Some people who would see more or less of some submissions, now or from a later phase on. */
export interface SightChange {
  readonly opens: boolean;
  readonly field: Field;
  readonly standing: Standing;
  /** Null = at once; otherwise as soon as a submission comes that far. */
  readonly from: Phase | null;
  /** Null = everybody. */
  readonly people: number | null;
  readonly submissions: number;
  /** Nothing that exists already opens: only what is handed in or written from then on. */
  readonly onlyNew: boolean;
  /** What is there already and stays closed, because it was written under stricter terms: papers or reviews, by the field. */
  readonly kept: number;
}

/**
 * Who would newly see what, and who no longer, counted over the people and submissions there are. Two calls that differ in
 * nothing but the proposal are asked the same questions of the same table; later phases are looked at too, because most
 * settings speak of what comes. People who still have a review to write count there as if it were in.
 */
export function sightChanges(
  call: CallFacts,
  termsOfToday: number,
  picture: CallPicture,
  proposal: Proposal,
): SightChange[] {
  return new Comparison(call, termsOfToday, picture, proposal).run();
}

type Change = Pick<SightChange, 'opens' | 'field' | 'standing' | 'from'>;
type Told = Change & Pick<SightChange, 'onlyNew'>;

interface Found {
  readonly change: Told;
  /** Null = everybody. */
  people: Set<string> | null;
  readonly submissions: Set<string>;
  readonly kept: Map<string, number>;
}

/** A round of a submission, or the submission itself before there is one. */
interface Item {
  readonly of: PicturedSubmission;
  readonly round: PicturedRound | null;
  readonly isCurrent: boolean;
  readonly facts: SubmissionFacts;
  readonly phase: Phase;
  readonly later: readonly Phase[];
  readonly before: InForce;
  readonly after: InForce;
}

type Difference = ReadonlyMap<Field, boolean>;

class Comparison {
  private readonly after: CallFacts;
  private readonly found = new Map<string, Found>();
  private readonly differences = new Map<string, Difference>();
  private readonly reached: readonly Phase[];

  constructor(
    private readonly call: CallFacts,
    today: number,
    private readonly picture: CallPicture,
    private readonly proposal: Proposal,
  ) {
    const { anonymity, settings } = proposal;
    const types = Object.fromEntries(
      picture.submissions.flatMap(({ submission: { typeId, anonymity: own } }) => (own ? [[typeId, own]] : [])),
    );
    const ending = { n: today, anonymity: call.anonymity, types, visibility: call.settings.visibility ?? {} };
    this.after = { ...call, anonymity, settings: { ...call.settings, ...settings }, former: [...call.former, ending] };
    this.reached = phasesIn(call.kind, proposal.steps);
  }

  run(): SightChange[] {
    const items = this.picture.submissions.flatMap((of) => this.itemsOf(of));
    for (const item of items) this.everybody(item);
    this.tied(items);
    this.byOffice(items);
    return [...this.found.values()].map(({ change, people, submissions, kept }) => ({
      ...change,
      people: people?.size ?? null,
      submissions: submissions.size,
      kept: [...kept.values()].reduce((sum, count) => sum + count, 0),
    }));
  }

  private itemsOf(of: PicturedSubmission): Item[] {
    const rounds: (PicturedRound | null)[] = of.rounds.length > 0 ? [...of.rounds] : [null];
    const current = of.rounds.find(({ n }) => n === of.currentRound) ?? null;
    const { typeId, anonymity } = of.submission;
    const proposed = this.proposal.types[typeId];
    const changed = { ...of.submission, anonymity: proposed === undefined ? anonymity : proposed };
    const bare: SubmissionFacts = {
      submission: of.submission,
      author: null,
      conflicted: false,
      current: plain(current),
    };
    return rounds.map((round) => {
      const isCurrent = round === current;
      const facts = isCurrent ? bare : { ...bare, round: plain(round) as RoundFacts };
      const phase = isCurrent ? submissionPhase(bare) : phaseOf(of.submission, plain(round));
      return {
        of,
        round,
        isCurrent,
        facts,
        phase,
        later: this.laterThan(phase),
        before: termsNow(bare, this.call),
        after: termsNow({ ...bare, submission: changed }, this.after),
      };
    });
  }

  private laterThan(phase: Phase): Phase[] {
    const over: Phase[] = ['published', 'closed_rejected'];
    if (over.includes(phase)) return [];
    const at = this.reached.indexOf(phase);
    return at < 0 ? this.reached.filter((one) => over.includes(one) || one === 'notified') : this.reached.slice(at + 1);
  }

  /** What is opened to everybody is told of everybody, once. */
  private everybody(item: Item): void {
    for (const change of this.changes(item, () => ['stranger'], [])) this.note(change, [item], null);
  }

  private tied(items: readonly Item[]): void {
    const people = new Map(this.picture.people.map((person) => [person.personId, person]));
    const bySubmission = groupBy(items, (item) => item.of.submission.id);
    for (const tie of this.picture.ties) {
      const viewer = people.get(tie.personId);
      if (!viewer) continue;
      for (const item of bySubmission.get(tie.submissionId) ?? []) {
        const standing = this.standingAt(item, viewer, tie);
        const changes = this.changes(item, (phase) => assumed(standing(phase), phase !== item.phase));
        for (const change of changes) this.note(change, [item], [tie.personId]);
      }
    }
  }

  /**
   * What an office alone makes of its holder is the same for all submissions of a track that have come equally far: one question
   * for each such group and standing, not for each pair of a person and a submission.
   */
  private byOffice(items: readonly Item[]): void {
    const tiesOf = groupBy(this.picture.ties, (tie) => tie.submissionId);
    const holders = this.picture.people.filter(({ memberships }) => memberships.length > 0);
    for (const ofTrack of groupBy(items, (item) => item.of.submission.trackId).values()) {
      const alike = groupBy(ofTrack, ({ phase, before, after, isCurrent }) =>
        [phase, before.mode.anonymity, after.mode.anonymity, isCurrent].join(),
      );
      const sample = ofTrack[0] as Item;
      const standings = groupBy(holders, (viewer) => this.standingAt(sample, viewer, null)(sample.phase));
      standings.delete('stranger');
      for (const [standing, viewers] of standings)
        for (const group of alike.values()) this.untied(group, standing, viewers, tiesOf);
    }
  }

  private untied(
    group: readonly Item[],
    standing: Standing,
    viewers: readonly Viewer[],
    tiesOf: ReadonlyMap<string, readonly Tie[]>,
  ): void {
    const changes = this.changes(group[0] as Item, () => [standing]);
    if (changes.length === 0) return;
    const ids = new Set(viewers.flatMap(({ personId }) => personId ?? []));
    const tiedTo = new Map<string, number>();
    const open = group.filter((item) => {
      const tied = (tiesOf.get(item.of.submission.id) ?? []).filter(({ personId }) => ids.has(personId));
      for (const { personId } of tied) tiedTo.set(personId, (tiedTo.get(personId) ?? 0) + 1);
      return tied.length < ids.size;
    });
    const people = [...ids].filter((id) => (tiedTo.get(id) ?? 0) < group.length);
    for (const change of changes) this.note(change, open, people);
  }

  private standingAt(item: Item, viewer: Viewer, tie: Tie | null): (phase: Phase) => Standing {
    const at = item.round?.n ?? 1;
    const mine = tie?.rounds.find(({ n }) => n === at);
    const reviewedEarlier = tie?.rounds.some(({ n, reviewSubmitted }) => reviewSubmitted && n < at) ?? false;
    const round: RoundFacts | null = item.round && { ...(plain(item.round) as RoundFacts), ...mine, reviewedEarlier };
    const facts = { ...item.facts, author: tie?.author ?? null, conflicted: tie?.conflicted ?? false };
    return (phase) => standingOf(facts, round, phase, viewer, this.call);
  }

  /** Every difference for somebody, at once or at the earliest phase at which there is one; without what everybody gets then. */
  private changes(
    item: Item,
    standingsAt: (phase: Phase) => readonly Standing[],
    except: readonly Standing[] = ['stranger'],
  ): Change[] {
    const told = new Map<Field, Change>();
    for (const phase of [item.phase, ...item.later]) {
      const toAll = new Set(except.flatMap((standing) => [...this.difference(item, standing, phase).keys()]));
      for (const standing of standingsAt(phase))
        for (const [field, opens] of this.difference(item, standing, phase))
          if (!told.has(field) && !toAll.has(field))
            told.set(field, { field, opens, standing, from: phase === item.phase ? null : phase });
    }
    return [...told.values()];
  }

  private difference(item: Item, standing: Standing, phase: Phase): Difference {
    const { before, after, isCurrent } = item;
    const key = [standing, phase, before.mode.anonymity, after.mode.anonymity, isCurrent].join();
    const known = this.differences.get(key);
    if (known) return known;
    const found = new Map<Field, boolean>();
    for (const field of fields) {
      if (!isCurrent && !isOfRound(field)) continue;
      const [was, is] = [shows(field, standing, phase, before), shows(field, standing, phase, after)];
      if (was !== is) found.set(field, is);
    }
    this.differences.set(key, found);
    return found;
  }

  private note(change: Change, items: readonly Item[], people: readonly string[] | null): void {
    for (const item of items) {
      const { count, onlyNew } = change.opens ? this.keptClosed(item, change) : { count: 0, onlyNew: false };
      const found = this.bucket({ ...change, onlyNew });
      if (people === null) found.people = null;
      for (const id of people ?? []) found.people?.add(id);
      const { id } = item.of.submission;
      found.submissions.add(id);
      found.kept.set(`${id} ${item.round?.n ?? 0}`, count);
    }
  }

  private bucket(change: Told): Found {
    const key = [change.opens, change.field, change.standing, change.from, change.onlyNew].join();
    const found = this.found.get(key) ?? { change, people: new Set(), submissions: new Set(), kept: new Map() };
    this.found.set(key, found);
    return found;
  }

  /** What exists already and was written under terms that did not show it. */
  private keptClosed(item: Item, { field, standing, from }: Change): { count: number; onlyNew: boolean } {
    const closed = (n: number): boolean => {
      const then = termsThen(n, item.facts, this.after);
      return then !== null && !shows(field, standing, from ?? item.phase, then);
    };
    const { state, terms: handedIn } = item.of.submission;
    if (isByAuthors(field)) {
      const isClosed = state !== 'draft' && closed(handedIn);
      return { count: isClosed ? 1 : 0, onlyNew: isClosed };
    }
    if (!isStamped(field)) return { count: 0, onlyNew: false };
    const reviews = item.round?.reviews ?? [];
    const kept = reviews.filter(({ terms }) => closed(terms));
    return { count: kept.reduce((sum, { count }) => sum + count, 0), onlyNew: kept.length === reviews.length };
  }
}

function shows(field: Field, standing: Standing, phase: Phase, { mode, isOn }: InForce): boolean {
  const line = lineFor(field, standing, phase, mode);
  return line !== null && (line.setting === undefined || isOn(line.setting));
}

/** In a phase to come, whoever has a review to write will have written it, or not. */
function assumed(standing: Standing, isLater: boolean): readonly Standing[] {
  return isLater && standing === 'reviewer_pending' ? ['reviewer', 'reviewer_pending'] : [standing];
}

function plain(round: PicturedRound | null): RoundFacts | null {
  if (!round) return null;
  const { n, state } = round;
  const nothing = { assignment: null, reviewSubmitted: false, hasReview: false, reviewedEarlier: false } as const;
  // the phase alone decides what is seen: how far discussion and response have come changes nothing here
  return { n, state, ...nothing, decision: 'none', discussion: 'unopened', response: 'unopened' };
}

function groupBy<T, K>(list: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
