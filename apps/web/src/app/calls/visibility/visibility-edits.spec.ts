import { signal } from '@angular/core';
import type { VisibilityView } from '@convoke/contract';
import { VisibilityEdits } from './visibility-edits';

const on = {
  authors_see_reviews: true,
  authors_see_scores: true,
  pc_sees_titles: true,
} as VisibilityView['visibility'];
const setting = (name: VisibilityView['settings'][number]['name']): VisibilityView['settings'][number] => ({
  name,
  group: 'authors',
  usual: true,
  idle: null,
  effects: [],
});
const saved: VisibilityView = {
  version: 3,
  callName: 'ITAIS',
  kind: 'conference',
  anonymity: 'double',
  bids: true,
  discussion: true,
  response: true,
  metaReview: true,
  visibility: on,
  types: [{ id: 'a', name: 'Paper', anonymity: null }],
  settings: [setting('authors_see_reviews'), setting('authors_see_scores'), setting('pc_sees_titles')],
  requirements: [
    { on: 'authors_see_scores', needs: 'authors_see_reviews' },
    { on: 'bids', needs: 'pc_sees_titles' },
  ],
  presets: [
    {
      name: 'small_conference',
      anonymity: 'double',
      ...{ bids: false, discussion: false, response: false, metaReview: false },
      visibility: { ...on, pc_sees_titles: false },
    },
    {
      name: 'full_conference',
      anonymity: 'double',
      bids: true,
      discussion: true,
      response: true,
      metaReview: true,
      visibility: on,
    },
  ],
  needsReason: false,
  history: [],
  can: { edit: true },
};

describe('what a chair turned', () => {
  const view = signal(saved);
  const edits = (): VisibilityEdits => new VisibilityEdits(view);

  it('is only what differs, and nothing once it is turned back', () => {
    const mine = edits();
    mine.set('authors_see_scores', false);
    mine.setAnonymity('triple');
    mine.setType('a', 'none');
    mine.setStep('bids', false);
    expect(mine.count()).toBe(4);
    expect(mine.change()).toEqual({
      anonymity: 'triple',
      bids: false,
      visibility: { authors_see_scores: false },
      types: [{ id: 'a', anonymity: 'none' }],
    });
    mine.set('authors_see_scores', true);
    mine.setAnonymity('double');
    mine.setType('a', null);
    mine.setStep('bids', true);
    expect([mine.count(), mine.change()]).toEqual([0, { visibility: {}, types: [] }]);
  });

  it('says what contradicts itself while it is turned', () => {
    const mine = edits();
    mine.set('authors_see_reviews', false);
    mine.set('pc_sees_titles', false);
    expect(mine.contradictions()).toEqual(saved.requirements);
    mine.setStep('bids', false);
    mine.set('authors_see_scores', false);
    expect(mine.contradictions()).toEqual([]);
  });

  it('is a preset, or its own way', () => {
    const mine = edits();
    expect(mine.preset()).toBe('full_conference');
    mine.usePreset(saved.presets[0] as VisibilityView['presets'][number]);
    expect([mine.preset(), mine.count()]).toEqual(['small_conference', 5]);
    mine.set('authors_see_scores', false);
    expect(mine.preset()).toBeNull();
  });

  it('lies over what somebody else saved meanwhile', () => {
    const mine = edits();
    mine.set('authors_see_scores', false);
    view.set({ ...saved, version: 4, anonymity: 'single' });
    expect([mine.anonymity(), mine.visibility().authors_see_scores, mine.count()]).toEqual(['single', false, 1]);
    view.set(saved);
  });
});
