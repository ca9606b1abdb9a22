import type { Outcome } from '@convoke/contract';
import type { EntityManager } from 'typeorm';
import type { DecidedPaper } from './letter-facts.service';
import type { WrittenLetter } from './letter-fits';

export interface BatchRow {
  id: string;
  call_id: string;
  slug: string;
  state: 'frozen' | 'released' | 'cancelled';
  version: number;
  created_at: Date;
  released_at: Date | null;
}

export interface ItemRow {
  id: string;
  decision_id: string;
  decision_version: number;
  submission_id: string;
  number: number;
  title: string;
  outcome: Outcome;
  decision_state: string;
  current_version: number;
  recipient_address: string;
  recipient_name: string;
  recipient_id: string | null;
  reviews: number;
  score_min: number | null;
  score_max: number | null;
  score_middle: string | null;
}

/** The current decision of each submission that is in the given state. */
export async function decidedPapers(
  manager: EntityManager,
  ids: readonly string[],
  state: 'decided' | 'in_batch',
): Promise<DecidedPaper[]> {
  return manager.query(
    `select s.id as submission_id, d.id as decision_id, d.version as decision_version, s.number, s.title, s.track_id, s.type_id,
            d.outcome, d.letter
       from decision d
       join submission s on s.id = d.submission_id
       join round r on r.id = d.round_id and r.n = s.current_round
      where s.id = any($1) and d.state = $2 order by s.number`,
    [ids, state],
  );
}

export async function batchRow(manager: EntityManager, id: string, lock = false): Promise<BatchRow | undefined> {
  const [row]: BatchRow[] = await manager.query(
    `select b.id, b.call_id, c.slug, b.state, b.version, b.created_at, b.released_at
       from release_batch b join call c on c.id = b.call_id where b.id = $1 ${lock ? 'for update of b' : ''}`,
    [id],
  );
  return row;
}

/** The letters of a batch without their text, in the order in which they are leafed through. */
export async function itemRows(manager: EntityManager, batchId: string): Promise<ItemRow[]> {
  return manager.query(
    `select i.id, i.decision_id, i.decision_version, i.submission_id, s.number, s.title, d.outcome, d.state as decision_state,
            d.version as current_version, i.recipient_address, i.recipient_name, i.recipient_id,
            cardinality(i.review_version_ids) as reviews, s.score_min, s.score_max, middle.value as score_middle
       from release_item i
       join submission s on s.id = i.submission_id
       join decision d on d.id = i.decision_id
       left join lateral (
         select (min((step->>'value')::numeric) + max((step->>'value')::numeric)) / 2 as value
           from review v join form_version f on f.id = v.form_version_id
           cross join jsonb_array_elements(f.fields) field cross join jsonb_array_elements(field->'scale') step
          where v.round_id = d.round_id and v.state = 'submitted' and field->>'key' = 'overall') middle on true
      where i.batch_id = $1 order by s.number, i.recipient_address`,
    [batchId],
  );
}

/** What became of the letters of a batch, about these papers, after the release. */
export async function deliveryOf(
  manager: EntityManager,
  batchId: string,
  submissionIds: readonly string[],
): Promise<{ waiting: number; sent: number; failed: number; stopped: number; not_before: Date | null }> {
  const [row] = await manager.query<
    { waiting: number; sent: number; failed: number; stopped: number; not_before: Date | null }[]
  >(
    `select count(*) filter (where m.state in ('queued', 'sending'))::int as waiting,
            count(*) filter (where m.state in ('accepted', 'delivered'))::int as sent,
            count(*) filter (where m.state in ('failed', 'bounced', 'ambiguous', 'suppressed'))::int as failed,
            count(*) filter (where m.state = 'cancelled')::int as stopped,
            min(m.not_before) filter (where m.state = 'queued') as not_before
       from email_message m where m.submission_id = any($2) and m.id in (${lettersOfBatch})`,
    [batchId, submissionIds],
  );
  return row ?? { waiting: 0, sent: 0, failed: 0, stopped: 0, not_before: null };
}

/** SQL: the ids of the letters that a batch queued; $1 is the batch. */
export const lettersOfBatch = `
  select m2.id from release_item i2
    join email_message m2 on m2.submission_id = i2.submission_id and m2.class = 'decision'
     and m2.dedupe_key like 'decision:' || i2.decision_id || '.' || i2.decision_version || ':' || i2.batch_id || ':%'
   where i2.batch_id = $1`;

/** Every letter of a batch with its text, and the decision as it stands now. */
export async function writtenLetters(manager: EntityManager, batchId: string): Promise<WrittenLetter[]> {
  return manager.query(
    `select i.submission_id as "submissionId", s.number, s.title, d.outcome, i.recipient_name as "toName", i.body
       from release_item i join submission s on s.id = i.submission_id join decision d on d.id = i.decision_id
      where i.batch_id = $1`,
    [batchId],
  );
}

/** Papers of a batch one of whose letters goes to an address that a mail server refused for good. */
export async function refusedPapers(manager: EntityManager, batchId: string): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `select distinct i.submission_id as id from release_item i join undeliverable_address u on u.address = i.recipient_address
      where i.batch_id = $1`,
    [batchId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Papers of a batch to whose recipients an earlier letter about the paper has not left, or did not arrive. */
export async function papersWithUnsentMail(manager: EntityManager, batchId: string): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `select distinct i.submission_id as id from release_item i
       join email_message m on m.submission_id = i.submission_id and m.to_address = i.recipient_address
      where i.batch_id = $1 and m.state in ('queued', 'sending', 'ambiguous', 'failed', 'bounced')`,
    [batchId],
  );
  return new Set(rows.map(({ id }) => id));
}
