import type { ReadinessItem } from '@convoke/contract';
import { lackedBy } from './readiness-words';

const item = (code: string, section: ReadinessItem['section'], facts: ReadinessItem['facts'] = {}): ReadinessItem => ({
  ...{ code, section, facts },
  severity: 'advice',
});

describe('what a phase still lacks', () => {
  const items = [
    item('no_track', 'tracks'),
    item('no_review_form', 'form'),
    item('date_unset', 'dates', { kind: 'review' }),
    item('dates_out_of_order', 'dates', { kind: 'review', next: 'notification' }),
    item('paper_deadline_passed', 'dates'),
  ];
  const codes = (kind: Parameters<typeof lackedBy>[0]) => lackedBy(kind, items).map(({ code }) => code);

  it('stands below the date that ends it', () => {
    expect(codes('paper')).toEqual(['no_track', 'paper_deadline_passed']);
    expect(codes('review')).toEqual(['no_review_form', 'date_unset', 'dates_out_of_order']);
    expect(codes('event')).toEqual([]);
  });
});
