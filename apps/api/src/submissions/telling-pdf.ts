import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';

/** A file of the specs: a PDF that says who wrote it in every place where a PDF can say so besides its pages. */

/** Where the telltales are, by the names of their places. */
export const placesInPdf = new Set<string>();
const secret = (place: string): string => {
  placesInPdf.add(place);
  return `TELLTALE-${place}`;
};
/** As the library takes it; its type for it is not exported. */
interface LiteralObject {
  [name: string]: LiteralObject | PDFObject | string | number | (LiteralObject | PDFObject | string | number)[];
}

const text = (place: string): PDFString => PDFString.of(secret(place));

/** What its page shows, and a copy must show as well. */
export const shownText = 'Measuring what co-production leaves behind';

export async function tellingPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 400]);
  page.drawText(shownText, { x: 20, y: 350, size: 10 });
  page.drawImage(await document.embedJpg(jpegOfCamera()), { x: 20, y: 20, width: 10, height: 10 });
  const { context, catalog } = document;
  const add = (object: LiteralObject): PDFRef => context.register(context.obj(object as never));
  document.setAuthor(secret('info-author'));
  document.setCreator(secret('info-creator'));
  document.setTitle(secret('info-title'));
  const information = context.lookup(context.trailerInfo.Info, PDFDict);
  information.set(PDFName.of('Company'), PDFHexString.fromText(secret('info-company')));

  const packet = (place: string): PDFRef =>
    context.register(
      context.flateStream(`<x:xmpmeta><dc:creator>${secret(place)}</dc:creator></x:xmpmeta>`, {
        Type: 'Metadata',
        Subtype: 'XML',
      }),
    );
  catalog.set(PDFName.of('Metadata'), packet('xmp'));
  catalog.set(PDFName.of('OpenAction'), add({ S: 'JavaScript', JS: text('open-action') }));
  catalog.set(PDFName.of('PieceInfo'), add({ Word: { Private: { Who: text('catalog-piece-info') } } }));
  catalog.set(PDFName.of('Threads'), context.obj([add({ Type: 'Thread', I: { Author: text('article-thread') } })]));
  catalog.set(PDFName.of('OutputIntents'), context.obj([{ Info: text('output-intent') }]));
  catalog.set(PDFName.of('MyOwnEntry'), text('catalog-private-entry'));

  const attached = context.register(context.flateStream(secret('attachment-content'), { Type: 'EmbeddedFile' }));
  const spec = add({ Type: 'Filespec', F: text('attachment-name'), EF: { F: attached } });
  catalog.set(
    PDFName.of('Names'),
    context.obj({
      EmbeddedFiles: { Names: [text('attachment-key'), spec] },
      JavaScript: { Names: [text('script-name'), { S: 'JavaScript', JS: text('document-script') }] },
    }),
  );

  catalog.set(
    PDFName.of('AcroForm'),
    context.obj({ Fields: [], XFA: context.register(context.flateStream(secret('xfa'))) }),
  );
  const rect = [10, 10, 20, 20];
  const popup = add({ Type: 'Annot', Subtype: 'Popup', Rect: rect, Contents: text('popup-contents') });
  const comment = { T: text('comment-author'), Contents: text('comment-contents'), Subj: text('comment-subject') };
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      add({ Type: 'Annot', Subtype: 'Text', Rect: rect, ...comment, Popup: popup }),
      popup,
      add({ Type: 'Annot', Subtype: 'Highlight', Rect: rect, T: text('highlight-author'), RC: text('highlight-rich') }),
      add({ Type: 'Annot', Subtype: 'FileAttachment', Rect: rect, FS: spec }),
      add({ Type: 'Annot', Subtype: 'Widget', FT: 'Tx', Rect: rect, T: text('field-name'), V: text('field-value') }),
      add({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: rect, V: { Name: text('signature'), Type: 'Sig' } }),
      add({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: rect,
        A: { S: 'Launch', F: text('launched-file') },
        Contents: text('link-contents'),
        NM: text('link-name'),
      }),
      add({ Type: 'Annot', Subtype: 'Link', Rect: rect, A: { S: 'URI', URI: text('mailto:link') } }),
      add({ Type: 'Annot', Subtype: 'Link', Rect: rect, A: { S: 'URI', URI: PDFString.of('https://example.org/') } }),
      add({ Type: 'Annot', Subtype: 'Link', Rect: rect, AA: { E: { S: 'JavaScript', JS: text('link-script') } } }),
    ]),
  );
  page.node.set(PDFName.of('Metadata'), packet('page-xmp'));
  page.node.set(PDFName.of('PieceInfo'), context.obj({ InDesign: { Private: { Doc: text('page-piece-info') } } }));
  page.node.set(PDFName.of('Thumb'), context.register(context.flateStream(secret('thumbnail'))));
  page.node.set(PDFName.of('B'), context.obj([add({ T: { I: { Author: text('bead') } } })]));
  page.node.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: text('page-script') } }));

  const figure = context.flateStream('q Q', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 1, 1],
    Metadata: packet('figure-xmp'),
    PieceInfo: { Illustrator: { Private: text('figure-piece-info') } },
    'PTEX.FileName': text('figure-file'),
    'PTEX.InfoDict': add({ Author: text('figure-author'), CreationDate: PDFString.of('D:2016') }),
  });
  page.node.setXObject(PDFName.of('Fig'), context.register(figure));

  const layer = add({
    Type: 'OCG',
    Name: text('layer-name'),
    Usage: { CreatorInfo: { Creator: text('layer-creator') }, User: { Type: 'Ind', Name: text('layer-user') } },
  });
  catalog.set(
    PDFName.of('OCProperties'),
    context.obj({ OCGs: [layer], D: { Creator: text('layers-creator'), Name: text('layers-name'), Order: [layer] } }),
  );
  const tree = context.nextRef();
  const element = add({
    Type: 'StructElem',
    S: 'Figure',
    P: tree,
    T: text('structure-title'),
    Alt: PDFHexString.fromText(secret('structure-alt')),
    A: { O: 'UserProperties', P: [{ N: PDFString.of('Author'), V: text('structure-property') }] },
  });
  context.assign(tree, context.obj({ Type: 'StructTreeRoot', K: [element] }));
  catalog.set(PDFName.of('StructTreeRoot'), tree);
  context.register(context.obj({ Note: text('orphan') }));

  const saved = Buffer.from(await document.save({ useObjectStreams: true, updateFieldAppearances: false }));
  return withHistory(saved, String(context.trailerInfo.Root));
}

