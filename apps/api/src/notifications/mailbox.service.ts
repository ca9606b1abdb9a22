import { Injectable } from '@nestjs/common';
import { Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { Config } from '../platform/config';

export interface CaughtLetter {
  id: string;
  from_address: string;
  to_address: string;
  subject: string;
  body: string;
  received_at: Date;
}

export interface MailboxView {
  letters: Omit<CaughtLetter, 'body'>[];
  open: CaughtLetter | null;
}

const shown = 200;

/** What the demo's own mail server caught. Outside the demo it does not exist. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** The latest letters, newest first, to addresses that contain `to`; and the one being read. */
  async look(to: string, open: string | undefined): Promise<MailboxView> {
    if (!this.config.demo) throw new Refusal('not_found');
    const letters: Omit<CaughtLetter, 'body'>[] = await this.database.query(
      `select id, from_address, to_address, subject, received_at from caught_mail
        where to_address::text ilike '%' || $1 || '%' order by received_at desc, id limit ${shown}`,
      [to.replace(/[\\%_]/g, '\\$&')],
    );
    const [letter]: CaughtLetter[] = open
      ? await this.database.query(
          `select id, from_address, to_address, subject, body, received_at from caught_mail where id = $1`,
          [open],
        )
      : [];
    if (open && !letter) throw new Refusal('not_found');
    return { letters, open: letter ?? null };
  }
}
