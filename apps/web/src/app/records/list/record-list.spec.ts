import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { RecordRow, RecordViews } from '@convoke/contract';
import { RecordList } from './record-list';

const views: RecordViews = {
  callSlug: 'itais-2016',
  callName: 'ITAIS 2016',
  kind: 'conference',
  needs: 2,
  late: 1,
  ready: 1,
  all: 12000,
  drafts: null,
  tracks: [
    { slug: 'co-production', name: 'Co-production' },
    { slug: 'health', name: 'Health' },
  ],
  types: [{ key: 'paper', name: 'Paper' }],
  outcomes: ['accept_paper', 'accept_poster', 'reject'],
  tags: ['award'],
  topics: [],
  refused: [],
  can: { assign: true, decide: true, recommend: true, openDiscussion: false, openResponse: false },
  responseDate: null,
};

function row(number: number, more: Partial<RecordRow> = {}): RecordRow {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    number,
    title: `Paper ${number}`,
    authors: 'Ferri + 1',
    track: 'Co-production',
    type: 'Paper',
    state: 'review',
    stage: 'paper',
    submittedAt: '2016-06-04T21:12:00.000Z',
    reviews: { in: 2, expected: 3, started: 0, late: 1 },
    scores: { mean: 4, min: 3, max: 5 },
    recommended: null,
    tags: [],
    ...more,
  };
}

async function openList(address: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'c/:call/s', component: RecordList },
          { path: 'c/:call/s/:number', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  window.scrollBy = () => undefined;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  const http = TestBed.inject(HttpTestingController);
  // not `whenStable`: that waits for the very answers the spec gives
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.detectChanges();
    }
  };
  const page = harness.routeNativeElement as HTMLElement;
  document.body.append(page);
  await settle();
  http.expectOne((request) => request.url.endsWith('/record-views')).flush(views);
  await settle();
  const answer = async (rows: RecordRow[], total = rows.length) => {
    const request = http.expectOne((asked) => asked.url.includes('/records?'));
    request.flush({ rows, total });
    await settle();
    return new URL(request.request.urlWithParams, 'http://x').searchParams;
  };
  return { harness, page, http, answer, settle, router: TestBed.inject(Router) };
}

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('the list of a chair', () => {
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  it('asks the server what stands in the address', async () => {
    const { answer } = await openList('/c/itais-2016/s?view=ready&query=track:health%20sort:-mean%20trust');
    const asked = await answer([row(7)]);
    expect(Object.fromEntries(asked)).toMatchObject({
      view: 'ready',
      query: 'track:health sort:-mean trust',
      offset: '0',
    });
  });

  it('shows each view with its count, and marks the one shown', async () => {
    const { page, answer } = await openList('/c/itais-2016/s?view=late');
    await answer([row(7)]);
    const tabs = [...page.querySelectorAll('cv-tabs a')];
    expect(tabs.map((tab) => tab.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Needs you 2',
      'Late reviews 1',
      'Ready to decide 1',
      'All 12,000',
    ]);
    expect(tabs.filter((tab) => tab.getAttribute('aria-current')).map((tab) => tab.textContent)).toEqual([
      expect.stringContaining('Late reviews'),
    ]);
  });

  it('takes a filter away by its pill, and keeps the rest of the query', async () => {
    const { page, answer, router, settle } = await openList(
      '/c/itais-2016/s?query=track:health%20state:review%20trust',
    );
    await answer([row(7)]);
    page.querySelector<HTMLButtonElement>('[aria-label="Remove filter Track: Health"]')?.click();
    await settle();
    const asked = await answer([row(7), row(8)]);
    expect(router.parseUrl(router.url).queryParams['query']).toBe('status:review trust');
    expect(asked.get('query')).toBe('status:review trust');
  });

  it('puts a filter from the menu into the query, beside what is typed', async () => {
    const { page, answer, router, settle } = await openList('/c/itais-2016/s?query=trust%20OR%20data');
    await answer([row(7)]);
    page.querySelector<HTMLButtonElement>('.pill.add')?.click();
    await settle();
    const item = (words: string) =>
      [...document.querySelectorAll<HTMLElement>('[mat-menu-item]')].find((one) => one.textContent?.includes(words));
    item('Track')?.click();
    await settle();
    item('Health')?.click();
    await settle();
    await answer([row(7)]);
    expect(router.parseUrl(router.url).queryParams['query']).toBe('(trust OR data) track:health');
  });

  it('shows the place of a mistake in the address, and no list that nobody asked for', async () => {
    const { page } = await openList('/c/itais-2016/s?query=state:sleeping');
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('“sleeping” is not known here');
    expect(page.querySelector('cv-query-error pre')?.textContent).toContain('state:sleeping\n^~~~');
    expect(page.textContent).toContain('Correct the query to see the list.');
    expect(page.querySelector('cv-table')).toBeNull();
  });

  it('keeps what the last query found while the next one cannot be read, and asks once it can', async () => {
    const { page, answer, router, settle } = await openList('/c/itais-2016/s?query=trust');
    await answer([row(7)]);
    const box = page.querySelector<HTMLInputElement>('input[role="combobox"]');
    const type = async (text: string) => {
      if (!box) return;
      box.value = text;
      box.dispatchEvent(new Event('input'));
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
      await settle();
    };
    await type('trust (data');
    expect(page.textContent).toContain('Paper 7');
    expect(page.textContent).toContain('The closing parenthesis is missing.');
    expect(page.textContent).toContain('Below is still what the last query found.');
    expect(box?.value).toBe('trust (data');
    await type('trust (data)');
    const asked = await answer([row(8)]);
    expect(asked.get('query')).toBe('trust (data)');
    expect(router.parseUrl(router.url).queryParams['query']).toBe('trust (data)');
    expect(page.querySelector('[role="alert"]')).toBeNull();
  });

  it('shows the tags of a row with the people they are for', async () => {
    const { page, answer } = await openList('/c/itais-2016/s');
    await answer([row(7, { tags: [{ name: 'award', scope: 'chairs' }] })]);
    expect(page.querySelector('cv-tag')?.textContent).toBe('Who handles the submission: #award');
  });

  it('offers with a selection to decide on it, by number', async () => {
    const { page, answer, settle } = await openList('/c/itais-2016/s');
    await answer([row(9), row(7)]);
    expect(page.querySelector('cv-bulk-bar')).toBeNull();
    for (const key of ['j', 'x', 'j', 'x']) {
      press(key);
      await settle();
    }
    const bar = page.querySelector('cv-bulk-bar');
    expect(bar?.textContent).toContain('2 of 2 selected');
    expect(bar?.textContent).toContain('Remind 2 late reviewers…');
    expect(bar?.querySelector('a')?.getAttribute('href')).toBe('/c/itais-2016/decide?papers=7,9');
  });

  it('opens a row with the list one comes from in its address', async () => {
    const { page, answer } = await openList('/c/itais-2016/s?view=ready&query=sort:-mean');
    await answer([row(7)]);
    expect(page.querySelector('a.cv-row-link')?.getAttribute('href')).toBe(
      '/c/itais-2016/s/7?view=ready&query=sort:-mean',
    );
  });
});
