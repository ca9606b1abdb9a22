import { inflateSync } from 'node:zlib';
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  PDFHexString,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { withoutImageMetadata } from './clean-image';

export type PdfVerdict =
  | { readonly verdict: 'clean'; readonly pages: number; readonly copy: Buffer }
  | { readonly verdict: 'encrypted' | 'broken' };

/**
 * Reads a PDF to the end and writes the copy that reviewers get, anew from what its pages show: no properties, no XMP on any
 * object, no comments and drawings on the pages, no form data, no scripts, no attached files, nothing of earlier revisions, no
 * metadata inside images. Pages, their text, links, bookmarks and the order in which a screen reader reads stay.
 */
export async function cleanPdf(bytes: Buffer): Promise<PdfVerdict> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
    const pages = document.getPageCount();
    if (pages === 0) return { verdict: 'broken' };
    new Cleaning(document).run();
    const copy = await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
    return { verdict: 'clean', pages, copy: Buffer.from(copy) };
  } catch (error) {
    return { verdict: error instanceof EncryptedPDFError ? 'encrypted' : 'broken' };
  }
}

const names = (...all: string[]): ReadonlySet<PDFName> => new Set(all.map((one) => PDFName.of(one)));
const [SUBTYPE, TYPE, FILTER] = [PDFName.of('Subtype'), PDFName.of('Type'), PDFName.of('Filter')];

/** What may stay where it is known what there can be: all else goes, whoever invents it. */
const kept = {
  catalog: names(
    ...['Type', 'Version', 'Pages', 'PageLabels', 'Names', 'Dests', 'ViewerPreferences', 'PageLayout', 'PageMode'],
    ...['Outlines', 'StructTreeRoot', 'MarkInfo', 'Lang', 'OCProperties'],
  ),
  names: names('Dests'),
  page: names(
    ...['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Contents', 'Rotate'],
    ...['Group', 'Annots', 'UserUnit', 'StructParents', 'Tabs'],
  ),
  annotation: names(
    ...['Type', 'Subtype', 'Rect', 'AP', 'AS', 'F', 'Border', 'BS', 'C', 'H', 'QuadPoints', 'Dest', 'A'],
    ...['StructParent', 'OC', 'FixedPrint'],
  ),
  outline: names('Title', 'Parent', 'Prev', 'Next', 'First', 'Last', 'Count', 'Dest', 'A', 'C', 'F'),
  structure: names('Type', 'S', 'P', 'Pg', 'K', 'A', 'C', 'R', 'ID', 'NS', 'Lang', 'ActualText', 'E'),
  layer: names('Type', 'Intent', 'Usage'),
  form: names(
    ...['Type', 'Subtype', 'FormType', 'BBox', 'Matrix', 'Resources', 'Group', 'StructParent', 'StructParents', 'OC'],
    ...['Name', 'Length', 'Filter', 'DecodeParms'],
  ),
  image: names(
    ...[
      'Type',
      'Subtype',
      'Width',
      'Height',
      'ColorSpace',
      'BitsPerComponent',
      'Intent',
      'ImageMask',
      'Mask',
      'Decode',
    ],
    ...['Interpolate', 'Alternates', 'SMask', 'SMaskInData', 'Matte', 'Name', 'StructParent', 'OC'],
    ...['Length', 'Filter', 'DecodeParms'],
  ),
};

/** Entries that name people or machines, or that act, wherever they stand. */
const telling = names(
  ...['Metadata', 'PieceInfo', 'LastModified', 'OpenAction', 'AA', 'Author', 'Creator', 'Producer', 'Info', 'AF', 'EF'],
  ...['JS', 'JavaScript', 'Thumb', 'OPI', 'Ref', 'CreatorInfo', 'User', 'XFA', 'Alt', 'Desc', 'UF'],
);
/** Streams that are in a file of their own: a path of the author's machine. */
const elsewhere = names('F', 'FFilter', 'FDecodeParms');
/** Annotations that belong to the paper; all others are somebody's comment, drawing or attachment. */
const ofThePaper = names('Link', 'Widget', 'Watermark');
const HIDDEN = 2;

