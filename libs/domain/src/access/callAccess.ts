import { type CallSettings, settingsOf } from '../calls/call';
import { Refusal } from '../refusal';
import type { CallFacts, Membership, Viewer } from './facts';
import { mayDiscuss, refusalOf, requireCallOpen } from './permissions';

/** Which submissions a chair's lists may hold; the rule still judges each row. */
export interface ListScope {
  readonly all: boolean;
  readonly trackIds: readonly string[];
  /** And those the viewer is named for. */
  readonly named: boolean;
}

interface CallQuestion {
  readonly viewer: Viewer;
  readonly call: CallFacts;
  readonly now: Date;
  readonly offices: ReadonlySet<Membership['role']>;
}

type CallRule = (question: CallQuestion) => Refusal | null;

const heads: Membership['role'][] = ['chair', 'guest_editor', 'editor_in_chief'];
const chairs: Membership['role'][] = [...heads, 'track_chair'];

const office =
  (allowed: readonly Membership['role'][]): CallRule =>
  ({ offices }) =>
    allowed.some((role) => offices.has(role)) ? null : new Refusal('not_permitted', { needs: allowed.join(',') });
/** Whoever is named for a paper works on it as a co-chair does, in office or not. */
const chairOrNamed: CallRule = (question) => (question.viewer.handles ? null : office(chairs)(question));
const headOrAdmin: CallRule = (question) => (question.viewer.isAdmin ? null : office(heads)(question));
const headOr =
  (setting: keyof Pick<CallSettings, 'handlersDecide' | 'handlersRelease'>): CallRule =>
  (question) => {
    if (question.viewer.standsIn) return null;
    const delegated = settingsOf(question.call)[setting];
    return office(delegated ? chairs : ['chair', 'editor_in_chief'])(question);
  };
/** People's names and papers are for those who have proven who they are; so is writing letters in a call's name. */
const verified: CallRule = ({ viewer }) => (viewer.isVerified ? null : new Refusal('not_verified'));
const inState =
  (...states: CallFacts['state'][]): CallRule =>
  ({ call }) =>
    states.includes(call.state) ? null : new Refusal('wrong_state', { state: call.state });
const publicOrOffice: CallRule = (question) =>
  question.call.state === 'setup' && !anyOffice(question) && !question.viewer.handles ? new Refusal('not_found') : null;
const conference: CallRule = ({ call }) =>
  call.kind === 'conference' ? null : new Refusal('not_permitted', { needs: 'conference' });
const discusses: CallRule = ({ call }) =>
  mayDiscuss(call) ? null : new Refusal('step_not_taken', { step: 'discussion' });
const responds: CallRule = ({ call }) =>
  settingsOf(call).response ? null : new Refusal('step_not_taken', { step: 'response' });
/** Some track or type still takes papers, or those of this one person; the submission itself is then judged by its own deadline. */
const takesPapers: CallRule = ({ call, viewer, now }) => {
  if (call.state === 'setup') return new Refusal('not_open_yet', {});
  const general = refusalOf(() => requireCallOpen(call, 'paper', now));
  const extended = call.deadlines.filter(
    ({ submissionId, personId }) => submissionId == null && (personId == null || personId === viewer.personId),
  );
  return extended.some((scope) => refusalOf(() => requireCallOpen(call, 'paper', now, scope)) === null)
    ? null
    : general;
};
const anyOffice = ({ offices }: CallQuestion): boolean => offices.size > 0;

/** Who may do what in a call as a whole. */
export const callPermissions = {
  view: [publicOrOffice],
  startSubmission: [publicOrOffice, inState('setup', 'published'), takesPapers],
  seeList: [chairOrNamed, verified],
  seeDraftContacts: [office(chairs), verified],
  seeProgress: [chairOrNamed, verified],
  assign: [chairOrNamed, verified],
  recommend: [chairOrNamed, verified],
  decide: [headOr('handlersDecide'), verified],
  release: [headOr('handlersRelease'), verified],
  openDiscussions: [office(chairs), verified, discusses],
  openResponses: [conference, responds, headOr('handlersRelease'), verified],
  completeTrack: [office(['chair', 'track_chair'])],
  seeCommittee: [office(chairs), verified],
  manageCommittee: [office(chairs), verified],
  inviteChairs: [office(heads), verified],
  nameSubstitute: [headOrAdmin, verified],
  editCall: [office(heads)],
  publish: [office(heads), verified, inState('setup')],
  close: [office(heads), inState('published')],
} satisfies Record<string, readonly CallRule[]>;

export type CallAction = keyof typeof callPermissions;
export const callActions = Object.keys(callPermissions) as CallAction[];

/** What nobody may do signed out; all but looking at a published call. */
const publicActions: readonly CallAction[] = ['view'];

export interface CallAccess {
  /** The viewer's offices in this call, in order of weight. */
  readonly offices: readonly Membership['role'][];
  readonly listScope: ListScope;
  may(action: CallAction): boolean;
  require(action: CallAction): void;
  whyNot(action: CallAction): Refusal | null;
  /** Whether the viewer's office covers this track. */
  handlesTrack(trackId: string): boolean;
  readonly can: Readonly<Record<CallAction, boolean>>;
}

/** The judge of what somebody may do in a call; submissions in it are judged by `accessTo`. */
export function accessToCall(viewer: Viewer, call: CallFacts, now: Date): CallAccess {
  const held = viewer.memberships.filter((membership) => holds(membership, call));
  const offices = new Set(held.map(({ role }) => role));
  const question: CallQuestion = { viewer, call, now, offices };
  const listScope = scopeOf(held, viewer);
  const whyNot = (action: CallAction): Refusal | null => {
    const rules: readonly CallRule[] = callPermissions[action];
    const hidden = publicOrOffice(question);
    if (viewer.personId === null && (hidden || !publicActions.includes(action))) return new Refusal('not_signed_in');
    if (hidden) return hidden;
    for (const rule of rules) {
      const refusal = rule(question);
      if (refusal) return refusal;
    }
    return null;
  };
  return {
    offices: (['chair', 'editor_in_chief', 'guest_editor', 'track_chair', 'reviewer'] as const).filter((role) =>
      offices.has(role),
    ),
    listScope,
    whyNot,
    may: (action) => whyNot(action) === null,
    require: (action) => {
      const refusal = whyNot(action);
      if (refusal) throw refusal;
    },
    handlesTrack: (trackId) => listScope.all || listScope.trackIds.includes(trackId),
    get can() {
      return Object.fromEntries(callActions.map((action) => [action, whyNot(action) === null])) as Record<
        CallAction,
        boolean
      >;
    },
  };
}

function scopeOf(held: readonly Membership[], viewer: Viewer): ListScope {
  const all = held.some(({ role, trackId }) => heads.includes(role) || (role === 'track_chair' && trackId === null));
  const own = held.filter(({ role }) => role === 'track_chair').flatMap(({ trackId }) => trackId ?? []);
  return { all, trackIds: all ? [] : own, named: viewer.handles === true };
}

/** A guest editor is one of a special issue, an editor-in-chief one of its journal: in a conference neither is anything. */
function holds({ role, callId }: Membership, call: CallFacts): boolean {
  if (role === 'editor_in_chief') return call.kind === 'special_issue' && (callId === null || callId === call.id);
  if (role === 'guest_editor' && call.kind !== 'special_issue') return false;
  return callId === call.id;
}
