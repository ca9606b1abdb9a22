import { Injectable, Logger } from '@nestjs/common';
import { deadlineTwice, longDate, pickLocale, translator } from '@convoke/texts';
import { Config } from '../platform/config';
import { InvitationLinks } from '../platform/invitation-links';
import { UnitOfWork, type Tx } from '../platform/unit-of-work';
import { composeLetter } from './letter-text';
import { Letters } from './letters';
import { reminderRules, reminderSubjects, type ReminderRule } from './reminder-rules';

interface DueReminder {
  id: string;
  rule: string;
  person_id: string;
  submission_id: string;
  assignment_id: string | null;
  anchor_at: Date;
  fire_at: Date;
}

/** What the letter says, read in the transaction that sends it. */
interface ReminderFacts {
  closes_at: Date | null;
  wall_time: string | null;
  zone: string | null;
  reminded_at: Date | null;
  anchor_at: Date;
  call_id: string;
  call_name: string;
  call_slug: string;
  title: string;
  number: number | null;
  stage: string | null;
  given_name: string;
  family_name: string;
  locale: string;
  time_zone: string;
  address: string;
  wants_reminders: boolean;
}

const day = 86_400_000;
/** Reminders become rows this long before they fire, so that a chair can see them coming. */
const horizonMs = 8 * day;

