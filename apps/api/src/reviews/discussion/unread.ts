import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../../access/access.service';
import { isChairOf } from '../../access/standings';
import { unreadRows } from './discussion.queries';

/** What is new in discussions, counted over nothing but what the viewer may read. */
@Injectable()
export class UnreadMessages {
  /** New messages by submission, of those whose discussion was opened to the viewer; one statement whatever their number. */
  async count(
    manager: EntityManager,
    personId: string,
    papers: readonly SubmissionAccess[],
  ): Promise<Map<string, number>> {
    const open = papers.flatMap((access) => {
      const { round, facts } = access;
      const discussed = facts.current?.discussion !== 'unopened' && access.sees('discussion.messages');
      return round && discussed ? [{ access, roundId: round.id, asChair: isChairOf(access) }] : [];
    });
    const rows = await unreadRows(
      manager,
      personId,
      open.map(({ roundId, asChair }) => ({ roundId, asChair })),
    );
    return new Map(
      open.map(({ access, roundId }) => {
        const mine = rows.filter((row) => row.roundId === roundId && access.sees('discussion.messages', row.terms));
        return [access.submission.id, mine.reduce((sum, { n }) => sum + n, 0)];
      }),
    );
  }
}
