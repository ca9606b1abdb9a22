import {
  type Field,
  folded,
  type Phase,
  type QueryTerm,
  type QueryValue,
  Refusal,
  type SubmissionField,
  submissionLanguage,
  wordsOf,
} from '@convoke/domain';
import { type CallAccess } from '../access/access.service';
import { knownWhere } from '../access/known-where';
import { anywhere, numberSql, type TermSql } from '../platform/database/search-sql';
import type { SqlParams } from '../platform/database/sql-params';
import { lateTerm, stateTerm, underReview } from './list-terms';

/** What a search may ask: the statement's parameters, the call as the viewer may see it, and the instant. */
export interface Search {
  readonly p: SqlParams;
  readonly call: CallAccess;
  readonly now: Date;
}

/** What must be seen of a submission to search by it, and from which phase on there can be any of it. */
type Needs = readonly [field: Field, from?: Phase];

const title: Needs = ['submission.title_abstract'];
const counts: Needs = ['assignment.count_and_status'];
const names: Needs = ['assignment.reviewer_names'];
const scores: Needs = ['review.scores', 'review_open'];
const decision: Needs = ['decision.value', 'discussion'];

const needed: Readonly<Record<Exclude<SubmissionField, 're' | 'has'>, Needs>> = {
  ti: title,
  ab: title,
  topic: title,
  track: title,
  type: title,
  status: decision,
  au: ['author.names'],
  dec: decision,
  score: scores,
};
const neededToHave: Readonly<Record<string, Needs>> = {
  pdf: ['file.pdf'],
  supplementary: ['file.supplementary'],
  paper: title,
  reviews: counts,
  'draft-review': counts,
  score: scores,
  recommendation: ['review.text', 'review_open'],
  decision,
  conflict: ['conflict.pc_declared'],
  tag: title,
};

function needsOf({ field, value }: Pick<QueryTerm, 'field' | 'value'>): Needs {
  if (field === 're') return value.is === 'text' || (value.is === 'choice' && value.choice === 'me') ? names : counts;
  if (field === 'has') return (value.is === 'choice' && neededToHave[value.choice]) || title;
  return needed[field as keyof typeof needed] ?? title;
}

/** The fields that the viewer cannot search by in this list, whatever it holds. */
export function refusedFields(call: CallAccess): SubmissionField[] {
  const fields = Object.keys(submissionLanguage.fields) as SubmissionField[];
  const asked: QueryValue = { is: 'compare', by: '=', n: 0 };
  return fields.filter((field) => knownWhere(call, ...needsOf({ field, value: asked })) === null);
}

/** One term of a query over `s`, `r`, `d`, `y`; refused where nothing of it can be known in this list, whatever there is. */
export function searchTerm(search: Search, term: QueryTerm, must: boolean): TermSql {
  const known = knownWhere(search.call, ...needsOf(term));
  const { at, length, field } = term;
  if (known === null) throw new Refusal('not_searchable', { field, at, length });
  const sql = sqlOf(search, term, must);
  return known === 'true' ? { sql } : { sql, known };
}

function sqlOf({ p, call, now }: Search, { field, value }: QueryTerm, must: boolean): string {
  switch (field as SubmissionField | 'words' | 'number' | 'tag') {
    case 'words':
      return wordsTerm(p, call, value, must);
    case 'ti':
      return partTerm(p, call, value, 'title');
    case 'ab':
      return partTerm(p, call, value, 'abstract');
    case 'au':
      return `s.authors_search like ${p.of(anywhere(folded(textOf(value))))}`;
    case 'topic':
      return `s.topic_ids && array(select o.id from topic o where o.call_id = ${p.of(call.call.id)} and o.name ilike ${p.of(anywhere(textOf(value)))})`;
    case 'track':
      return namedTerm(p, call, value, { column: 's.track_id', table: 'track', key: 'slug' });
    case 'type':
      return namedTerm(p, call, value, { column: 's.type_id', table: 'submission_type', key: 'key' });
    case 'number':
      return numberSql(p, 's.number', value);
    case 'tag':
      return `s.id in (select g.submission_id from submission_tag g where g.name = ${p.of(textOf(value))} and ${ownOrShared(p, call)})`;
    case 'status':
      return `${stateTerm} = ${p.of(choiceOf(value))}`;
    case 'dec':
      return decisionTerm(p, choiceOf(value));
    case 'score':
      return numberSql(p, 's.score_mean', value);
    case 're':
      return reviewsTerm({ p, call, now }, value);
    case 'has':
      return hasTerm(p, call, choiceOf(value));
  }
}

/**
 * The words of title and abstract. As a set, where it does not decide alone: the index finds it once, and no text is taken apart row
 * by row.
 */
function wordsTerm(p: SqlParams, call: CallAccess, value: QueryValue, must: boolean): string {
  const asked = textQuery(p, value);
  const text = must ? `submission_words(s.title, s.abstract) @@ ${asked}` : found(p, call, asked);
  const n = value.is === 'text' && !value.phrase && /^\d{1,9}$/.test(value.text) ? Number(value.text) : null;
  return n === null ? text : `(s.number = ${p.of(n)} or ${text})`;
}

