import type { EntityManager } from 'typeorm';
import { isKnown } from '../access/known';
import { reviewDue } from '../assignments/review-due';
import { lateTerm } from '../conflicts/conflicts.queries';

/** What somebody handles in a call: its papers that the rules show to that office. */
export interface OfficeScope {
  callId: string;
  all: boolean;
  trackIds: readonly string[];
  /** Reviews a paper needs. */
  need: number;
  /** A chair who reviews a paper hands it over. */
  handsOver: boolean;
}

/** The numbers of one track, counted only over papers that the viewer handles. */
export interface TrackCounts {
  call_id: string;
  track_id: string;
  completed: boolean;
  name: string;
  version: number;
  abstracts: number;
  papers: number;
  /** Under review, with fewer reviewers than needed. */
  short: number;
  /** The same of papers whose review has not begun: they may wait for the paper deadline. */
  short_early: number;
  reviews_in: number;
  reviews_expected: number;
  late: number;
  /** When the first of the late ones was due, and how a clock of the call showed that. */
  late_since: Date | null;
  late_wall: string | null;
  /** Reviewers whose work a conflict ended, and reviewers at work with a conflict that is only suggested. */
  late_conflicts: number;
  doubtful: number;
  /** Waiting for a decision with all reviews in; without, and with any recommendation. */
  to_recommend: number;
  to_decide: number;
  recommended: number;
  /** Not decided, recommended by the viewer, and nobody wrote for the authors. */
  to_meta_review: number;
  decided: number;
  to_release: number;
  released: number;
  accepted: number;
  final_in: number;
}

/** `x` an office, `s` a submission that it handles: of `s` only what an index holds, because counting must not read the texts of a call. */
const handled = `
  from jsonb_to_recordset($1::jsonb) as x("callId" uuid, "all" boolean, "trackIds" uuid[], need int, "handsOver" boolean)
  join submission s on s.call_id = x."callId" and s.state not in ('draft', 'withdrawn')
   and (x."all" or s.track_id = any(x."trackIds") or s.handler_id = $2)
   and ${isKnown('s', '$2')}
   and not (x."handsOver" and s.id in (select o.submission_id from assignment o
              join round q on q.id = o.round_id join submission z on z.id = q.submission_id and z.current_round = q.n
             where o.reviewer_id = $2 and o.state in ('accepted', 'completed')))`;

type Wanting = Pick<TrackCounts, 'short' | 'short_early' | 'late' | 'late_since' | 'late_wall' | 'to_recommend'> &
  Pick<TrackCounts, 'to_decide' | 'to_meta_review' | 'late_conflicts' | 'doubtful'> & { recommended_open: number };

type Standing = Omit<TrackCounts, keyof Wanting | 'recommended'>;

const standingSql = `
select n.*, t.name, t.version, t.completed_at is not null as completed
  from (select s.call_id, s.track_id, count(*)::int as abstracts,
               count(*) filter (where s.stage <> 'abstract')::int as papers,
               coalesce(sum(s.reviews_in) filter (where s.stage <> 'abstract'), 0)::int as reviews_in,
               coalesce(sum(s.reviews_expected) filter (where s.stage <> 'abstract'), 0)::int as reviews_expected,
               count(d.id) filter (where s.stage <> 'abstract')::int as decided,
               count(*) filter (where d.state in ('decided', 'in_batch'))::int as to_release,
               count(*) filter (where d.state = 'released')::int as released,
               count(*) filter (where s.state = 'accepted')::int as accepted,
               count(*) filter (where s.state = 'accepted' and s.stage = 'final')::int as final_in
          ${handled}
          left join decision d on d.submission_id = s.id
           and (s.current_round = 1 or exists (select 1 from round r where r.id = d.round_id and r.n = s.current_round))
         group by s.call_id, s.track_id) n
  join track t on t.id = n.track_id
 order by t.position`;

