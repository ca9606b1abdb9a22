import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { Chance } from './chance';

/** Makes PDFs of about this size that differ in content, so that each is stored anew. */
export async function pdfOf(bytes: number): Promise<(n: number) => Buffer> {
  const document = await PDFDocument.create();
  document.addPage().drawText('A measured paper');
  const chance = new Chance(7);
  const filling = Uint8Array.from({ length: bytes - 2048 }, () => chance.between(0, 255));
  const stream = document.context.stream(filling);
  document.catalog.set(PDFName.of('Filling'), document.context.register(stream));
  const made = Buffer.from(await document.save({ useObjectStreams: false }));
  const at = made.indexOf(Buffer.from(filling.subarray(0, 64)));
  if (at < 0) throw new Error('The filling was compressed.');
  return (n) => {
    const copy = Buffer.from(made);
    copy.writeUInt32BE(n >>> 0, at);
    copy.writeDoubleBE(performance.now(), at + 4);
    return copy;
  };
}
