import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { RecordPage } from '@convoke/contract';
import { problemErrors } from '../../shell/problem-errors';
import { RecordOfCall } from './record';

const id = '00000000-0000-4000-8000-000000000009';
const none = {
  openDiscussion: false,
  closeDiscussion: false,
  openResponse: false,
  closeResponse: false,
  edit: false,
  withdraw: false,
  submitRevision: false,
  review: false,
  answerInvitation: false,
  seeReviews: false,
  assign: false,
  remind: false,
  recommend: false,
  decide: false,
  declareConflict: false,
  seePanel: false,
  look: false,
};

function record(more: Partial<RecordPage> = {}): RecordPage {
  return {
    id,
    version: 3,
    callSlug: 'itais-2016',
    callName: 'ITAIS 2016',
    kind: 'conference',
    number: 9,
    as: 'author',
    lookedAt: null,
    state: 'review',
    stage: 'paper',
    round: 1,
    track: 'Co-production',
    type: 'Paper',
    content: {
      title: 'At the counter',
      abstract: 'We followed 41 workers.',
      keywords: [],
      topics: ['Public services'],
    },
    authors: null,
    files: [],
    submittedAt: null,
    withdrawnReason: null,
    handledBy: null,
    tags: [],
    tagScopes: [],
    reviews: null,
    decision: null,
    hasLetter: false,
    versions: [],
    history: null,
    next: { kind: 'wait_decision', facts: {}, due: null, link: null },
    assignmentId: null,
    discussion: null,
    response: null,
    responseDate: null,
    can: none,
    ...more,
  };
}

/** Null = the server says that there is no such page. */
async function openPage(address: string, answer: RecordPage | null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemErrors])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'c/:call/s/:number', component: RecordOfCall }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };
  const page = harness.routeNativeElement as HTMLElement;
  document.body.append(page);
  await settle();
  const request = http.expectOne(({ url }) => /\/records\/9(\?as=[^/]*)?$/.test(url));
  if (answer) request.flush(answer);
  else
    request.flush({ code: 'not_found', status: 404, title: '', detail: '' }, { status: 404, statusText: 'Not Found' });
  await settle();
  return { page, http, settle };
}

const asked = (http: HttpTestingController) => http.match(() => true).map((one) => one.request.url);

describe('the page of a submission', () => {
  it('shows an author the paper and what comes next, and asks for neither reviews nor decision', async () => {
    const { page, http } = await openPage('/c/itais-2016/s/9', record());
    expect(page.querySelector('h1')?.textContent).toContain('At the counter');
    expect(page.textContent).toContain('There is nothing to do until the decision');
    expect(page.querySelector('cv-tabs')).toBeNull();
    expect(asked(http)).toEqual([]);
  });

  it('leads an author to the one thing to do', async () => {
    const next = { kind: 'send_paper', facts: {}, due: null, link: `/c/itais-2016/d/${id}` } as const;
    const { page } = await openPage('/c/itais-2016/s/9', record({ next }));
    const act = page.querySelector('cv-next-step a');
    expect([act?.textContent?.trim(), act?.getAttribute('href')]).toEqual([
      'Upload the paper',
      `/c/itais-2016/d/${id}`,
    ]);
  });

  it('gives an author the released letter first', async () => {
    const { page, http, settle } = await openPage('/c/itais-2016/s/9', record({ state: 'accepted', hasLetter: true }));
    http
      .expectOne((request) => request.url.endsWith(`/submissions/${id}/letter`))
      .flush({
        outcome: 'accept_paper',
        releasedAt: '2016-07-11T10:00:00.000Z',
        subject: 'Your paper',
        body: 'We are glad.',
      });
    await settle();
    expect(page.querySelector('cv-released-letter')?.textContent).toContain('We are glad.');
  });

  it('puts the decision beside the reviews for who handles it', async () => {
    const { page, http } = await openPage(
      '/c/itais-2016/s/9?view=ready',
      record({
        as: 'chair',
        can: { ...none, seeReviews: true, decide: true, seePanel: true },
        reviews: { in: 2, expected: 3 },
      }),
    );
    expect(page.querySelector('cv-tabs')?.textContent).toContain('Reviews 2 of 3');
    expect(
      asked(http)
        .map((url) => url.replace(/\?.*/, '').split('/').at(-1))
        .sort(),
    ).toEqual(['decision', 'neighbours', 'reviews']);
  });

  it('says that a paper of an earlier round is not shown, instead of showing nothing', async () => {
    const { page } = await openPage('/c/itais-2016/s/9', record({ as: 'reviewer', content: null }));
    expect(page.textContent).toContain('You reviewed an earlier round');
  });

  it('offers who handles it to ask who sees it, and nobody else', async () => {
    const { page } = await openPage(
      '/c/itais-2016/s/9',
      record({ as: 'chair', versions: [], can: { ...none, look: true } }),
    );
    expect(page.querySelector('cv-tabs')?.textContent).toContain('Who sees this');
  });

  it('through other eyes says so all the time, leads back, and has nothing to press', async () => {
    const { page, http } = await openPage(
      '/c/itais-2016/s/9?eyes=person:ravi&view=ready',
      record({
        as: 'reviewer',
        lookedAt: { standing: 'reviewer', name: 'Ravi Menon' },
        reviews: { in: 2, expected: 3 },
        can: { ...none, seeReviews: true },
        discussion: { state: 'open', unread: 0 },
        files: [
          {
            id,
            slot: 'paper',
            name: 'convoke-9.pdf',
            mediaType: 'application/pdf',
            bytes: 10,
            pages: 2,
            url: null,
            hints: null,
          },
        ],
      }),
    );
    const banner = page.querySelector('cv-looking-banner');
    expect(banner?.textContent).toContain('You are viewing this as Ravi Menon, read only.');
    expect(banner?.querySelector('a')?.getAttribute('href')).toContain('tab=sight');
    expect(banner?.querySelector('a')?.getAttribute('href')).not.toContain('eyes=');
    expect([...page.querySelectorAll('button')].map((one) => one.className)).toEqual(['more']);
    expect(page.querySelectorAll('form, input, textarea')).toHaveLength(0);
    expect(page.querySelector('cv-next-step')).toBeNull();
    expect(page.textContent).not.toContain('copy for readers is being made');
    for (const tab of page.querySelectorAll('cv-tabs a'))
      expect(tab.getAttribute('href')).toContain('eyes=person:ravi');
    expect(asked(http).map((url) => url.split('/').at(-1))).toEqual(['reviews?as=person%3Aravi']);
  });

  it('says that there is no page for those whose eyes are used', async () => {
    const { page } = await openPage('/c/itais-2016/s/9?eyes=standing:conflicted', null);
    expect(page.querySelector('h1')?.textContent).toBe('There is no such page for them');
    expect(page.querySelector('cv-looking-banner')?.textContent).toContain(
      'as a person in conflict with it, read only',
    );
  });
});
