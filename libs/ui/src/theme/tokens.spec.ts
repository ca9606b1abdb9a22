import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** Light and dark value of a colour token. */
function pair(token: string): [light: string, dark: string] {
  const found = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  if (!found?.[1] || !found[2]) throw new Error(`No colour --${token}`);
  return [found[1], found[2]];
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const states = [
  'draft',
  'submitted',
  'review',
  'hidden',
  'accepted',
  'poster',
  'rejected',
  'revision',
  'withdrawn',
  'late',
];
const text: [ink: string, ground: string][] = [
  ...['c-ink', 'c-ink-2', 'c-ink-3', 'c-accent', 'c-error', 'c-warn', 'c-ok'].flatMap((ink) =>
    ['c-surface', 'c-page'].map((ground): [string, string] => [ink, ground]),
  ),
  ['c-on-accent', 'c-accent'],
  ['c-on-accent-soft', 'c-accent-soft'],
  ['c-ink-2', 'c-sunken'],
  ['c-ink', 'c-error-soft'],
  ['c-error', 'c-error-soft'],
  ['c-warn', 'c-warn-soft'],
  ...states.flatMap((state): [string, string][] => [
    [`st-${state}`, `st-${state}-soft`],
    [`st-${state}`, 'c-surface'],
  ]),
];

describe('colours', () => {
  it.each(text)('%s can be read on %s, light and dark', (ink, ground) => {
    const [inks, grounds] = [pair(ink), pair(ground)];
    expect(contrast(inks[0], grounds[0])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(inks[1], grounds[1])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['c-surface', 'c-page'])('borders of controls and the focus ring stand out on %s', (ground) => {
    for (const line of ['c-line-strong', 'c-focus']) {
      expect(contrast(pair(line)[0], pair(ground)[0])).toBeGreaterThanOrEqual(3);
      expect(contrast(pair(line)[1], pair(ground)[1])).toBeGreaterThanOrEqual(3);
    }
  });
});
