import { phaseView, type PhaseView } from '@convoke/contract';
import { deadlineKinds, effectiveDeadline } from '@convoke/domain';
import type { CallAccess } from '../access/access.service';
import { totalOf } from './chair-tasks';
import { dueIn } from './due';
import type { TrackCounts } from './track-counts.queries';

type Kind = PhaseView['kind'];
type Figures = Pick<PhaseView, 'done' | 'of' | 'late' | 'lateLink'>;

/** What the viewer may count in a call. */
export interface Counted {
  /** Over the papers of an office; null without one. */
  tracks: readonly TrackCounts[] | null;
  /** Own reviews in this call. */
  reviews: { done: number; of: number; late: number } | null;
}

/** Bids, an author's response and a revision are parts of the way to the next of these. */
const order: readonly Kind[] = deadlineKinds.filter((kind): kind is Kind =>
  phaseView.shape.kind.options.some((one) => one === kind),
);
/** Every call goes through these, dated or not. */
const always: readonly Kind[] = ['paper', 'review', 'notification'];
const overlapping: readonly Kind[] = ['review', 'decision', 'notification'];
const nothing: Figures = { done: null, of: null, late: null, lateLink: null };

/** Where a call stands, phase by phase: what is over, what runs now, what comes. */
export function phasesOf(access: CallAccess, counted: Counted, now: Date): PhaseView[] {
  const organises = counted.tracks !== null;
  const kinds = order.filter(
    (kind) =>
      always.includes(kind) ||
      (organises && kind === 'decision') ||
      effectiveDeadline(access.facts.deadlines, kind, {}) !== null,
  );
  const figures = figuresOf(access, counted);
  const over = kinds.map((kind) => isOver(access, kind, figures[kind] ?? nothing, now));
  const current = access.call.state === 'published' ? over.indexOf(false) : -1;
  return kinds.map((kind, index) => ({
    kind,
    state: over[index] ? 'done' : index === current || isUnderWay(kind, figures[kind]) ? 'now' : 'todo',
    due: dueIn(access, kind),
    ...(figures[kind] ?? nothing),
  }));
}

/** Reviews, decisions and letters may begin while papers still come: what has begun runs now. */
function isUnderWay(kind: Kind, figures: Figures | undefined): boolean {
  return overlapping.includes(kind) && (figures?.done ?? 0) > 0;
}

/** Its date has passed, and nothing the viewer can count is left of it. Undated ones end when all of it is done. */
function isOver(access: CallAccess, kind: Kind, { done, of }: Figures, now: Date): boolean {
  const due = dueIn(access, kind);
  const counts = done !== null && of !== null && of > 0;
  if (due && Date.parse(due.closesAt) > now.getTime()) return false;
  if (counts) return done >= of && (due !== null || kind !== 'paper');
  return due !== null;
}

function figuresOf(access: CallAccess, { tracks, reviews }: Counted): Partial<Record<Kind, Figures>> {
  const { slug } = access.call;
  if (tracks === null) {
    if (!reviews) return {};
    return { review: { ...reviews, late: reviews.late || null, lateLink: reviews.late ? '/app/reviews' : null } };
  }
  const total = totalOf(tracks);
  const papers = total('papers');
  const late = total('late');
  return {
    abstract: { ...nothing, done: total('abstracts') },
    paper: { ...nothing, done: papers },
    review: {
      done: total('reviews_in'),
      of: total('reviews_expected'),
      late: late || null,
      lateLink: late ? `/app/c/${slug}/assign` : null,
    },
    decision: { ...nothing, done: total(access.may('decide') ? 'decided' : 'recommended'), of: papers },
    notification: { ...nothing, done: total('released'), of: papers },
    final: { ...nothing, done: total('final_in'), of: total('accepted') },
  };
}
