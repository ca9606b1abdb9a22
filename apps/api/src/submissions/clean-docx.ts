import { posix } from 'node:path';
import { withoutImageMetadata } from './clean-image';
import { editXml, type XmlElement, type XmlVerdict } from './xml-edit';
import { rewriteArchive } from './zip-archive';

/** Parts that make up what is read. All others (properties, comments, people, macros, embedded files, thumbnails …) stay behind. */
const part = new RegExp(
  [
    '^\\[Content_Types\\]\\.xml$',
    '^_rels/\\.rels$',
    '^word/(document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes)\\.xml$',
    '^word/(header|footer)\\d*\\.xml$',
    '^word/(theme|charts|diagrams|drawings)/[^/]+\\.xml$',
    '^word/((charts|diagrams|drawings|theme)/)?_rels/[^/]+\\.rels$',
  ].join('|'),
);
const picture = /^word\/media\/[^/]+\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/i;
const font = /^word\/fonts\/[^/]+\.odttf$/i;

function isKept(name: string): boolean {
  if (picture.test(name) || font.test(name)) return true;
  return part.test(name) && (!name.startsWith('word/') || !name.endsWith('.rels') || isKept(ownerOf(name)));
}

/** word/_rels/document.xml.rels says what word/document.xml refers to. */
const ownerOf = (name: string): string => name.replace(/_rels\/([^/]+)\.rels$/, '$1');

/** Relationships that lead to a part that is kept, by the last word of their type; and links to the web. */
const relations = new Set([
  ...['officeDocument', 'styles', 'stylesWithEffects', 'settings', 'webSettings', 'fontTable', 'numbering', 'font'],
  ...['footnotes', 'endnotes', 'header', 'footer', 'theme', 'themeOverride', 'image', 'hyperlink', 'chart'],
  ...['chartStyle', 'chartColorStyle', 'chartUserShapes', 'diagramData', 'diagramLayout', 'diagramQuickStyle'],
  ...['diagramColors', 'diagramDrawing'],
]);

