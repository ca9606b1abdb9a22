import { Injectable } from '@nestjs/common';
import type { InputOf, notificationsApi, OwnLetter, OwnLetterRow } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService } from '../access/access.service';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/session/viewer';

interface LetterRow {
  id: string;
  class: OwnLetterRow['class'];
  subject: string;
  body: string;
  written_at: Date;
  call_id: string | null;
  call_slug: string | null;
  call_name: string | null;
  submission_id: string | null;
  number: number | null;
}

/**
 * Letters to the person at an address they have proven, once they have left. Links to the account itself are for the mailbox
 * alone. `$1` person, `$2` now.
 */
const sentTo = `from email_message m
  left join call c on c.id = m.call_id
  left join submission s on s.id = m.submission_id
 where m.person_id = $1 and m.class <> 'account' and m.state not in ('cancelled', 'suppressed') and m.not_before <= $2
   and m.to_address in (select e.address from person_email e where e.person_id = $1 and e.verified_at is not null)`;

const columns = `m.id, m.class, m.subject, m.not_before as written_at, m.call_id, c.slug as call_slug, c.name as call_name,
  m.submission_id, s.number`;

/** What was written to somebody, to be read again where the mail is lost: each letter by the rule of its submission. */
@Injectable()
export class OwnLetters {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** A page of one's own letters, newest first, and how many there are. */
  async list(
    viewer: Viewer,
    { query }: InputOf<typeof notificationsApi.mine>,
  ): Promise<{ rows: OwnLetterRow[]; total: number }> {
    const rows = await this.database.query<LetterRow[]>(
      `select ${columns} ${sentTo} and ($3 = '' or m.subject ilike '%' || $3 || '%') order by m.not_before desc, m.subject, m.id`,
      [viewer.personId, this.clock.now(), query.q.replace(/[\\%_]/g, '\\$&')],
    );
    const readable = await this.readable(viewer, rows);
    return { rows: readable.slice(query.offset, query.offset + query.limit).map(rowOf), total: readable.length };
  }

  /** One letter. Somebody else's is answered like one that does not exist. */
  async one(viewer: Viewer, id: string): Promise<OwnLetter> {
    const rows = await this.database.query<LetterRow[]>(`select ${columns}, m.body ${sentTo} and m.id = $3`, [
      ...[viewer.personId, this.clock.now(), id],
    ]);
    const [letter] = await this.readable(viewer, rows);
    if (!letter) throw new Refusal('not_found');
    return { ...rowOf(letter), body: letter.body };
  }

  private async readable(viewer: Viewer, rows: readonly LetterRow[]): Promise<LetterRow[]> {
    const { manager } = this.database;
    const calls = await this.access.calls(manager, viewer, unique(rows.map((row) => row.call_id)));
    const readable = await this.access.across(
      manager,
      viewer,
      calls,
      unique(rows.map((row) => row.submission_id)),
      (paper) => paper.sees('email_log.own'),
    );
    return rows.filter(({ submission_id: paper }) => paper === null || readable.has(paper));
  }
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.flatMap((id) => id ?? []))];
}

function rowOf(row: LetterRow): OwnLetterRow {
  return {
    id: row.id,
    class: row.class,
    subject: row.subject,
    writtenAt: row.written_at.toISOString(),
    callName: row.call_name,
    submission: row.call_slug !== null && row.number !== null ? { callSlug: row.call_slug, number: row.number } : null,
  };
}
