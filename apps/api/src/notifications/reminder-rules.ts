import { bindingDeadline } from '../platform/database/binding-deadline';

const hour = 3_600_000;
const day = 24 * hour;

/** What a reminder is about; each subject has one query that says for whom it is still true. */
export type ReminderSubject = 'draft' | 'review' | 'invitation' | 'response' | 'revision';

export interface ReminderRule {
  readonly key: string;
  readonly subject: ReminderSubject;
  /** From the anchor (the deadline, or the day of the invitation) to the reminder; negative is before. */
  readonly offsetMs: number;
  /** A reminder that is late by more than this helps nobody any more. */
  readonly usefulMs: number;
}

/** When people are reminded, and of what. */
export const reminderRules: readonly ReminderRule[] = [
  { key: 'draft_48h_before', subject: 'draft', offsetMs: -48 * hour, usefulMs: 24 * hour },
  { key: 'draft_4h_before', subject: 'draft', offsetMs: -4 * hour, usefulMs: 3 * hour },
  { key: 'review_7d_before', subject: 'review', offsetMs: -7 * day, usefulMs: 3 * day },
  { key: 'review_1d_before', subject: 'review', offsetMs: -1 * day, usefulMs: 20 * hour },
  { key: 'review_1d_after', subject: 'review', offsetMs: 1 * day, usefulMs: 2 * day },
  { key: 'review_4d_after', subject: 'review', offsetMs: 4 * day, usefulMs: 7 * day },
  { key: 'response_1d_before', subject: 'response', offsetMs: -1 * day, usefulMs: 20 * hour },
  { key: 'revision_7d_before', subject: 'revision', offsetMs: -7 * day, usefulMs: 3 * day },
  { key: 'revision_1d_before', subject: 'revision', offsetMs: -1 * day, usefulMs: 20 * hour },
  { key: 'invitation_3d_after', subject: 'invitation', offsetMs: 3 * day, usefulMs: 7 * day },
];

/**
 * For whom each subject is true right now: one row per person to remind, with the instant the rules count from (`anchor_at`) and
 * since when the person could know (`since`): nobody is reminded of what they began after the reminder's hour.
 */
export const reminderSubjects: Readonly<Record<ReminderSubject, string>> = {
  draft: `
    select s.call_id, s.id as submission_id, null::uuid as assignment_id, contact.person_id, due.closes_at as anchor_at,
           s.created_at as since, null::timestamptz as reminded_at, due.closes_at, due.wall_time, due.zone
      from submission s
      join call c on c.id = s.call_id and c.state = 'published'
      join submission_contact contact on contact.submission_id = s.id
      ${bindingDeadline('paper', 's', 'contact.person_id', 'due')}
     where due.closes_at is not null
       and (s.state = 'draft' or (s.state = 'submitted' and s.stage = 'abstract'))`,
  review: `
    select s.call_id, s.id as submission_id, a.id as assignment_id, a.reviewer_id as person_id,
           coalesce(a.due_at, due.closes_at) as anchor_at, coalesce(a.answered_at, a.created_at) as since, a.reminded_at,
           coalesce(a.due_at, due.closes_at) as closes_at,
           case when a.due_at is null then due.wall_time end as wall_time,
           case when a.due_at is null then due.zone else c.time_zone end as zone
      from assignment a
      join submission s on s.id = a.submission_id and s.state = 'submitted'
      join call c on c.id = s.call_id and c.state = 'published'
      join round r on r.id = a.round_id and r.state in ('submitted', 'review_open', 'discussion')
      ${bindingDeadline('review', 's', 'a.reviewer_id', 'due')}
     where a.state = 'accepted' and coalesce(a.due_at, due.closes_at) is not null
       and not exists (select 1 from review v where v.assignment_id = a.id and v.state = 'submitted')`,
  invitation: `
    select s.call_id, s.id as submission_id, a.id as assignment_id, a.reviewer_id as person_id, a.invited_at as anchor_at,
           a.invited_at as since, a.reminded_at, coalesce(a.due_at, due.closes_at) as closes_at,
           case when a.due_at is null then due.wall_time end as wall_time,
           case when a.due_at is null then due.zone else c.time_zone end as zone
      from assignment a
      join submission s on s.id = a.submission_id and s.state = 'submitted'
      join call c on c.id = s.call_id and c.state = 'published'
      join round r on r.id = a.round_id and r.state in ('submitted', 'review_open', 'discussion')
      ${bindingDeadline('review', 's', 'a.reviewer_id', 'due')}
     where a.state = 'invited' and a.invited_at is not null`,
  response: `
    select s.call_id, s.id as submission_id, null::uuid as assignment_id, contact.person_id, due.closes_at as anchor_at,
           r.response_opened_at as since, null::timestamptz as reminded_at, due.closes_at, due.wall_time, due.zone
      from round r
      join submission s on s.id = r.submission_id and s.current_round = r.n and s.state = 'submitted'
      join call c on c.id = s.call_id and c.state = 'published'
      join submission_contact contact on contact.submission_id = s.id
      ${bindingDeadline('response', 's', null, 'due')}
     where r.state = 'rebuttal' and r.response_opened_at is not null and r.response_closed_at is null
       and due.closes_at is not null
       and not exists (select 1 from author_response a where a.round_id = r.id and a.submitted_n > 0)`,
  revision: `
    select s.call_id, s.id as submission_id, null::uuid as assignment_id, contact.person_id, due.closes_at as anchor_at,
           asked.released_at as since, null::timestamptz as reminded_at, due.closes_at, due.wall_time, due.zone
      from submission s
      join call c on c.id = s.call_id and c.state = 'published'
      join lateral (select d.released_at, d.outcome from decision d where d.submission_id = s.id and d.state = 'released'
                     order by d.released_at desc limit 1) asked on asked.outcome in ('minor_revision', 'major_revision')
      join submission_contact contact on contact.submission_id = s.id
      ${bindingDeadline('revision', 's', 'contact.person_id', 'due')}
     where s.state = 'submitted' and due.closes_at is not null
       and not exists (select 1 from submission_version v where v.submission_id = s.id and v.kind = 'revision'
                        and v.submitted_at > asked.released_at)`,
};
