import { TestApp, type Visitor } from '../testing';
import { UnitOfWork } from '../platform/unit-of-work';
import { OneTimeLinks } from './one-time-links';
import { issueSetUpLink } from './set-up-link';
import { hashPassword } from './password';

let app: TestApp;
beforeAll(async () => (app = await TestApp.start()));
afterAll(() => app.stop());

const password = 'correct horse battery';

function signUpForm(address: string, name = 'Ada Ferri'): Record<string, string> {
  const [givenName = '', familyName = ''] = name.split(' ');
  return { givenName, familyName, affiliation: 'U Milano', address, password };
}

async function signUp(address: string, name?: string): Promise<Visitor> {
  const visitor = app.visitor();
  await visitor.submitForm('/sign-up', signUpForm(address, name)).expect(303);
  return visitor;
}

async function me(visitor: Visitor): Promise<{
  person: {
    id: string;
    version: number;
    addresses: { id: string; address: string; verified: boolean; primary: boolean }[];
  };
  verified: boolean;
  calls: unknown[];
}> {
  return (await visitor.get('/api/me').expect(200)).body;
}

/** The path of the link in the latest letter to that address. */
async function linkTo(address: string): Promise<string> {
  const letter = (await app.mails(address)).at(-1);
  return /http:\/\/convoke\.test(\/\S+)/.exec(letter?.body ?? '')?.[1] ?? 'no link';
}

function cookieOf(answer: { headers: Record<string, string> }): string {
  return String(answer.headers['set-cookie']);
}

