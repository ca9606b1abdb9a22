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
  record(tx: Tx, entry: AuditRecord): Promise<void> {
    return this.recordAll(tx, [entry]);
  }

  /** The same for many lines, in one statement. */
  recordAll(tx: Tx, entries: readonly AuditRecord[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    const rows = entries.map(({ tag, action, actorId, callId, submissionId, facts }) => ({
      id: this.random.uuid(),
      tag,
      action,
      actor_id: actorId ?? null,
      call_id: callId ?? null,
      submission_id: submissionId ?? null,
      facts: facts ?? {},
    }));
    tx.write(
      `insert into audit_entry (id, at, tag, action, actor_id, call_id, submission_id, facts)
       select id, $2, tag, action, actor_id, call_id, submission_id, facts
         from jsonb_to_recordset($1::jsonb) as e(id uuid, tag text, action text, actor_id uuid, call_id uuid, submission_id uuid, facts jsonb)`,
      [JSON.stringify(rows), tx.now],
    );
    return Promise.resolve();
  }
}
