import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MeView, NextView, TaskView } from '@convoke/contract';
import { problemErrors } from '../problem-errors';
import { Home } from './home';

const task = (
  kind: TaskView['kind'],
  facts: TaskView['facts'],
  due: TaskView['due'],
  paperTitle: string | null = null,
) => ({
  kind,
  callSlug: 'itais-2016',
  callName: 'ITAIS 2016',
  paperTitle,
  facts,
  due,
  link: '/app/c/itais-2016/s/38',
});
const inHours = (hours: number) => ({
  closesAt: new Date(Date.now() + hours * 3_600_000 + 30_000).toISOString(),
  wallTime: '2016-06-25T23:59',
  zone: 'Etc/GMT+12',
});

const me: MeView = {
  person: {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Tala Brandt',
    givenName: 'Tala',
    familyName: 'Brandt',
    affiliation: '',
    locale: 'en',
    timeZone: 'Europe/Rome',
    version: 1,
    addresses: [],
  },
  verified: true,
  isAdmin: false,
  demo: false,
  calls: [],
};

const view: NextView = {
  tasks: [
    task('answer_invitation', { number: 38 }, inHours(52), 'Trust and exit in peer-to-peer mobility'),
    task('recommend', { count: 6, done: 18, of: 24 }, inHours(172)),
    task('finish_draft', { missing: 'abstract and file' }, null),
  ],
  waiting: [],
  stands: null,
};

async function openHome(answer: (http: HttpTestingController) => void): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([problemErrors])), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(Home);
  TestBed.tick();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/me').flush(me);
  answer(http);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const next = (http: HttpTestingController) => http.expectOne('/api/me/next');
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();

describe('What is next', () => {
  it('lists what waits, the first with the one filled button', async () => {
    const page = await openHome((http) => next(http).flush(view));
    const tasks = [...page.querySelectorAll('ol.tasks > li')];
    expect(tasks.map((one) => words(one.querySelector('h2')))).toEqual([
      'Answer the invitation to review #38',
      'Recommend a decision for 6 submissions',
      'Finish your draft',
    ]);
    expect(tasks.map((one) => one.querySelector('a.cv-button')?.getAttribute('data-look'))).toEqual([
      'main',
      null,
      null,
    ]);
    expect(words(tasks[1]?.querySelector('a.cv-button'))).toBe('Open the 6');
    expect(tasks[0]?.querySelector('a.cv-button')?.getAttribute('href')).toBe('/c/itais-2016/s/38');
  });

  it('shows each date twice with a countdown, and says when there is none', async () => {
    const page = await openHome((http) => next(http).flush(view));
    const dues = [...page.querySelectorAll('cv-due')].map((due) => [...due.children].map(words));
    expect(dues[0]).toEqual([
      '2 d 4 h left',
      expect.stringMatching(/^\w+ \d+ \w+, \d\d:\d\d$/),
      expect.stringMatching(/ AoE$/),
    ]);
    expect(dues[2]).toEqual(['No date yet', 'to be announced']);
  });

  it('names the day of an event as the call does, whatever the reader’s clock', async () => {
    const due = { closesAt: '2027-04-07T12:00:00.000Z', wallTime: '2027-04-06T23:59', zone: 'Etc/GMT+12' };
    const phase = { state: 'todo', due, done: null, of: null, late: null, lateLink: null } as const;
    const stands = { callSlug: 'itais-2016', callName: 'ITAIS 2016', phases: [{ ...phase, kind: 'event' as const }] };
    const page = await openHome((http) => next(http).flush({ ...view, stands }));
    expect(words(page.querySelector('.phases .end'))).toBe('6 April');
  });

  it('says so when nothing waits, with a way on', async () => {
    const page = await openHome((http) => next(http).flush({ tasks: [], waiting: [], stands: null }));
    expect(words(page.querySelector('cv-empty p'))).toBe(
      'Nothing waits for you. When something does, it stands here with its date.',
    );
    expect(words(page.querySelector('cv-empty a'))).toBe('Find a call to submit to');
  });

  it('shows the reason of the server when it cannot load, and tries again', async () => {
    const page = await openHome((http) =>
      next(http).flush(
        {
          type: 'about:blank',
          title: 'Busy',
          status: 503,
          detail: 'Convoke is busy. Try again soon.',
          code: 'overloaded',
        },
        { status: 503, statusText: 'Busy' },
      ),
    );
    expect(words(page.querySelector('[role=alert] p'))).toBe('Convoke is busy. Try again soon.');
    page.querySelector<HTMLButtonElement>('cv-problem button')?.click();
    TestBed.tick();
    next(TestBed.inject(HttpTestingController)).flush(view);
  });
});
