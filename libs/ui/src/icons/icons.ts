/**
 * Our icons, 16 × 16, stroked with the colour of their text. Names say what is meant, not what is drawn, where both exist.
 * Trusted markup: constants only, never anything a person typed.
 */
export const icons = {
  'arrow-down': '<path d="M8 3v10M4.5 9.5 8 13l3.5-3.5"/>',
  'arrow-up': '<path d="M8 13V3M4.5 6.5 8 3l3.5 3.5"/>',
  assign: '<path d="M2.5 5h8M8 2.5 10.5 5 8 7.5M13.5 11h-8M8 8.5 5.5 11 8 13.5"/>',
  bell: '<path d="M4 11V7.5a4 4 0 0 1 8 0V11l1 1.5H3zM6.5 14.5h3"/>',
  calendar: '<path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3"/>',
  check: '<path d="m3 8.5 3.2 3L13 4.5"/>',
  'chevron-down': '<path d="m4 6 4 4 4-4"/>',
  'chevron-left': '<path d="m10 4-4 4 4 4"/>',
  'chevron-right': '<path d="m6 4 4 4-4 4"/>',
  'chevron-up': '<path d="m4 10 4-4 4 4"/>',
  clock: '<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/>',
  close: '<path d="m4 4 8 8M12 4l-8 8"/>',
  decide: '<path d="M3 3h10v10H3z"/><path d="m5.5 8 2 2 3.5-4"/>',
  done: '<circle cx="8" cy="8" r="6" fill="currentColor" stroke="currentColor"/><path d="m5.3 8.2 1.9 1.9 3.5-4" stroke="var(--c-surface)"/>',
  download: '<path d="M8 3v7.5M5 7.5l3 3 3-3M3 13h10"/>',
  eye: '<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="2"/>',
  file: '<path d="M4 2h5l3 3v9H4zM9 2v3h3"/>',
  globe:
    '<circle cx="8" cy="8" r="6"/><path d="M2 8h12M8 2c2 1.7 2.5 4 2.5 6S10 12.3 8 14c-2-1.7-2.5-4-2.5-6S6 3.7 8 2z"/>',
  grip: '<path d="M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1"/>',
  help: '<circle cx="8" cy="8" r="6"/><path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.9c-.6.3-.8.6-.8 1.2M8 11.3v.1"/>',
  history: '<path d="M2.5 8A5.5 5.5 0 1 0 4 4.200M2.5 2.500v2.800h2.800M8 5v3l2 1.5"/>',
  home: '<path d="M2.5 7.5 8 3l5.5 4.5V13H10V9.5H6V13H2.5z"/>',
  info: '<circle cx="8" cy="8" r="6"/><path d="M8 7.500v3.500M8 5v.1"/>',
  link: '<path d="M6.5 9.5 9.5 6.500M7 4.500l1.5-1.500a2.5 2.5 0 0 1 3.5 3.500L10.5 8M9 11.5 7.5 13A2.5 2.5 0 0 1 4 9.500L5.5 8"/>',
  lock: '<path d="M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>',
  mail: '<path d="M2 3.5h12v9H2zM2 4.5 8 9l6-4.5"/>',
  menu: '<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>',
  minus: '<path d="M4 8h8"/>',
  moon: '<path d="M13 9.500A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.500z"/>',
  more: '<g fill="currentColor" stroke="none"><circle cx="3.5" cy="8" r="1.25"/><circle cx="8" cy="8" r="1.25"/><circle cx="12.5" cy="8" r="1.25"/></g>',
  now: '<circle cx="8" cy="8" r="5.5"/><circle cx="8" cy="8" r="2.5" fill="currentColor" stroke="none"/>',
  papers: '<path d="M5.5 4.5V2H13v9.5h-2.5M3 4.5h7.5V14H3zM5 7.5h3.5M5 10.5h3.5"/>',
  people:
    '<circle cx="6" cy="5.5" r="2.25"/><path d="M2 13c0-2.4 1.8-4 4-4s4 1.6 4 4M10.5 3.6a2 2 0 0 1 0 3.8M11.5 9.3c1.5.4 2.5 1.8 2.5 3.7"/>',
  person: '<circle cx="8" cy="5.5" r="2.5"/><path d="M3 13.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5"/>',
  pin: '<path d="M8 14s4.5-4 4.5-7.3a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14z"/><circle cx="8" cy="6.5" r="1.5"/>',
  plus: '<path d="M8 3.5v9M3.5 8h9"/>',
  reload: '<path d="M13 8a5 5 0 1 1-1.6-3.700M13 2.500v2.800h-2.8"/>',
  's-accepted':
    '<circle cx="8" cy="8" r="6" fill="currentColor"/><path d="m5.3 8.2 1.9 1.9 3.5-4" stroke="var(--c-surface)"/>',
  's-draft': '<circle cx="8" cy="8" r="5.5" stroke-dasharray="2.3 2.3"/>',
  's-hidden': '<path d="M3.5 7h9v6.5h-9z" fill="currentColor"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>',
  's-late': '<circle cx="8" cy="8" r="6" fill="currentColor"/><path d="M8 4.8V8l2.2 1.4" stroke="var(--c-surface)"/>',
  's-poster':
    '<path d="M2.5 2.5h11v8h-11z" fill="currentColor"/><path d="m5.5 6.5 1.8 1.7 3.2-3.5" stroke="var(--c-surface)"/><path d="m5 14 1.5-3M11 14l-1.5-3"/>',
  's-rejected':
    '<path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="currentColor"/><path d="m6 6 4 4M10 6l-4 4" stroke="var(--c-surface)"/>',
  's-review': '<circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor"/>',
  's-revision': '<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8"/>',
  's-submitted': '<circle cx="8" cy="8" r="6"/><path d="M8 11V5.3M5.7 7.5 8 5.2l2.3 2.3"/>',
  's-withdrawn': '<path d="M6 3 3 6l3 3M3.5 6H10a3.5 3.5 0 0 1 0 7H6"/>',
  scissors:
    '<circle cx="4" cy="4.5" r="1.75"/><circle cx="4" cy="11.5" r="1.75"/><path d="m5.5 5.5 8 6M5.5 10.5l8-6"/>',
  search: '<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>',
  settings:
    '<path d="M3 5h5.5M12.5 5H13M3 11h.5M7.5 11H13"/><circle cx="10.5" cy="5" r="1.75"/><circle cx="5.5" cy="11" r="1.75"/>',
  'sign-out': '<path d="M6.5 2.5H3v11h3.5M10 5l3 3-3 3M13 8H6.5"/>',
  stop: '<path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 11v.1"/>',
  sun: '<circle cx="8" cy="8" r="2.75"/><path d="M8 1.800v1.400M8 12.800v1.400M1.8 8h1.400M12.8 8h1.400M3.6 3.600l1 1M11.4 11.400l1 1M12.4 3.600l-1 1M4.6 11.400l-1 1"/>',
  tag: '<path d="M2.5 2.500H8L13.5 8 8 13.5 2.5 8zM5.3 5.300v.1"/>',
  theme: '<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/>',
  todo: '<circle cx="8" cy="8" r="4.5"/>',
  trash: '<path d="M3 4.500h10M6.5 4.500V3h3v1.500M4.5 4.500l.5 9h6l.5-9"/>',
  upload: '<path d="M8 10.5V3M5 6l3-3 3 3M3 13h10"/>',
  warning: '<path d="M8 2.5 14 13H2zM8 6.5v3M8 11.3v.1"/>',
  write: '<path d="m3 13 .8-3 6.9-6.9 2.2 2.2L6 12.2z"/>',
} as const;

export type IconName = keyof typeof icons;
