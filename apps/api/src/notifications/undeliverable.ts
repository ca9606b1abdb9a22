import { Injectable } from '@nestjs/common';
import { pickLocale, translator } from '@convoke/texts';
import { Config } from '../platform/config';
import { personName } from '../platform/database/person-name';
import type { Tx } from '../platform/unit-of-work';
import { composeLetter } from './letter-text';
import { Letters, type NewLetter } from './letters';

interface Refused {
  id: string;
  to_address: string;
}

interface Chair {
  person_id: string;
  name: string;
  address: string;
  locale: string;
  call_id: string;
  call_name: string;
  slug: string;
}

/** Addresses that a mail server refused for good. They are marked until a letter arrives there again, and the chairs are told. */
@Injectable()
export class Undeliverable {
  constructor(
    private readonly letters: Letters,
    private readonly config: Config,
  ) {}

  /** Marks the address of a letter that was refused, and alerts those who lead its call: once a day, however many addresses there are. */
  async mark(tx: Tx, letter: Refused, reply: string): Promise<void> {
    await tx.manager.query(
      `insert into undeliverable_address (address, reply, since) values ($1, $2, $3)
       on conflict (address) do update set reply = excluded.reply`,
      [letter.to_address, reply.slice(0, 500), tx.now],
    );
    const chairs: Chair[] = await tx.manager.query(
      `select p.id as person_id, ${personName('p')} as name, e.address, p.locale, c.id as call_id, c.name as call_name, c.slug
         from email_message m
         join call c on c.id = m.call_id
         join membership o on o.call_id = c.id and o.role in ('chair', 'guest_editor') and o.ends_at is null
         join person p on p.id = o.person_id
         join person_email e on e.person_id = p.id and e.is_primary
        where m.id = $1 and e.address <> $2`,
      [letter.id, letter.to_address],
    );
    await this.letters.queueAll(
      tx,
      chairs.map((chair) => this.alert(chair, tx.now)),
    );
  }

  /** Names neither the address nor the paper: whoever may not know them reads this letter, too. */
  private alert(chair: Chair, now: Date): NewLetter {
    const { t } = translator(pickLocale(chair.locale));
    const link = `${this.config.publicUrl}/app/c/${chair.slug}/mail?show=undelivered`;
    return {
      class: 'notice',
      dedupeKey: `undeliverable:${chair.call_id}:${chair.person_id}:${now.toISOString().slice(0, 10)}`,
      to: { address: chair.address, name: chair.name, personId: chair.person_id },
      subject: t('mail.undeliverable.subject', { call: chair.call_name }),
      text: composeLetter(t, {
        name: chair.name,
        paragraphs: [t('mail.undeliverable.body', { call: chair.call_name }), link],
      }),
      callId: chair.call_id,
    };
  }
}
