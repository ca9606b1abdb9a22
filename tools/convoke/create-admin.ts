import { createHash } from 'node:crypto';
import type { AddCommand } from './commands';
import { withDatabase, type Operator } from './with-database';

export const createAdmin: AddCommand = (program, { root }) => {
  program
    .command('create-admin')
    .description('make an administrator, or make a person one; prints a link for choosing the password')
    .argument('<email>', 'address of the administrator')
    .option('--given-name <name>', 'given name of a new person', '')
    .option('--family-name <name>', 'family name of a new person', 'Administrator')
    .action((address: string, names: { givenName: string; familyName: string }) =>
      withDatabase(root, async (operator) => {
        const token = await makeAdmin(operator, address, names);
        process.stdout.write(
          `${address} is an administrator. Choose the password within a day: ${operator.place.publicUrl}/reset/${token}\n`,
        );
      }),
    );
};

/** The operator vouches for the address: it counts as verified. Answers the token of the link. */
async function makeAdmin(
  { unitOfWork, audit, random }: Operator,
  address: string,
  names: { givenName: string; familyName: string },
): Promise<string> {
  return unitOfWork.run(async (tx) => {
    const [known] = await tx.manager.query<{ person_id: string; id: string }[]>(
      `select person_id, id from person_email where address = $1 and verified_at is not null`,
      [address],
    );
    const personId = known?.person_id ?? random.uuid();
    const emailId = known?.id ?? random.uuid();
    if (known) {
      await tx.manager.query(`update person set is_admin = true, version = version + 1 where id = $1`, [personId]);
    } else {
      await tx.manager.query(
        `insert into person (id, given_name, family_name, is_admin, created_at) values ($1, $2, $3, true, $4)`,
        [personId, names.givenName, names.familyName, tx.now],
      );
      await tx.manager.query(
        `insert into person_email (id, person_id, address, verified_at, is_primary, created_at)
         values ($1, $2, $3, $4, true, $4)`,
        [emailId, personId, address, tx.now],
      );
    }
    const token = random.token();
    await tx.manager.query(
      `insert into one_time_token (id, purpose, token_hash, person_id, email_id, expires_at, created_at)
       values ($1, 'reset', $2, $3, $4, $5::timestamptz + interval '1 day', $5)`,
      [random.uuid(), createHash('sha256').update(token).digest(), personId, emailId, tx.now],
    );
    await audit.record(tx, { tag: 'security', action: 'person.made_admin', facts: { personId, by: 'command line' } });
    return token;
  });
}