class Cleaning {
  private readonly seen = new Set<PDFObject>();
  private readonly reached = new Set<PDFRef>();
  private readonly waiting: PDFObject[] = [];
  private layers = 0;

  constructor(private readonly document: PDFDocument) {}

  run(): void {
    const { context, catalog } = this.document;
    keepOnly(catalog, kept.catalog);
    const tree = catalog.lookup(PDFName.of('Names'));
    if (tree instanceof PDFDict) keepOnly(tree, kept.names);
    for (const page of this.document.getPages()) this.cleanPage(page.node);
    this.cleanOutlines(catalog.lookup(PDFName.of('Outlines')));
    const root = context.trailerInfo.Root;
    context.trailerInfo = root ? { Root: root } : {};
    if (root) this.waiting.push(root);
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) this.visit(next);
    // what nothing on a page leads to: earlier revisions, containers of packed objects, what was cut off above
    for (const [ref] of context.enumerateIndirectObjects()) if (!this.reached.has(ref)) context.delete(ref);
  }

  private visit(object: PDFObject): void {
    if (object instanceof PDFRef) return this.follow(object);
    if (this.seen.has(object)) return;
    this.seen.add(object);
    if (object instanceof PDFArray) this.waiting.push(...object.asArray());
    const dict = object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : null;
    if (!dict) return;
    this.cleanDict(dict, object instanceof PDFStream);
    this.waiting.push(...dict.values());
  }

  private follow(ref: PDFRef): void {
    if (this.reached.has(ref)) return;
    const { context } = this.document;
    const object = context.lookup(ref);
    // a broken object is a piece of the file as it was, unread
    if (!object || object instanceof PDFInvalidObject) return;
    this.reached.add(ref);
    this.visit(object);
    if (object instanceof PDFRawStream) {
      const contents = cleanContents(object);
      if (contents) context.assign(ref, PDFRawStream.of(object.dict, contents));
    }
  }

  private cleanDict(dict: PDFDict, isStream: boolean): void {
    for (const key of dict.keys())
      if (telling.has(key) || key.decodeText().startsWith('PTEX.') || (isStream && elsewhere.has(key)))
        dict.delete(key);
    const subtype = dict.lookup(SUBTYPE);
    if (isStream && subtype === PDFName.of('Form')) keepOnly(dict, kept.form);
    if (isStream && subtype === PDFName.of('Image')) keepOnly(dict, kept.image);
    if (dict.has(PDFName.of('S')) && dict.has(PDFName.of('P')) && !dict.has(SUBTYPE)) keepOnly(dict, kept.structure);
    if (dict.lookup(PDFName.of('O')) === PDFName.of('UserProperties')) dict.delete(PDFName.of('P'));
    if (dict.lookup(TYPE) === PDFName.of('OCG')) this.cleanLayer(dict);
    if (dict.has(PDFName.of('OCGs')) && dict.has(PDFName.of('D'))) this.cleanLayerLists(dict);
  }

  /** A layer must have a name, and its author chose it. */
  private cleanLayer(dict: PDFDict): void {
    keepOnly(dict, kept.layer);
    this.layers += 1;
    dict.set(PDFName.of('Name'), PDFString.of(`Layer ${this.layers}`));
  }

  private cleanLayerLists(dict: PDFDict): void {
    const configs = dict.lookup(PDFName.of('Configs'));
    const all = [dict.lookup(PDFName.of('D')), ...(configs instanceof PDFArray ? lookedUp(configs) : [])];
    for (const one of all) if (one instanceof PDFDict) one.delete(PDFName.of('Name'));
  }

  private cleanPage(page: PDFDict): void {
    keepOnly(page, kept.page);
    const annotations = page.lookup(PDFName.of('Annots'));
    if (!(annotations instanceof PDFArray)) return;
    const left = annotations.asArray().filter((one) => this.keepAnnotation(this.document.context.lookup(one)));
    page.set(PDFName.of('Annots'), this.document.context.obj(left));
  }

  private keepAnnotation(annotation: PDFObject | undefined): boolean {
    if (!(annotation instanceof PDFDict)) return false;
    const subtype = annotation.lookup(SUBTYPE);
    const flags = annotation.lookup(PDFName.of('F'));
    const hidden = flags instanceof PDFNumber && (flags.asNumber() & HIDDEN) !== 0;
    if (!(subtype instanceof PDFName) || !ofThePaper.has(subtype) || hidden || isSignature(annotation)) return false;
    keepOnly(annotation, kept.annotation);
    cleanAction(annotation);
    return true;
  }

  private cleanOutlines(root: PDFObject | undefined): void {
    const waiting = [root];
    const seen = new Set<PDFObject>();
    for (let item = waiting.pop(); waiting.length > 0 || item; item = waiting.pop()) {
      if (!(item instanceof PDFDict) || seen.has(item)) continue;
      seen.add(item);
      waiting.push(item.lookup(PDFName.of('First')), item.lookup(PDFName.of('Next')));
      if (item === root) keepOnly(item, names('Type', 'First', 'Last', 'Count'));
      else keepOnly(item, kept.outline);
      cleanAction(item);
    }
  }
}