const wantingSql = `
with running as materialized (
  select s.id, s.call_id, s.track_id, s.type_id, r.id as round_id, r.state as round_state, x.need,
         s.reviews_expected > 0 and s.reviews_in >= s.reviews_expected and r.state <> 'submitted' as reviewed,
         exists (select 1 from deadline d where d.call_id = x."callId" and d.kind = 'review' and d.superseded_at is null
                    and d.closes_at <= $3) as review_passed
    ${handled}
    join round r on r.submission_id = s.id and r.n = s.current_round and r.state in ('submitted', 'review_open', 'discussion', 'rebuttal')
   where s.state = 'submitted' and s.stage <> 'abstract'
), held as (
  select a.round_id, count(*)::int as reviewers from running h join assignment a on a.round_id = h.round_id
   where a.state in ('proposed', 'invited', 'accepted', 'completed') group by a.round_id
), late as (
  -- the exact date is looked up only where some date of the call, or the assignment's own, has passed
  select a.round_id, count(*)::int as n, min(due.due_at) as since
    from running h join assignment a on a.round_id = h.round_id ${reviewDue('h', 'a')}
   where a.state in ('invited', 'accepted')
     and (a.due_at <= $3 or (a.due_at is null and h.review_passed)) and due.due_at <= $3
   group by a.round_id
), revoked as (
  select a.round_id, count(*)::int as n from assignment a join running h on h.round_id = a.round_id
   where ${lateTerm('a')} group by a.round_id
), doubtful as (
  select a.round_id, count(distinct a.reviewer_id)::int as n from assignment a
    join running h on h.round_id = a.round_id
    join conflict k on k.submission_id = a.submission_id and k.person_id = a.reviewer_id and k.state = 'suggested'
   where a.state in ('proposed', 'invited', 'accepted', 'completed') and a.reviewer_id <> $2 group by a.round_id
), bare as (
  select m.round_id from recommendation m join running h on h.round_id = m.round_id
   group by m.round_id having bool_or(m.person_id = $2) and not bool_or(m.for_authors <> '')
), judged as (
  select h.*, bare.round_id is not null as bare, coalesce(held.reviewers, 0) as reviewers, late.n as late, late.since, revoked.n as revoked, doubtful.n as doubtful,
         exists (select 1 from recommendation m where m.round_id = h.round_id and not exists (select 1 from conflict q
           where q.submission_id = m.submission_id and q.person_id = m.person_id and q.state = 'blocking')) as recommended,
         exists (select 1 from decision d where d.round_id = h.round_id) as decided
    from running h
    left join held on held.round_id = h.round_id
    left join late on late.round_id = h.round_id
    left join revoked on revoked.round_id = h.round_id
    left join doubtful on doubtful.round_id = h.round_id
    left join bare on bare.round_id = h.round_id
)
select j.track_id,
       count(*) filter (where not decided and round_state <> 'submitted' and reviewers < need)::int as short,
       count(*) filter (where round_state = 'submitted' and reviewers < need)::int as short_early,
       coalesce(sum(late), 0)::int as late, min(since) as late_since,
       to_char((min(since) - interval '1 minute') at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI') as late_wall,
       coalesce(sum(revoked), 0)::int as late_conflicts, coalesce(sum(doubtful), 0)::int as doubtful,
       count(*) filter (where reviewed and not decided and not recommended)::int as to_recommend,
       count(*) filter (where reviewed and not decided)::int as to_decide,
       count(*) filter (where bare and not decided)::int as to_meta_review,
       count(*) filter (where recommended and not decided)::int as recommended_open
  from judged j join call c on c.id = j.call_id
 group by j.track_id, c.id`;

const nothing: Wanting = {
  ...{ short: 0, short_early: 0, late: 0, late_since: null, late_wall: null, late_conflicts: 0, doubtful: 0 },
  ...{ to_recommend: 0, to_decide: 0, to_meta_review: 0, recommended_open: 0 },
};

/**
 * Counts for all offices of a person, per track. Two statements at once: what stands, counted over everything that is handled, and
 * what waits, over the few papers that something may be left to do about.
 */
export async function trackCounts(
  manager: EntityManager,
  scopes: readonly OfficeScope[],
  personId: string,
  now: Date,
): Promise<TrackCounts[]> {
  if (scopes.length === 0) return [];
  const offices = [JSON.stringify(scopes), personId];
  const [standing, wanting] = await Promise.all([
    manager.query<Standing[]>(standingSql, offices),
    manager.query<(Wanting & { track_id: string })[]>(wantingSql, [...offices, now]),
  ]);
  const waiting = new Map(wanting.map((row) => [row.track_id, row]));
  return standing.map((track) => {
    const { recommended_open, ...rest } = waiting.get(track.track_id) ?? nothing;
    return { ...rest, ...track, recommended: track.decided + recommended_open };
  });
}
