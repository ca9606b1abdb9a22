import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import type { CommitteeView, PastedPerson } from '@convoke/contract';
import { problemErrors } from '../../shell/problem-errors';
import { Invite } from './invite';

const view: CommitteeView = {
  callName: 'ITAIS 2016',
  kind: 'conference',
  maxLoad: 6,
  counts: { all: 0, chairs: 0, reviewers: 0, pending: 0, declined: 0 },
  tracks: [],
  topics: [],
  invites: {
    roles: ['reviewer', 'track_chair'],
    tracks: [{ id: '00000000-0000-4000-8000-000000000001', name: 'Health' }],
    wholeCall: true,
  },
  can: { nameSubstitute: false },
};

const row = (line: number, familyName: string, problems: PastedPerson['problems'] = []): PastedPerson => ({
  line,
  givenName: 'Ada',
  familyName,
  affiliation: 'U Milano',
  address: `${familyName.toLowerCase()}@example.org`,
  topicIds: [],
  topics: [],
  unknownTopics: [],
  problems,
});

async function open(shown = view) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'c/:call/people', children: [] }]),
      provideHttpClient(withInterceptors([problemErrors])),
      provideHttpClientTesting(),
    ],
  });
  const fixture = TestBed.createComponent(Invite);
  fixture.componentRef.setInput('call', 'itais-2016');
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  fixture.detectChanges();
  http.expectOne('/api/calls/itais-2016/committee').flush(shown);
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(words));
  const paste = (text: string) => {
    const list = page.querySelector('textarea');
    if (!list) throw new Error('There is no list to paste into.');
    list.value = text;
    list.dispatchEvent(new Event('input'));
  };
  return { http, settle, page, button, paste };
}

async function preview(rows: PastedPerson[]) {
  const opened = await open();
  opened.paste('Ada Ferri, ferri@example.org');
  opened.button('Check the list')?.click();
  const asked = opened.http.expectOne('/api/calls/itais-2016/invitations/preview');
  asked.flush({ rows, letter: { subject: '[ITAIS 2016] Will you serve?', body: 'Dear Ada' } });
  await opened.settle();
  return { ...opened, asked };
}

describe('inviting a committee', () => {
  it('asks for a list before it asks the server', async () => {
    const { button, settle, page } = await open();
    button('Check the list')?.click();
    await settle();
    expect(page.textContent).toContain('Paste at least one person.');
  });

  it('offers a reviewer the whole call or a track, a co-chair a track alone', async () => {
    const { page, settle } = await open();
    const [role, track] = [...page.querySelectorAll('select')];
    const names = () => [...page.querySelectorAll('select')[1]!.options].map((one) => one.text.trim());
    expect(track && names()).toEqual(['The whole call', 'Health']);
    role!.value = 'track_chair';
    role!.dispatchEvent(new Event('change'));
    await settle();
    expect(names()).toEqual(['Health']);
  });

  it('asks for no track in a special issue', async () => {
    const { page } = await open({ ...view, kind: 'special_issue' });
    expect(page.querySelectorAll('select')).toHaveLength(1);
  });

  it('shows who gets a letter and who is left out, with why, and the letter itself', async () => {
    const { page, button } = await preview([row(1, 'Ferri'), row(2, 'Neri'), row(3, 'Menon', ['already_member'])]);
    expect(page.querySelector('[role=status]')?.textContent?.trim()).toBe(
      '2 people get a letter. One row is left out.',
    );
    expect(page.textContent).toContain('Serves already');
    expect(page.textContent).toContain('[ITAIS 2016] Will you serve?');
    expect(page.querySelectorAll('tbody input[type=checkbox]')).toHaveLength(2);
    expect(button('Invite 2 people')).toBeDefined();
  });

  it('sends only those chosen, once however often it is pressed, and goes back to the people', async () => {
    const { http, page, button, settle } = await preview([row(1, 'Ferri'), row(2, 'Neri')]);
    page.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')[1]?.click();
    await settle();
    button('Invite one person')?.click();
    button('Invite one person')?.click();
    const sent = http.expectOne('/api/calls/itais-2016/invitations');
    expect(sent.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent.request.body).toMatchObject({
      role: 'reviewer',
      trackId: null,
      people: [{ address: 'ferri@example.org' }],
    });
    sent.flush({ invited: 1, skipped: [] }, { status: 201, statusText: 'Created' });
    await settle();
    expect(TestBed.inject(Router).url).toBe('/c/itais-2016/people');
  });

  it('sends nothing when nobody is chosen, and keeps the list when one goes back', async () => {
    const { http, page, button, settle } = await preview([row(1, 'Ferri')]);
    page.querySelector<HTMLInputElement>('tbody input[type=checkbox]')?.click();
    await settle();
    button('Invite nobody')?.click();
    http.expectNone('/api/calls/itais-2016/invitations');
    button('Change the list')?.click();
    await settle();
    expect(page.querySelector('textarea')?.value).toBe('Ada Ferri, ferri@example.org');
  });
});
