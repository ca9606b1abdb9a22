import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';

export interface FileToSend {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A paper of a few pages with text that can be read. */
export async function pdfPaper(name: string, title: string, pages = 2): Promise<FileToSend> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  document.setAuthor('An author who must not be known');
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let n = 1; n <= pages; n += 1) {
    const page = document.addPage([595, 842]);
    page.drawText(title, { x: 60, y: 760, size: 16, font });
    page.drawText(`Citizens and offices make services together. Page ${n}.`, { x: 60, y: 720, size: 11, font });
  }
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packageTypes = 'application/vnd.openxmlformats-package.relationships+xml';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

/** A word-processor file with one paragraph a line. */
export function docxPaper(name: string, lines: readonly string[]): FileToSend {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${packageTypes}"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${documentType}.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`,
  };
  const zipped = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  return { name, mimeType: documentType, buffer: Buffer.from(zipped) };
}

/** Words that make sense enough to be an abstract, exactly as many as asked for. */
export function prose(words: number): string {
  const stock =
    'Public services are made together by offices and the people who use them and this paper asks which tools carry that work when budgets are small and staff change'.split(
      ' ',
    );
  return Array.from({ length: words }, (_, at) => stock[at % stock.length]).join(' ');
}