/** Reminds people of what is still open before their deadline. The scheduler only wakes it; rows decide. */
@Injectable()
export class RemindersService {
  private readonly logger = new Logger('Reminders');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: Letters,
    private readonly config: Config,
    private readonly links: InvitationLinks,
  ) {}

  /** Plans what is coming, cancels what no longer holds, and fires what is due. */
  async sweep(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      for (const rule of reminderRules) await this.plan(tx, rule);
    });
    for (const id of await this.dueIds()) await this.fire(id);
  }

  /** Fires one reminder: asks again whether it is still true and still useful, and only then queues the letter. */
  async fire(id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [reminder]: DueReminder[] = await tx.manager.query(
        `select id, rule, person_id, submission_id, assignment_id, anchor_at, fire_at from reminder
          where id = $1 and state = 'planned' and fire_at <= $2 for update skip locked`,
        [id, tx.now],
      );
      const rule = reminder && reminderRules.find(({ key }) => key === reminder.rule);
      if (!reminder || !rule) return;
      const facts = await this.stillTrue(tx, rule, reminder);
      const reason = this.reasonToSkip(tx, rule, reminder, facts);
      if (facts && !reason) await this.queueLetter(tx, rule, reminder, facts);
      await this.settle(tx, id, reason);
    });
  }

  private async plan(tx: Tx, rule: ReminderRule): Promise<void> {
    const subject = reminderSubjects[rule.subject];
    await tx.manager.query(
      `update reminder set state = 'cancelled', settled_at = $2,
              reason = 'the date moved or there is nothing left to do'
        where rule = $1 and state = 'planned'
          and not exists (select 1 from (${subject}) open
               where open.person_id = reminder.person_id and open.submission_id = reminder.submission_id
                 and open.assignment_id is not distinct from reminder.assignment_id and open.anchor_at = reminder.anchor_at)`,
      [rule.key, tx.now],
    );
    await tx.manager.query(
      `insert into reminder (id, rule, call_id, submission_id, assignment_id, person_id, anchor_at, fire_at, created_at)
       select gen_random_uuid(), $1, call_id, submission_id, assignment_id, person_id, anchor_at,
              anchor_at + make_interval(secs => $3::float8 / 1000), $2
         from (${subject}) open
        where anchor_at + make_interval(secs => $3::float8 / 1000)
              between $2::timestamptz - make_interval(secs => $4::float8 / 1000)
                  and $2::timestamptz + make_interval(secs => $5::float8 / 1000)
          and since <= anchor_at + make_interval(secs => $3::float8 / 1000)
       on conflict do nothing`,
      [rule.key, tx.now, rule.offsetMs, rule.usefulMs, horizonMs],
    );
    // A date that moved away and came back is the same anchor: its reminder lives again instead of being lost.
    await tx.manager.query(
      `update reminder set state = 'planned', settled_at = null, reason = ''
        where rule = $1 and state = 'cancelled' and fire_at > $2
          and exists (select 1 from (${subject}) open
               where open.person_id = reminder.person_id and open.submission_id = reminder.submission_id
                 and open.assignment_id is not distinct from reminder.assignment_id and open.anchor_at = reminder.anchor_at)`,
      [rule.key, tx.now],
    );
  }

  private async dueIds(): Promise<string[]> {
    const rows: { id: string }[] = await this.unitOfWork.run((tx) =>
      tx.manager.query(`select id from reminder where state = 'planned' and fire_at <= $1 order by fire_at`, [tx.now]),
    );
    return rows.map((row) => row.id);
  }

  private async stillTrue(tx: Tx, rule: ReminderRule, reminder: DueReminder): Promise<ReminderFacts | undefined> {
    const [facts]: ReminderFacts[] = await tx.manager.query(
      `select open.closes_at, open.wall_time, open.zone, open.reminded_at, open.anchor_at, c.id as call_id, c.name as call_name,
              c.slug as call_slug, ${rule.subject === 'draft' ? 'w' : 's'}.title, s.number, s.stage, p.given_name, p.family_name, p.locale, p.time_zone, p.wants_reminders, e.address
         from (${reminderSubjects[rule.subject]}) open
         join call c on c.id = open.call_id
         join submission s on s.id = open.submission_id
         join working_copy w on w.submission_id = s.id
         join person p on p.id = open.person_id
         join person_email e on e.person_id = p.id and e.is_primary
        where open.person_id = $1 and open.submission_id = $2 and open.assignment_id is not distinct from $3
          and open.anchor_at = $4`,
      [reminder.person_id, reminder.submission_id, reminder.assignment_id, reminder.anchor_at],
    );
    return facts;
  }

  private reasonToSkip(
    tx: Tx,
    rule: ReminderRule,
    reminder: DueReminder,
    facts: ReminderFacts | undefined,
  ): string | null {
    if (!facts) return 'nothing left to do';
    if (!facts.wants_reminders) return 'the person wants no reminders';
    if (tx.now.getTime() - reminder.fire_at.getTime() > rule.usefulMs) return 'too late to help';
    if (rule.offsetMs < 0 && tx.now >= reminder.anchor_at) return 'too late to help';
    if (facts.reminded_at && tx.now.getTime() - facts.reminded_at.getTime() < day) return 'reminded by hand today';
    return null;
  }

  private async settle(tx: Tx, id: string, reason: string | null): Promise<void> {
    await tx.manager.query(
      `update reminder set state = $2, reason = $3, settled_at = $4 where id = $1 and state = 'planned'`,
      [id, reason ? 'skipped' : 'sent', reason ?? '', tx.now],
    );
    if (reason) this.logger.log(`reminder ${id} skipped: ${reason}`);
  }

  private async queueLetter(tx: Tx, rule: ReminderRule, reminder: DueReminder, facts: ReminderFacts): Promise<void> {
    const locale = pickLocale(facts.locale);
    const { t } = translator(locale);
    const words = {
      call: facts.call_name,
      title: facts.title || t('mail.untitled'),
      number: facts.number ?? 0,
      numbered: facts.number === null ? 'no' : 'yes',
      stage: facts.stage ?? 'draft',
      late: rule.offsetMs > 0 ? 'yes' : 'no',
      date: facts.anchor_at ? longDate(facts.anchor_at, facts.time_zone, locale) : '',
      ...this.dueWords(facts, locale),
      link: this.linkOf(rule, reminder, facts),
    };
    await this.letters.queue(tx, {
      class: 'reminder',
      dedupeKey: `reminder:${reminder.id}`,
      to: { address: facts.address, name: `${facts.given_name} ${facts.family_name}`, personId: reminder.person_id },
      subject: t(`mail.reminder.${rule.subject}.subject`, words),
      text: composeLetter(t, {
        name: `${facts.given_name} ${facts.family_name}`,
        paragraphs: [t(`mail.reminder.${rule.subject}.body`, words), words.link],
        signature: facts.call_name,
        footer: [
          t('mail.reminder.why'),
          t('mail.reminder.stop', { link: `${this.config.publicUrl}/account#reminders` }),
        ],
      }),
      callId: facts.call_id,
      submissionId: reminder.submission_id,
    });
  }

  /** The date twice, as everywhere: on the reader's clock and in the call's zone. */
  private dueWords(
    facts: ReminderFacts,
    locale: ReturnType<typeof pickLocale>,
  ): { dated: string; reader: string; due: string } {
    if (!facts.closes_at || !facts.zone) return { dated: 'no', reader: '', due: '' };
    const shown = { closesAt: facts.closes_at.toISOString(), wallTime: facts.wall_time ?? '', zone: facts.zone };
    const { reader, call } = deadlineTwice(shown, locale, facts.time_zone);
    return { dated: 'yes', reader, due: call };
  }

  private linkOf(rule: ReminderRule, reminder: DueReminder, facts: ReminderFacts): string {
    const base = `${this.config.publicUrl}/app/c/${facts.call_slug}`;
    if (rule.subject === 'review') return `${base}/r/${reminder.assignment_id ?? ''}`;
    if (rule.subject === 'invitation') return this.links.urlOf(reminder.assignment_id ?? '');
    return facts.number === null ? `${base}/d/${reminder.submission_id}` : `${base}/s/${facts.number}`;
  }
}
