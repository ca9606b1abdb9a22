import { similarities, TextIndex, wordsOf } from './similarity';

describe('texts', () => {
  it('are compared by their words, whatever case, marks and number', () => {
    expect(wordsOf('Über Graphs and a GRAPH; classes of P2P')).toEqual([
      'uber',
      'graph',
      'and',
      'graph',
      'classe',
      'p2p',
    ]);
  });

  it('resemble whoever shares rare words more than whoever shares common ones', () => {
    const { reviewers, values } = similarities(
      ['Sparse kernels for tensors', 'nothing alike'],
      ['methods for graphs', 'methods for sparse tensors', 'methods for kernels', ''],
      { most: 3 },
    );
    expect([...reviewers]).toEqual([1, 2, 0, -1, -1, -1]);
    expect(values[0]).toBeGreaterThan(values[1]);
    expect(values[1]).toBeGreaterThan(values[2]);
  });

  it('are entirely alike if they are the same, and the best are those that a full comparison finds', () => {
    const words = ['flow', 'tree', 'price', 'paper', 'bound', 'node', 'cut'];
    const texts = Array.from({ length: 60 }, (_, n) =>
      Array.from({ length: 5 }, (_, k) => words[(n * (k + 3) + k * k) % words.length]).join(' '),
    );
    const index = new TextIndex(texts);
    expect(index.best(texts[7], 1)[0].value).toBeCloseTo(1);
    const all = index.best('price of a tree', 60);
    expect(all.length).toBeGreaterThan(20);
    expect(index.best('price of a tree', 5).map(({ value }) => value)).toEqual(
      all.slice(0, 5).map(({ value }) => value),
    );
    expect(all).toEqual([...all].sort((a, b) => b.value - a.value));
  });
});
