import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReleaseBatch, ReleaseOverview } from '@convoke/contract';
import { problemErrors } from '../../shell/problem-errors';
import { Release } from './release';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

const overview: ReleaseOverview = {
  callSlug: 'itais-2016',
  callName: 'ITAIS 2016',
  planned: null,
  ready: [],
  withoutDecision: 2,
  open: id(1),
  past: [],
  can: { release: true },
};

const batch: ReleaseBatch = {
  id: id(1),
  callSlug: 'itais-2016',
  callName: 'ITAIS 2016',
  state: 'frozen',
  version: 1,
  createdAt: '2016-07-01T08:00:00Z',
  releasedAt: null,
  decisions: 2,
  counts: [
    { outcome: 'accept_paper', n: 1 },
    { outcome: 'reject', n: 1 },
  ],
  problems: [{ code: 'stale', stops: true, papers: [{ submissionId: id(3), number: 23 }] }],
  letters: [
    { id: id(4), submissionId: id(2), number: 2, outcome: 'accept_paper', to: 'ada@example.org', toName: 'Ada Ferri' },
    { id: id(5), submissionId: id(3), number: 23, outcome: 'reject', to: 'ben@example.org', toName: 'Ben Okoro' },
    { id: id(6), submissionId: id(3), number: 23, outcome: 'reject', to: 'eva@example.org', toName: 'Eva Sand' },
  ],
  from: 'Convoke <convoke@localhost>',
  holdMinutes: 5,
  delivery: { waiting: 0, sent: 0, failed: 0, stopped: 0, notBefore: null },
  can: { release: true },
};

async function open() {
  TestBed.configureTestingModule({
    imports: [Release],
    providers: [provideRouter([]), provideHttpClient(withInterceptors([problemErrors])), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(Release);
  fixture.componentRef.setInput('call', 'itais-2016');
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    fixture.detectChanges();
  };
  const answer = async (url: string, body: unknown) => {
    await settle();
    http.expectOne(url).flush(body as object);
    await settle();
  };
  await answer('/api/calls/itais-2016/releases', overview);
  await answer(`/api/releases/${id(1)}`, batch);
  const page = fixture.nativeElement as HTMLElement;
  return {
    page,
    http,
    answer,
    button: (words: RegExp) => [...page.querySelectorAll('button')].find((one) => words.test(one.textContent)),
  };
}

describe('the rehearsal of a release', () => {
  it('says how many decisions and letters the button is about, and what stops it', async () => {
    const { page, button } = await open();
    expect(button(/Release 2 decisions and send 3 letters/)?.getAttribute('aria-disabled')).toBe('true');
    expect(page.textContent).toContain('1 problem stops the release');
    expect(page.textContent).toContain('you have 5 minutes to stop the letters');
  });

  it('repairs a problem by leaving its papers out', async () => {
    const { button, answer } = await open();
    button(/Leave out 1/)?.click();
    const first = batch.letters.slice(0, 1);
    await answer(`/api/releases/${id(1)}/leave-out`, { ...batch, decisions: 1, problems: [], letters: first });
    expect(button(/Release 1 decision and send 1 letter/)?.getAttribute('aria-disabled')).toBe('false');
  });
});
