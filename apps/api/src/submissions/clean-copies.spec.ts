import { join } from 'node:path';
import { Readable } from 'node:stream';
import { apart } from '../platform/apart';
import { cleanDocx } from './clean-docx';
import { cleanPdf } from './clean-pdf';
import type { ReadDocument } from './read-pdf';
import { partsOf, placesInDocx, shownWords, tellingDocx, telltalesInDocx } from './telling-docx';
import { placesInPdf, shownText, tellingPdf, telltalesIn } from './telling-pdf';

describe('The copy of a PDF that reviewers read', () => {
  it('says nowhere who wrote it, though the original says it everywhere', async () => {
    const original = await tellingPdf();
    const verdict = await cleanPdf(original);
    if (verdict.verdict !== 'clean') throw new Error(verdict.verdict);
    expect(await telltalesIn(original)).toEqual([...placesInPdf].sort());
    expect(await telltalesIn(verdict.copy)).toEqual([]);
  });

  it('shows the same pages, the same text and the links to the web', async () => {
    const original = await tellingPdf();
    const verdict = await cleanPdf(original);
    if (verdict.verdict !== 'clean') throw new Error(verdict.verdict);
    const [before, after] = [await read(original), await read(verdict.copy)];
    expect(after.pages).toEqual(before.pages);
    expect(after).toEqual({ pages: [shownText], links: [{ page: 1, url: 'https://example.org/' }], named: [] });
    expect(verdict.pages).toBe(1);
  });

  it('is not made of something that is no PDF', async () => {
    expect(await cleanPdf(Buffer.from('%PDF-1.7 nothing else'))).toEqual({ verdict: 'broken' });
  });
});

describe('The copy of a Word document that reviewers read', () => {
  it('says nowhere who wrote it, though the original says it everywhere', () => {
    const original = tellingDocx();
    expect(telltalesInDocx(original)).toEqual([...placesInDocx].sort());
    expect(telltalesInDocx(cleanDocx(original))).toEqual([]);
  });

  it('keeps what is read, with insertions accepted, and refers to nothing that is not there', () => {
    const parts = partsOf(cleanDocx(tellingDocx()));
    const words = ['word/document.xml', 'word/header1.xml'].flatMap((name) =>
      [...(parts[name] ?? '').matchAll(/<w:t[^>]*>([^<]+)</g)].map(([, text]) => text),
    );
    expect(words).toEqual(shownWords);
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/_rels/settings.xml.rels',
      'word/document.xml',
      'word/header1.xml',
      'word/media/image1.jpeg',
      'word/settings.xml',
    ]);
    expect(parts['word/_rels/document.xml.rels']?.match(/Id="\w+"/g)).toEqual([
      'Id="rHeader"',
      'Id="rPicture"',
      'Id="rSettings"',
    ]);
    expect(parts['word/document.xml']?.match(/r:\w+="\w+"/g)).toEqual(['r:embed="rPicture"', 'r:id="rHeader"']);
  });
});

/** As pdf.js reads it, in the process in which the server does. */
async function read(pdf: Buffer): Promise<ReadDocument> {
  const limits = { seconds: 20, megabytes: 1024, bytesBack: 0 };
  const ask = { task: 'read', kind: 'pdf' };
  return (await apart(join(__dirname, 'file-task.ts'), ask, Readable.from([pdf]), limits)).answer as ReadDocument;
}
