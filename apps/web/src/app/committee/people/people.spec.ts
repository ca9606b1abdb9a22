import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CommitteeRow, CommitteeView } from '@convoke/contract';
import { Confirm } from '@convoke/ui';
import { problemErrors } from '../../shell/problem-errors';
import { People } from './people';

const nothing = { withdraw: false, resend: false, end: false, setLoad: false };
const row = (n: number, name: string, more: Partial<CommitteeRow> = {}): CommitteeRow => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  state: 'active',
  role: 'reviewer',
  trackId: null,
  trackName: null,
  name,
  affiliation: 'U Milano',
  address: 'somebody@example.org',
  topics: [],
  load: 2,
  maxLoad: null,
  since: '2016-03-01T08:00:00.000Z',
  expiresAt: null,
  reason: '',
  version: null,
  can: nothing,
  ...more,
});

const rows = [
  row(1, 'Ravi Menon', { topics: ['Open data'], maxLoad: 3 }),
  row(2, 'Tala Brandt', { role: 'track_chair', trackName: 'Health', load: null }),
  row(3, 'Lena Braun', {
    state: 'pending',
    load: null,
    version: 4,
    can: { ...nothing, withdraw: true, resend: true },
  }),
  row(4, 'Olu Bankole', { state: 'declined', load: null, version: 2, reason: 'On leave until May.' }),
];
const view: CommitteeView = {
  callName: 'ITAIS 2016',
  kind: 'conference',
  maxLoad: 6,
  counts: { all: 4, chairs: 1, reviewers: 1, pending: 1, declined: 1 },
  tracks: ['Health'],
  topics: ['Open data'],
  invites: { roles: ['reviewer'], tracks: [], wholeCall: true },
  can: { nameSubstitute: false },
};

async function open(address = '/c/itais-2016/people', shown: CommitteeView = view) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'c/:call/people', component: People }], withComponentInputBinding()),
      provideHttpClient(withInterceptors([problemErrors])),
      provideHttpClientTesting(),
      { provide: Confirm, useValue: { ask: () => Promise.resolve(true) } },
    ],
  });
  window.scrollBy = () => undefined;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((done) => setTimeout(done));
      harness.detectChanges();
    }
  };
  await settle();
  http.expectOne('/api/calls/itais-2016/committee').flush(shown);
  await settle();
  const answer = async (found: CommitteeRow[] = rows) => {
    const request = http.expectOne((asked) => asked.url.includes('/people?'));
    request.flush({ rows: found, total: found.length });
    await settle();
    return Object.fromEntries(new URL(request.request.urlWithParams, 'http://x').searchParams);
  };
  const page = harness.routeNativeElement as HTMLElement;
  document.body.append(page);
  const names = () => [...page.querySelectorAll('tr[data-row] b')].map((one) => one.textContent);
  return { http, settle, page, names, answer, router: TestBed.inject(Router) };
}

describe('the people of a call', () => {
  it('come with office, load against their own limit, and answer', async () => {
    const { page, names, answer } = await open();
    await answer();
    expect(names()).toEqual(['Ravi Menon', 'Tala Brandt', 'Lena Braun', 'Olu Bankole']);
    expect(page.textContent).toContain('2 people serve; one has not answered yet.');
    expect(page.textContent).toContain('2 of 3');
    expect(page.textContent).toContain('Co-chair, Health');
    expect(page.textContent).toContain('On leave until May.');
  });

  it('are asked for as the address says', async () => {
    const { page, answer } = await open('/c/itais-2016/people?part=pending&query=braun%20sort:-load');
    expect(await answer([])).toMatchObject({ part: 'pending', query: 'braun sort:-load' });
    expect(page.querySelector('[aria-current]')?.textContent).toContain('No answer yet');
    expect(page.textContent).toContain('Nobody here matches.');
  });

  it('keep the last list while a query cannot be read, with the place of the mistake', async () => {
    const { page, names, answer, router, settle } = await open();
    await answer();
    await router.navigateByUrl('/c/itais-2016/people?query=load%3Cmany');
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('“load” takes a number');
    expect(names()).toHaveLength(4);
  });

  it('are sorted by the query', async () => {
    const { page, answer, router, settle } = await open();
    await answer();
    const head = [...page.querySelectorAll('th button')].find((one) => one.textContent?.includes('Papers'));
    (head as HTMLButtonElement).click();
    await settle();
    expect(await answer()).toMatchObject({ query: 'sort:-load' });
    expect(router.parseUrl(router.url).queryParams['query']).toBe('sort:-load');
  });

  it('have actions only where something can be done; withdrawing names the version it saw', async () => {
    const { http, page, settle, answer } = await open();
    await answer();
    const menus = page.querySelectorAll<HTMLButtonElement>('tr[data-row] button');
    expect([...menus].map((one) => one.getAttribute('aria-label'))).toEqual(['More for Lena Braun']);
    menus[0]?.click();
    await settle();
    const item = [...document.querySelectorAll<HTMLButtonElement>('[mat-menu-item]')].find((one) =>
      one.textContent?.includes('Withdraw invitation'),
    );
    item?.click();
    await settle();
    const sent = http.expectOne(`/api/calls/itais-2016/invitations/${rows[2]?.id}/withdrawal`);
    expect(sent.request.body).toEqual({ version: 4 });
    sent.flush(view);
    await settle();
    await answer(rows.filter(({ name }) => name !== 'Lena Braun'));
    expect(page.textContent).not.toContain('Lena Braun');
  });

  it('say how to begin when there is nobody yet', async () => {
    const { page } = await open(undefined, {
      ...view,
      counts: { all: 0, chairs: 0, reviewers: 0, pending: 0, declined: 0 },
    });
    expect(page.textContent).toContain('Nobody serves in this call yet.');
    expect(page.querySelector('a[href$=invite]')).not.toBeNull();
  });
});