/** Words of one part alone: among those that have them at all. */
function partTerm(p: SqlParams, call: CallAccess, value: QueryValue, part: 'title' | 'abstract'): string {
  const asked = textQuery(p, value);
  return found(p, call, asked, `and to_tsvector('simple', w.${part}) @@ ${asked}`);
}

const found = (p: SqlParams, call: CallAccess, asked: string, and = ''): string =>
  `s.id in (select w.id from submission w where w.call_id = ${p.of(call.call.id)} and submission_words(w.title, w.abstract) @@ ${asked} ${and})`;

function textQuery(p: SqlParams, value: QueryValue): string {
  const words = wordsOf(textOf(value));
  if (value.is === 'text' && value.phrase) return `phraseto_tsquery('simple', ${p.of(words.join(' '))})`;
  return `to_tsquery('simple', ${p.of(words.map((word) => `'${word}':*`).join(' & '))})`;
}

/** By the key that links use; by part of the name where no key is meant. */
function namedTerm(
  p: SqlParams,
  call: CallAccess,
  value: QueryValue,
  { column, table, key }: { column: string; table: string; key: string },
): string {
  const text = p.of(textOf(value).toLowerCase());
  const [callId, like] = [p.of(call.call.id), p.of(anywhere(textOf(value)))];
  const meant = `select k.id from ${table} k where k.call_id = ${callId} and k.${key} = ${text}`;
  return `${column} in (select n.id from ${table} n where n.call_id = ${callId}
    and (n.${key} = ${text} or (n.name ilike ${like} and not exists (${meant}))))`;
}

function decisionTerm(p: SqlParams, choice: string): string {
  if (choice === 'none') return 'd.id is null';
  if (choice === 'yes') return `d.outcome in ('accept', 'accept_paper', 'accept_poster')`;
  if (choice === 'no') return `d.outcome = 'reject'`;
  return `d.outcome = ${p.of(choice)}`;
}

const serving = `('proposed', 'invited', 'accepted', 'completed')`;

function reviewsTerm({ p, call, now }: Search, value: QueryValue): string {
  if (value.is === 'compare' || value.is === 'range') return numberSql(p, 's.reviews_in', value);
  if (value.is === 'text') {
    const name = p.of(anywhere(value.text));
    return `r.id in (select a.round_id from assignment a join person q on q.id = a.reviewer_id
      where a.state in ${serving} and (q.given_name || ' ' || q.family_name) ilike ${name})`;
  }
  switch (value.choice) {
    case 'in':
      return `(s.reviews_expected > 0 and s.reviews_in >= s.reviews_expected)`;
    case 'missing':
      return `s.reviews_in < s.reviews_expected`;
    case 'late':
      return lateReview(p, call, now);
    default:
      return `r.id in (select a.round_id from assignment a where a.reviewer_id = ${p.of(call.viewer.personId)} and a.state in ${serving})`;
  }
}

/** A review of the current round whose date has passed. */
export function lateReview(p: SqlParams, call: CallAccess, now: Date): string {
  const late = lateTerm(p, call.facts.deadlines, now);
  return `(${underReview} and exists (select 1 from assignment a where a.round_id = r.id and ${late}))`;
}

function hasTerm(p: SqlParams, call: CallAccess, choice: string): string {
  switch (choice) {
    case 'pdf':
      return fileTerm(`f.slot = 'paper' and f.media_type = 'application/pdf'`);
    case 'supplementary':
      return fileTerm(`f.slot <> 'paper'`);
    case 'paper':
      return `s.stage <> 'abstract'`;
    case 'reviews':
      return `s.reviews_in > 0`;
    case 'draft-review':
      return `r.id in (select v.round_id from review v join assignment a on a.id = v.assignment_id
        where v.state = 'draft' and a.state in ('invited', 'accepted'))`;
    case 'score':
      return `s.score_mean is not null`;
    case 'recommendation':
      return `exists (select 1 from recommendation m where m.round_id = r.id)`;
    case 'decision':
      return `d.id is not null`;
    case 'conflict':
      return `exists (select 1 from conflict x where x.submission_id = s.id and x.state = 'blocking')`;
    default:
      return `s.id in (select g.submission_id from submission_tag g where ${ownOrShared(p, call)})`;
  }
}

/** A file of the version submitted last. */
const fileTerm = (which: string): string => `exists (select 1 from submission_version w
  join submission_file f on f.id = any(w.file_ids) and ${which}
  where w.submission_id = s.id and w.n = (select max(x.n) from submission_version x where x.submission_id = s.id))`;

/** In a chairs' list the tags of chairs and committee are read by all who have it. */
const ownOrShared = (p: SqlParams, call: CallAccess): string =>
  `(g.scope <> 'private' or g.person_id = ${p.of(call.viewer.personId)})`;

const textOf = (value: QueryValue): string => (value.is === 'text' ? value.text : '');
const choiceOf = (value: QueryValue): string => (value.is === 'choice' ? value.choice : '');
