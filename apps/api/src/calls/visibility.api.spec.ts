import type { VisibilityPreview, VisibilityView } from '@convoke/contract';
import { fields, phases, plainSettings, requirements, standings } from '@convoke/domain';
import { translator } from '@convoke/texts';
import type { GivenCall, GivenPerson, GivenSubmission } from '../testing';
import { TestApp, type Visitor } from '../testing';

let app: TestApp;
let itais: GivenCall;
let papers: GivenSubmission[];
let people: Record<'chidi' | 'tala' | 'ada' | 'bruno' | 'ravi' | 'marta' | 'cleo' | 'ines', GivenPerson>;
let story = 0;

beforeAll(async () => (app = await TestApp.start({ at: '2016-06-01T08:00:00Z' })));
afterAll(() => app.stop());

/** Two papers of Ada in discussion, reviewed by Ravi and Marta, who both have submitted; Cleo is on the committee. */
beforeEach(async () => {
  story += 1;
  const { given } = app;
  itais = await given.call(`itais-${story}`, { tracks: ['Digital transformation', 'Health'] });
  const named = (name: string, admin = false) =>
    given.person(name, { address: `${name.toLowerCase().replace(/\W+/g, '.')}.${story}@example.org`, admin });
  people = {
    chidi: await named('Chidi Eze'),
    tala: await named('Tala Brandt'),
    ada: await named('Ada Ferri'),
    bruno: await named('Bruno Conti'),
    ravi: await named('Ravi Menon'),
    marta: await named('Marta Nowak'),
    cleo: await named('Cleo Dubois'),
    ines: await named('Ines Duarte', true),
  };
  await given.role(people.chidi, 'chair', itais);
  await given.role(people.tala, 'track_chair', itais, itais.tracks[0]);
  for (const person of [people.ravi, people.marta, people.cleo]) await given.role(person, 'reviewer', itais);
  papers = [];
  for (const title of ['Who co-produces?', 'And why?'])
    papers.push(await given.submission(itais, { by: [people.ada, people.bruno], title, round: 'discussion' }));
});

const reviewed = async (): Promise<void> => {
  for (const paper of papers)
    for (const reviewer of [people.ravi, people.marta])
      await app.given.review(await app.given.assignment(paper, reviewer), { comments: 'Clear' });
};
const path = (): string => `/api/calls/${itais.slug}/visibility`;
const view = async (visitor: Visitor): Promise<VisibilityView> =>
  (await visitor.get(path()).expect(200)).body as VisibilityView;
const preview = async (visitor: Visitor, body: object): Promise<VisibilityPreview> =>
  (await visitor.post(`${path()}/preview`).send(body).expect(200)).body as VisibilityPreview;
const change = (visitor: Visitor, body: object, version = 1) => visitor.patch(path()).send({ version, ...body });
const on = (...names: string[]): object => ({ visibility: Object.fromEntries(names.map((name) => [name, true])) });

describe('the settings of who sees what', () => {
  it('are those that can matter in this kind of call, in five groups, with what each decides', async () => {
    const {
      settings,
      kind,
      anonymity,
      bids,
      requirements: needs,
      presets,
    } = await view(await app.signIn(people.chidi));
    expect([kind, anonymity, bids]).toEqual(['conference', 'double', true]);
    expect(settings).toHaveLength(36);
    expect(new Set(settings.map(({ group }) => group)).size).toBe(5);
    expect(settings.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['si_discussion']));
    expect(JSON.stringify(settings)).not.toContain('break_glass');
    expect(settings.find(({ name }) => name === 'pc_sees_conflicts')).toMatchObject({
      idle: 'anonymity',
      usual: false,
    });
    expect(settings.find(({ name }) => name === 'publish_pdfs')?.effects).toEqual([
      expect.objectContaining({ fields: ['file.pdf'], from: 'published', to: 'published' }),
    ]);
    expect(needs).toContainEqual({ on: 'authors_see_scores', needs: 'authors_see_reviews' });
    expect(presets.map(({ name }) => name)).toEqual(['small_conference', 'full_conference']);
  });

  it('of a special issue are its own', async () => {
    const jedem = await app.given.call(`jedem-${story}`, { kind: 'special_issue' });
    await app.given.role(people.chidi, 'guest_editor', jedem);
    const { body } = await (await app.signIn(people.chidi)).get(`/api/calls/${jedem.slug}/visibility`).expect(200);
    const names = (body as VisibilityView).settings.map(({ name }) => name);
    expect(names).toContain('si_discussion');
    expect(names.filter((name) => /^pc_sees|unassigned|in_rebuttal|other_reviews_(after_own|in)/.test(name))).toEqual(
      [],
    );
    expect((body as VisibilityView).presets.map(({ name }) => name)).toEqual(['journal']);
  });

  it('are read by co-chairs, changed by who runs the call, and unknown to everybody else', async () => {
    const tala = await app.signIn(people.tala);
    expect((await view(tala)).can).toEqual({ edit: false });
    await change(tala, on('pc_sees_pdfs')).expect(403);
    await tala.post(`${path()}/preview`).send({}).expect(403);
    for (const person of [people.ravi, people.ada]) await (await app.signIn(person)).get(path()).expect(403);
    await app.visitor().get(path()).expect(401);
  });

  it('have words for every setting, field, person, phase and contradiction', () => {
    const { maybe } = translator('en');
    const keys = [
      ...plainSettings.flatMap((name) => [`see.s.${name}`, `see.w.${name}`]),
      ...fields.map((field) => `see.field.${field}`),
      ...standings.flatMap((standing) => [`see.who.${standing}`, `see.count.${standing}`]),
      ...phases.map((phase) => `see.phase.${phase}`),
      ...requirements.map(({ on: one, needs }) => `see.needs.${one}.${needs}`),
    ];
    expect(keys.filter((key) => maybe(key, { n: 2 }) === null)).toEqual([]);
  });
});

