import { Injectable } from '@nestjs/common';
import {
  afterSettled,
  type Conflict,
  ConflictFinder,
  type ConflictPaper,
  type Evidence,
  type FoundConflict,
} from '@convoke/domain';
import { Audit } from '../platform/audit';
import { Random } from '../platform/random';
import type { Tx } from '../platform/unit-of-work';
import { committeeIds, conflictPapers, conflictPeople } from './conflict-facts.queries';

/** A submission and somebody who must keep away from it from now on. */
export interface ConflictPair {
  submissionId: string;
  personId: string;
}

interface StoredConflict extends Conflict {
  id: string;
  submissionId: string;
  personId: string;
  evidence: Evidence[];
  settled: boolean;
}

/** A committee made ready for comparing, or some people alone. */
export interface Compared {
  finder: ConflictFinder;
  /** The only people looked at; null = everybody near the call, so that whoever is not found is in no conflict. */
  only: readonly string[] | null;
}

/** What the machine finds, and what it leaves in the table of conflicts. */
@Injectable()
export class FoundConflicts {
  constructor(
    private readonly random: Random,
    private readonly audit: Audit,
  ) {}

  /** Everybody near a call, made ready once for any number of its papers. */
  async committee(tx: Pick<Tx, 'manager' | 'now'>, callId: string): Promise<Compared> {
    const ids = await committeeIds(tx.manager, callId, tx.now);
    return { finder: new ConflictFinder(await conflictPeople(tx.manager, ids, tx.now)), only: null };
  }

  /** Some people alone. */
  async people(tx: Pick<Tx, 'manager' | 'now'>, personIds: readonly string[]): Promise<Compared> {
    return { finder: new ConflictFinder(await conflictPeople(tx.manager, personIds, tx.now)), only: personIds };
  }

  /**
   * Compares submissions, which the caller has locked, and brings the machine's rows up to date with few statements. What a chair
   * settled stays, unless something stronger is found. Answers who is in conflict from now on and was not before.
   */
  async refresh(tx: Tx, submissionIds: readonly string[], compared: Compared): Promise<ConflictPair[]> {
    const papers = await conflictPapers(tx.manager, submissionIds);
    const stored = Map.groupBy(await this.stored(tx, submissionIds, compared.only), (row) => row.submissionId);
    const changes = [...papers].map(([id, paper]) => changesOf(id, paper, compared, stored.get(id) ?? []));
    const put = changes.flatMap((change) => change.put);
    const gone = changes.flatMap((change) => change.gone);
    await this.write(tx, put);
    if (gone.length > 0) await tx.manager.query(`delete from conflict where id = any($1)`, [gone.map(({ id }) => id)]);
    await this.record(tx, changes);
    return changes.flatMap(({ barred }) => barred);
  }

  private stored(tx: Tx, ids: readonly string[], only: readonly string[] | null): Promise<StoredConflict[]> {
    return tx.manager.query<StoredConflict[]>(
      `select id, submission_id as "submissionId", person_id as "personId", kind, source, state, evidence, settled_at is not null as settled
         from conflict where submission_id = any($1) and ($2::uuid[] is null or person_id = any($2))`,
      [ids, only],
    );
  }

  private async write(tx: Tx, rows: readonly (ConflictPair & FoundConflict & { reopened: boolean })[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map((row) => ({
      id: this.random.uuid(),
      submission_id: row.submissionId,
      person_id: row.personId,
      kind: row.kind,
      state: row.state,
      evidence: row.evidence,
      reopened: row.reopened,
    }));
    await tx.manager.query(
      `insert into conflict (id, submission_id, person_id, kind, source, state, evidence, created_at)
       select id, submission_id, person_id, kind, 'machine', state, evidence, $2
         from jsonb_to_recordset($1::jsonb) as r(id uuid, submission_id uuid, person_id uuid, kind text, state text, evidence jsonb)
       on conflict (submission_id, person_id, source) do update
          set kind = excluded.kind, state = excluded.state, evidence = excluded.evidence`,
      [JSON.stringify(values), tx.now],
    );
    const reopened = values.filter((row) => row.reopened);
    if (reopened.length === 0) return;
    await tx.manager.query(
      `update conflict c set settled_by = null, settled_at = null, settled_reason = ''
         from jsonb_to_recordset($1::jsonb) as r(submission_id uuid, person_id uuid)
        where c.submission_id = r.submission_id and c.person_id = r.person_id and c.source = 'machine'`,
      [JSON.stringify(reopened)],
    );
  }

  /** Nothing comes or goes without a line of history. */
  private async record(tx: Tx, changes: readonly Changes[]): Promise<void> {
    const told = changes.filter(({ put, gone }) => put.length + gone.length > 0);
    if (told.length === 0) return;
    const calls = await tx.manager.query<{ id: string; call_id: string }[]>(
      `select id, call_id from submission where id = any($1)`,
      [told.map(({ submissionId }) => submissionId)],
    );
    const callOf = new Map(calls.map((row) => [row.id, row.call_id]));
    for (const { submissionId, put, gone } of told) {
      await this.audit.record(tx, {
        tag: 'review',
        action: 'conflicts.compared',
        callId: callOf.get(submissionId) ?? null,
        submissionId,
        facts: {
          found: put.map(({ personId, kind, state }) => ({ personId, kind, state })),
          gone: gone.map(({ personId, kind, state }) => ({ personId, kind, state })),
        },
      });
    }
  }
}

interface Changes {
  submissionId: string;
  put: (ConflictPair & FoundConflict & { reopened: boolean })[];
  gone: StoredConflict[];
  barred: ConflictPair[];
}

function changesOf(
  submissionId: string,
  paper: ConflictPaper,
  { finder, only }: Compared,
  rows: readonly StoredConflict[],
): Changes {
  const machine = new Map(rows.flatMap((row) => (row.source === 'machine' ? [[row.personId, row] as const] : [])));
  const found = finder.of(paper).filter(({ personId }) => only === null || only.includes(personId));
  const put = found
    .flatMap((one) => changeOf(one, machine.get(one.personId)) ?? [])
    .map((one) => ({ ...one, submissionId }));
  const seen = new Set(found.map(({ personId }) => personId));
  // what a chair dismissed is kept, so that it is not asked again when it turns up once more
  const gone = [...machine.values()].filter(({ personId, state }) => !seen.has(personId) && state !== 'dismissed');
  const barredBefore = new Set(rows.flatMap(({ personId, state }) => (state === 'blocking' ? [personId] : [])));
  const barred = put.filter(({ personId, state }) => state === 'blocking' && !barredBefore.has(personId));
  return { submissionId, put, gone, barred: barred.map(({ personId }) => ({ submissionId, personId })) };
}

/** The row as it has to stand; null when it stands so already. */
function changeOf(
  found: FoundConflict,
  row: StoredConflict | undefined,
): (FoundConflict & { reopened: boolean }) | null {
  if (!row) return { ...found, reopened: false };
  const reopens = row.settled ? afterSettled(row, { ...found, source: 'machine' }) : null;
  const state = row.settled ? (reopens ?? row.state) : found.state;
  const same = row.kind === found.kind && row.state === state && isSame(row.evidence, found.evidence);
  return same ? null : { ...found, state, reopened: reopens !== null };
}

/** The database keeps the fields of JSON in an order of its own. */
function isSame(a: readonly Evidence[], b: readonly Evidence[]): boolean {
  const canonical = (evidence: readonly Evidence[]): string =>
    JSON.stringify(evidence.map(({ kind, reason, author, what }) => [kind, reason, author, what]));
  return canonical(a) === canonical(b);
}
