import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
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

const view: CommitteeView = {
  callName: 'ITAIS 2016',
  kind: 'conference',
  maxLoad: 6,
  topics: [],
  rows: [
    row(1, 'Ravi Menon', { topics: ['Open data'], maxLoad: 3 }),
    row(2, 'Tala Brandt', { role: 'track_chair', trackName: 'Health', load: null }),
    row(3, 'Lena Braun', {
      state: 'pending',
      load: null,
      version: 4,
      can: { ...nothing, withdraw: true, resend: true },
    }),
    row(4, 'Olu Bankole', { state: 'declined', load: null, version: 2, reason: 'On leave until May.' }),
  ],
  invites: { roles: ['reviewer'], tracks: [], wholeCall: true },
  can: { nameSubstitute: false },
};

async function open(shown: CommitteeView = view) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(withInterceptors([problemErrors])),
      provideHttpClientTesting(),
      { provide: Confirm, useValue: { ask: () => Promise.resolve(true) } },
    ],
  });
  const fixture = TestBed.createComponent(People);
  fixture.componentRef.setInput('call', 'itais-2016');
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((done) => setTimeout(done));
      fixture.detectChanges();
    }
  };
  fixture.detectChanges();
  http.expectOne('/api/calls/itais-2016/people').flush(shown);
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const names = () => [...page.querySelectorAll('tr[data-row] b')].map((one) => one.textContent);
  const group = (words: string) =>
    [...page.querySelectorAll<HTMLButtonElement>('.groups button')].find((one) => one.textContent?.includes(words));
  return { http, settle, page, names, group };
}

describe('the people of a call', () => {
  it('come with office, load against their own limit, and answer', async () => {
    const { page, names } = await open();
    expect(names()).toEqual(['Ravi Menon', 'Tala Brandt', 'Lena Braun', 'Olu Bankole']);
    expect(page.textContent).toContain('2 people serve; one has not answered yet.');
    expect(page.textContent).toContain('2 of 3');
    expect(page.textContent).toContain('Co-chair, Health');
    expect(page.textContent).toContain('On leave until May.');
  });

  it('are found by group and by any word about them', async () => {
    const { page, names, group, settle } = await open();
    group('No answer yet')?.click();
    await settle();
    expect(names()).toEqual(['Lena Braun']);
    group('All')?.click();
    const box = page.querySelector('input[type=search]') as HTMLInputElement;
    box.value = 'open DATA';
    box.dispatchEvent(new Event('input'));
    await settle();
    expect(names()).toEqual(['Ravi Menon']);
  });

  it('have actions only where something can be done; withdrawing names the version it saw', async () => {
    const { http, page, settle } = await open();
    const menus = page.querySelectorAll<HTMLButtonElement>('tr[data-row] button');
    expect([...menus].map((one) => one.getAttribute('aria-label'))).toEqual(['More for Lena Braun']);
    menus[0]?.click();
    await settle();
    const item = [...document.querySelectorAll<HTMLButtonElement>('[mat-menu-item]')].find((one) =>
      one.textContent?.includes('Withdraw invitation'),
    );
    item?.click();
    await settle();
    const sent = http.expectOne(`/api/calls/itais-2016/invitations/${view.rows[2]?.id}/withdrawal`);
    expect(sent.request.body).toEqual({ version: 4 });
    sent.flush({ ...view, rows: view.rows.filter(({ name }) => name !== 'Lena Braun') });
    await settle();
    expect(page.textContent).not.toContain('Lena Braun');
  });

  it('say how to begin when there is nobody yet', async () => {
    const { page } = await open({ ...view, rows: [] });
    expect(page.textContent).toContain('Nobody serves in this call yet.');
    expect(page.querySelector('a[href$=invite]')).not.toBeNull();
  });
});