function keepOnly(dict: PDFDict, allowed: ReadonlySet<PDFName>): void {
  for (const key of dict.keys()) if (!allowed.has(key)) dict.delete(key);
}

function lookedUp(array: PDFArray): (PDFObject | undefined)[] {
  return array.asArray().map((_, index) => array.lookup(index));
}

/** "Digitally signed by …", on the page or behind it. */
function isSignature(annotation: PDFDict): boolean {
  let field: PDFObject | undefined = annotation;
  for (let depth = 0; field instanceof PDFDict && depth < 32; depth += 1) {
    if (field.lookup(PDFName.of('FT')) === PDFName.of('Sig')) return true;
    field = field.lookup(PDFName.of('Parent'));
  }
  return false;
}

/** Goes to a place in the paper or to a page of the web; anything else that a click could do is taken away. */
function cleanAction(dict: PDFDict): void {
  const A = PDFName.of('A');
  const action = dict.lookup(A);
  if (action === undefined) return;
  if (!(action instanceof PDFDict) || !isHarmless(action)) return (dict.delete(A), undefined);
  keepOnly(action, names('Type', 'S', 'D', 'SD', 'URI', 'N'));
}

function isHarmless(action: PDFDict): boolean {
  const kind = action.lookup(PDFName.of('S'));
  if (kind === PDFName.of('GoTo') || kind === PDFName.of('Named')) return true;
  const uri = action.lookup(PDFName.of('URI'));
  const isText = uri instanceof PDFString || uri instanceof PDFHexString;
  return kind === PDFName.of('URI') && isText && /^https?:\/\//i.test(uri.decodeText());
}

const FLATE = PDFName.of('FlateDecode');
const IMAGES = [PDFName.of('DCTDecode'), PDFName.of('JPXDecode')];
const maxUnpacked = 256 * 1024 * 1024;

/** New contents of a stream that carries something besides what it draws; null where it can stay as it is. */
function cleanContents(stream: PDFRawStream): Uint8Array | null {
  const filter = stream.dict.lookup(FILTER);
  const filters = filter instanceof PDFArray ? lookedUp(filter) : filter ? [filter] : [];
  const last = filters.at(-1);
  if (last && IMAGES.some((one) => one === last)) {
    if (filters.length === 1) return withoutImageMetadata(Buffer.from(stream.contents));
    if (filters.length > 2 || filters[0] !== FLATE) return null;
    const image = inflateSync(stream.contents, { maxOutputLength: maxUnpacked });
    stream.dict.set(FILTER, last);
    stream.dict.delete(PDFName.of('DecodeParms'));
    return withoutImageMetadata(image);
  }
  return null;
}
