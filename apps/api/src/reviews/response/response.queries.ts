import type { ResponseTexts } from '@convoke/contract';
import type { EntityManager } from 'typeorm';

export interface ResponseRow {
  id: string;
  texts: ResponseTexts;
  version: number;
  submitted_n: number;
  submitted_at: Date | null;
  edited_at: Date;
  edited_by: string;
  editor: string;
  changed: boolean;
}

/** What a save answers with. */
export type SavedRow = Pick<ResponseRow, 'id' | 'texts' | 'version' | 'submitted_n' | 'submitted_at' | 'edited_at'>;

export const savedColumns = 'id, texts, version, submitted_n, submitted_at, edited_at';

/** The authors' working copy of a round's response; for authors alone. */
export async function responseRow(manager: EntityManager, roundId: string): Promise<ResponseRow | null> {
  const [row] = await manager.query<ResponseRow[]>(
    `select a.id, a.texts, a.version, a.submitted_n, a.submitted_at, a.edited_at, a.edited_by,
            trim(p.given_name || ' ' || p.family_name) as editor,
            a.submitted_n > 0 and a.texts is distinct from w.texts as changed
       from author_response a
       join person p on p.id = a.edited_by
       left join author_response_version w on w.response_id = a.id and w.n = a.submitted_n
      where a.round_id = $1`,
    [roundId],
  );
  return row ?? null;
}

export interface SubmittedResponse {
  texts: ResponseTexts;
  words: number;
  submitted_at: Date;
  terms: number;
}

/** What was submitted last: all that anybody but the authors reads. */
export async function submittedResponse(manager: EntityManager, roundId: string): Promise<SubmittedResponse | null> {
  const [row] = await manager.query<SubmittedResponse[]>(
    `select w.texts, w.words, w.submitted_at, w.terms
       from author_response a join author_response_version w on w.response_id = a.id and w.n = a.submitted_n
      where a.round_id = $1`,
    [roundId],
  );
  return row ?? null;
}

/** Of which rounds something was submitted, and under which terms; one statement at most. */
export async function submittedResponses(
  manager: EntityManager,
  roundIds: readonly string[],
): Promise<{ round_id: string; terms: number }[]> {
  if (roundIds.length === 0) return [];
  return manager.query(
    `select a.round_id, w.terms from author_response a
       join author_response_version w on w.response_id = a.id and w.n = a.submitted_n
      where a.round_id = any($1)`,
    [roundIds],
  );
}

/** How far the own responses of some submissions have come: by submission, of the current round. */
export async function ownResponses(
  manager: EntityManager,
  submissionIds: readonly string[],
): Promise<Map<string, { submitted: boolean; changed: boolean }>> {
  const rows = await manager.query<{ id: string; submitted: boolean; changed: boolean }[]>(
    `select a.submission_id as id, a.submitted_n > 0 as submitted, a.texts is distinct from w.texts as changed
       from author_response a
       join submission s on s.id = a.submission_id
       join round r on r.id = a.round_id and r.n = s.current_round
       left join author_response_version w on w.response_id = a.id and w.n = a.submitted_n
      where a.submission_id = any($1)`,
    [submissionIds],
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** The reviews of a round that authors were shown, by their letter. */
export function answerableReviews(
  manager: EntityManager,
  roundId: string,
): Promise<{ id: string; pseudonym: number }[]> {
  return manager.query(
    `select v.id, v.pseudonym from review v
      where v.round_id = $1 and exists (select 1 from released_review x where x.review_id = v.id)
      order by v.pseudonym`,
    [roundId],
  );
}
