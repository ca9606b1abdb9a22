import { Injectable } from '@nestjs/common';
import { type DeadlineTime } from '@convoke/domain';
import { deadlineTwice, pickLocale, translator } from '@convoke/texts';
import { composeLetter } from '../../notifications/letter-text';
import { Letters, type NewLetter } from '../../notifications/letters';
import { Config } from '../../platform/config';
import type { Tx } from '../../platform/unit-of-work';

interface ContactOfPaper {
  submission_id: string;
  number: number;
  title: string;
  person_id: string;
  name: string;
  address: string;
  locale: string;
  time_zone: string;
}

/** What authors are told of their response. Nothing in these letters is from a review. */
@Injectable()
export class ResponseMail {
  constructor(
    private readonly letters: Letters,
    private readonly config: Config,
  ) {}

  /** Tells the contact authors that they may respond, and until when; answers how many letters that makes. */
  async opened(
    tx: Tx,
    call: { id: string; slug: string; name: string },
    until: ReadonlyMap<string, DeadlineTime | null>,
  ): Promise<number> {
    const contacts = await tx.manager.query<ContactOfPaper[]>(
      `select s.id as submission_id, s.number, s.title, p.id as person_id, trim(p.given_name || ' ' || p.family_name) as name,
              e.address, p.locale, p.time_zone
         from submission s
         join submission_contact c on c.submission_id = s.id
         join person p on p.id = c.person_id
         join person_email e on e.person_id = p.id and e.is_primary
        where s.id = any($1) order by s.number, c.added_at, p.id`,
      [[...until.keys()]],
    );
    return this.letters.queueAll(
      tx,
      contacts.map((contact) => this.letter(tx, call, contact, until.get(contact.submission_id) ?? null)),
    );
  }

  private letter(
    tx: Tx,
    call: { id: string; slug: string; name: string },
    contact: ContactOfPaper,
    until: DeadlineTime | null,
  ): NewLetter {
    const locale = pickLocale(contact.locale);
    const { t } = translator(locale);
    const twice = deadlineTwice(
      { closesAt: until?.closesAt?.toISOString() ?? '', wallTime: until?.wallTime ?? '', zone: until?.zone ?? 'UTC' },
      locale,
      contact.time_zone,
    );
    const facts = {
      call: call.name,
      number: contact.number,
      title: contact.title || t('mail.untitled'),
      reader: twice.reader,
      due: twice.call,
      link: `${this.config.publicUrl}/app/c/${call.slug}/s/${contact.number}`,
    };
    return {
      class: 'notice',
      dedupeKey: `response-opened:${contact.submission_id}:${tx.now.toISOString()}:${contact.person_id}`,
      to: { address: contact.address, name: contact.name, personId: contact.person_id },
      subject: t('talk.mail.opened.subject', facts),
      text: composeLetter(t, {
        name: contact.name,
        paragraphs: [t('talk.mail.opened.text', facts), t('talk.mail.opened.draft'), facts.link],
        signature: call.name,
      }),
      callId: call.id,
      submissionId: contact.submission_id,
    };
  }
}
