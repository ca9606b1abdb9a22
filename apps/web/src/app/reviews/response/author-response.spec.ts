import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AuthorResponseView } from '@convoke/contract';
import { Confirm } from '@convoke/ui';
import { AuthorResponse } from './author-response';

const submission = '2b0f1f0a-6a1b-4f57-9f39-8ac1d7e4f0c2';
const view: AuthorResponseView = {
  open: true,
  due: { closesAt: '2099-06-08T12:00:00.000Z', wallTime: '2099-06-07T23:59', zone: 'Etc/GMT+12' },
  maxWords: 500,
  reviews: [],
  draft: {
    texts: { paper: 'We thank the reviewers.', reviews: {} },
    version: 2,
    submittedN: 0,
    submittedAt: null,
    editedAt: '2016-06-01T08:00:00.000Z',
    editedBy: null,
    hasUnsubmittedChanges: false,
  },
  submitted: null,
  blind: true,
  canWrite: true,
  whyNot: null,
  terms: 1,
  form: 'opened',
};

/** What is asked before it is submitted; nobody agrees. */
async function askedIn(answer: AuthorResponseView) {
  const asked: Parameters<Confirm['ask']>[0][] = [];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      {
        provide: Confirm,
        useValue: { ask: (question: Parameters<Confirm['ask']>[0]) => (asked.push(question), false) },
      },
    ],
  });
  const fixture = TestBed.createComponent(AuthorResponse);
  fixture.componentRef.setInput('submission', submission);
  fixture.componentRef.setInput('number', 12);
  fixture.componentRef.setInput('isAuthor', true);
  fixture.detectChanges();
  await Promise.resolve();
  TestBed.inject(HttpTestingController).expectOne(`/api/submissions/${submission}/response`).flush(answer);
  await fixture.whenStable();
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  page.querySelector<HTMLButtonElement>('cv-save-bar [data-look=main]')?.click();
  await fixture.whenStable();
  return { asked, page };
}

describe('The response of the authors', () => {
  it('shows the draft, and that nobody else reads it', async () => {
    const { page } = await askedIn(view);
    expect(page.querySelector('textarea')?.value).toBe('We thank the reviewers.');
    expect(page.textContent).toContain('This is a draft. Nobody but the authors reads it');
  });

  it('warns of names where the reviewers do not know the authors', async () => {
    const [question] = (await askedIn(view)).asked;
    expect(question?.warning).toContain('should not say who you are');
  });

  it('does not where they do', async () => {
    const [question] = (await askedIn({ ...view, blind: false })).asked;
    expect(question).toBeDefined();
    expect(question?.warning).toBeUndefined();
  });
});
