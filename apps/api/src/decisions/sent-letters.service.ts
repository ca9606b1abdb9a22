import { Injectable } from '@nestjs/common';
import type { Outcome, SentLetter } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { DataSource } from 'typeorm';
import { AccessService } from '../access/access.service';
import type { Viewer } from '../platform/session/viewer';
import { requireHandling } from './board.service';

interface SentRow {
  round: number;
  outcome: Outcome;
  releasedAt: Date;
  subject: string;
  body: string;
}

/** Decision letters after they were sent, of every round. Reads only. */
@Injectable()
export class SentLetters {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
  ) {}

  /** The newest first; authors read their own copy, those who handle the paper one of the copies that were sent. */
  async letters(viewer: Viewer, id: string): Promise<{ letters: SentLetter[] }> {
    const { manager } = this.database;
    const access = await this.access.submission(manager, viewer, { id });
    // the letter quotes reviews: nothing that others wrote before an address is proven
    if (access.standing === 'author' && !viewer.verified) throw new Refusal('not_found');
    if (access.standing !== 'author') requireHandling(access);
    const seen = (await this.access.rounds(manager, viewer, access)).filter(
      (round) => access.standing === 'author' || round.sees('decision.value'),
    );
    const named = access.standing === 'author' || access.sees('author.names');
    const rows = await manager.query<SentRow[]>(
      `select distinct on (r.n) r.n as round, d.outcome, d.released_at as "releasedAt", i.subject, i.body
         from decision d
         join round r on r.id = d.round_id
         join release_item i on i.decision_id = d.id and i.decision_version = d.version
         join release_batch b on b.id = i.batch_id and b.state = 'released'
        where d.submission_id = $1 and d.state = 'released' and r.id = any($3)
        order by r.n desc, i.recipient_id = $2 desc nulls last, i.recipient_address`,
      [id, viewer.personId, seen.map(({ round }) => round?.id)],
    );
    return {
      letters: rows.map(({ subject, body, releasedAt, ...row }) => ({
        ...row,
        releasedAt: releasedAt.toISOString(),
        letter: named ? { subject, body } : null,
      })),
    };
  }
}
