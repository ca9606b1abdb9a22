import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { TaskView } from '@convoke/contract';
import { Waiting } from './waiting';

const task = (kind: TaskView['kind'], callSlug: string, facts: TaskView['facts']): TaskView => ({
  kind,
  callSlug,
  callName: callSlug,
  paperTitle: null,
  facts,
  due: null,
  link: '/app',
});

async function waitingFor(tasks: TaskView[]): Promise<Waiting> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const waiting = TestBed.inject(Waiting);
  TestBed.tick();
  TestBed.inject(HttpTestingController).expectOne('/api/me/next').flush({ tasks, waiting: [], stands: null });
  await TestBed.inject(ApplicationRef).whenStable();
  return waiting;
}

describe('the counts of the navigation', () => {
  it('say how many papers wait on the pages of each call', async () => {
    const waiting = await waitingFor([
      task('assign_reviewers', 'itais-2016', { count: 2 }),
      task('decide', 'itais-2016', { count: 24, done: 6, of: 30 }),
      task('recommend', 'jedem-2016', { count: 6 }),
    ]);
    expect(waiting.at('/')).toBe(3);
    expect(waiting.at('/c/itais-2016/assign')).toBe(2);
    expect(waiting.at('/c/itais-2016/decide')).toBe(24);
    expect(waiting.at('/c/jedem-2016/decide')).toBe(6);
    expect(waiting.at('/c/jedem-2016/assign')).toBe(0);
  });

  it('add up one’s own drafts and reviews over all calls', async () => {
    const waiting = await waitingFor([
      task('finish_draft', 'itais-2016', {}),
      task('write_review', 'itais-2016', { number: 4 }),
      task('answer_invitation', 'jedem-2016', { number: 9 }),
    ]);
    expect(waiting.at('/submissions')).toBe(1);
    expect(waiting.at('/reviews')).toBe(2);
  });
});