/** A change that was tracked and taken back, remarks, and what points outside the paper. */
const dropped = new Set([
  ...['del', 'moveFrom', 'rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'tblPrExChange', 'tblGridChange'],
  ...['tcPrChange', 'trPrChange', 'numberingChange', 'cellIns', 'cellDel', 'cellMerge', 'proofErr'],
  ...['commentRangeStart', 'commentRangeEnd', 'commentReference', 'annotationRef', 'permStart', 'permEnd'],
  ...['moveFromRangeStart', 'moveFromRangeEnd', 'moveToRangeStart', 'moveToRangeEnd'],
  ...['customXmlInsRangeStart', 'customXmlInsRangeEnd', 'customXmlDelRangeStart', 'customXmlDelRangeEnd'],
  ...[
    'customXmlMoveFromRangeStart',
    'customXmlMoveFromRangeEnd',
    'customXmlMoveToRangeStart',
    'customXmlMoveToRangeEnd',
  ],
  ...['OLEObject', 'externalData', 'altChunk', 'control', 'printerSettings', 'subDoc', 'dataBinding', 'fldData'],
  ...['alias', 'tag', 'smartTagPr', 'customXmlPr', 'attachedTemplate', 'rsids', 'docVars', 'mailMerge'],
  ...['documentProtection', 'writeProtection', 'docId', 'trackRevisions', 'saveThroughXslt', 'attachedSchema'],
  ...['schemaLibrary', 'frameset'],
]);
/** Insertions are part of the paper; who made them is not. */
const unwrapped = new Set(['ins', 'moveTo', 'smartTag', 'customXml']);
const telling = /^(author|initials|userId|providerId|rsid\w*|descr|alt|dateUtc)$/;
const named = new Set(['docPr', 'cNvPr']);

/** Fields that compute something from the paper itself. All others could ask for a name, a path or a data base. */
const ownFields =
  /^\s*(PAGE|PAGEREF|NUMPAGES|SECTION|SECTIONPAGES|REF|NOTEREF|STYLEREF|SEQ|TOC|TC|XE|INDEX|EQ|SYMBOL|HYPERLINK|QUOTE|ADVANCE|LISTNUM|FORM\w+|=)(\s|\\|"|$)/i;
const awayFromWeb = /\b(mailto|file):/i;

/** Attributes by which an element refers to a relationship of its part. */
const references = ['id', 'embed', 'link', 'pict', 'href', 'dm', 'lo', 'qs', 'cs'];

/**
 * The copy of a Word document that reviewers get: text, pictures, tables, notes, headers and footers of the paper with tracked
 * changes accepted; without properties, comments, names, templates, embedded files and the histories that editors keep.
 */
export function cleanDocx(document: Buffer): Buffer {
  const cut = new Map<string, Set<string>>();
  rewriteArchive(document, (name, read) => {
    if (!isKept(name) || !name.endsWith('.rels')) return 'leave_out';
    const ids = new Set<string>();
    editXml(textOf(read()), {
      element: (element) => {
        const verdict = cleanRelation(name, element);
        if (verdict === 'drop') ids.add(element.attributes.get('Id') ?? '');
        return verdict;
      },
    });
    cut.set(ownerOf(name), ids);
    return null;
  });
  return rewriteArchive(document, (name, read) => {
    if (!isKept(name)) return 'leave_out';
    if (picture.test(name)) return withoutImageMetadata(read());
    return font.test(name) ? null : Buffer.from(cleanPart(name, textOf(read()), cut.get(name) ?? new Set()));
  });
}

const textOf = (content: Buffer): string => content.toString('utf8').replace(/^\uFEFF/, '');

function cleanPart(name: string, xml: string, cut: ReadonlySet<string>): string {
  if (name === '[Content_Types].xml') return editXml(xml, { element: cleanType });
  if (name.endsWith('.rels')) return editXml(xml, { element: (element) => cleanRelation(name, element) });
  return editXml(xml, new PartRules(cut));
}

function cleanType({ local, attributes }: XmlElement): XmlVerdict {
  return local === 'Override' && !isKept(attributes.get('PartName')?.replace(/^\//, '') ?? '') ? 'drop' : 'keep';
}

function cleanRelation(name: string, { local, attributes }: XmlElement): XmlVerdict {
  if (local !== 'Relationship') return 'keep';
  const target = attributes.get('Target') ?? '';
  const kind = attributes.get('Type')?.split('/').at(-1) ?? '';
  if (attributes.get('TargetMode') === 'External')
    return kind === 'hyperlink' && /^https?:\/\//i.test(target) ? 'keep' : 'drop';
  const folder = posix.dirname(posix.dirname(name));
  const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
  return relations.has(kind) && isKept(path) ? 'keep' : 'drop';
}

/** The rules of one part; fields are written over several elements, so it remembers which one it is in. */
class PartRules {
  /** Of each field that is open, whether what it computes may stay; null until its first word. */
  private readonly fields: (boolean | null)[] = [];

  /** `cut` holds the relationships that are no more. */
  constructor(private readonly cut: ReadonlySet<string>) {}

  element(element: XmlElement): XmlVerdict {
    const { local, attributes } = element;
    if (dropped.has(local)) return 'drop';
    if (unwrapped.has(local)) return 'unwrap';
    const lost = references.find((name) => this.cut.has(attributes.get(name) ?? ''));
    if (lost && lost !== 'link' && lost !== 'href') return local === 'hyperlink' ? 'unwrap' : 'drop';
    if (local === 'fldChar') this.follow(attributes.get('fldCharType'));
    const set: Record<string, string | null> = {};
    for (const name of attributes.keys()) if (telling.test(name)) set[name] = null;
    if (lost) set[lost] = null;
    if (named.has(local)) Object.assign(set, { name: '', title: null });
    if (local === 'imagedata' || local === 'shape') set['title'] = null;
    if (local === 'fldSimple' && !isOwn(attributes.get('instr') ?? '')) set['instr'] = 'QUOTE';
    return Object.keys(set).some((name) => attributes.has(name)) ? { set } : 'keep';
  }

  text(text: string, within: string): string {
    if (within !== 'instrText') return text;
    const last = this.fields.length - 1;
    if (last < 0) return '';
    if (this.fields[last] === null && text.trim() !== '') this.fields[last] = isOwn(text);
    return this.fields[last] === false || awayFromWeb.test(text) ? '' : text;
  }

  private follow(step: string | undefined): void {
    if (step === 'begin') this.fields.push(null);
    if (step === 'end') this.fields.pop();
  }
}

const isOwn = (instruction: string): boolean => ownFields.test(instruction) && !awayFromWeb.test(instruction);
