import type { EntityManager } from 'typeorm';
import type { AssignmentState } from '@convoke/contract';
import { settingsOf, type CallKind, type CallSettings } from '@convoke/domain';
import { personName } from '../platform/database/person-name';
import { dayEndAfter, reviewDue, type DueColumns } from './review-due';

/** What a letter about an assignment may say. */
export interface LetterFacts extends DueColumns {
  assignment_id: string;
  state: AssignmentState;
  /** The date that this assignment alone gets when its reviewer is told. */
  own_due?: Date | null;
  reminded_at: Date | null;
  expires_at: Date | null;
  has_draft: boolean;
  in_committee: boolean;
  person_id: string;
  name: string;
  address: string;
  locale: string;
  time_zone: string;
  submission_id: string;
  track_id: string;
  number: number;
  title: string;
  pages: number | null;
  call_id: string;
  call_slug: string;
  call_name: string;
  call_zone: string;
  call_kind: CallKind;
  call_settings: Partial<CallSettings>;
  handler_name: string | null;
  /** Who asked, and where they read mail. */
  asker_id: string | null;
  asker_name: string | null;
  asker_address: string | null;
  asker_locale: string | null;
}

/** Everything the letters about these assignments need, in one query and in the order of the papers. */
export function letterFacts(manager: EntityManager, assignmentIds: readonly string[]): Promise<LetterFacts[]> {
  return manager.query(
    `select a.id as assignment_id, a.state, a.reminded_at, a.expires_at, v.id is not null as has_draft,
            exists (select 1 from membership m where m.person_id = a.reviewer_id and m.call_id = s.call_id
                       and m.role = 'reviewer' and m.ends_at is null) as in_committee,
            p.id as person_id, ${personName('p')} as name, e.address, p.locale, p.time_zone,
            s.id as submission_id, s.track_id, s.number, s.title, pages.pages,
            c.id as call_id, c.slug as call_slug, c.name as call_name, c.time_zone as call_zone, c.kind as call_kind, c.settings as call_settings,
            ${personName('h')} as handler_name,
            i.id as asker_id, ${personName('i')} as asker_name, ie.address as asker_address, i.locale as asker_locale,
            due.due_at, due.due_wall, due.due_zone
       from assignment a
       join submission s on s.id = a.submission_id
       join call c on c.id = s.call_id
       join person p on p.id = a.reviewer_id
       join lateral (select address from person_email where person_id = p.id
                      order by verified_at is null, is_primary desc limit 1) e on true
       left join person h on h.id = s.handler_id
       left join person i on i.id = a.invited_by
       left join person_email ie on ie.person_id = i.id and ie.is_primary
       left join review v on v.assignment_id = a.id
       left join lateral (
         select f.pages from submission_version sv join submission_file f on f.id = any(sv.file_ids)
          where sv.submission_id = s.id and sv.kind in ('paper', 'revision') and f.slot = 'paper'
          order by sv.n desc limit 1) pages on true
       ${reviewDue('s', 'a')}
      where a.id = any($1)
      order by s.number, p.family_name, p.given_name`,
    [assignmentIds],
  );
}

/** The settings of the call a letter belongs to, defaults filled in. */
export function callSettingsOf(facts: LetterFacts): CallSettings {
  return settingsOf({ kind: facts.call_kind, settings: facts.call_settings });
}

/**
 * The same facts with a date where nothing sets one: a special issue whose editors leave the date of reviews open gives each
 * reviewer so many days from being told. Conferences announce one date for all, so theirs stays to be announced.
 */
export function withReviewDays(facts: readonly LetterFacts[], now: Date): LetterFacts[] {
  return facts.map((one) => {
    if (one.due_at || one.call_kind !== 'special_issue') return one;
    const due = dayEndAfter(now, callSettingsOf(one).reviewDays, one.call_zone);
    return { ...one, ...due, own_due: due.due_at };
  });
}
