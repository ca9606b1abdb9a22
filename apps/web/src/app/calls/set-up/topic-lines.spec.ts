import { scaleFrom, scaleLines } from './scale-lines';
import { matchTopics, topicLines } from './topic-lines';

describe('topics from a pasted list', () => {
  it('takes bullets, numbers and empty lines off', () => {
    expect(topicLines('  • Open data\n\n2. Smart   cities\n- Co-production\r\n')).toEqual([
      'Open data',
      'Smart cities',
      'Co-production',
    ]);
  });

  it('lists each topic once', () => {
    expect(topicLines('Open data\nopen data')).toHaveLength(1);
  });

  it('keeps the identity of a topic that moved, and of one whose spelling was corrected', () => {
    const topics = [
      { id: 'a', name: 'Open data' },
      { id: 'b', name: 'Smart citys' },
    ];
    expect(matchTopics(['Smart citys', 'Open data'], topics)).toEqual([
      { id: 'b', name: 'Smart citys' },
      { id: 'a', name: 'Open data' },
    ]);
    expect(matchTopics(['Open data', 'Smart cities'], topics)[1]).toEqual({ id: 'b', name: 'Smart cities' });
    expect(matchTopics(['Open data'], topics)).toEqual([{ id: 'a', name: 'Open data' }]);
    expect(matchTopics(['Open data', 'New', 'Smart citys'], topics)[1]).toEqual({ name: 'New' });
  });
});

describe('a scale from lines', () => {
  it('reads numbers with their words and writes them back', () => {
    expect(scaleFrom('1 Poor\n2: Good')).toEqual([
      { value: 1, label: 'Poor' },
      { value: 2, label: 'Good' },
    ]);
    expect(
      scaleFrom(
        scaleLines([
          { value: -1, label: 'No' },
          { value: 1, label: '' },
        ]),
      ),
    ).toHaveLength(2);
  });

  it('refuses one value, a line without a number, and a number that stands twice', () => {
    for (const wrong of ['1 Poor', 'Poor\nGood', '1 Poor\n1 Good']) expect(scaleFrom(wrong)).toBeNull();
  });
});