/** An object of an earlier revision that a later one replaced, and words before, between and after the objects. */
function withHistory(pdf: Buffer, root: string): Buffer {
  const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-64).toString('latin1'))?.[1] ?? '0';
  const first = `9001 0 obj\n<< /Was (${secret('old-revision')}) >>\nendobj\n`;
  const second = `% ${secret('comment-between')}\n9001 0 obj\n<< /Is (later) >>\nendobj\n`;
  const at = pdf.length + first.length + second.length;
  const end = `xref\n0 0\ntrailer\n<< /Size 9002 /Root ${root} /Prev ${startxref} /MyTrailer (${secret('trailer')}) >>\nstartxref\n${at}\n%%EOF\n% ${secret('after-the-end')}\n`;
  return Buffer.concat([pdf, Buffer.from(first + second + end, 'latin1')]);
}

/** One grey pixel as a camera would save it. */
export function jpegOfCamera(): Buffer {
  const pixel = Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
    'base64',
  );
  const segment = (marker: number, content: string): Buffer => {
    const bytes = Buffer.from(content, 'latin1');
    const head = Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]);
    return Buffer.concat([head, bytes]);
  };
  return Buffer.concat([
    pixel.subarray(0, 2),
    segment(0xe1, `Exif\0\0${secret('image-exif')}`),
    segment(0xfe, secret('image-comment')),
    segment(0xed, `Photoshop 3.0\0${secret('image-iptc')}`),
    pixel.subarray(2),
    Buffer.from(secret('behind-image'), 'latin1'),
  ]);
}

/** Which telltales a file's bytes still hold: as they are, inflated, and in each way a PDF may write a text. */
export async function telltalesIn(pdf: Buffer): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const flat = Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
  const parts = [pdf, flat, ...streamsOf(pdf), ...streamsOf(flat)].map((bytes) => bytes.toString('latin1'));
  const hex = parts.flatMap((part) =>
    [...part.matchAll(/<(?:FEFF)?([0-9A-F]{8,})>/gi)].map(([, digits = '']) =>
      Buffer.from(digits, 'hex').toString('latin1').replaceAll('\0', ''),
    ),
  );
  const found = [...parts, ...hex].flatMap((part) => part.replaceAll('\0', '').match(/TELLTALE-[a-z:-]+/g) ?? []);
  return [...new Set(found.map((one) => one.replace('TELLTALE-', '')))].sort();
}

function streamsOf(pdf: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at);
    try {
      found.push(inflateSync(pdf.subarray(at + 7, end)));
    } catch {
      // not deflated
    }
  }
  return found;
}
