import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';

export type PdfVerdict =
  | { readonly verdict: 'clean'; readonly pages: number; readonly copy: Buffer }
  | { readonly verdict: 'encrypted' | 'broken' };

/** Entries that name people or machines, or that act when the file is opened. */
const telling = ['Metadata', 'PieceInfo', 'LastModified', 'OpenAction', 'AA', 'Author', 'Creator', 'Producer'].map(
  (name) => PDFName.of(name),
);
const personal = ['T', 'Subj', 'RC', 'CreationDate', 'M'].map((name) => PDFName.of(name));

/**
 * Reads a PDF to the end and writes the copy that reviewers get: no document information, no XMP on any object, no names on
 * comments, no scripts and no attached files. The pages are left as they are.
 */
export async function cleanPdf(bytes: Buffer): Promise<PdfVerdict> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
    const pages = document.getPageCount();
    if (pages === 0) return { verdict: 'broken' };
    strip(document);
    const copy = await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
    return { verdict: 'clean', pages, copy: Buffer.from(copy) };
  } catch (error) {
    return { verdict: error instanceof EncryptedPDFError ? 'encrypted' : 'broken' };
  }
}

function strip(document: PDFDocument): void {
  const { context, catalog } = document;
  delete context.trailerInfo.Info;
  catalog.delete(PDFName.of('AF'));
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  names?.delete(PDFName.of('JavaScript'));
  names?.delete(PDFName.of('EmbeddedFiles'));
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;
    if (dict && isInformation(dict)) {
      context.delete(reference);
      continue;
    }
    if (dict) stripDict(dict);
    if (object instanceof PDFArray) for (const one of object.asArray()) if (one instanceof PDFDict) stripDict(one);
  }
}

function stripDict(dict: PDFDict): void {
  for (const name of telling) dict.delete(name);
  const subtype = dict.get(PDFName.of('Subtype'));
  const isComment =
    dict.get(PDFName.of('Rect')) !== undefined && subtype !== PDFName.of('Link') && subtype !== PDFName.of('Widget');
  if (isComment) for (const name of personal) dict.delete(name);
}

/** Document information left over by earlier revisions of the file, and XMP packets nothing points to any more. */
function isInformation(dict: PDFDict): boolean {
  if (dict.get(PDFName.of('Type')) === PDFName.of('Metadata')) return true;
  return (
    dict.get(PDFName.of('CreationDate')) !== undefined &&
    dict.get(PDFName.of('Rect')) === undefined &&
    dict.get(PDFName.of('Type')) === undefined
  );
}
