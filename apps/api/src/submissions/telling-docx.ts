import { strToU8, unzipSync, zipSync } from 'fflate';
import { jpegOfCamera } from './telling-pdf';

/** A file of the specs: a Word document that says who wrote it in every place where one can say so besides its text. */

/** Where the telltales are, by the names of their places. */
export const placesInDocx = new Set<string>(['image-comment', 'image-exif', 'image-iptc', 'behind-image']);
const secret = (place: string): string => {
  placesInDocx.add(place);
  return `TELLTALE-${place}`;
};
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const space = `${word} xmlns:r="${office}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`;

const relations = (all: readonly (readonly [id: string, kind: string, target: string, outside?: true])[]): string =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, kind, target, outside]) =>
        `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const run = (text: string): string => `<w:r w:rsidR="${secret('rsid')}"><w:t xml:space="preserve">${text}</w:t></w:r>`;
const by = (place: string): string => `w:id="1" w:author="${secret(place)}" w:date="2016-06-01T10:00:00Z"`;
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const fieldStep = (step: string): string => `<w:r><w:fldChar w:fldCharType="${step}"/></w:r>`;

/** What remains to be read, in this order. */
export const shownWords = ['What we found', 'and inserted', 'moved here', 'cited (Smith 2010)', 'a link', 'Page head'];

const body = [
  `<w:p w:rsidRDefault="${secret('rsid-default')}">${run('What we found')}</w:p>`,
  `<w:p><w:ins ${by('insertion')}>${run('and inserted')}</w:ins>`,
  `<w:del ${by('deletion')}><w:r><w:delText>${secret('deleted-text')}</w:delText></w:r></w:del>`,
  `<w:moveFrom ${by('move-from')}>${run(secret('moved-away'))}</w:moveFrom>`,
  `<w:moveTo ${by('move-to')}>${run('moved here')}</w:moveTo>`,
  `<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
  `<w:p><w:pPr><w:rPr><w:ins ${by('paragraph-mark')}/></w:rPr><w:pPrChange ${by('format-change')}/></w:pPr>`,
  fieldStep('begin'),
  instruction(' ADDIN ZOTERO_ITEM '),
  instruction(`CSL_CITATION {"uris":["http://zotero.org/users/${secret('reference-manager')}"]}`),
  fieldStep('separate'),
  run('cited (Smith 2010)'),
  fieldStep('end'),
  `<w:fldSimple w:instr=" AUTHOR ${secret('author-field')} ">${run('')}</w:fldSimple>`,
  `<w:hyperlink r:id="rMail">${run('a link')}</w:hyperlink></w:p>`,
  `<w:p><w:sdt><w:sdtPr><w:alias w:val="${secret('control-title')}"/><w:dataBinding w:xpath="${secret('binding')}"/></w:sdtPr></w:sdt></w:p>`,
  `<w:p><w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" name="${secret('picture-name')}" descr="C:\\Users\\${secret('picture-description')}"/>`,
  `<a:blip xmlns:a="urn:a" r:embed="rPicture" r:link="rLinked"/></w:drawing></w:r>`,
  `<w:r><w:object><o:OLEObject xmlns:o="urn:o" r:id="rObject" ProgID="${secret('embedded-program')}"/></w:object></w:r></w:p>`,
  `<!-- ${secret('xml-comment')} --><w:sectPr><w:headerReference r:id="rHeader"/></w:sectPr>`,
].join('');

export function tellingDocx(): Buffer {
  const inner = zipSync({ 'docProps/core.xml': strToU8(secret('embedded-file')) });
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="d"/><Override PartName="/docProps/core.xml" ContentType="c"/><Override PartName="/word/comments.xml" ContentType="c"/></Types>`,
    '_rels/.rels': relations([
      ['r1', 'officeDocument', 'word/document.xml'],
      ['r2', 'metadata/core-properties', 'docProps/core.xml'],
      ['r3', 'metadata/thumbnail', `docProps/${secret('thumbnail-name')}.jpeg`],
    ]),
    'docProps/core.xml': `${xml}<cp:coreProperties><dc:creator>${secret('creator')}</dc:creator><cp:lastModifiedBy>${secret('modified-by')}</cp:lastModifiedBy></cp:coreProperties>`,
    'docProps/app.xml': `${xml}<Properties><Company>${secret('company')}</Company><Manager>${secret('manager')}</Manager></Properties>`,
    'docProps/custom.xml': `${xml}<Properties><property name="ZOTERO_PREF">${secret('custom-property')}</property></Properties>`,
    'docProps/thumbnail.jpeg': strToU8(secret('thumbnail')),
    'word/document.xml': `${xml}<w:document ${space}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['rHeader', 'header', 'header1.xml'],
      ['rPicture', 'image', 'media/image1.jpeg'],
      ['rLinked', 'image', `file:///C:/Users/${secret('linked-picture')}.png`, true],
      ['rMail', 'hyperlink', `mailto:${secret('mail-link')}`, true],
      ['rObject', 'oleObject', 'embeddings/sheet1.xlsx'],
      ['rComments', 'comments', 'comments.xml'],
      ['rCustom', 'customXml', '../customXml/item1.xml'],
      ['rSettings', 'settings', 'settings.xml'],
    ]),
    'word/header1.xml': `${xml}<w:hdr ${space}><w:p><w:ins ${by('header-insertion')}>${run('Page head')}</w:ins></w:p></w:hdr>`,
    'word/settings.xml': `${xml}<w:settings ${space}><w:attachedTemplate r:id="r1"/><w:rsids><w:rsid w:val="${secret('rsids')}"/></w:rsids><w:docVars><w:docVar w:name="x" w:val="${secret('document-variable')}"/></w:docVars></w:settings>`,
    'word/_rels/settings.xml.rels': relations([
      ['r1', 'attachedTemplate', `file:///C:/Users/${secret('template')}.dotm`, true],
    ]),
    'word/comments.xml': `<w:comments ${space}><w:comment ${by('comment-author')} w:initials="TT">${run(secret('comment-text'))}</w:comment></w:comments>`,
    'word/commentsExtended.xml': secret('comments-extended'),
    'word/people.xml': `<w15:people><w15:person w15:author="${secret('person')}"/></w15:people>`,
    'word/glossary/document.xml': secret('building-block'),
    'word/embeddings/sheet1.xlsx': inner,
    'word/vbaProject.bin': strToU8(secret('macro')),
    'word/media/image1.jpeg': jpegOfCamera(),
    'word/printerSettings/printerSettings1.bin': strToU8(secret('printer')),
    'customXml/item1.xml': `<b:Sources><b:Author>${secret('custom-xml')}</b:Author></b:Sources>`,
  };
  const packed = Object.entries(parts).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(packed), { comment: secret('archive-comment') } as never));
}

/** Every part of a document, unpacked, archives within it too. */
export function partsOf(document: Buffer): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, content] of Object.entries(unzipSync(document))) {
    all[name] = Buffer.from(content).toString('latin1');
    if (!all[name].startsWith('PK')) continue;
    for (const [inner, text] of Object.entries(partsOf(Buffer.from(content)))) all[`${name}/${inner}`] = text;
  }
  return all;
}

/** Which telltales a document still holds, in any part, in its list of parts or around them. */
export function telltalesInDocx(document: Buffer): string[] {
  const parts = partsOf(document);
  const all = [document.toString('latin1'), ...Object.keys(parts), ...Object.values(parts)];
  const found = all.flatMap((part) => part.match(/TELLTALE-[a-z-]+/g) ?? []);
  return [...new Set(found.map((one) => one.replace('TELLTALE-', '')))].sort();
}
