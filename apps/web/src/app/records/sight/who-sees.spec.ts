import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import type { Sight, SightLine } from '@convoke/contract';
import { WhoSees } from './who-sees';

const line = (field: SightLine['field'], more: Partial<SightLine> = {}): SightLine => ({
  field,
  visible: false,
  standing: 'reviewer',
  phase: 'review_open',
  when: [],
  possible: true,
  setting: null,
  stricterThen: false,
  kept: null,
  ...more,
});
const underReview = [{ from: 'review_open', to: 'notified' }] as SightLine['when'];
const ofRavi: Sight = {
  name: 'Ravi Menon',
  standing: 'reviewer',
  kind: 'conference',
  anonymity: 'double',
  exists: true,
  verified: true,
  lines: [
    line('file.pdf', { visible: true, when: underReview }),
    line('review.text', {
      visible: true,
      when: underReview,
      setting: { name: 'reviewers_see_other_reviews_after_own', on: true },
      kept: { closed: 1, of: 3 },
    }),
    line('decision.value', { when: [{ from: 'notified', to: 'closed_rejected' }] }),
    line('email_log.to_authors', { possible: false }),
  ],
};

async function show(of?: string, more: { knowsAuthors?: boolean; kind?: Sight['kind'] } = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: WhoSees }], withComponentInputBinding()),
    ],
  });
  await TestBed.inject(Router).navigateByUrl('/c/itais/s/9?tab=sight&view=all');
  const fixture = TestBed.createComponent(WhoSees);
  const inputs = { call: 'itais', number: 9, kind: 'conference', of, ...more };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    }
  };
  await settle();
  return { page, http, settle };
}

const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();

describe('who sees a submission', () => {
  it('lets a chair pick a person, or anybody of a standing', async () => {
    const { page, http, settle } = await show();
    const people = [{ id: '00000000-0000-4000-8000-000000000001', name: 'Ravi Menon', part: 'reviewer' }];
    http.expectOne(({ url }) => url.includes('/records/9/people')).flush({ people });
    await settle();
    const links = [...page.querySelectorAll('li a')];
    expect(links.map((link) => textOf(link))).toContain('Ravi Menon');
    expect(links.map((link) => textOf(link))).toContain('an author');
    expect(links[0]?.getAttribute('href')).toContain('tab=sight');
    expect(links[0]?.getAttribute('href')).toContain(`of=person:${people[0]?.id}`);
    expect(links[0]?.getAttribute('href')).toContain('view=all');
    expect(page.textContent).not.toContain('You do not know the authors');
    http.verify();
  });

  it('asks the server for a name, keeps the list while it answers, and says when there is nobody', async () => {
    const { page, http, settle } = await show(undefined, { knowsAuthors: false, kind: 'special_issue' });
    http
      .expectOne(({ url }) => url.includes('/people'))
      .flush({ people: [{ id: '00000000-0000-4000-8000-000000000001', name: 'Ravi Menon', part: 'reviewer' }] });
    await settle();
    const box = page.querySelector('input') as HTMLInputElement;
    box.value = 'xyz';
    box.dispatchEvent(new Event('input'));
    await settle();
    expect(page.textContent).toContain('Ravi Menon');
    http.expectOne(({ url }) => url.includes('name=xyz')).flush({ people: [] });
    await settle();
    expect(page.textContent).toContain('Nobody of that name');
    expect(page.textContent).toContain('You do not know the authors');
    expect(page.textContent).not.toContain('a committee member who does not review it');
  });

  it('says of each thing whether they see it, and the rule in a sentence', async () => {
    const { page, http, settle } = await show('person:00000000-0000-4000-8000-000000000001');
    http.expectOne(({ url }) => url.includes('/sight?as=person')).flush(ofRavi);
    await settle();
    const rows = [...page.querySelectorAll('tbody tr:not(.group)')].map((row) =>
      [...row.children].map((cell) => textOf(cell)),
    );
    expect(rows).toEqual([
      ['The paper', 'Yes', 'Open from “in review” to “authors told”.'],
      [
        'Texts of reviews by others',
        'Yes',
        'Open from “in review” to “authors told”, because this call allows it: “Reviewers read the other reviews once their own is submitted”. 1 of 3 reviews stays closed to them, written under stricter terms.',
      ],
      ['The decision', 'Not now', 'Open from “authors told” on. It is “in review” now.'],
      ['Letters to the authors', 'No', 'Closed for good: no setting opens it.'],
    ]);
    const act = [...page.querySelectorAll('a')].find((link) => textOf(link) === 'View this page as Ravi Menon');
    expect(act?.getAttribute('href')).toContain('eyes=person:00000000-0000-4000-8000-000000000001');
    expect(act?.getAttribute('href')).not.toContain('tab=');
    http.verify();
  });

  it('says that it does not exist for them, and offers no page of theirs', async () => {
    const { page, http, settle } = await show('standing:conflicted');
    const conflicted: Sight = { ...ofRavi, name: null, standing: 'conflicted', exists: false, lines: [] };
    http.expectOne(({ url }) => url.includes('/sight?as=standing')).flush(conflicted);
    await settle();
    expect(textOf(page.querySelector('h2'))).toBe('What a person in conflict with it sees');
    expect(page.textContent).toContain('This submission does not exist for them');
    expect(page.textContent).not.toContain('View this page as');
  });
});