describe('the preview', () => {
  it('counts the people there are: who would newly see what, and who no longer', async () => {
    await reviewed();
    const chidi = await app.signIn(people.chidi);
    const { changes, needsReason, contradictions } = await preview(chidi, {
      visibility: { reviewers_see_reviewer_names: true, reviewers_see_review_status: false },
    });
    expect([needsReason, contradictions]).toEqual([true, []]);
    expect(changes).toContainEqual({
      opens: true,
      fields: ['review.attachment_original_metadata', 'review.reviewer_identity', 'assignment.reviewer_names'],
      who: 'reviewer',
      from: null,
      onlyNew: true,
      people: 2,
      submissions: 2,
      kept: { what: 'reviews', count: 4 },
    });
    expect(changes).toContainEqual({
      opens: false,
      fields: ['assignment.count_and_status'],
      who: 'reviewer',
      from: null,
      onlyNew: false,
      people: 2,
      submissions: 2,
      kept: null,
    });
  });

  it('counts authors who will see something at the notification', async () => {
    const { changes } = await preview(await app.signIn(people.chidi), { visibility: { authors_see_scores: false } });
    expect(changes).toEqual([
      {
        opens: false,
        fields: ['review.scores'],
        who: 'author',
        from: 'notified',
        onlyNew: false,
        people: 2,
        submissions: 2,
        kept: null,
      },
    ]);
  });

  it('changes nothing, and says nothing of the papers the chair wrote or is in conflict with', async () => {
    await app.given.conflict(papers[0] as GivenSubmission, people.chidi);
    await app.database.query(
      `insert into submission_contact (submission_id, person_id, added_at) values ($1, $2, now())`,
      [papers[1]?.id, people.chidi.id],
    );
    const chidi = await app.signIn(people.chidi);
    expect((await preview(chidi, on('pc_sees_pdfs'))).changes).toEqual([]);
    expect((await view(chidi)).version).toBe(1);
  });

  it('names contradictions before anything is saved', async () => {
    const { contradictions } = await preview(await app.signIn(people.chidi), {
      visibility: { authors_see_reviews: false },
    });
    expect(contradictions).toContainEqual({ on: 'authors_see_scores', needs: 'authors_see_reviews' });
  });
});

