import type { DeadlineKind, DeadlineScope } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import { isKnown } from '../../access/known';
import { personName } from '../../platform/database/person-name';

/** Somebody whose work on one submission a date binds. */
export interface BoundPerson {
  personId: string;
  name: string;
  address: string;
  locale: string;
  timeZone: string;
  submissionId: string;
  trackId: string;
  submissionTypeId: string;
  number: number | null;
  title: string;
  assignmentId: string | null;
  /** Has handed in what the date asks for; may still replace it. */
  done: boolean;
  isDraft: boolean;
  /** The chair who asks may know of the submission. */
  known: boolean;
}

const person = `p.id as "personId", ${personName('p')} as name, e.address, p.locale, p.time_zone as "timeZone"`;
const paper = `s.id as "submissionId", s.track_id as "trackId", s.type_id as "submissionTypeId", s.number,
  case when s.state = 'draft' then w.title else s.title end as title, s.state = 'draft' as "isDraft", ${isKnown('s', '$2')} as known`;
const people = (
  id: string,
): string => `join person p on p.id = ${id} join person_email e on e.person_id = p.id and e.is_primary
  join working_copy w on w.submission_id = s.id`;

const authors = (done: string, where: string): string => `
  select ${person}, ${paper}, null::uuid as "assignmentId", ${done} as done
    from submission s join submission_contact k on k.submission_id = s.id ${people('k.person_id')}
   where s.call_id = $1 and ${where}`;

/** A first paper may be sent or replaced until reviewing begins. */
const beforeReview = `(s.state = 'draft' or (s.state = 'submitted' and s.current_round = 1 and not exists (
  select 1 from round r where r.submission_id = s.id and (r.n > 1 or r.state <> 'submitted'))))`;

const reviewers = `
  select ${person}, ${paper}, a.id as "assignmentId",
         exists (select 1 from review v where v.assignment_id = a.id and v.state = 'submitted') as done
    from assignment a join submission s on s.id = a.submission_id and s.state = 'submitted'
    join round r on r.id = a.round_id and r.n = s.current_round and r.state in ('submitted', 'review_open', 'discussion', 'rebuttal')
    ${people('a.reviewer_id')}
   where s.call_id = $1 and a.state in ('accepted', 'completed')`;

/** Whom a date of each kind binds. Other dates announce something, and nobody has to act by them. */
const audiences: Readonly<Partial<Record<DeadlineKind, string>>> = {
  abstract: authors(`s.state <> 'draft'`, `${beforeReview} and (s.stage is null or s.stage = 'abstract')`),
  paper: authors(`s.state <> 'draft' and s.stage <> 'abstract'`, beforeReview),
  review: `${reviewers} and a.due_at is null`,
  review_hard: reviewers,
  response: authors(
    `exists (select 1 from round r join author_response x on x.round_id = r.id
              where r.submission_id = s.id and r.n = s.current_round and x.submitted_n > 0)`,
    `s.state = 'submitted' and exists (select 1 from round r where r.submission_id = s.id and r.n = s.current_round
       and r.state = 'rebuttal' and r.response_opened_at is not null and r.response_closed_at is null)`,
  ),
  revision: authors(
    'false',
    `s.state = 'submitted' and exists (select 1 from decision x where x.submission_id = s.id and x.state = 'released'
       and x.outcome in ('minor_revision', 'major_revision')
       and not exists (select 1 from decision y where y.submission_id = s.id and y.released_at > x.released_at)
       and not exists (select 1 from submission_version v where v.submission_id = s.id and v.kind = 'revision'
                        and v.submitted_at > x.released_at))`,
  ),
  final: authors(`s.stage = 'final'`, `s.state = 'accepted'`),
};

/** Kinds of dates by which people act in their own work. */
export const bindingKinds = Object.keys(audiences) as DeadlineKind[];

/** Everybody whom dates of a kind bind in a call, once per submission; `viewerId` is the chair who asks. */
export async function boundBy(
  manager: EntityManager,
  callId: string,
  kind: DeadlineKind,
  viewerId: string,
): Promise<BoundPerson[]> {
  const sql = audiences[kind];
  return sql === undefined ? [] : manager.query<BoundPerson[]>(sql, [callId, viewerId]);
}

export function scopeOf({ trackId, submissionTypeId, submissionId, personId }: BoundPerson): DeadlineScope {
  return { trackId, submissionTypeId, submissionId, personId };
}
