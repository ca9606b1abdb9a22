import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../apps/api/src/platform/database/data-source';
import { Given, type GivenPerson } from '../../apps/api/src/testing/given';
import { TestClock } from '../../apps/api/src/testing/test-clock';

export interface World {
  slug: string;
  chairs: GivenPerson[];
}

/** A call whose papers are all decided, each by one author, with two chairs who may release them. */
export async function decidedPapers(url: string, papers: number): Promise<World> {
  const database = await new DataSource({ ...databaseOptions({ url }), poolSize: 8 }).initialize();
  try {
    const given = new Given(database, new TestClock(new Date().toISOString()));
    const chairs = [await given.person('Chidi Okafor'), await given.person('Tala Reyes')];
    const call = await given.call('itais', { name: 'ITAIS 2016' });
    for (const chair of chairs) await given.role(chair, 'chair', call);
    const numbers = Array.from({ length: papers }, (_, n) => n);
    await inLanes(8, numbers, async (n) => {
      const author = await given.person(`Author ${n}`, { address: `author.${n}@example.org` });
      const paper = await given.submission(call, { by: [author], title: `Paper ${n}`, round: 'decided_not_notified' });
      await database.query(
        `insert into decision (id, round_id, submission_id, outcome, state, decided_by, decided_at)
         values ($1, $2, $3, $4, 'decided', $5, now())`,
        [randomUUID(), paper.roundId, paper.id, n % 3 === 0 ? 'accept' : 'reject', chairs[0]?.id],
      );
    });
    return { slug: call.slug, chairs };
  } finally {
    await database.destroy();
  }
}

async function inLanes<T>(lanes: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
