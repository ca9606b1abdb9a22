import type { RecordQuery, RecordSort } from '@convoke/contract';
import { settingsOf, type QuerySort } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import type { AccessService, CallAccess } from '../access/access.service';
import { lateTerm, readyTerm, stateTerm, undecidedRounds, underReview, understaffed } from './list-terms';
import { searchSql } from '../platform/database/search-sql';
import { SqlParams } from '../platform/database/sql-params';
import { lateReview, searchTerm } from './search-terms';

/** A list to be read: whose, of which call, narrowed by what. */
export interface Listing {
  access: AccessService;
  call: CallAccess;
  query: RecordQuery;
  now: Date;
}

/** The parts of a statement over a list: all that is `within` and whose id is not among `without`. */
interface Part {
  p: SqlParams;
  from: string;
  within: string;
  without: string;
  order: string;
}

const whole = ({ within, without }: Pick<Part, 'within' | 'without'>): string =>
  `${within} and s.id not in (${without})`;

const joins = `left join round r on r.submission_id = s.id and r.n = s.current_round
  left join decision d on d.round_id = r.id`;

/**
 * How many submissions a list holds: all of them less the few that are kept from the viewer, so that a long list is counted from an
 * index, without a look at each id.
 */
export async function countListed(manager: EntityManager, listing: Listing): Promise<number> {
  const { p, from, within, without } = partsOf(listing);
  const [row] = await manager.query<{ n: number }[]>(
    `select ((select count(*) ${from} where ${within})
           - (select count(*) ${from} where ${within} and s.id = any(array(${without}))))::int as n`,
    p.values,
  );
  return row?.n ?? 0;
}

export interface ListedRow {
  id: string;
  number: number;
  title: string;
  track: string;
  type: string;
  stage: 'abstract' | 'paper' | 'revision' | 'final' | null;
  submitted_at: Date | null;
  reviews_in: number;
  reviews_expected: number;
  score_mean: string | null;
  score_min: number | null;
  score_max: number | null;
  outcome: string | null;
  decision_state: 'decided' | 'in_batch' | 'released' | null;
  started: number;
  late: number;
  /** How long the list is, where one pass told both; null otherwise. */
  total: number | null;
}

/**
 * Whether something other than an index says what belongs to the list. All of it is then looked at anyway, and counted in the same
 * pass; otherwise the page is found at once and counting is the longer part.
 */
function isSearched({ query }: Listing): boolean {
  return query.query.where !== null || query.view !== 'all';
}

/** One page of a list, and how long the list is. */
export async function pageListed(
  manager: EntityManager,
  listing: Listing,
  offset: number,
  limit: number,
): Promise<{ rows: ListedRow[]; total: number }> {
  if (!isSearched(listing)) {
    const [total, rows] = await Promise.all([countListed(manager, listing), listed(manager, listing, offset, limit)]);
    return { rows, total };
  }
  const rows = await listed(manager, listing, offset, limit);
  return { rows, total: rows[0]?.total ?? (offset > 0 ? await countListed(manager, listing) : 0) };
}

/** One page of a list. The page's ids are found first; what is shown is read for these alone. */
async function listed(manager: EntityManager, listing: Listing, offset: number, limit: number): Promise<ListedRow[]> {
  const { p, from, order, ...parts } = partsOf(listing);
  const late = lateTerm(p, listing.call.facts.deadlines, listing.now);
  const counted = isSearched(listing) ? '(count(*) over ())::int' : 'null::int';
  // no parameters where numbers will do: a plan made for any offset and any limit expects a tenth of the list
  const window = `${offset > 0 ? `offset ${p.of(offset)}` : ''} limit ${Number(limit)}`;
  return manager.query(
    `with page as materialized (select s.id, ${counted} as total ${from} where ${whole(parts)} order by ${order} ${window})
     select page.total, s.id, s.number, s.title, t.name as track, y.name as type, s.stage, s.submitted_at, s.reviews_in, s.reviews_expected,
            s.score_mean, s.score_min, s.score_max, d.outcome, d.state as decision_state,
            coalesce(n.started, 0)::int as started, coalesce(n.late, 0)::int as late
       from page join submission s on s.id = page.id
       join track t on t.id = s.track_id
       join submission_type y on y.id = s.type_id
       ${joins}
       left join lateral (
         select count(*) filter (where ${late}) as late, count(*) filter (where v.state = 'draft' and not coalesce(${late}, false)) as started
           from assignment a left join review v on v.assignment_id = a.id
          where a.round_id = r.id and a.state in ('invited', 'accepted') and ${underReview}) n on true
      order by ${order}`,
    p.values,
  );
}

/**
 * All of a list by id, in its order: for what is done to, or filtered by, everything a query finds; or those of the given numbers
 * that are in it.
 */
export async function listedIds(
  manager: EntityManager,
  listing: Listing,
  numbers: readonly number[] | null = null,
): Promise<string[]> {
  const { p, from, order, ...parts } = partsOf(listing);
  const chosen = numbers ? `and s.number = any(${p.of(numbers, 'integer[]')})` : '';
  const rows = await manager.query<{ id: string }[]>(
    `select s.id ${from} where ${whole(parts)} ${chosen} order by ${order}`,
    p.values,
  );
  return rows.map(({ id }) => id);
}

/** The names of the tags in a list that the viewer may read, for completing a query. */
export async function tagsInUse(manager: EntityManager, listing: Listing): Promise<string[]> {
  const p = new SqlParams();
  const scope = whole(scopeOf(p, listing));
  const rows = await manager.query<{ name: string }[]>(
    `select distinct g.name from submission_tag g join submission s on s.id = g.submission_id
      where ${scope} and (g.scope <> 'private' or g.person_id = ${p.of(listing.call.viewer.personId)}) order by g.name limit 500`,
    p.values,
  );
  return rows.map(({ name }) => name);
}

