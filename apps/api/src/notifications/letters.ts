import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config';
import { JobQueue } from '../platform/queue';
import { Random } from '../platform/random';
import type { Tx } from '../platform/unit-of-work';
import type { EmailMessage } from './email-message.entity';

export type LetterClass = EmailMessage['class'];

/** One letter to one person; never Cc, never Bcc. */
export interface NewLetter {
  class: LetterClass;
  /** Says what the letter is about, once: the same key twice is one letter. */
  dedupeKey: string;
  to: { address: string; name?: string; personId?: string | null };
  subject: string;
  text: string;
  callId?: string | null;
  submissionId?: string | null;
  /** Further submissions it speaks of: in the outbox only who may know all of them reads it. */
  alsoAbout?: readonly string[];
  /** Not before this instant; at once when left out. */
  notBefore?: Date;
}

/** How many rows one statement inserts. */
const chunk = 500;

/** SHA-256 of what a person reads: kept with a letter, so that nobody can wonder later which text was sent. */
export function letterHash(subject: string, body: string): string {
  return createHash('sha256').update(`${subject}\n\n${body}`).digest('hex');
}

/** The outbox. A letter is a row before it is a message: it exists exactly when what it reports was committed. */
@Injectable()
export class Letters {
  constructor(
    private readonly random: Random,
    private readonly config: Config,
    private readonly jobs: JobQueue,
  ) {}

  /** Puts one letter in the outbox, in the transaction of what it reports; delivery begins after the commit. */
  async queue(tx: Tx, letter: NewLetter): Promise<void> {
    await this.queueAll(tx, [letter]);
  }

  /**
   * Puts many letters in the outbox with few statements and answers how many were new. A letter whose `dedupeKey` exists is left as
   * it is: sending twice takes two keys.
   */
  async queueAll(tx: Tx, letters: readonly NewLetter[]): Promise<number> {
    let due = false;
    let inserted = 0;
    for (let start = 0; start < letters.length; start += chunk) {
      const rows = await this.insert(tx, letters.slice(start, start + chunk));
      inserted += rows.length;
      due ||= rows.some((row) => row.not_before <= tx.now);
    }
    if (due) tx.afterCommit(() => this.jobs.enqueue('deliver-mail', {}));
    return inserted;
  }

  private async insert(tx: Tx, letters: readonly NewLetter[]): Promise<{ id: string; not_before: Date }[]> {
    const domain = new URL(this.config.publicUrl).hostname;
    const rows = letters.map((letter) => {
      const id = this.random.uuid();
      return {
        id,
        dedupe_key: letter.dedupeKey,
        class: letter.class,
        to_address: letter.to.address,
        to_name: oneLine(letter.to.name ?? ''),
        person_id: letter.to.personId ?? null,
        call_id: letter.callId ?? null,
        submission_id: letter.submissionId ?? null,
        also_about: letter.alsoAbout ?? [],
        subject: oneLine(letter.subject),
        body: letter.text,
        body_hash: letterHash(oneLine(letter.subject), letter.text),
        message_id: `<${id}@${domain}>`,
        not_before: (letter.notBefore ?? tx.now).toISOString(),
      };
    });
    return tx.manager.query(
      `insert into email_message (id, dedupe_key, class, to_address, to_name, person_id, call_id, submission_id, also_about,
                                  subject, body, body_hash, message_id, not_before, created_at)
       select id, dedupe_key, class, to_address, to_name, person_id, call_id, submission_id, also_about,
              subject, body, body_hash, message_id, not_before, $2
         from jsonb_to_recordset($1::jsonb) as letter(id uuid, dedupe_key text, class text, to_address citext, to_name text,
              person_id uuid, call_id uuid, submission_id uuid, also_about uuid[], subject text, body text, body_hash text, message_id text,
              not_before timestamptz)
       on conflict (dedupe_key) do nothing
       returning id, not_before`,
      [JSON.stringify(rows), tx.now],
    );
  }
}

/** Subjects and names are one header line: a line break in a title must not become a second header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
