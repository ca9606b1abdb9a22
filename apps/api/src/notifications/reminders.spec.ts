import { TestApp } from '../testing';
import type { GivenCall, GivenPerson } from '../testing/given';

const paperDue = '2016-06-10T12:00:00Z';
const reviewDue = '2016-07-10T12:00:00Z';

describe('reminders', () => {
  let app: TestApp;
  let ada: GivenPerson;
  let ravi: GivenPerson;
  let call: GivenCall;
  let n = 0;

  beforeAll(async () => {
    app = await TestApp.start({ at: '2016-06-01T08:00:00Z' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    n += 1;
    app.clock.set('2016-06-01T08:00:00Z');
    app.forgetJobs();
    await app.database.query(`update call set state = 'closed'`);
    ada = await app.given.person(`Ada Ferri ${n}`, { address: `ada${n}@example.org` });
    ravi = await app.given.person(`Ravi Menon ${n}`, { address: `ravi${n}@example.org` });
    call = await app.given.call(`itais-${n}`, { name: 'ITAIS 2016', closes: { paper: paperDue, review: reviewDue } });
  });

  const sweepAt = async (instant: string): Promise<void> => {
    app.clock.set(instant);
    await app.runJob('sweep-reminders');
  };
  const reminders = () =>
    app.database.query<{ rule: string; state: string; reason: string }[]>(
      `select rule, state, reason from reminder where call_id = $1 order by fire_at, rule`,
      [call.id],
    );
  const draft = () => app.given.submission(call, { by: [ada], state: 'draft', title: 'From open data' });
  const reviewing = async (state: 'accepted' | 'invited' = 'accepted') => {
    const paper = await app.given.submission(call, { by: [ada], round: 'review_open', title: 'From open data' });
    return app.given.assignment(paper, ravi, { state });
  };

  it('reach the author of a draft 48 and 4 hours before the deadline, once each', async () => {
    const paper = await draft();
    await sweepAt('2016-06-08T11:59:00Z');
    expect(await app.mails(ada.address)).toEqual([]);
    for (const instant of [
      '2016-06-08T12:00:00Z',
      '2016-06-08T12:05:00Z',
      '2016-06-10T08:00:00Z',
      '2016-06-10T08:05:00Z',
    ])
      await sweepAt(instant);
    const mails = await app.mails(ada.address);
    expect(mails.map(({ class: kind, subject }) => [kind, subject])).toEqual([
      ['reminder', 'ITAIS 2016: your submission is still a draft'],
      ['reminder', 'ITAIS 2016: your submission is still a draft'],
    ]);
    expect(mails[0]?.body).toContain('“From open data” is saved as a draft');
    expect(mails[0]?.body).toContain(`http://convoke.test/app/c/${call.slug}/d/${paper.id}`);
  });

  it('are asked again when they fire: a draft submitted in between gets none', async () => {
    const paper = await draft();
    await sweepAt('2016-06-07T12:00:00Z');
    expect(await reminders()).toMatchObject([{ state: 'planned' }, { state: 'planned' }]);
    await app.database.query(`update submission set state = 'submitted', stage = 'paper', number = 77 where id = $1`, [
      paper.id,
    ]);
    await sweepAt('2016-06-08T12:00:00Z');
    expect(await app.mails(ada.address)).toEqual([]);
    expect((await reminders()).every(({ state }) => state === 'cancelled' || state === 'skipped')).toBe(true);
  });

  it('move with the deadline: planned ones are cancelled, new ones count from the new date', async () => {
    await draft();
    await sweepAt('2016-06-07T12:00:00Z');
    await app.given.deadline(call.id, 'paper', '2016-06-12T12:00:00Z');
    await sweepAt('2016-06-08T12:00:00Z');
    expect(await app.mails(ada.address)).toEqual([]);
    await sweepAt('2016-06-10T12:00:00Z');
    expect(await app.mails(ada.address)).toHaveLength(1);
    expect((await reminders()).map(({ state }) => state).sort()).toEqual(['cancelled', 'cancelled', 'planned', 'sent']);
  });

  it('are caught up after an outage while they still help, and dropped when they do not', async () => {
    await draft();
    await sweepAt('2016-06-07T12:00:00Z');
    await sweepAt('2016-06-09T02:00:00Z');
    expect(await app.mails(ada.address)).toHaveLength(1);
    await sweepAt('2016-06-10T11:30:00Z');
    expect(await app.mails(ada.address)).toHaveLength(1);
    expect(await reminders()).toMatchObject([
      { rule: 'draft_48h_before', state: 'sent' },
      { rule: 'draft_4h_before', state: 'skipped', reason: 'too late to help' },
    ]);
  });

  it('do not speak of a deadline that has no date', async () => {
    await app.given.deadline(call.id, 'paper', null);
    await draft();
    await sweepAt('2016-06-10T11:00:00Z');
    expect(await reminders()).toEqual([]);
  });

  it('reach a reviewer 7 and 1 days before and 1 and 4 days after, until the review is in', async () => {
    const assignment = await reviewing();
    for (const instant of ['2016-07-03T12:00:00Z', '2016-07-09T12:00:00Z', '2016-07-11T12:00:00Z'])
      await sweepAt(instant);
    const mails = await app.mails(ravi.address);
    expect(mails).toHaveLength(3);
    expect(mails[0]?.body).toContain(`http://convoke.test/app/c/${call.slug}/r/${assignment.id}`);
    expect(mails[2]?.subject).toMatch(/your review of #\d+ was due/);
    await app.given.review(assignment);
    await sweepAt('2016-07-14T12:00:00Z');
    expect(await app.mails(ravi.address)).toHaveLength(3);
  });

  it('ask once more three days after an invitation without an answer', async () => {
    const assignment = await reviewing('invited');
    await app.database.query(`update assignment set invited_at = $2 where id = $1`, [
      assignment.id,
      '2016-06-20T08:00:00Z',
    ]);
    await sweepAt('2016-06-23T08:00:00Z');
    expect((await app.mails(ravi.address)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^ITAIS 2016: will you review #\d+\?$/),
    ]);
  });

  it('stay silent on the day somebody reminded by hand', async () => {
    const assignment = await reviewing();
    await sweepAt('2016-07-03T11:00:00Z');
    await app.database.query(`update assignment set reminded_at = $2 where id = $1`, [
      assignment.id,
      '2016-07-03T11:30:00Z',
    ]);
    await sweepAt('2016-07-03T12:00:00Z');
    expect(await app.mails(ravi.address)).toEqual([]);
  });

  it('do not reach whoever turned them off, and are kept as skipped with that reason', async () => {
    await draft();
    const visitor = await app.signIn(ada);
    const account = await visitor.get('/account').expect(200);
    expect(account.text).toContain('Turn reminders off');
    await visitor.submitForm('/account/reminders', { wants: 'no' }).expect(303);
    expect((await visitor.get('/account').expect(200)).text).toContain('Turn reminders on');
    await sweepAt('2016-06-08T12:00:00Z');
    expect(await app.mails(ada.address)).toEqual([]);
    expect(await reminders()).toContainEqual(
      expect.objectContaining({ state: 'skipped', reason: 'the person wants no reminders' }),
    );
    // taken back in time for the next one
    await visitor.submitForm('/account/reminders', { wants: 'yes' }).expect(303);
    await sweepAt('2016-06-10T08:00:00Z');
    const [letter] = await app.mails(ada.address);
    expect(letter?.body).toContain('To get no reminders at all: http://convoke.test/account#reminders');
    await visitor.submitForm('/account/reminders', { wants: 'perhaps' }).expect(422);
  });

  it('fire once though two workers wake at the same time', async () => {
    await draft();
    app.clock.set('2016-06-08T12:00:00Z');
    await Promise.all([app.runJob('sweep-reminders'), app.runJob('sweep-reminders')]);
    expect(await app.mails(ada.address)).toHaveLength(1);
  });
});
