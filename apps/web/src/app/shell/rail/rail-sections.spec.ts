import type { CallRole, OwnCall } from '@convoke/contract';
import { isCurrent, phoneTabs, railSections } from './rail-sections';

const call = (roles: CallRole[], trackNames: string[] = []): OwnCall => ({
  slug: 'itais-2016',
  name: 'ITAIS 2016',
  kind: 'conference',
  state: 'published',
  roles,
  trackNames,
});
const texts = (one: OwnCall) =>
  railSections([one], one).map((section) => [section.heading?.text, ...section.entries.map((entry) => entry.text)]);

describe('the navigation', () => {
  it('shows an author what is theirs, and no work of the call', () => {
    expect(texts(call(['author']))).toEqual([
      [undefined, 'rail.next'],
      ['rail.mine', 'rail.mySubmissions', 'rail.myLetters'],
    ]);
  });

  it('shows a track co-chair their track, with recommending in the place of deciding', () => {
    const sections = railSections([call(['track_chair'])], call(['track_chair'], ['Co-production']));
    expect(sections[2]?.heading).toEqual({ text: 'rail.track', params: { track: 'Co-production' } });
    expect(sections[2]?.entries.map((entry) => entry.text)).toContain('rail.recommend');
    expect(sections[2]?.entries.map((entry) => entry.text)).not.toContain('rail.decide');
    expect(sections[2]?.entries.map((entry) => entry.link)).toContain('/c/itais-2016/mail');
  });

  it('names the editor in chief, who may do what guest editors may', () => {
    const [heading, ...entries] = texts(call(['editor_in_chief']))[2] ?? [];
    expect(heading).toBe('rail.editorInChief');
    expect(entries).toContain('rail.decide');
  });

  it('shows who is chair and co-chair one entry for deciding', () => {
    const links = railSections([], call(['chair', 'track_chair'])).flatMap((one) =>
      one.entries.map((entry) => entry.link),
    );
    expect(links.filter((link) => link.endsWith('/decide'))).toHaveLength(1);
  });

  it('knows where one is: what is next also in one call, a list also on a page below it', () => {
    const [next, submissions] = [{ link: '/' }, { link: '/c/itais-2016/s' }].map((one) => ({
      text: 'rail.next' as const,
      icon: 'home' as const,
      ...one,
    }));
    const at = (path: string) => [next, submissions].map((entry) => entry !== undefined && isCurrent(entry, path));
    expect(at('/')).toEqual([true, false]);
    expect(at('/c/itais-2016')).toEqual([true, false]);
    expect(at('/c/itais-2016/s/7')).toEqual([false, true]);
    expect(at('/c/itais-2016/set-up/text')).toEqual([false, false]);
  });

  it('never has more than three tabs beside the menu on a phone', () => {
    const everything = call(['chair', 'track_chair', 'guest_editor', 'reviewer', 'author']);
    expect(phoneTabs([everything], everything)).toHaveLength(3);
  });
});
