import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { AddCommand } from './commands';
import { addCall } from '../seed/add-call';
import { callContent, type CallContent } from '../seed/call-content';
import { Rows } from '../seed/rows';
import { Impossible } from './impossible';
import { withDatabase, type Operator } from './with-database';

export const loadCall: AddCommand = (program, { root }) => {
  program
    .command('load-call')
    .description(
      'set up a call (text, tracks, topics, dates, types, review form, officers) from a JSON file; nothing is published',
    )
    .argument('<file>', 'the call (see docs/formats.md)')
    .action((file: string) =>
      withDatabase(root, async (operator) => {
        const content = readCall(resolve(process.env['INIT_CWD'] ?? process.cwd(), file));
        await setUp(operator, content);
        process.stdout.write(
          `The call is set up and not published: ${operator.place.publicUrl}/app/c/${content.slug}. Nobody was written to.\n`,
        );
      }),
    );
};

function readCall(file: string): CallContent {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Impossible(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = callContent.safeParse(json);
  if (!parsed.success) throw new Impossible(`${file} is not a call:\n${z.prettifyError(parsed.error)}`);
  const { tracks, officers, topics } = parsed.data;
  const known = new Set(tracks.map(({ slug }) => slug));
  const named = [...officers, ...topics].flatMap(({ track }) => track ?? []);
  const unknown = named.filter((slug) => !known.has(slug));
  if (unknown.length > 0) throw new Impossible(`${file} names tracks that it does not define: ${unknown.join(', ')}.`);
  return parsed.data;
}

async function setUp({ unitOfWork, audit, random }: Operator, content: CallContent): Promise<void> {
  await unitOfWork.run(async (tx) => {
    const taken = await tx.manager.query<unknown[]>(`select 1 from call where slug = $1`, [content.slug]);
    if (taken.length > 0) throw new Impossible(`There is a call "${content.slug}" already.`);
    const rows = new Rows();
    const people = new Map<string, string>();
    for (const { address, givenName, familyName, affiliation } of content.officers) {
      const key = address.toLowerCase();
      if (people.has(key)) continue;
      const [known] = await tx.manager.query<{ person_id: string }[]>(
        `select person_id from person_email where address = $1 and verified_at is not null`,
        [address],
      );
      const id = known?.person_id ?? random.uuid();
      people.set(key, id);
      if (known) continue;
      rows.add('person', { id, given_name: givenName, family_name: familyName, affiliation, created_at: tx.now });
      // the operator vouches for the address
      const proof = { verified_at: tx.now, is_primary: true, created_at: tx.now };
      rows.add('person_email', { id: random.uuid(), person_id: id, address, ...proof });
    }
    const journal = content.journal?.slug ?? null;
    const [existing] = await tx.manager.query<{ id: string }[]>(`select id from journal where slug = $1`, [journal]);
    const call = addCall(rows, content, {
      ...{ random, people, createdBy: null, createdAt: tx.now, state: 'setup', isDemo: false },
      journalId: existing?.id ?? null,
    });
    await rows.insert(tx.manager);
    const facts = { slug: content.slug, by: 'command line' };
    await audit.record(tx, { tag: 'review', action: 'call.created', callId: call.id, facts });
  });
}