export interface NeighbourRow {
  position: number;
  total: number;
  previous: number | null;
  next: number | null;
}

/** Where one submission stands in a list. */
export async function neighboursIn(
  manager: EntityManager,
  listing: Listing,
  number: number,
): Promise<NeighbourRow | null> {
  const { p, from, order, ...parts } = partsOf(listing);
  const [row] = await manager.query<NeighbourRow[]>(
    `select position::int, total::int, previous, next from (
       select s.number, row_number() over w as position, count(*) over () as total, lag(s.number) over w as previous, lead(s.number) over w as next
         ${from} where ${whole(parts)} window w as (order by ${order})) l
      where number = ${p.of(number)}`,
    p.values,
  );
  return row ?? null;
}

export interface ViewCounts {
  all: number;
  needs: number;
  ready: number;
  late: number;
}

/** How many submissions each view holds; each equals the length of its list. What waits for anybody is in a round that still runs. */
export async function countViews(manager: EntityManager, listing: Listing): Promise<ViewCounts> {
  const p = new SqlParams();
  const scope = whole(scopeOf(p, listing));
  const needs = needsTerm(p, listing);
  const late = lateTerm(p, listing.call.facts.deadlines, listing.now);
  // what is late is found once, on its own: inside the join a small call would look for it again for each submission
  const waiting = manager.query<Omit<ViewCounts, 'all'>[]>(
    `with late as materialized (
       select distinct a.round_id from assignment a join submission s on s.id = a.submission_id
        where s.call_id = ${p.of(listing.call.call.id)} and ${late})
     select count(*) filter (where ${needs})::int as needs, count(*) filter (where ${readyTerm})::int as ready,
            count(*) filter (where r.id in (select round_id from late) and ${underReview})::int as late
       from round r join submission s on s.id = r.submission_id and s.current_round = r.n
      where r.state in ${undecidedRounds} and ${scope}`,
    p.values,
  );
  const [all, [row]] = await Promise.all([countListed(manager, listing), waiting]);
  return { all, ...(row ?? { needs: 0, ready: 0, late: 0 }) };
}

function partsOf(listing: Listing): Part {
  const { query } = listing;
  const p = new SqlParams();
  const scope = scopeOf(p, listing);
  const within = [scope.within, ...filtersOf(p, listing)].join(' and ');
  const order = orderOf(query.query.sort);
  const used = `${within} ${order}`;
  const round = /\b[rdy]\./.test(used) ? joins : '';
  const type = /\by\./.test(used) ? 'join submission_type y on y.id = s.type_id' : '';
  return { p, from: `from submission s ${type} ${round}`, within, without: scope.without, order };
}

/** What the viewer may have in a chair's list at all. A chair who reviews a paper of a call where that hands it over is its reviewer. */
function scopeOf(p: SqlParams, { access, call }: Listing): Pick<Part, 'within' | 'without'> {
  const { within, without, params } = access.narrow(call, 's', p.next);
  p.add(params);
  if (!settingsOf(call.call).reviewingChairsHandOver) return { within, without };
  const reviewed = `select o.submission_id from assignment o
     where o.reviewer_id = ${p.of(call.viewer.personId)} and o.state in ('accepted', 'completed')`;
  return { within, without: `${without} union all ${reviewed}` };
}

function filtersOf(p: SqlParams, listing: Listing): string[] {
  const { query, call, now } = listing;
  const parts: string[] = [];
  if (query.view === 'needs') parts.push(needsTerm(p, listing));
  if (query.view === 'ready') parts.push(readyTerm);
  if (query.view === 'late') parts.push(lateReview(p, call, now));
  const { where } = query.query;
  if (where) parts.push(searchSql(where, (term, must) => searchTerm({ p, call, now }, term, must)));
  return parts;
}

/** What waits for this viewer: a paper without enough reviewers, or one whose reviews are in and on which their word is missing. */
function needsTerm(p: SqlParams, { call, now }: Listing): string {
  const wanted = settingsOf(call.call).reviewsPerSubmission;
  const parts = [understaffed(p, call.facts.deadlines, wanted, now)];
  if (call.may('decide')) parts.push(readyTerm);
  else {
    const mine = `select 1 from recommendation m where m.round_id = r.id and m.person_id = ${p.of(call.viewer.personId)}`;
    parts.push(`(${readyTerm} and not exists (${mine}))`);
  }
  return `(${parts.join(' or ')})`;
}

const shownOrder = ['submitted', 'review', 'hidden', 'revision', 'accepted', 'poster', 'rejected', 'withdrawn'];

function orderOf(sort: QuerySort | null): string {
  const dir = sort?.descending ? 'desc' : 'asc';
  switch ((sort?.key ?? 'number') as RecordSort) {
    case 'number':
      return `s.number ${dir}`;
    case 'title':
      return `lower(s.title) ${dir}, s.number`;
    case 'mean':
      return `s.score_mean ${dir} nulls last, s.number`;
    case 'state':
      return `array_position(array[${shownOrder.map((state) => `'${state}'`).join()}], ${stateTerm}) ${dir}, s.number`;
    case 'reviews':
      return `s.reviews_in ${dir}, s.reviews_expected ${dir}, s.number`;
    case 'submitted':
      return `s.submitted_at ${dir} nulls last, s.number`;
  }
}
