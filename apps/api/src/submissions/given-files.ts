import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate, deflateRawSync, deflateSync } from 'node:zlib';
import { rewriteArchive } from './zip-archive';

/** Files of the specs: what people and their programs send. */

/** A PDF whose properties and XMP packet name its author. */
export async function pdfBy(author: string, text = 'Measuring what co-production leaves behind'): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([300, 400]).drawText(text, { x: 20, y: 350, size: 10 });
  document.setAuthor(author);
  document.setCreator(`Word of ${author}`);
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${author}</dc:creator></x:xmpmeta>`;
  const packet = document.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(packet));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A few kilobytes that unpack to gigabytes before anything of them can be read. */
export async function pdfBomb(): Promise<Buffer> {
  const unpacked = 1280 * 1024 * 1024;
  const zeros = Buffer.alloc(16 * 1024 * 1024);
  const many = Readable.from(Array.from({ length: unpacked / zeros.length }, () => zeros));
  const packed = deflateSync(await buffer(many.pipe(createDeflate())));
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from(
      '\nendstream\nendobj\n2 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 2 0 R >>\nstartxref\n9\n%%EOF\n',
    ),
  ]);
}

/** A Word document, as small as one can be, whose properties and comments name its author. */
export function docxBy(author: string): Buffer {
  return archive({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document><w:body><w:ins w:author="${author}"><w:t>What we found</w:t></w:ins></w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties><dc:creator>${author}</dc:creator></cp:coreProperties>`,
  });
}

/** A ZIP archive of these members. */
export function archive(members: Readonly<Record<string, string>>): Buffer {
  const names = Object.keys(members);
  const skeleton = emptyMembers(names);
  return rewriteArchive(skeleton, (name) => Buffer.from(members[name] ?? ''));
}

function emptyMembers(names: readonly string[]): Buffer {
  const packed = deflateRawSync(Buffer.alloc(0));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const after = Buffer.alloc(14);
    after.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, after, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
