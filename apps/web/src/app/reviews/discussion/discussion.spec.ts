import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { DiscussionView, MessageView } from '@convoke/contract';
import { Discussion } from './discussion';

const submission = '2b0f1f0a-6a1b-4f57-9f39-8ac1d7e4f0c2';
const everybody = { kind: 'reviewers', reviewer: null, assignmentId: null, people: 5, committee: false } as const;
const message = (id: number, more: Partial<MessageView> = {}): MessageView => ({
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  by: { part: 'reviewer', name: null, letter: 'B' },
  at: '2016-06-01T08:00:00.000Z',
  text: `Message ${id}`,
  struckBy: null,
  narrower: null,
  unread: false,
  canStrike: false,
  ...more,
});
const view: DiscussionView = {
  state: 'open',
  threads: [
    {
      id: '00000000-0000-4000-8000-00000000aaaa',
      version: 1,
      audience: everybody,
      messages: [message(1), message(2, { unread: true })],
      wider: [],
    },
  ],
  audiences: [everybody],
  unread: 1,
  letters: true,
  terms: 1,
  canWrite: true,
  whyNot: null,
};

async function shown(answer: DiscussionView) {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(Discussion);
  fixture.componentRef.setInput('submission', submission);
  fixture.detectChanges();
  await Promise.resolve();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(`/api/submissions/${submission}/discussion`).flush(answer);
  for (let n = 0; n < 5; n += 1) await Promise.resolve();
  fixture.detectChanges();
  return { page: fixture.nativeElement as HTMLElement, http };
}

describe('A discussion', () => {
  it('says of each thread who reads it, and by which letter a reviewer speaks', async () => {
    const { page } = await shown(view);
    expect(page.textContent).toContain('Reviewers and chairs — 5 people, without authors');
    expect(page.textContent).toContain('Reviewer B');
    expect(page.textContent).toContain('Authors never read any of it.');
  });

  it('marks what is new, and keeps that it was read', async () => {
    const { page, http } = await shown(view);
    expect([...page.querySelectorAll('li')].map((one) => one.querySelector('.new') !== null)).toEqual([false, true]);
    const kept = http.expectOne(`/api/submissions/${submission}/discussion/reading`);
    expect(kept.request.body).toEqual({ read: [message(2).id] });
  });

  it('can be read when it is closed, and not written in', async () => {
    const { page } = await shown({ ...view, state: 'closed', canWrite: false });
    expect(page.textContent).toContain('The discussion is closed.');
    expect(page.textContent).toContain('Message 1');
    expect(page.querySelector('button')).toBeNull();
  });
});
