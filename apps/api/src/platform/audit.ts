import { Injectable } from '@nestjs/common';
import { Random } from './random';
import type { Tx } from './unit-of-work';

export interface AuditRecord {
  /** Who may read it later: `author` what authors did, `review` what is confidential to chairs, `security` what operators need. */
  tag: 'author' | 'review' | 'security';
  /** What happened, past tense with its noun: `submission.submitted`, `session.revoked`. */
  action: string;
  actorId?: string | null;
  callId?: string | null;
  submissionId?: string | null;
  facts?: Readonly<Record<string, unknown>>;
}

@Injectable()
export class Audit {
  constructor(private readonly random: Random) {}

  /** Writes one line of history in the transaction of the change itself: both happen or neither. */
  async record(tx: Tx, entry: AuditRecord): Promise<void> {
    await tx.manager.query(
      `insert into audit_entry (id, at, tag, action, actor_id, call_id, submission_id, facts)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.random.uuid(),
        tx.now,
        entry.tag,
        entry.action,
        entry.actorId ?? null,
        entry.callId ?? null,
        entry.submissionId ?? null,
        entry.facts ?? {},
      ],
    );
  }
}
