import { dirname, join } from 'node:path';

export interface ReadDocument {
  /** The text of each page, line by line; a Word document has no pages and is one. */
  readonly pages: readonly string[];
  /** Addresses behind links, with the page they stand on. */
  readonly links: readonly { readonly page: number; readonly url: string }[];
  /** Whom the properties of the file name. */
  readonly named: readonly string[];
}

/** Enough for any paper: what is longer is looked at up to here. */
const maxPages = 200;
const maxCharacters = 2_000_000;

/** The text of a PDF as a reader shows it. Run it apart: a hostile file can keep it busy for ever. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = join(dirname(require.resolve('pdfjs-dist/package.json')), '/');
  const loading = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(home, 'cmaps/'),
    standardFontDataUrl: join(home, 'standard_fonts/'),
    wasmUrl: join(home, 'wasm/'),
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const pages: string[] = [];
    const links: { page: number; url: string }[] = [];
    let characters = 0;
    for (let n = 1; n <= Math.min(document.numPages, maxPages) && characters < maxCharacters; n += 1) {
      const page = await document.getPage(n);
      const text = linesOf((await page.getTextContent()).items as TextItem[]);
      characters += text.length;
      pages.push(text);
      for (const { unsafeUrl, url } of (await page.getAnnotations()) as { unsafeUrl?: string; url?: string }[])
        if (url ?? unsafeUrl) links.push({ page: n, url: url ?? unsafeUrl ?? '' });
      page.cleanup();
    }
    return { pages, links, named: namedIn(await document.getMetadata()) };
  } finally {
    await loading.destroy();
  }
}

interface TextItem {
  str: string;
  hasEOL: boolean;
  height: number;
  transform: number[];
}

/** Pieces of text as lines: a piece that stands lower or higher than the one before begins a line. */
function linesOf(items: readonly TextItem[]): string {
  let text = '';
  let before: number | null = null;
  for (const { str, hasEOL, height, transform } of items) {
    const y = transform[5] ?? 0;
    const moved = before !== null && str.trim() !== '' && Math.abs(y - before) > Math.max(2, height / 2);
    if (moved && text !== '' && !text.endsWith('\n')) text += '\n';
    text += hasEOL ? `${str}\n` : str;
    if (str.trim() !== '') before = y;
  }
  return text;
}

function namedIn({ info, metadata }: { info: unknown; metadata: unknown }): string[] {
  const { Author: author } = info as { Author?: unknown };
  const packet = metadata as { get(name: string): unknown } | null;
  const creators = packet?.get('dc:creator');
  return [...new Set([author, ...(Array.isArray(creators) ? (creators as unknown[]) : [creators])])].filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
}
