import type { Figures } from './measure';
import { judge, type ScaleResult } from './report';

const figures = (median: number, more: Partial<Figures> = {}): Figures => ({
  ...{ key: 'list', label: 'List', target: 15, isRead: true, runs: 40, p95: median, perSecond: 1, p95Busy: 1, cpu: 1 },
  ...{ median, ...more },
});
const at = (scale: string, figure: Figures): ScaleResult => ({
  ...{ scale, papers: 1, reviewers: 1, reviews: 1, loadSeconds: 1, conflictSeconds: 1 },
  figures: [figure],
});
const passes = (small: Figures, large: Figures): boolean | undefined =>
  judge([at('S', small), at('L', large)])[0]?.passed;

describe('the verdict on a figure', () => {
  it('is about the largest conference', () => {
    expect(passes(figures(14), figures(15))).toBe(true);
    expect(passes(figures(14), figures(15.1))).toBe(false);
  });

  it('refuses a read that grows with the conference, unless it stays within 5 ms', () => {
    expect(passes(figures(6), figures(9.1))).toBe(false);
    expect(passes(figures(1), figures(5))).toBe(true);
  });

  it('lets a write grow within its target', () => {
    const write = { isRead: false, target: 40 };
    expect(passes(figures(10, write), figures(39, write))).toBe(true);
  });
});
