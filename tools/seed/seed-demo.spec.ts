import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cast } from '@convoke/domain/testing';
import type { DataSource } from 'typeorm';
import { connect } from '../../apps/api/src/platform/database/data-source';
import { createTestDatabase, type TestDatabase } from '../../apps/api/src/testing/test-database';
import { checkInvariants } from '../check-invariants';
import { seedDemo } from './seed-demo';

describe('the demo', () => {
  let files: string;
  let own: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'convoke-demo-'));
    own = await createTestDatabase();
    await seedDemo({
      MODE: 'demo',
      DATABASE_URL: own.url,
      FILES_URL: pathToFileURL(files).href,
      PUBLIC_URL: 'http://localhost:5090',
      SESSION_SECRET: 'a secret for one spec, long enough',
    });
    database = await connect({ url: own.url });
  }, 60_000);

  afterAll(async () => {
    await database.destroy();
    await own.drop();
    await rm(files, { recursive: true, force: true });
  });

  it('breaks no rule that real data keeps', async () => {
    expect(await checkInvariants(database.manager)).toEqual([]);
  });

  it('shows both calls in all their phases', async () => {
    const rows = await database.query<{ slug: string; papers: number; states: string[] }[]>(
      `select c.slug, count(*)::int as papers, array_agg(distinct s.state || coalesce(' ' || r.state, '') order by s.state || coalesce(' ' || r.state, '')) as states
         from submission s join call c on c.id = s.call_id left join round r on r.submission_id = s.id and r.n = s.current_round
        group by c.slug order by c.slug`,
    );
    expect(rows).toEqual([
      {
        slug: 'itais-2016',
        papers: 45,
        states: [
          'accepted notified',
          'draft',
          'rejected notified',
          'submitted decided_not_notified',
          'submitted discussion',
          'submitted rebuttal',
          'submitted review_open',
          'submitted submitted',
          'withdrawn submitted',
        ],
      },
      {
        slug: 'jedem-2015',
        papers: 7,
        states: ['submitted decided_not_notified', 'submitted review_open', 'submitted submitted'],
      },
    ]);
  });

  it('has what is said before a decision: messages for each audience, a response begun and one submitted, meta-reviews', async () => {
    const rows = await database.query<Record<string, unknown>[]>(
      `select s.title, r.discussion_closed_at is not null as closed,
              array(select distinct audience from discussion_message m where m.round_id = r.id order by 1) as audiences,
              a.submitted_n, m.for_authors <> '' as meta, x.id is not null as released
         from round r join submission s on s.id = r.submission_id
         left join author_response a on a.round_id = r.id
         left join recommendation m on m.round_id = r.id and m.for_authors <> ''
         left join released_meta_review x on x.recommendation_id = m.id
        where r.discussion_opened_at is not null or r.response_opened_at is not null or m.id is not null order by s.title`,
    );
    const nothing = { closed: false, audiences: [], submitted_n: null, meta: null, released: false };
    expect(rows.map(({ title, ...row }) => [String(title).split(/[:?]/)[0], row])).toEqual([
      // asked for with a revision
      ['Emergency volunteers, official channels', nothing],
      ['Letting go of the form', { ...nothing, meta: true, released: true }],
      ['Night shifts of a helpline', { ...nothing, submitted_n: 0 }],
      ['Paying with attention', { ...nothing, audiences: ['reviewers'], submitted_n: 1 }],
      ['Waiting together', { ...nothing, closed: true, audiences: ['reviewers'], meta: true }],
      ['Whose map is it', { ...nothing, audiences: ['chairs', 'reviewer', 'reviewers'] }],
    ]);
  });

  it('has a date that lies ahead in ITAIS and none in the special issue, whose text names none', async () => {
    const [paper] = await database.query<{ days: number }[]>(
      `select round(extract(epoch from d.closes_at - now()) / 86400)::int as days from deadline d join call c on c.id = d.call_id
        where c.slug = 'itais-2016' and d.kind = 'paper'`,
    );
    expect(paper?.days).toBeGreaterThanOrEqual(9);
    const dated = await database.query<unknown[]>(
      `select 1 from deadline d join call c on c.id = d.call_id where c.slug = 'jedem-2015' and d.closes_at is not null`,
    );
    expect(dated).toEqual([]);
  });

  it('has a paper that says more about its authors than it should', async () => {
    const [row] = await database.query<{ kinds: string[] }[]>(
      `select array(select distinct h ->> 'kind' from jsonb_array_elements(anonymity -> 'hints') h order by 1) as kinds
         from submission_file where anonymity <> '{"hints": []}'`,
    );
    expect(row?.kinds).toEqual(['acknowledgement', 'repository', 'self_citation']);
  });

  it('lets nobody sign in as a person whom a call names', async () => {
    const rows = await database.query<{ name: string }[]>(
      `select p.family_name as name from person p join membership m on m.person_id = p.id
        where m.role in ('track_chair', 'guest_editor') and (p.is_demo or p.password_hash is not null) order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([cast.tala.familyName, cast.gwen.familyName]);
  });

  it('leaves two letters to deliver, so that the mailbox is neither empty nor full', async () => {
    const rows = await database.query<{ class: string; to: string }[]>(
      `select class, to_address::text as to from email_message where state = 'queued' order by class`,
    );
    expect(rows).toEqual([
      { class: 'decision', to: cast.ada.email },
      { class: 'invitation', to: cast.ravi.email },
    ]);
  });
});
