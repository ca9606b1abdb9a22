import { Injectable } from '@nestjs/common';
import { type ConflictKind, declaredState } from '@convoke/domain';
import { Random } from '../platform/random';
import type { Tx } from '../platform/unit-of-work';
import type { ConflictPair } from './found-conflicts';

/** What people say about themselves and a submission. */
@Injectable()
export class OwnDeclarations {
  constructor(private readonly random: Random) {}

  /** Writes somebody's own declaration; saying it again, or after a chair dismissed it, makes it block again. */
  async write(tx: Tx, declared: ConflictPair & { kind: ConflictKind; reason: string }): Promise<void> {
    await tx.manager.query(
      `insert into conflict (id, submission_id, person_id, kind, source, state, declared_by, reason, created_at)
       values ($1, $2, $3, $4, 'reviewer', $5, $3, $6, $7)
       on conflict (submission_id, person_id, source) do update
          set kind = excluded.kind, state = excluded.state, reason = excluded.reason,
              settled_by = null, settled_at = null, settled_reason = ''`,
      [
        this.random.uuid(),
        declared.submissionId,
        declared.personId,
        declared.kind,
        declaredState(declared.kind, 'reviewer'),
        declared.reason,
        tx.now,
      ],
    );
  }
}
