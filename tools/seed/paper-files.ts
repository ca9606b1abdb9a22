import { PDFDocument, StandardFonts, type PDFFont } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import { paragraphs } from './prose';

export interface PaperText {
  title: string;
  abstract: string;
  /** "Anonymous submission 17": papers under review name nobody. */
  byline: string;
  /** Chooses paragraphs and length; the same seed makes the same paper. */
  seed: number;
  telling?: boolean;
}

const page = { width: 595, height: 842, margin: 71 };
const headings = ['Introduction', 'Background', 'Method', 'Findings', 'Discussion', 'Conclusion'];

/** A small PDF of two to four pages that looks like a manuscript. */
export async function paperPdf(text: PaperText): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle(text.title);
  document.setProducer('Convoke demonstration');
  const serif = await document.embedFont(StandardFonts.TimesRoman);
  const bold = await document.embedFont(StandardFonts.TimesRomanBold);
  const sheet = new Sheet(document);
  sheet.write(text.title, bold, 17, 22);
  sheet.space(6);
  sheet.write(text.byline, serif, 11, 16);
  sheet.space(14);
  sheet.write('Abstract', bold, 11, 16);
  sheet.write(text.abstract, serif, 11, 15);
  for (const { heading, body } of sections(text)) {
    sheet.space(14);
    sheet.write(heading, bold, 12.5, 18);
    for (const paragraph of body) {
      sheet.write(paragraph, serif, 11, 15);
      sheet.space(6);
    }
  }
  return Buffer.from(await document.save());
}

/** The same manuscript as a Word document, with the smallest set of parts that word processors accept. */
export function paperDocx(text: PaperText): Buffer {
  const lines = [text.title, text.byline, text.abstract];
  for (const { heading, body } of sections(text)) lines.push(heading, ...body);
  const body = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`).join('');
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const officeType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const parts = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${officeType}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xml}<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  };
  const entries = Object.entries(parts).map(([name, content]) => [name, strToU8(content)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: '2016-01-01' }));
}

const telling = [
  'This extends our previous work on the first two cycles [4]. Our code is at https://github.com/budget-lab/five-cycles.',
  'We thank the participation office for five years of patience. This research was partly funded by a regional grant.',
];

function sections({ seed, telling: tells = false }: PaperText): { heading: string; body: string[] }[] {
  const each = 1 + (seed % 3);
  const all = headings.map((heading, index) => ({
    heading: `${index + 1}  ${heading}`,
    body: Array.from({ length: each }, (_, n) => paragraphs[(seed + index * each + n) % paragraphs.length] ?? ''),
  }));
  if (!tells) return all;
  all[2]?.body.push(telling[0] ?? '');
  return [...all, { heading: 'Acknowledgements', body: telling.slice(1) }];
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Sets lines one below the other and begins a new page when one is full. */
class Sheet {
  private y: number;

  constructor(private readonly document: PDFDocument) {
    this.y = 0;
    this.turn();
  }

  write(text: string, font: PDFFont, size: number, leading: number): void {
    for (const line of linesOf(text, font, size)) {
      if (this.y < page.margin) this.turn();
      this.document.getPage(this.document.getPageCount() - 1).drawText(line, { x: page.margin, y: this.y, size, font });
      this.y -= leading;
    }
  }

  space(points: number): void {
    this.y -= points;
  }

  private turn(): void {
    this.document.addPage([page.width, page.height]);
    this.y = page.height - page.margin;
  }
}

function linesOf(text: string, font: PDFFont, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, size) <= page.width - 2 * page.margin) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}
