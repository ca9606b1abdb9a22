import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ReviewColumn, ReviewsTableView } from '@convoke/contract';
import { ReviewsTable } from './reviews-table';

const submission = '2b0f1f0a-6a1b-4f57-9f39-8ac1d7e4f0c2';
const column = (overall: number, more: Partial<ReviewColumn> = {}): ReviewColumn => ({
  reviewId: null,
  pseudonym: 'A',
  name: null,
  own: false,
  state: 'submitted',
  isReadableDraft: false,
  submittedAt: null,
  version: null,
  answers: { overall },
  ...more,
});

async function shown(columns: ReviewColumn[], more: Partial<ReviewsTableView> = {}): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(ReviewsTable);
  fixture.componentRef.setInput('submission', submission);
  fixture.detectChanges();
  await Promise.resolve();
  const scale = [1, 2, 3, 4, 5].map((value) => ({ value, label: `label ${value}` }));
  const view: ReviewsTableView = {
    round: 1,
    currentRound: 1,
    rounds: [1],
    fields: [
      { key: 'overall', label: 'Overall', kind: 'score', required: true, visibility: 'authors', help: '', scale },
    ],
    columns,
    metaReviews: [],
    expected: null,
    ...more,
  };
  TestBed.inject(HttpTestingController).expectOne(`/api/submissions/${submission}/reviews`).flush(view);
  await fixture.whenStable();
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

const wide = (page: HTMLElement) => page.querySelector('table')?.textContent?.replace(/\s+/g, ' ') ?? '';

const mean = (page: HTMLElement) => page.querySelector('th .spread')?.textContent?.replace(/\s+/g, ' ').trim();

describe('Reviews side by side', () => {
  it('show how far their scores lie apart', async () => {
    const page = await shown([column(2), column(5, { pseudonym: 'B' }), column(4, { pseudonym: 'C' })]);
    expect(mean(page)).toBe('Mean 3.7');
  });

  it('have no spread where there is one review', async () => {
    expect(mean(await shown([column(2)]))).toBeUndefined();
  });

  it('mark a draft as not submitted, and count it in no mean', async () => {
    const draft = column(1, { name: 'Ravi Menon', pseudonym: null, state: 'draft', isReadableDraft: true });
    const page = await shown([column(4), column(5, { pseudonym: 'B' }), draft]);
    expect(wide(page)).toContain('draft, not submitted');
    expect(wide(page)).toContain('label 1');
    expect(mean(page)).toBe('Mean 4.5');
  });

  it('end with what the chairs wrote for the authors', async () => {
    const page = await shown([column(4)], { metaReviews: [{ by: 'Tala Brandt', text: 'They agree.' }] });
    expect(page.textContent).toContain('They agree.');
    expect(page.textContent).toContain('by Tala Brandt');
  });
});
