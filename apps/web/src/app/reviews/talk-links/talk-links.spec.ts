import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PaperTalk } from '@convoke/contract';
import { TalkLinks } from './talk-links';

function links(talk: PaperTalk, seesReviews = false): [string, string | null][] {
  TestBed.resetTestingModule().configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(TalkLinks);
  fixture.componentRef.setInput('call', 'itais-2016');
  fixture.componentRef.setInput('number', 17);
  fixture.componentRef.setInput('talk', talk);
  fixture.componentRef.setInput('seesReviews', seesReviews);
  fixture.detectChanges();
  return [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map((link) => [
    link.textContent?.trim() ?? '',
    link.getAttribute('href'),
  ]);
}

describe('What leads from a review', () => {
  it('is nothing where nothing is said', () => {
    expect(links({ discussion: null, response: null })).toEqual([]);
  });

  it('counts what is new in the discussion, and says whether the response is in', () => {
    const page = '/c/itais-2016/s/17';
    expect(links({ discussion: { open: true, unread: 2 }, response: { open: true, submitted: false } }, true)).toEqual([
      ['Reviews side by side', `${page}?tab=reviews`],
      ['Discussion: 2 new messages', `${page}?tab=discussion`],
      ['Authors’ response, not in yet', `${page}?tab=reviews`],
    ]);
    expect(links({ discussion: { open: false, unread: 0 }, response: { open: false, submitted: true } })).toEqual([
      ['Discussion, closed', `${page}?tab=discussion`],
      ['Authors’ response', `${page}?tab=reviews`],
    ]);
  });
});
