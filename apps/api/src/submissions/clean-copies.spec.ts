import { PDFDocument } from '@cantoo/pdf-lib';
import { cleanDocx } from './clean-docx';
import { cleanPdf } from './clean-pdf';
import { docxBy, pdfBy } from './given-files';
import { rewriteArchive } from './zip-archive';

describe('The copy that reviewers read', () => {
  it('of a PDF has no information dictionary and no XMP, and all its pages', async () => {
    const verdict = await cleanPdf(await pdfBy('Ada Ferri'));
    if (verdict.verdict !== 'clean') throw new Error(verdict.verdict);
    const uncompressed = await (
      await PDFDocument.load(verdict.copy, { updateMetadata: false })
    ).save({ useObjectStreams: false });
    expect(Buffer.from(uncompressed).toString('latin1')).not.toMatch(/Ferri|xmpmeta/);
    expect(verdict.pages).toBe(1);
  });

  it('of a Word document names nobody in properties, comments or tracked changes, and keeps the text', () => {
    const members: Record<string, string> = {};
    rewriteArchive(cleanDocx(docxBy('Ada Ferri')), (name, read) => {
      members[name] = read().toString();
      return null;
    });
    expect(Object.values(members).join()).not.toContain('Ferri');
    expect(members['word/document.xml']).toContain('What we found');
  });

  it('is not made of something that is no PDF', async () => {
    expect(await cleanPdf(Buffer.from('%PDF-1.7 nothing else'))).toEqual({ verdict: 'broken' });
  });
});
