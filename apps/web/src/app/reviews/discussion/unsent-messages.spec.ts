import type { AudienceView } from '@convoke/contract';
import { UnsentMessages } from './unsent-messages';

const chairs: AudienceView = { kind: 'chairs', reviewer: null, assignmentId: null, people: 3, committee: false };
const all: AudienceView = { ...chairs, kind: 'reviewers', people: 7 };

describe('what was typed and not sent', () => {
  it('waits with the people it was written for, thread by thread; the last one written in comes first', () => {
    const unsent = new UnsentMessages();
    unsent.keep('paper', 'new', { audience: chairs, text: 'Only for us' });
    unsent.keep('paper', 'thread', { audience: all, text: 'For all' });
    expect(unsent.read('paper', 'new')).toEqual({ audience: chairs, text: 'Only for us' });
    expect(unsent.last('paper')).toBe('thread');
    unsent.keep('paper', 'new', { audience: chairs, text: 'Only for us, and more' });
    expect(unsent.last('paper')).toBe('new');
    expect(unsent.last('another')).toBeNull();
  });

  it('is gone once it is sent or empty', () => {
    const unsent = new UnsentMessages();
    unsent.keep('paper', 'new', { audience: chairs, text: 'Words' });
    expect(unsent.isEmpty()).toBe(false);
    unsent.keep('paper', 'new', { audience: chairs, text: '  ' });
    expect(unsent.read('paper', 'new')).toBeNull();
    expect(unsent.isEmpty()).toBe(true);
  });
});
