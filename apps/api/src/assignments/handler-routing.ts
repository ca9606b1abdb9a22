import { Injectable } from '@nestjs/common';
import { handlerFor } from '@convoke/domain';
import { Letters } from '../notifications/letters';
import { Audit } from '../platform/audit';
import { Config } from '../platform/config';
import type { Tx } from '../platform/unit-of-work';
import { handlerNamedLetter, type HandledPaper, unhandledLetter } from './conflicts.mail';
import { officerRows, type OfficerRow } from './officers.queries';

interface PaperRow extends HandledPaper {
  handler_id: string | null;
  unhandled: boolean;
}

/** Gives papers of people in office to somebody else, by itself. */
@Injectable()
export class HandlerRouting {
  constructor(
    private readonly letters: Letters,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {}

  /**
   * Looks again who handles these submissions, and names somebody where an office-holder wrote one or is in conflict. Whoever is
   * named is told; where nobody is left the paper waits, and those who run the house are told that there is one.
   */
  async route(tx: Tx, submissionIds: readonly string[]): Promise<void> {
    if (submissionIds.length === 0) return;
    const papers = await tx.manager.query<PaperRow[]>(
      `select s.id, s.number, s.title, s.handler_id, s.unhandled, c.id as call_id, c.slug as call_slug, c.name as call_name
         from submission s join call c on c.id = s.call_id
        where s.id = any($1) and s.state not in ('draft', 'withdrawn') order by s.id`,
      [submissionIds],
    );
    const officers = Map.groupBy(
      await officerRows(
        tx.manager,
        papers.map(({ id }) => id),
        tx.now,
      ),
      (row) => row.submission_id,
    );
    for (const paper of papers) await this.name(tx, paper, officers.get(paper.id) ?? []);
  }

  private async name(tx: Tx, paper: PaperRow, officers: readonly OfficerRow[]): Promise<void> {
    const ids = (part: OfficerRow['part']): string[] =>
      officers.flatMap((one) => (one.part === part ? [one.person_id] : []));
    const { handlerId, unhandled } = handlerFor({
      current: paper.handler_id,
      handlers: ids('handler'),
      heads: ids('head'),
      substitute: ids('substitute')[0] ?? null,
      barred: new Set(officers.flatMap(({ barred, person_id }) => (barred ? [person_id] : []))),
    });
    if (handlerId === paper.handler_id && unhandled === paper.unhandled) return;
    await tx.manager.query(`update submission set handler_id = $2, unhandled = $3 where id = $1`, [
      paper.id,
      handlerId,
      unhandled,
    ]);
    await this.audit.record(tx, {
      tag: 'review',
      action: unhandled ? 'handler.missing' : 'handler.named',
      callId: paper.call_id,
      submissionId: paper.id,
      facts: { handlerId, was: paper.handler_id },
    });
    const named = officers.find((one) => one.person_id === handlerId);
    if (named && handlerId !== paper.handler_id) {
      const link = `${this.config.publicUrl}/app/c/${paper.call_slug}/s/${paper.number}`;
      await this.letters.queue(tx, handlerNamedLetter(paper, named, link));
    }
    if (unhandled && !paper.unhandled) await this.tellTheHouse(tx, paper, officers);
  }

  /** Only those who run the house, and of them nobody who is kept from the paper: it must not say more than that there is one. */
  private async tellTheHouse(tx: Tx, paper: PaperRow, officers: readonly OfficerRow[]): Promise<void> {
    const kept = officers.flatMap(({ barred, person_id }) => (barred ? [person_id] : []));
    const admins = await tx.manager.query<{ person_id: string; name: string; address: string; locale: string }[]>(
      `select p.id as person_id, trim(p.given_name || ' ' || p.family_name) as name, e.address, p.locale
         from person p join person_email e on e.person_id = p.id and e.is_primary
        where p.is_admin and p.merged_into is null and p.id <> all($1)`,
      [kept],
    );
    const link = `${this.config.publicUrl}/app/c/${paper.call_slug}/substitute`;
    await this.letters.queueAll(
      tx,
      admins.map((admin) => unhandledLetter(paper, admin, link, tx.now)),
    );
  }
}
