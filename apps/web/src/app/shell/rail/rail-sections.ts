import type { CallRole, OwnCall } from '@convoke/contract';
import type { TextKey, TextParams } from '@convoke/texts';
import type { IconName } from '@convoke/ui';

export interface RailEntry {
  readonly text: TextKey;
  readonly icon: IconName;
  readonly link: string;
}

export interface RailSection {
  /** No heading for the first. */
  readonly heading?: { readonly text: TextKey; readonly params?: TextParams };
  readonly entries: readonly RailEntry[];
}

interface Rule {
  readonly text: TextKey;
  readonly icon: IconName;
  /** Below `/c/:call/`. */
  readonly path: string;
  readonly roles: readonly CallRole[];
}

/** Who leads a call, and with them who leads a part of it. */
const heads: readonly CallRole[] = ['chair', 'guest_editor', 'editor_in_chief'];
const organisers: readonly CallRole[] = [...heads, 'track_chair'];
/** And whoever is named for a paper that those in office may not see. */
const handling: readonly CallRole[] = [...organisers, 'handler'];

/** Pages of a call that its organisers work in; the order is the order of the work. */
const work: readonly Rule[] = [
  { text: 'rail.submissions', icon: 'papers', path: 's', roles: handling },
  { text: 'rail.people', icon: 'people', path: 'people', roles: organisers },
  { text: 'rail.assign', icon: 'assign', path: 'assign', roles: handling },
  { text: 'rail.conflicts', icon: 'stop', path: 'conflicts', roles: handling },
  { text: 'rail.decide', icon: 'decide', path: 'decide', roles: heads },
  { text: 'rail.recommend', icon: 'decide', path: 'decide', roles: ['track_chair', 'handler'] },
  { text: 'rail.mail', icon: 'mail', path: 'mail', roles: handling },
];

const setUp: readonly Rule[] = [{ text: 'rail.overview', icon: 'settings', path: 'set-up', roles: heads }];

/** The sections of the navigation for a person with these calls, in this call. */
export function railSections(calls: readonly OwnCall[], call: OwnCall | undefined): RailSection[] {
  const reviews = calls.some((one) => one.roles.includes('reviewer'));
  const sections: RailSection[] = [
    { entries: [{ text: 'rail.next', icon: 'home', link: '/' }] },
    {
      heading: { text: 'rail.mine' },
      entries: [
        { text: 'rail.mySubmissions', icon: 'file', link: '/submissions' },
        ...(reviews ? [{ text: 'rail.myReviews', icon: 'write', link: '/reviews' } as const] : []),
        { text: 'rail.myLetters', icon: 'mail', link: '/letters' },
      ],
    },
  ];
  if (call) {
    sections.push({ heading: headingOf(call), entries: entriesOf(work, call) });
    sections.push({ heading: { text: 'rail.call' }, entries: entriesOf(setUp, call) });
  }
  return sections.filter((section) => section.entries.length > 0);
}

function entriesOf(rules: readonly Rule[], call: OwnCall): RailEntry[] {
  const seen = new Set<string>();
  return rules
    .filter((rule) => rule.roles.some((role) => call.roles.includes(role)))
    .filter((rule) => !seen.has(rule.path) && seen.add(rule.path))
    .map((rule) => ({ text: rule.text, icon: rule.icon, link: `/c/${call.slug}/${rule.path}` }));
}

function headingOf(call: OwnCall): RailSection['heading'] {
  if (call.roles.includes('chair')) return { text: 'rail.chair' };
  if (call.roles.includes('guest_editor')) return { text: 'rail.editor' };
  if (call.roles.includes('editor_in_chief')) return { text: 'rail.editorInChief' };
  const [track, ...others] = call.trackNames;
  return track && others.length === 0 ? { text: 'rail.track', params: { track } } : { text: 'rail.tracks' };
}

/** Whether the page at that path is the entry's own, or one below it; what is next in one call is what is next, too. */
export function isCurrent(entry: RailEntry, path: string): boolean {
  if (entry.link === '/') return path === '/' || /^\/c\/[^/]+$/.test(path);
  return path === entry.link || path.startsWith(`${entry.link}/`);
}

/** At most four worded tabs of a phone; the last, Menu, is the shell's own. */
export function phoneTabs(calls: readonly OwnCall[], call: OwnCall | undefined): RailEntry[] {
  const sections = railSections(calls, call);
  const papers = sections.flatMap((section) => section.entries).find((entry) => entry.text === 'rail.submissions');
  const reviews = calls.some((one) => one.roles.includes('reviewer'));
  return [
    { text: 'tab.next', icon: 'home', link: '/' },
    { text: 'tab.papers', icon: 'papers', link: papers?.link ?? '/submissions' },
    ...(reviews ? [{ text: 'tab.reviews', icon: 'write', link: '/reviews' } as const] : []),
  ];
}
