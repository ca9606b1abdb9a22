import { TestBed } from '@angular/core/testing';
import type { AnonymityCheck } from '@convoke/contract';
import { AnonymityHints } from './anonymity-hints';

function shown(check: AnonymityCheck): string {
  const fixture = TestBed.createComponent(AnonymityHints);
  fixture.componentRef.setInput('check', check);
  fixture.detectChanges();
  return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ').trim();
}

describe('what may tell who wrote a file', () => {
  it('is said place by place, with the words as they stand there', () => {
    const text = shown({
      state: 'checked',
      hints: [
        { kind: 'author', page: 1, about: 'Ada Ferri', quote: 'by Ada Ferri and' },
        { kind: 'self_citation', page: null, about: 'our previous work', quote: 'in our previous work [3]' },
        { kind: 'properties', page: null, about: 'Jonas Lind', quote: '' },
      ],
    });
    expect(text).toContain('2 places may tell who wrote this.');
    expect(text).toContain('Page 1 names Ada Ferri. by Ada Ferri and');
    expect(text).toContain('The text cites work as your own. in our previous work [3]');
    expect(text).toContain('The properties of the file name Jonas Lind. The copy for reviewers is made without them.');
  });

  it('is said to be nothing, being looked for, or not looked for', () => {
    expect(shown({ state: 'checked', hints: [] })).toContain('Nothing found that tells who wrote it.');
    expect(shown({ state: 'checking', hints: [] })).toContain('Being read for what may tell who wrote it');
    expect(shown({ state: 'failed', hints: [] })).toContain('Look through it yourself');
  });
});
