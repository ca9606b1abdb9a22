import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { OwnReviewItem } from '@convoke/contract';
import { MyReviews } from './my-reviews';

const item = (more: Partial<OwnReviewItem>): OwnReviewItem => ({
  assignmentId: crypto.randomUUID(),
  callSlug: 'itais-2016',
  callName: 'ITAIS 2016',
  number: 12,
  title: 'Whose map is it?',
  state: 'submitted',
  missing: 0,
  due: null,
  submittedAt: '2016-06-04T21:12:00.000Z',
  open: true,
  talk: { discussion: null, response: null },
  ...more,
});

async function shown(reviews: OwnReviewItem[]): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(MyReviews);
  fixture.detectChanges();
  await Promise.resolve();
  TestBed.inject(HttpTestingController).expectOne('/api/me/reviews').flush({ reviews });
  for (let n = 0; n < 5; n += 1) await Promise.resolve();
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('My reviews', () => {
  it('lead to what is said about a paper, and count what is new', async () => {
    const talk = { discussion: { open: true, unread: 2 }, response: { open: false, submitted: true } };
    const page = await shown([item({ talk }), item({ number: 7, state: 'draft' })]);
    const links = [...page.querySelectorAll('cv-talk-links a')].map((link) => link.textContent?.trim());
    expect(links).toEqual(['Discussion: 2 new messages', 'Authors’ response']);
  });

  it('offer the papers to take along once there is one to read', async () => {
    expect((await shown([item({})])).textContent).toContain('Download my papers');
  });

  it('offer none while nothing was accepted', async () => {
    expect((await shown([item({ state: 'invited', submittedAt: null })])).textContent).not.toContain(
      'Download my papers',
    );
  });
});
