import { TestBed } from '@angular/core/testing';
import type { VisibilityPreview } from '@convoke/contract';
import { SightPreview } from './sight-preview';

const line: VisibilityPreview['changes'][number] = {
  opens: true,
  fields: ['review.reviewer_identity', 'assignment.reviewer_names'],
  who: 'reviewer',
  from: null,
  onlyNew: true,
  people: 23,
  submissions: 14,
  kept: { what: 'reviews', count: 31 },
};

async function words(changes: VisibilityPreview['changes']): Promise<string> {
  const fixture = TestBed.createComponent(SightPreview);
  fixture.componentRef.setInput('preview', { changes, contradictions: [], needsReason: false });
  fixture.componentRef.setInput('kind', 'conference');
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
}

describe('who would newly see what', () => {
  it('says how many people, what, on how many submissions, and what stays as it is', async () => {
    const text = await words([line]);
    expect(text).toContain('Of what is handed in or written from now on');
    expect(text).toContain('23 reviewers: who wrote which review and names of the reviewers, on 14 submissions');
    expect(text).toContain('31 reviews already submitted stay as they are: written under stricter terms.');
    expect(text).not.toContain('Would no longer see');
  });

  it('tells what is lost apart, and what comes later', async () => {
    const text = await words([
      {
        ...line,
        opens: false,
        fields: ['review.scores'],
        who: 'author',
        from: 'notified',
        onlyNew: false,
        people: 1,
        submissions: 1,
        kept: null,
      },
      {
        ...line,
        fields: ['file.pdf'],
        who: 'stranger',
        from: 'published',
        people: null,
        kept: { what: 'papers', count: 1 },
      },
    ]);
    expect(text).toContain(
      'Would no longer seeFrom “authors told” on 1 author: scores of reviews by others, on 1 submission',
    );
    expect(text).toContain('Everybody: the paper, on 14 submissions 1 paper already handed in stays as it is');
  });

  it('says so when nobody sees more or less', async () => {
    expect(await words([])).toContain('Nobody would see more or less of the submissions there are now.');
  });
});
