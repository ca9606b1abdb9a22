import { aCall, anIssue, aSubmission, aViewer, trackId } from '../testing/facts';
import { cast } from '../testing/cast';
import { accessTo } from './access';
import type { CallFacts, Viewer } from './facts';
import { phases } from './phase';
import { seenIn } from './seen';
import type { Standing } from './standing';
import { fields } from './visibility';

const now = new Date('2026-06-01T12:00:00Z');
const later = phases.slice(1);
const all = ['single', 'double', 'triple'] as const;
const worlds: [string, CallFacts][] = [
  ['a conference', aCall()],
  ['a special issue', anIssue()],
  ['a special issue with discussion', anIssue({ settings: { visibility: { si_discussion: true } } })],
  [
    'a conference that opens much',
    aCall({ settings: { visibility: { chairs_see_review_drafts: true, pc_sees_pdfs: true } } }),
  ],
];
const people: [Standing, Viewer][] = [
  ['handler', aViewer(cast.tala, { role: 'track_chair', trackId })],
  ['programme_chair', aViewer(cast.chidi, { role: 'chair' })],
];

describe('where a list may be searched by a field', () => {
  it.each(worlds)('is in %s where the rule shows the field to each who has the list', (_, call) => {
    for (const field of fields) {
      const of = (...standings: Standing[]): ReturnType<typeof seenIn> =>
        seenIn(field, standings, call, { visibility: call.settings.visibility ?? {}, anonymities: all }, later);
      const seen = of('handler', 'programme_chair');
      for (const anonymity of ['single', 'double', 'triple'] as const)
        for (const phase of later) {
          const facts = aSubmission(phase, {}, {}, { anonymity });
          const shown = people
            .filter(([, viewer]) => accessTo(facts, viewer, call, now).standing !== 'stranger')
            .every(([, viewer]) => accessTo(facts, viewer, call, now).sees(field));
          const said = seen === 'everywhere' || (seen !== 'nowhere' && seen.get(anonymity)?.includes(phase) === true);
          // the list may be stricter than the rule is for one of its people, never laxer
          if (said) expect({ field, phase, anonymity, shown }).toEqual({ field, phase, anonymity, shown: true });
          else if (shown) expect(of('programme_chair')).not.toEqual(of('handler'));
        }
    }
  });

  it('is everywhere, nowhere, or for authors in a triple-anonymous call only from the notification on', () => {
    const chairs: Standing[] = ['handler', 'programme_chair'];
    expect(seenIn('submission.title_abstract', chairs, aCall(), { visibility: {}, anonymities: all }, later)).toBe(
      'everywhere',
    );
    expect(seenIn('author.names', ['pool'], aCall(), { visibility: {}, anonymities: all }, ['submitted'])).toEqual(
      new Map([
        ['single', ['submitted']],
        ['double', []],
        ['triple', []],
      ]),
    );
    expect(seenIn('discussion.messages', chairs, anIssue(), { visibility: {}, anonymities: all }, later)).toBe(
      'nowhere',
    );
    expect(seenIn('author.names', chairs, aCall(), { visibility: {}, anonymities: ['single', 'double'] }, later)).toBe(
      'everywhere',
    );
    const authors = seenIn('author.names', chairs, aCall(), { visibility: {}, anonymities: all }, later);
    expect(authors).toEqual(
      new Map([
        ['single', later],
        ['double', later],
        ['triple', ['notified', 'published', 'closed_rejected']],
      ]),
    );
  });
});