describe('changing who sees what', () => {
  it('keeps what was, what is, who and why', async () => {
    await reviewed();
    const chidi = await app.signIn(people.chidi);
    const body = { ...on('reviewers_see_reviewer_names'), anonymity: 'single', reason: 'The board asks for it.' };
    const { body: after } = await change(chidi, body).expect(200);
    expect(after).toMatchObject({
      version: 2,
      anonymity: 'single',
      visibility: { reviewers_see_reviewer_names: true },
    });
    expect((after as VisibilityView).history).toMatchObject([
      {
        by: 'Chidi Eze',
        reason: 'The board asks for it.',
        changed: [
          { name: 'anonymity', from: 'double', to: 'single' },
          { name: 'reviewers_see_reviewer_names', from: 'off', to: 'on' },
        ],
      },
    ]);
    const [entry] = await app.database.query<{ actor_id: string; facts: object }[]>(
      `select actor_id, facts from audit_entry where call_id = $1 and action = 'visibility.changed'`,
      [itais.id],
    );
    expect(entry).toEqual({
      actor_id: people.chidi.id,
      facts: {
        reason: 'The board asks for it.',
        changed: [
          { name: 'anonymity', from: 'double', to: 'single' },
          { name: 'reviewers_see_reviewer_names', from: 'off', to: 'on' },
        ],
      },
    });
  });

  it('asks for a reason once there are reviews, a draft included, and not before', async () => {
    const chidi = await app.signIn(people.chidi);
    await change(chidi, on('chairs_see_drafts')).expect(200);
    await app.given.review(await app.given.assignment(papers[0] as GivenSubmission, people.ravi), { state: 'draft' });
    const refused = await change(chidi, on('other_tracks_visible'), 2).expect(422);
    expect(refused.body).toMatchObject({ code: 'reason_required' });
    await change(chidi, { bids: false }, 2).expect(200);
    await change(chidi, { ...on('other_tracks_visible'), reason: 'Topics overlap.' }, 3).expect(200);
  });

  it('refuses what contradicts itself, each with its reason', async () => {
    const chidi = await app.signIn(people.chidi);
    const { body } = await change(chidi, on('pc_sees_conflicts', 'publish_supplementary')).expect(422);
    expect(body).toMatchObject({
      code: 'contradictory_settings',
      errors: [
        {
          path: 'visibility.publish_supplementary',
          message: 'Supplementary files would be public without their papers.',
        },
        { path: 'visibility.pc_sees_conflicts', message: expect.stringContaining('points to who wrote it') as string },
      ],
    });
    await change(chidi, { visibility: { pc_sees_titles: false, pc_sees_decisions: false } }).expect(422);
    await change(chidi, { bids: false, visibility: { pc_sees_titles: false, pc_sees_decisions: false } }).expect(200);
  });

  it('sets the anonymity of one type, whose earlier papers stay as they were', async () => {
    const chidi = await app.signIn(people.chidi);
    const [type] = (await view(chidi)).types;
    await change(chidi, { types: [{ id: type?.id, anonymity: 'none' }] }).expect(200);
    const after = await view(chidi);
    expect(after.types[0]?.anonymity).toBe('none');
    expect(after.history[0]?.changed).toEqual([{ name: 'type:paper', from: 'call', to: 'none' }]);
    await change(chidi, { types: [{ id: itais.id, anonymity: 'none' }] }, 2).expect(409);
  });

  it('leaves the anonymity of a type to this page', async () => {
    const chidi = await app.signIn(people.chidi);
    const types = [
      { id: itais.types['paper'], key: 'paper', name: 'Paper', anonymity: 'none', isOpen: true, settings: {} },
    ];
    const put = (body: object) => chidi.put(`/api/calls/${itais.slug}/types`).send({ version: 1, ...body });
    expect((await put({ types }).expect(422)).body).toMatchObject({ errors: [{ path: 'types.0.anonymity' }] });
    await put({ types: [{ ...types[0], anonymity: null }] }).expect(200);
  });

  it('refuses a stale version, an unknown setting, and the settings of an emergency', async () => {
    const chidi = await app.signIn(people.chidi);
    await change(chidi, on('chairs_see_drafts')).expect(200);
    expect((await change(chidi, on('other_tracks_visible')).expect(409)).body).toMatchObject({ code: 'stale_version' });
    for (const name of ['chair_break_glass', 'admin_break_glass', 'nobody_sees_anything'])
      await change(chidi, on(name), 2).expect(422);
    await chidi.patch(`/api/calls/${itais.slug}`).send({ version: 2, anonymity: 'single' }).expect(422);
    await chidi
      .patch(`/api/calls/${itais.slug}`)
      .send({ version: 2, settings: on('pc_sees_pdfs') })
      .expect(422);
  });
});

describe('a new call', () => {
  const create = async (body: object, status = 201): Promise<VisibilityView | null> => {
    const ines = await app.signIn(people.ines);
    const made = await ines
      .post('/api/calls')
      .set('Idempotency-Key', `${story}-${JSON.stringify(body)}`.slice(0, 60))
      .send({ name: `New ${story}`, ...body })
      .expect(status);
    if (status !== 201) return null;
    const { slug } = (made.body as { call: { slug: string } }).call;
    return (await ines.get(`/api/calls/${slug}/visibility`).expect(200)).body as VisibilityView;
  };

  it('reviews as its preset says: a small conference without bids, discussion and response', async () => {
    const small = await create({ kind: 'conference', preset: 'small_conference' });
    expect(small).toMatchObject({
      bids: false,
      discussion: false,
      response: false,
      visibility: { pc_sees_titles: false },
    });
    const full = await create({ kind: 'conference' });
    expect(full).toMatchObject({ bids: true, discussion: true, response: true, visibility: { pc_sees_titles: true } });
    expect(await create({ kind: 'special_issue' })).toMatchObject({ bids: false, discussion: false, response: false });
  });

  it('that is triple-anonymous hides the editors from the authors too', async () => {
    const triple = await create({ kind: 'conference', anonymity: 'triple' });
    expect(triple?.visibility.authors_see_handling_chair).toBe(false);
  });

  it('cannot be a conference that reviews like a journal', async () => {
    await create({ kind: 'conference', preset: 'journal' }, 422);
    await create({ kind: 'conference', preset: 'no_such_thing' }, 422);
  });
});
