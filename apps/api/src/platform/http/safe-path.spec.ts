import fc from 'fast-check';
import { safePath } from './safe-path';

describe('safePath', () => {
  it.each(['/app/', '/c/itais-2016?tab=dates', '/a/b#c', '/caffè'])('keeps %s', (path) =>
    expect(safePath(path)).toBe(path),
  );

  it.each([
    '',
    'app',
    '//evil',
    '///evil',
    '/\\evil',
    '\\evil',
    'https:/evil',
    '/a\nb',
    '/\t/evil',
    undefined,
    ['/a'],
    7,
  ])('turns %p into the start page', (path) => expect(safePath(path)).toBe('/'));

  it('never leads a browser to another origin', () => {
    const pieces = fc.constantFrom('/', '\\', '.', '@', ':', 'evil', '?', '#', '\t', ' ', '%2f', 'http', '');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        expect(new URL(safePath(parts.join('')), 'https://convoke.example').origin).toBe('https://convoke.example');
      }),
    );
  });
});
