import { completionsAt } from './complete';
import { limitedTo, submissionLanguage } from './language';

const names = { tag: ['discuss', 'to-check'], track: ['Co-production', 'Health data'], topic: ['Open data'] };
/** The caret stands at the bar. */
const offered = (typed: string, language = submissionLanguage as Parameters<typeof completionsAt>[2]) => {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const found = completionsAt(text, caret, language, names);
  return found?.options.map(({ insert }) => text.slice(0, found.from) + insert + text.slice(found.to)) ?? null;
};

describe('completion', () => {
  it('offers fields for the beginning of a word, by their other names too', () => {
    expect(offered('trust t|')).toEqual(['trust ti:', 'trust topic:', 'trust track:', 'trust type:']);
    expect(offered('-auth|')).toEqual(['-au:']);
    expect(offered('(dec|')).toEqual(['(dec:']);
    expect(offered('zebra|')).toBeNull();
  });

  it('offers what a field can be, quoted where it has spaces', () => {
    expect(offered('status:re|')).toEqual(['status:review ', 'status:revision ', 'status:rejected ']);
    expect(offered('track:data|')).toEqual(['track:"Health data" ']);
    expect(offered('track:"health d|"')).toEqual(['track:"Health data" ']);
    expect(offered('topic:op|en x')).toEqual(['topic:"Open data"  x']);
    expect(offered('re:m|')).toEqual(['re:me ', 're:missing ']);
    expect(offered('sort:-me|')).toEqual(['sort:-mean ']);
  });

  it('offers tags after a hash', () => {
    expect(offered('-#|')).toEqual(['-#discuss ', '-#to-check ']);
    expect(offered('#check|')).toEqual(['#to-check ']);
  });

  it('offers nothing that cannot be used here', () => {
    const blind = limitedTo(submissionLanguage, ['ti', 'topic']);
    expect(offered('a|', blind)).toBeNull();
    expect(offered('status:re|', blind)).toBeNull();
  });
});
