import { Controller } from '@nestjs/common';
import { endpoint, type InputOf } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import * as z from 'zod';
import { TestApp, type Visitor } from '../../testing';
import { UnitOfWork, type Tx } from '../unit-of-work';
import { Endpoint, Input } from './endpoint';

const create = endpoint({
  method: 'POST',
  path: '/api/probe/things',
  summary: 'Makes one thing.',
  body: z.strictObject({ name: z.string() }),
  response: z.object({ n: z.number() }),
  status: 201,
  idempotent: true,
});

/** Makes things in the database; some names make it stumble. */
@Controller()
class ProbeController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Endpoint(create, 'signed-in')
  async create(@Input(create) { body }: InputOf<typeof create>): Promise<unknown> {
    const made = await this.unitOfWork.run((tx) => this.make(tx, body.name));
    return body.name === 'answered elsewhere' ? { ...made } : made;
  }

  private async make(tx: Tx, name: string): Promise<{ n: unknown; secret: string }> {
    if (name === 'refused') throw new Refusal('wrong_state');
    const [row] = await tx.manager.query<{ n: number }[]>(`insert into thing (name) values ($1) returning n`, [name]);
    // the process, or its connection, is lost before the commit: the first time only
    if (name === 'lost' && row?.n === 1) await tx.manager.query('select pg_terminate_backend(pg_backend_pid())');
    // it is lost right after the commit: no answer leaves, and nothing that follows the commit is done
    if (name === 'silent') tx.afterCommit(() => new Promise(() => undefined));
    await new Promise((resolve) => setTimeout(resolve, 30));
    return { n: name === 'malformed' ? 'one' : row?.n, secret: 'the reviewer is Ravi Menon' };
  }
}

describe('A request with a key', () => {
  let app: TestApp;
  let ada: Visitor;

  beforeAll(async () => {
    app = await TestApp.start({ extra: { controllers: [ProbeController] } });
    ada = await app.signIn(await app.given.person('Ada Ferri'));
    await app.database.query('create table thing (n integer generated always as identity, name text not null)');
  });
  beforeEach(() => app.database.query('truncate thing restart identity'));
  afterAll(() => app.stop());

  const send = (key: string, name: string, who = ada) =>
    who.post('/api/probe/things').set('Idempotency-Key', key).send({ name });
  const count = async (table: string, where = 'true'): Promise<number> => {
    const [row] = await app.database.query<{ n: number }[]>(`select count(*)::int as n from ${table} where ${where}`);
    return row?.n ?? 0;
  };

  it('has one effect and one answer however often it comes', async () => {
    const answers = await Promise.all([send('click-0001', 'a'), send('click-0001', 'a'), send('click-0001', 'a')]);
    const { n } = answers[0]?.body as { n: number };
    expect(answers.map((one) => [one.status, one.body])).toEqual(Array(3).fill([201, { n }]));
    expect((await send('click-0001', 'a').expect(201)).body).toEqual({ n });
    expect(await count('thing')).toBe(1);
    expect(JSON.stringify(await app.database.query('select * from idempotency_key'))).not.toContain('Ravi');
  });

  it('is refused when it comes again with another body, also while the first still runs', async () => {
    const both = await Promise.all([send('click-0002', 'a'), send('click-0002', 'b')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'idempotency_key_reused' });
    await send('click-0002', 'c').expect(409);
    expect(await count('thing')).toBe(1);
  });

  it('leaves its key free when it is refused', async () => {
    await send('click-0003', 'refused').expect(409);
    expect(await count('idempotency_key', `key = 'click-0003'`)).toBe(0);
    await send('click-0003', 'a').expect(201);
  });

  it('has a key of its own for each person', async () => {
    const olu = await app.signIn(await app.given.person('Olu Two'));
    const [mine, theirs] = [await send('click-0004', 'a').expect(201), await send('click-0004', 'a', olu).expect(201)];
    expect(theirs.body.n).not.toBe(mine.body.n);
  });

  it('is answered exactly when its process was lost between commit and answer', async () => {
    const first = send('click-0005', 'silent');
    const ended = first.then(
      () => 'answered',
      () => 'nothing',
    );
    for (let tries = 0; tries < 100 && (await count('thing')) === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    first.abort();
    expect(await ended).toBe('nothing');
    expect((await send('click-0005', 'silent').expect(201)).body).toEqual({ n: 1 });
    expect(await count('thing')).toBe(1);
  });

  it('has neither effect nor answer when it was lost before the commit', async () => {
    expect((await send('click-0006', 'lost')).status).toBeGreaterThanOrEqual(500);
    expect([await count('thing'), await count('idempotency_key', `key = 'click-0006'`)]).toEqual([0, 0]);
    await send('click-0006', 'lost').expect(201);
    expect(await count('thing')).toBe(1);
  });

  it('has no effect when its answer may not leave', async () => {
    await send('click-0007', 'malformed').expect(500);
    expect(await count('thing')).toBe(0);
  });

  it('must be answered out of the transaction that had its effect, with a key or without', async () => {
    await send('click-0008', 'answered elsewhere').expect(500);
    await ada.post('/api/probe/things').send({ name: 'answered elsewhere' }).expect(500);
    await ada.post('/api/probe/things').send({ name: 'a' }).expect(201);
  });
});
