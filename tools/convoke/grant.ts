import { Option } from 'commander';
import { isDuplicate } from '../../apps/api/src/platform/unit-of-work';
import type { AddCommand } from './commands';
import { Impossible } from './impossible';
import { withDatabase, type Operator } from './with-database';

const roles = ['chair', 'track_chair', 'guest_editor', 'reviewer'] as const;

interface GrantOptions {
  role: (typeof roles)[number];
  call: string;
  track?: string;
}

export const grant: AddCommand = (program, { root }) => {
  program
    .command('grant')
    .description('give a person a role in a call, for example a chair who lost theirs')
    .argument('<email>', 'a verified address of the person')
    .addOption(new Option('--role <role>', 'the role').choices(roles).makeOptionMandatory())
    .requiredOption('--call <slug>', 'the call, as in its address /c/<slug>')
    .option('--track <slug>', 'the track, for a co-chair or reviewer of one track')
    .action((address: string, options: GrantOptions) =>
      withDatabase(root, async (operator) => {
        const isNew = await giveRole(operator, address, options);
        const where = options.track ? `${options.call}, track ${options.track}` : options.call;
        process.stdout.write(`${address} ${isNew ? 'is now' : 'already was'} ${options.role} of ${where}.\n`);
      }),
    );
};

async function giveRole(operator: Operator, address: string, options: GrantOptions): Promise<boolean> {
  const { unitOfWork, audit, random } = operator;
  if (options.role === 'track_chair' && !options.track) throw new Impossible('A co-chair needs --track.');
  if (options.track && !['track_chair', 'reviewer'].includes(options.role)) {
    throw new Impossible(`A ${options.role} is for the whole call: leave out --track.`);
  }
  const personId = await personOf(operator, address);
  const { callId, trackId } = await scopeOf(operator, options);
  try {
    await unitOfWork.run(async (tx) => {
      await tx.manager.query(
        `insert into membership (id, person_id, role, call_id, track_id, starts_at) values ($1, $2, $3, $4, $5, $6)`,
        [random.uuid(), personId, options.role, callId, trackId, tx.now],
      );
      // the worker compares the new member with all papers
      await tx.manager.query(`insert into conflict_check (id, person_id, created_at) values ($1, $2, $3)`, [
        random.uuid(),
        personId,
        tx.now,
      ]);
      const facts = { personId, role: options.role, trackId, by: 'command line' };
      await audit.record(tx, { tag: 'security', action: 'membership.granted', callId, facts });
    });
    return true;
  } catch (error) {
    if (isDuplicate(error, 'membership_live_idx')) return false;
    throw error;
  }
}

async function personOf({ database }: Operator, address: string): Promise<string> {
  const [person] = await database.query<{ person_id: string }[]>(
    `select person_id from person_email where address = $1 and verified_at is not null`,
    [address],
  );
  if (!person) throw new Impossible(`Nobody has verified the address ${address}.`);
  return person.person_id;
}

async function scopeOf(
  { database }: Operator,
  options: GrantOptions,
): Promise<{ callId: string; trackId: string | null }> {
  const [call] = await database.query<{ id: string }[]>(`select id from call where slug = $1`, [options.call]);
  if (!call) throw new Impossible(`There is no call "${options.call}".`);
  if (!options.track) return { callId: call.id, trackId: null };
  const tracks = await database.query<{ id: string; slug: string }[]>(`select id, slug from track where call_id = $1`, [
    call.id,
  ]);
  const track = tracks.find((one) => one.slug === options.track);
  if (!track) {
    const known = tracks.map((one) => one.slug).join(', ');
    throw new Impossible(`The call has no track "${options.track}", but: ${known}.`);
  }
  return { callId: call.id, trackId: track.id };
}
