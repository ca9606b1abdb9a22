import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-database';
import { databaseOptions } from '../data-source';
import { Initial1700000000001 } from './0001-initial';
import { WorkingCopy1700000000002 } from './0002-working-copy';

const before = `
insert into person (id, given_name, family_name, created_at) values (gen_random_uuid(), 'Ada', 'Ferri', now());
insert into call (id, slug, kind, name, created_at) values (gen_random_uuid(), 'itais', 'conference', 'ITAIS', now());
insert into track (id, call_id, name, slug, position) select gen_random_uuid(), id, 'Main', 'main', 0 from call;
insert into submission_type (id, call_id, key, name, position) select gen_random_uuid(), id, 'paper', 'Paper', 0 from call;
insert into topic (id, call_id, name, position) select gen_random_uuid(), c.id, n, 0 from call c, unnest(array['Rivers', 'Tides']) n;
insert into submission (id, call_id, track_id, type_id, number, state, stage, title, abstract, abstract_cut, keywords, topic_ids,
                        declarations, created_by, created_at, edited_at, submitted_at, authors_line, authors_search)
  select gen_random_uuid(), c.id, t.id, y.id, s.number, s.state, s.stage, s.title, 'As typed', 4, '{typed}',
         array(select id from topic where name = 'Tides'), '{"originalWork": true}', p.id, now(), now(), s.at, 'Ada Ferri', 'ada ferri'
    from call c, track t, submission_type y, person p,
         (values (1, 'submitted', 'paper', 'Typed afterwards', now()), (null, 'draft', null, 'Never sent', null)) s(number, state, stage, title, at);
insert into submission_version (id, submission_id, n, kind, title, abstract, abstract_words, content, digest, submitted_at)
  select gen_random_uuid(), s.id, v.n, 'paper', v.title, 'As sent', 2, jsonb_build_object('keywords', array['sent'],
         'topics', array(select id from topic where name = 'Rivers'), 'authors', v.authors::jsonb), '', now()
    from submission s, (values (1, 'Sent first', '[]'), (2, 'Sent last', '[{"familyName": "Ferri", "givenName": "Ada", "address": "a@b.c"},
           {"familyName": "Lind", "givenName": "", "address": "l@b.c"}]')) v(n, title, authors)
   where s.number = 1;
`;

describe('the migration that sets working copies apart', () => {
  let own: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    own = await createTestDatabase();
    database = await new DataSource({
      ...databaseOptions({ url: own.url }),
      migrations: [],
      entities: [],
    }).initialize();
    await database.query('drop schema public cascade; create schema public');
    const runner = database.createQueryRunner();
    await new Initial1700000000001().up(runner);
    await database.query(before);
    await new WorkingCopy1700000000002().up(runner);
    await runner.release();
  });
  afterAll(async () => {
    await database.destroy();
    await own.drop();
  });

  it('keeps what authors were writing', async () => {
    const rows = await database.query<unknown[]>(
      `select w.title, w.abstract, w.abstract_cut, w.keywords, w.declarations, array(select name from topic where id = any(w.topic_ids)) as topics
         from working_copy w order by w.title`,
    );
    const typed = {
      abstract: 'As typed',
      abstract_cut: 4,
      keywords: ['typed'],
      declarations: { originalWork: true },
      topics: ['Tides'],
    };
    expect(rows).toEqual([
      { title: 'Never sent', ...typed },
      { title: 'Typed afterwards', ...typed },
    ]);
  });

  it('shows everybody else what was frozen last, and of a draft nothing', async () => {
    const rows = await database.query<unknown[]>(
      `select title, abstract, keywords, array(select name from topic where id = any(topic_ids)) as topics, authors_short, authors_search
         from submission order by number`,
    );
    expect(rows).toEqual([
      {
        ...{ title: 'Sent last', abstract: 'As sent', keywords: ['sent'], topics: ['Rivers'] },
        ...{ authors_short: 'Ferri + 1', authors_search: 'ada ferri' },
      },
      { title: '', abstract: '', keywords: [], topics: [], authors_short: '', authors_search: '' },
    ]);
  });
});
