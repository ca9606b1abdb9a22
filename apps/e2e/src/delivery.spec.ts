import { productUrl } from './support/browser';

/** What a first visit on a phone costs, and what a second one does not cost again. */
describe('the built application', () => {
  const named = async (): Promise<string[]> => {
    const page = await (await fetch(`${productUrl}/app/`)).text();
    return [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, name = '']) => name);
  };

  it('comes packed, and is kept for as long as its names hold', async () => {
    const names = await named();
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const answer = await fetch(new URL(name, `${productUrl}/app/`), { headers: { 'accept-encoding': 'br' } });
      // what fits into one packet is not worth packing
      const worth = (await answer.text()).length > 1024;
      expect({ name, packed: answer.headers.get('content-encoding') }).toEqual({ name, packed: worth ? 'br' : null });
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });

  it('is asked for again where the name says nothing of the content', async () => {
    for (const path of ['/app/', '/app/icon.svg']) {
      const { headers } = await fetch(productUrl + path);
      expect(headers.get('cache-control')).toMatch(/no-cache|max-age=0/);
    }
  });
});
