import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { TestClock } from '../testing/test-clock';
import { databaseOptions } from './database/data-source';
import { isDuplicate, UnitOfWork } from './unit-of-work';

describe('a unit of work', () => {
  let home: TestDatabase;
  let database: DataSource;
  let unitOfWork: UnitOfWork;
  const clock = new TestClock('2016-05-01T08:00:00Z');

  beforeAll(async () => {
    home = await createTestDatabase();
    database = await new DataSource(databaseOptions({ url: home.url })).initialize();
    await database.query('create table counter (name text primary key, value integer not null)');
    unitOfWork = new UnitOfWork(database, clock);
  });

  beforeEach(() => database.query(`truncate counter; insert into counter values ('a', 0), ('b', 0)`));

  afterAll(async () => {
    await database.destroy();
    await home.drop();
  });

  const values = async () =>
    (await database.query<{ value: number }[]>('select value from counter order by name')).map((row) => row.value);

  it('happens as a whole', async () => {
    const at = await unitOfWork.run(async (tx) => {
      await tx.manager.query(`update counter set value = 1`);
      return tx.now;
    });
    expect(at).toEqual(clock.now());
    expect(await values()).toEqual([1, 1]);
  });

  it('or not at all, and then without effects', async () => {
    const effects: string[] = [];
    const work = unitOfWork.run(async (tx) => {
      tx.afterCommit(() => void effects.push('mail'));
      await tx.manager.query(`update counter set value = 1`);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect([await values(), effects]).toEqual([[0, 0], []]);
  });

  it('has its effects once the others can see it', async () => {
    let seen: number[] = [];
    await unitOfWork.run(async (tx) => {
      tx.afterCommit(async () => void (seen = await values()));
      await tx.manager.query(`update counter set value = 2`);
    });
    expect(seen).toEqual([2, 2]);
  });

  it('stands although an effect fails', async () => {
    await unitOfWork.run(async (tx) => {
      tx.afterCommit(() => Promise.reject(new Error('the queue is away')));
      await tx.manager.query(`update counter set value = 3`);
    });
    expect(await values()).toEqual([3, 3]);
  });

  it('is tried again after a deadlock, with its effects once', async () => {
    let effects = 0;
    let met = 0;
    let meet: () => void = () => undefined;
    const meeting = new Promise<void>((resolve) => (meet = resolve));
    const raise = (first: string, second: string) =>
      unitOfWork.run(async (tx) => {
        tx.afterCommit(() => void (effects += 1));
        await tx.manager.query(`update counter set value = value + 1 where name = $1`, [first]);
        met += 1;
        if (met >= 2) meet();
        await meeting;
        tx.write(`update counter set value = value + 1 where name = $1`, [second]);
      });
    await Promise.all([raise('a', 'b'), raise('b', 'a')]);
    expect([await values(), effects]).toEqual([[2, 2], 2]);
  });

  it('goes on after a write and has it before all that follows', async () => {
    const seen = await unitOfWork.run(async (tx) => {
      tx.write(`update counter set value = value + $1`, [4]);
      tx.write(`update counter set value = value * $1`, [10]);
      return tx.manager.query(`select value from counter where name = $1`, ['a']);
    });
    expect([seen, await values()]).toEqual([[{ value: 40 }], [40, 40]]);
  });

  it('fails with the write that failed, whether or not something follows', async () => {
    const failing = (goOn: boolean) =>
      unitOfWork.run(async (tx) => {
        tx.write(`update counter set value = $1`, [5]);
        tx.write(`insert into counter values ($1, 1)`, ['a']);
        if (goOn) await tx.manager.query(`select $1::int`, [1]);
      });
    for (const goOn of [true, false]) {
      const error: unknown = await failing(goOn).catch((caught: unknown) => caught);
      expect(isDuplicate(error, 'counter_pkey')).toBe(true);
    }
    expect(await values()).toEqual([0, 0]);
  });

  it('tells a duplicate from other errors', async () => {
    const error: unknown = await unitOfWork
      .run((tx) => tx.manager.query(`insert into counter values ('a', 9)`))
      .catch((caught: unknown) => caught);
    expect([isDuplicate(error), isDuplicate(error, 'counter_pkey'), isDuplicate(error, 'other')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