describe('Signing up', () => {
  it('signs in at once, unverified, and sends a link to the address', async () => {
    const ada = await signUp('ada@example.org');
    const view = await me(ada);
    expect(view).toMatchObject({ verified: false, person: { name: 'Ada Ferri', affiliation: 'U Milano' }, calls: [] });
    const [letter] = await app.mails('ada@example.org');
    expect(letter).toMatchObject({ class: 'account', subject: 'Confirm your address for Convoke', state: 'queued' });
  });

  it('keeps the password as argon2id and the session as a hash', async () => {
    const rows = await app.database.query(
      `select password_hash from person join person_email e on e.person_id = person.id where e.address = 'ada@example.org'`,
    );
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('shows what is wrong beside what was typed, and keeps everything but the password', async () => {
    const answer = await app
      .visitor()
      .submitForm('/sign-up', { ...signUpForm('not-an-address'), familyName: '', password: 'short' })
      .expect(422);
    expect(answer.text).toContain('value="not-an-address"');
    expect(answer.text).toContain('Fill in your family name.');
    expect(answer.text).toContain('This is not a complete e-mail address.');
    expect(answer.text).not.toContain('short');
  });

  it('never tells whether the address has an account already: the page is the same, only the letter differs', async () => {
    await app.given.person('Known Person', { address: 'known@example.org' });
    const form = (address: string) => app.visitor().submitForm('/sign-up', signUpForm(address));
    const [known, unknown] = [await form('known@example.org'), await form('unknown@example.org')];
    expect([known.status, known.text, known.headers['location']]).toEqual([
      unknown.status,
      unknown.text,
      unknown.headers['location'],
    ]);
    expect((await app.mails('known@example.org'))[0]?.subject).toBe('You already have an account with Convoke');
  });
});

describe('Proving an address', () => {
  it('changes nothing when the link is looked at, and confirms when the button is pressed', async () => {
    const olu = await signUp('olu@example.org', 'Olu Bankole');
    const link = await linkTo('olu@example.org');
    await app.visitor().get(link).expect(200);
    await olu.get(link).expect(200);
    expect((await me(olu)).verified).toBe(false);
    await olu.submitForm(link, {}).expect(303);
    expect((await me(olu)).verified).toBe(true);
    const again = await olu.submitForm(link, {}).expect(409);
    expect(again.text).toContain('This link was used before or has expired.');
  });

  it('does not vouch for an account that somebody else made with the address: elsewhere it asks for the password', async () => {
    const stranger = await signUp('victim@example.org', 'Not Victim');
    const link = await linkTo('victim@example.org');
    const victim = app.visitor();
    expect((await victim.get(link)).text).toContain('type="password"');
    await victim.submitForm(link, { password: 'a guess of theirs' }).expect(422);
    expect((await me(stranger)).verified).toBe(false);
    await victim.submitForm(link, { password }).expect(303);
    expect((await me(stranger)).verified).toBe(true);
  });

  it('expires after seven days', async () => {
    const late = await signUp('late@example.org');
    const link = await linkTo('late@example.org');
    app.clock.advance({ days: 8 });
    await late.submitForm(link, {}).expect(409);
  });

  it('makes the listed author with that address this person', async () => {
    const call = await app.given.call('linked');
    const submission = await app.given.submission(call, { by: [await app.given.person('Marta Nowak')] });
    await app.database.query(
      `insert into submission_author (id, submission_id, position, family_name, address)
       values (gen_random_uuid(), $1, 9, 'Lindqvist', 'Hanna@example.org')`,
      [submission.id],
    );
    const hanna = await signUp('hanna@example.org', 'Hanna Lindqvist');
    expect((await me(hanna)).calls).toEqual([]);
    await hanna.submitForm(await linkTo('hanna@example.org'), {}).expect(303);
    expect((await me(hanna)).calls).toEqual([
      { slug: 'linked', name: 'LINKED', kind: 'conference', state: 'published', roles: ['author'], trackNames: [] },
    ]);
  });

  it('joins a second account into the first: drafts and roles move, its sessions and password end', async () => {
    const first = await app.given.person('Eva Rossi', { address: 'eva@example.org' });
    const call = await app.given.call('joined');
    const second = await signUp('eva@example.org', 'Eva Rossi');
    const { person } = await me(second);
    const draft = await app.given.submission(call, { by: [{ ...first, id: person.id }], state: 'draft' });
    await app.database.query(
      `insert into membership (id, person_id, role, call_id, starts_at) values (gen_random_uuid(), $1, 'reviewer', $2, $3),
              (gen_random_uuid(), $1, 'chair', $2, $3), (gen_random_uuid(), $4, 'chair', $2, $3)`,
      [person.id, call.id, app.clock.now(), first.id],
    );
    const link = await linkTo('eva@example.org');
    expect((await app.visitor().get(link)).text).toContain('Join the two accounts');
    await app.visitor().submitForm(link, {}).expect(303).expect('Location', '/sign-in?note=joined');
    await second.get('/api/me').expect(401);
    const eva = await app.signIn(first);
    expect((await me(eva)).calls).toMatchObject([{ slug: 'joined', roles: ['author', 'chair', 'reviewer'] }]);
    expect((await me(eva)).person.addresses).toHaveLength(1);
    const [moved] = await app.database.query(
      `select s.created_by, c.person_id from submission s join submission_contact c on c.submission_id = s.id where s.id = $1`,
      [draft.id],
    );
    expect(moved).toEqual({ created_by: first.id, person_id: first.id });
    const [old] = await app.database.query(`select merged_into, password_hash from person where id = $1`, [person.id]);
    expect(old).toEqual({ merged_into: first.id, password_hash: null });
    await app.visitor().submitForm('/sign-in', { address: 'eva@example.org', password }).expect(401);
  });

  it('lets only one of two accounts have an address that both confirm at the same moment', async () => {
    const one = await signUp('both@example.org', 'Both One');
    const linkOne = await linkTo('both@example.org');
    const two = await signUp('both@example.org', 'Both Two');
    const letters = await app.mails('both@example.org');
    const links = letters.map((letter) => /convoke\.test(\/\S+)/.exec(letter.body)?.[1] ?? '');
    const linkTwo = links.find((link) => link !== linkOne) ?? '';
    const answers = await Promise.all([
      one.submitForm(links.includes(linkOne) ? linkOne : '', { password }),
      two.submitForm(linkTwo, { password }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    const owners = await app.database.query(
      `select person_id from person_email where address = 'both@example.org' and verified_at is not null`,
    );
    expect(owners).toHaveLength(1);
  });
});

describe('Signing in', () => {
  it('takes any address of the person, gives a new session each time and ends the browser’s former one', async () => {
    const ada = await signUp('rotation@example.org');
    const { person } = await me(ada);
    await app.database.query(
      `insert into person_email (id, person_id, address, created_at) values (gen_random_uuid(), $1, 'second@example.org', $2)`,
      [person.id, app.clock.now()],
    );
    const before = await app.database.query(`select token_hash from session where person_id = $1`, [person.id]);
    const answer = await ada.submitForm('/sign-in', { address: 'Second@Example.org', password }).expect(303);
    expect(cookieOf(answer)).toMatch(/^convoke=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    const rows = await app.database.query(
      `select token_hash, revoked_at from session where person_id = $1 order by revoked_at nulls last`,
      [person.id],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ token_hash: before[0].token_hash, revoked_at: expect.any(Date) });
    expect(rows[1].revoked_at).toBeNull();
  });

  it('says the same for a wrong password and for an address nobody has', async () => {
    await signUp('wrong@example.org');
    const wrong = await app
      .visitor()
      .submitForm('/sign-in', { address: 'wrong@example.org', password: 'no' })
      .expect(401);
    const nobody = await app
      .visitor()
      .submitForm('/sign-in', { address: 'nobody@example.org', password: 'no' })
      .expect(401);
    expect(wrong.text.replace('wrong@', 'nobody@')).toBe(nobody.text.replace(/nonce-\S+/g, ''));
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    'evil',
  ])('does not lead to %s afterwards', async (next) => {
    await app.database.query(`delete from rate_limit`);
    await signUp('next@example.org');
    const answer = await app
      .visitor()
      .submitForm('/sign-in', { address: 'next@example.org', password, next })
      .expect(303);
    expect(answer.headers['location']).toBe('/app/');
  });

  it('leads to the page one came for', async () => {
    const answer = await app
      .visitor()
      .submitForm('/sign-in', { address: 'next@example.org', password, next: '/app/c/itais-2016?tab=dates' })
      .expect(303);
    expect(answer.headers['location']).toBe('/app/c/itais-2016?tab=dates');
  });

  it('slows down guessing: the eleventh wrong attempt for one address waits, other addresses do not', async () => {
    await signUp('guessed@example.org');
    const guess = () => app.visitor().submitForm('/sign-in', { address: 'guessed@example.org', password: 'wrong' });
    for (let n = 0; n < 10; n += 1) expect((await guess()).status).toBe(401);
    const answer = await guess();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await app.visitor().submitForm('/sign-in', { address: 'guessed@example.org', password }).expect(429);
    await app.visitor().submitForm('/sign-in', { address: 'next@example.org', password }).expect(303);
  });

  it('hashes again at sign-in what was hashed with weaker parameters', async () => {
    const weak = await hashPassword(password, { memory: 8192, passes: 1, parallelism: 1 });
    const { id } = await app.given.person('Old Hash', { address: 'old.hash@example.org' });
    await app.database.query(`update person set password_hash = $2 where id = $1`, [id, weak]);
    await app.visitor().submitForm('/sign-in', { address: 'old.hash@example.org', password }).expect(303);
    const [row] = await app.database.query(`select password_hash from person where id = $1`, [id]);
    expect(row.password_hash).toContain('m=19456,t=2,p=1');
  });

  it('has no demo people outside the demo', async () => {
    const { id } = await app.given.person('Demo Person');
    await app.database.query(`update person set is_demo = true where id = $1`, [id]);
    await app.visitor().submitForm('/sign-in/demo', { person: id }).expect(404);
    expect((await app.visitor().get('/sign-in')).text).not.toContain('Demo Person');
  });
});

describe('A session', () => {
  it('lasts thirty days from its last use and no longer', async () => {
    const ada = await signUp('sliding@example.org');
    app.clock.advance({ days: 20 });
    await ada.get('/api/me').expect(200);
    app.clock.advance({ days: 20 });
    await ada.get('/api/me').expect(200);
    app.clock.advance({ days: 31 });
    await ada.get('/api/me').expect(401);
  });

  it('ends at sign-out, and can be ended from another browser, but only by its person', async () => {
    const laptop = await signUp('sessions@example.org');
    const phone = app.visitor();
    await phone.submitForm('/sign-in', { address: 'sessions@example.org', password }).expect(303);
    const { sessions } = (await laptop.get('/api/me/sessions').expect(200)).body;
    const other = sessions.find((one: { current: boolean }) => !one.current);
    expect(sessions).toHaveLength(2);
    const stranger = await signUp('stranger@example.org');
    await stranger.delete(`/api/me/sessions/${other.id}`).expect(404);
    await phone.get('/api/me').expect(200);
    await laptop.delete(`/api/me/sessions/${other.id}`).expect(204);
    await phone.get('/api/me').expect(401);
    await laptop.post('/api/sign-out').expect(204);
    await laptop.get('/api/me').expect(401);
  });

  it('cannot be opened by a cookie from the database', async () => {
    await signUp('stolen@example.org');
    const [row] = await app.database.query(
      `select encode(token_hash, 'hex') as hash from session order by created_at desc limit 1`,
    );
    await app.visitor().get('/api/me').set('Cookie', `convoke=${row.hash}`).expect(401);
  });
});

describe('Resetting the password', () => {
  it('answers the same for any address, and writes only to those that have an account', async () => {
    await signUp('forgot@example.org');
    const known = await app.visitor().submitForm('/reset', { address: 'forgot@example.org' }).expect(200);
    const unknown = await app.visitor().submitForm('/reset', { address: 'never@example.org' }).expect(200);
    expect(known.text.replaceAll('forgot@', 'never@')).toBe(unknown.text);
    expect(await app.mails('never@example.org')).toEqual([]);
  });

  it('by a link that works once: sets the password, proves the address, ends every session and drops unproven addresses', async () => {
    const attacker = await signUp('reset@example.org');
    await attacker.post('/api/me/addresses').send({ address: 'attacker@example.org' }).expect(201);
    await app.visitor().submitForm('/reset', { address: 'reset@example.org' }).expect(200);
    const letter = (await app.mails('reset@example.org')).find((one) => one.subject === 'Reset your password');
    const link = /convoke\.test(\/\S+)/.exec(letter?.body ?? '')?.[1] ?? '';
    const owner = app.visitor();
    await owner.get(link).expect(200);
    await owner.submitForm(link, { password: 'short' }).expect(422);
    const carried = '/app/c/itais/r/1';
    const asked = await owner.get(`${link}?next=${encodeURIComponent(carried)}`).expect(200);
    expect(asked.text).toContain(`name="next" value="${carried}"`);
    const elsewhere = await owner.get(`${link}?next=%2F%2Fevil.example`).expect(200);
    expect(elsewhere.text).toContain('name="next" value="/app/"');
    const chosen = await owner.submitForm(link, { password: 'a new long password', next: carried }).expect(303);
    expect(chosen.headers['location']).toBe(carried);
    await attacker.get('/api/me').expect(401);
    const view = await me(owner);
    expect(view.verified).toBe(true);
    expect(view.person.addresses).toMatchObject([{ address: 'reset@example.org', verified: true, primary: true }]);
    await app.visitor().submitForm(link, { password: 'yet another password' }).expect(409);
    await app.visitor().submitForm('/sign-in', { address: 'reset@example.org', password }).expect(401);
    await app
      .visitor()
      .submitForm('/sign-in', { address: 'reset@example.org', password: 'a new long password' })
      .expect(303);
  });

  it('expires after an hour', async () => {
    await signUp('slow@example.org');
    await app.visitor().submitForm('/reset', { address: 'slow@example.org' }).expect(200);
    const letter = (await app.mails('slow@example.org')).find((one) => one.subject === 'Reset your password');
    const link = /convoke\.test(\/\S+)/.exec(letter?.body ?? '')?.[1] ?? '';
    app.clock.advance({ minutes: 61 });
    await app.visitor().get(link).expect(409);
    await app.visitor().submitForm(link, { password: 'a new long password' }).expect(409);
  });

  it('stops writing after five letters to one address within an hour', async () => {
    for (let n = 0; n < 5; n += 1)
      await app.visitor().submitForm('/reset', { address: 'many@example.org' }).expect(200);
    await app.visitor().submitForm('/reset', { address: 'many@example.org' }).expect(429);
  });
});

describe('One’s own account', () => {
  it('is saved once per version: the second of two edits gets a 409', async () => {
    const ada = await signUp('profile@example.org');
    const { person } = await me(ada);
    const profile = {
      version: person.version,
      givenName: 'Ada',
      familyName: 'Ferri-Rossi',
      affiliation: '',
      locale: 'it',
      timeZone: 'Europe/Rome',
    };
    const saved = await ada.put('/api/me/profile').send(profile).expect(200);
    expect(saved.body.person).toMatchObject({
      name: 'Ada Ferri-Rossi',
      locale: 'it',
      timeZone: 'Europe/Rome',
      version: 2,
    });
    const stale = await ada.put('/api/me/profile').send(profile).expect(409);
    expect(stale.body.code).toBe('stale_version');
    await ada
      .put('/api/me/profile')
      .send({ ...profile, version: 2, timeZone: 'Mars/Olympus' })
      .expect(422);
    await ada
      .put('/api/me/profile')
      .send({ ...profile, version: 2, isAdmin: true })
      .expect(422);
  });

  it('takes several addresses; letters go to a proven one, and the main one cannot be removed', async () => {
    const ada = await signUp('main@example.org');
    await ada.submitForm(await linkTo('main@example.org'), {}).expect(303);
    const added = await ada.post('/api/me/addresses').send({ address: 'work@example.org' }).expect(201);
    const work = added.body.person.addresses.find((one: { address: string }) => one.address === 'work@example.org');
    await ada.put(`/api/me/addresses/${work.id}/primary`).expect(403);
    await ada.submitForm(await linkTo('work@example.org'), {}).expect(303);
    await ada.put(`/api/me/addresses/${work.id}/primary`).expect(200);
    await ada.delete(`/api/me/addresses/${work.id}`).expect(409);
    const stranger = await signUp('other@example.org');
    await stranger.delete(`/api/me/addresses/${work.id}`).expect(404);
    await ada.post('/api/me/addresses').send({ address: 'WORK@example.org' }).expect(409);
  });

  it('changes the password only with the present one, and then every other session ends and a letter says so', async () => {
    const laptop = await signUp('change@example.org');
    const phone = app.visitor();
    await phone.submitForm('/sign-in', { address: 'change@example.org', password }).expect(303);
    await laptop.put('/api/me/password').send({ current: 'wrong', next: 'a new long password' }).expect(422);
    await laptop.put('/api/me/password').send({ current: password, next: 'a new long password' }).expect(204);
    await phone.get('/api/me').expect(401);
    await laptop.get('/api/me').expect(200);
    expect((await app.mails('change@example.org')).map((one) => one.subject)).toContain('Your password was changed');
  });

  it('is a page too, whole without scripts', async () => {
    const ada = await signUp('page@example.org');
    const answer = await ada.get('/account').expect(200);
    for (const words of ['Your account', 'page@example.org', 'Not confirmed yet', 'This browser'])
      expect(answer.text).toContain(words);
    const { person } = await me(ada);
    const form = {
      version: String(person.version),
      givenName: 'A',
      familyName: '',
      affiliation: '',
      locale: 'en',
      timeZone: 'UTC',
    };
    await ada.submitForm('/account/profile', form).expect(422);
    await ada.submitForm('/account/profile', { ...form, familyName: 'Ferri' }).expect(303);
    await ada.submitForm('/account/profile', { ...form, familyName: 'Ferri' }).expect(409);
  });
});

describe('The first administrator', () => {
  it('comes by a link that works once, and never again once there is one', async () => {
    const issue = () => issueSetUpLink(app.get(UnitOfWork), app.get(OneTimeLinks));
    const [former, token] = [await issue(), await issue()];
    await app.visitor().get(`/set-up/${former}`).expect(409);
    const chidi = app.visitor();
    await chidi.get(`/set-up/${token}`).expect(200);
    await chidi.submitForm(`/set-up/${token}`, signUpForm('chidi@example.org', 'Chidi Eze')).expect(303);
    expect(await me(chidi)).toMatchObject({ isAdmin: true, verified: true });
    await app.visitor().submitForm(`/set-up/${token}`, signUpForm('eve@example.org')).expect(409);
    expect(await issue()).toBeNull();
  });
});

describe('The demo', () => {
  it('signs in its people with one click, and nobody else', async () => {
    const demo = await TestApp.start({ environment: { MODE: 'demo' } });
    try {
      const chidi = await demo.given.person('Chidi Eze');
      const real = await demo.given.person('Real Person');
      const call = await demo.given.call('itais-2016', { name: 'ITAIS 2016' });
      await demo.database.query(
        `insert into membership (id, person_id, role, call_id, starts_at) values (gen_random_uuid(), $1, 'chair', $2, $3)`,
        [chidi.id, call.id, demo.clock.now()],
      );
      await demo.database.query(`update person set is_demo = true where id = $1`, [chidi.id]);
      const visitor = demo.visitor();
      const list = await visitor.get('/sign-in').expect(200);
      expect(list.text).toContain('Sign in as Chidi Eze');
      expect(list.text).toContain('Chair of ITAIS 2016');
      expect(list.text).not.toContain('Real Person');
      await demo.visitor().submitForm('/sign-in/demo', { person: real.id }).expect(404);
      await visitor.submitForm('/sign-in/demo', { person: chidi.id }).expect(303);
      expect((await visitor.get('/api/me').expect(200)).body).toMatchObject({
        demo: true,
        person: { name: 'Chidi Eze' },
      });
    } finally {
      await demo.stop();
    }
  });
});

describe('Over https', () => {
  it('the cookie is tied to the host and never travels in the open', async () => {
    const https = await TestApp.start({ environment: { PUBLIC_URL: 'https://convoke.example' } });
    try {
      const answer = await https.visitor().submitForm('/sign-up', signUpForm('tls@example.org')).expect(303);
      expect(cookieOf(answer)).toMatch(/^__Host-convoke=[\w-]{43}; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
      expect(answer.headers['strict-transport-security']).toContain('max-age=');
    } finally {
      await https.stop();
    }
  });
});
