import type { Tx } from '../platform/unit-of-work';

/** Columns that say "this is that person's", with the columns within which a person may occur once. */
const owned: readonly { table: string; column: string; once?: readonly string[]; where?: string }[] = [
  { table: 'submission_contact', column: 'person_id', once: ['submission_id'] },
  { table: 'submission_author', column: 'person_id' },
  { table: 'submission', column: 'created_by' },
  { table: 'submission', column: 'handler_id' },
  {
    table: 'membership',
    column: 'person_id',
    once: ['role', 'call_id', 'journal_id', 'track_id'],
    where: 'ends_at is null',
  },
  { table: 'role_invitation', column: 'person_id' },
  { table: 'assignment', column: 'reviewer_id', once: ['round_id'] },
  { table: 'review', column: 'reviewer_id', once: ['round_id'] },
  { table: 'discussion_thread', column: 'reviewer_id' },
  { table: 'discussion_thread', column: 'created_by' },
  { table: 'discussion_message', column: 'author_id' },
  { table: 'discussion_message', column: 'reviewer_id' },
  { table: 'discussion_reader', column: 'person_id', once: ['round_id'] },
  { table: 'recommendation', column: 'person_id', once: ['round_id'] },
  { table: 'conflict', column: 'person_id', once: ['submission_id', 'source'] },
  { table: 'bid', column: 'person_id', once: ['submission_id'] },
  {
    table: 'submission_tag',
    column: 'person_id',
    once: ['submission_id', 'name', 'scope'],
    where: `scope = 'private'`,
  },
  { table: 'topic_interest', column: 'person_id', once: ['topic_id'] },
  { table: 'person_relation', column: 'person_id' },
  { table: 'call', column: 'substitute_id' },
  { table: 'email_message', column: 'person_id' },
];

/**
 * Joins the account `from` into `into`: everything that is the one person's becomes the other's, in the caller's transaction. What
 * history recorded (who uploaded, who decided) keeps naming the old account, which points to the one it was joined into. Where both
 * accounts already held the same thing, the older account's stands. All sessions and links of `from` end.
 */
export async function joinAccounts(tx: Tx, from: string, into: string): Promise<void> {
  for (const one of owned) {
    const twice = one.once
      ? ` and not exists (select 1 from ${one.table} theirs where theirs.${one.column} = $2
            and ${one.once.map((column) => `theirs.${column} is not distinct from mine.${column}`).join(' and ')}
            ${one.where ? `and theirs.${one.where}` : ''})`
      : '';
    const where = one.where ? ` and mine.${one.where}` : '';
    await tx.manager.query(
      `update ${one.table} mine set ${one.column} = $2 where mine.${one.column} = $1${where}${twice}`,
      [from, into],
    );
  }
  await joinAddresses(tx, from, into);
  await tx.manager.query(`update session set revoked_at = $2 where person_id = $1 and revoked_at is null`, [
    from,
    tx.now,
  ]);
  await tx.manager.query(`update one_time_token set used_at = $2 where person_id = $1 and used_at is null`, [
    from,
    tx.now,
  ]);
  await tx.manager.query(`update person set merged_into = $2 where merged_into = $1`, [from, into]);
  await tx.manager.query(
    `update person set merged_into = $2, password_hash = null, is_admin = false, version = version + 1 where id = $1`,
    [from, into],
  );
}

async function joinAddresses(tx: Tx, from: string, into: string): Promise<void> {
  await tx.manager.query(
    `update one_time_token set email_id = null where email_id in
       (select mine.id from person_email mine join person_email theirs using (address)
         where mine.person_id = $1 and theirs.person_id = $2)`,
    [from, into],
  );
  await tx.manager.query(
    `delete from person_email mine using person_email theirs
      where mine.person_id = $1 and theirs.person_id = $2 and theirs.address = mine.address`,
    [from, into],
  );
  await tx.manager.query(`update person_email set person_id = $2, is_primary = false where person_id = $1`, [
    from,
    into,
  ]);
}
