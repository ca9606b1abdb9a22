import { Injectable } from '@nestjs/common';
import type { AnswerAssignment, AssignmentState, DueView } from '@convoke/contract';
import { Refusal, settingsOf } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService } from '../access/access.service';
import { OneTimeLinks } from '../accounts/one-time-links';
import { Clock } from '../platform/clock';
import { hashOf } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';
import { personName } from '../platform/database/person-name';
import { Answering } from './answering.service';
import { dueOf, reviewDue, type DueColumns } from './review-due';

/** What the page behind an invitation link says. */
export interface Invitation {
  assignmentId: string;
  state: AssignmentState;
  /** It can be answered now. */
  open: boolean;
  expired: boolean;
  /** The reviewer said so: it ended with a conflict of their own declaring. */
  declared: boolean;
  reviewerId: string;
  reviewerName: string;
  hasPassword: boolean;
  callSlug: string;
  callName: string;
  number: number;
  /** Only as far as the visibility table shows them to somebody invited. */
  title: string | null;
  abstract: string | null;
  pages: number | null;
  handler: string | null;
  due: DueView | null;
  timeZone: string;
  askerAddress: string | null;
}

interface InvitationRow extends DueColumns {
  id: string;
  state: AssignmentState;
  expires_at: Date | null;
  declared: boolean;
  reviewer_id: string;
  reviewer_name: string;
  has_password: boolean;
  email_id: string;
  locale: string;
  time_zone: string;
  submission_id: string;
  number: number;
  title: string;
  abstract: string;
  pages: number | null;
  call_slug: string;
  call_name: string;
  handler: string | null;
  asker_address: string | null;
}

const answerable: readonly AssignmentState[] = ['invited'];

/** Answers to invitations by the link alone: the link proves who holds the mailbox, and nothing beyond this one assignment. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: AccessService,
    private readonly answering: Answering,
    private readonly oneTimeLinks: OneTimeLinks,
    private readonly clock: Clock,
  ) {}

  /** What the link leads to. Changes nothing: mail scanners follow links. */
  async look(token: string): Promise<Invitation> {
    const row = await this.find(token);
    const seen = await this.seenBy(row);
    const expired = row.expires_at !== null && row.expires_at <= this.clock.now();
    return {
      assignmentId: row.id,
      state: row.state,
      open: answerable.includes(row.state) && !expired && seen.mayAnswer,
      expired: row.state === 'expired' || (row.state === 'invited' && expired),
      declared: row.declared,
      reviewerId: row.reviewer_id,
      reviewerName: row.reviewer_name,
      hasPassword: row.has_password,
      callSlug: row.call_slug,
      callName: row.call_name,
      number: row.number,
      title: seen.title ? row.title : null,
      abstract: seen.title ? row.abstract : null,
      pages: seen.title ? row.pages : null,
      handler: seen.handler ? row.handler : null,
      due: dueOf(row),
      timeZone: row.time_zone,
      askerAddress: row.asker_address,
    };
  }

  /** Carries out the answer of whoever holds the link. */
  async answer(token: string, answer: AnswerAssignment): Promise<void> {
    await this.answering.answer({ tokenHash: hashOf(token) }, answer);
  }

  /**
   * For a reviewer who accepted and has no password yet: a link to choose one, good for an hour, that goes on to the review. Whoever has a password signs in
   * with it; an invitation never replaces one.
   */
  async passwordLink(token: string): Promise<string> {
    const row = await this.find(token);
    if (row.has_password || (row.state !== 'accepted' && row.state !== 'completed')) throw new Refusal('not_permitted');
    const once = await this.unitOfWork.run((tx) =>
      this.oneTimeLinks.issue(tx, 'reset', { personId: row.reviewer_id, emailId: row.email_id }),
    );
    const next = `/app/c/${row.call_slug}/r/${row.id}`;
    return `/reset/${once}?next=${encodeURIComponent(next)}`;
  }

  /** What the rules show to the reviewer in question, who need not be signed in. */
  private async seenBy(row: InvitationRow): Promise<{ title: boolean; handler: boolean; mayAnswer: boolean }> {
    const viewer: Viewer = {
      personId: row.reviewer_id,
      name: row.reviewer_name,
      verified: true,
      isAdmin: false,
      sessionId: '',
      locale: row.locale,
      timeZone: row.time_zone,
    };
    try {
      const access = await this.access.submission(this.database.manager, viewer, { id: row.submission_id });
      const { visibility } = settingsOf(access.call);
      return {
        title: access.sees('submission.title_abstract'),
        handler: access.sees('assignment.handling_chair') && visibility.reviewers_see_handling_chair !== false,
        mayAnswer: access.may('answerInvitation'),
      };
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found')
        return { title: false, handler: false, mayAnswer: false };
      throw error;
    }
  }

  private async find(token: string): Promise<InvitationRow> {
    const [row] = await this.database.query<InvitationRow[]>(
      `select a.id, a.state, a.expires_at,
              exists (select 1 from conflict x where x.submission_id = a.submission_id and x.person_id = a.reviewer_id
                         and x.source = 'reviewer' and x.state = 'blocking') as declared,
              p.id as reviewer_id, ${personName('p')} as reviewer_name,
              p.password_hash is not null as has_password, e.id as email_id, p.locale, p.time_zone,
              s.id as submission_id, s.number, s.title, s.abstract, pages.pages, c.slug as call_slug, c.name as call_name,
              coalesce(${personName('h')}, ${personName('i')}) as handler, ie.address as asker_address,
              due.due_at, due.due_wall, due.due_zone
         from assignment a
         join person p on p.id = a.reviewer_id
         join lateral (select id from person_email where person_id = p.id
                        order by verified_at is null, is_primary desc limit 1) e on true
         join submission s on s.id = a.submission_id
         join call c on c.id = s.call_id
         left join person h on h.id = s.handler_id
         left join person i on i.id = a.invited_by
         left join person_email ie on ie.person_id = i.id and ie.is_primary
         left join lateral (
           select f.pages from submission_version sv join submission_file f on f.id = any(sv.file_ids)
            where sv.submission_id = s.id and sv.kind in ('paper', 'revision') and f.slot = 'paper'
            order by sv.n desc limit 1) pages on true
         ${reviewDue('s', 'a')}
        where a.token_hash = $1 and a.state <> 'proposed'`,
      [hashOf(token)],
    );
    if (!row) throw new Refusal('not_found');
    return row;
  }
}
