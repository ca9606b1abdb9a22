import { Refusal } from '@convoke/domain';
import { fileTypeFromBuffer } from 'file-type';
import { namesAtEnd } from './zip-archive';

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Bytes that must be read from the beginning of an upload to judge it. */
export const headBytes = 8192;

export interface UploadSample {
  readonly head: Buffer;
  /** The last so many bytes, as far as they were kept. */
  readonly end: (bytes: number) => Buffer;
  readonly bytes: number;
  /** What the sender's machine calls the file: decides nothing but which kind of plain text it is. */
  readonly name: string;
}

/**
 * Says at once what an upload is by its content, or why it is refused: empty, of a type the slot does not take, encrypted, cut
 * off. What only a full reading shows is left to the check in the background.
 */
export async function judgeUpload(sample: UploadSample, allowed: readonly string[]): Promise<{ mediaType: string }> {
  if (sample.bytes === 0) throw new Refusal('file_empty');
  const mediaType = await typeOf(sample);
  const accepted = allowed.map(typeName).join(', ');
  if (!mediaType || !allowed.includes(mediaType))
    throw new Refusal('file_type', { accepted, found: mediaType ? typeName(mediaType) : '' });
  if (mediaType === PDF) requireWholePdf(sample);
  return { mediaType };
}

/** "PDF", "Word document": as people say it. */
export function typeName(mediaType: string): string {
  const names: Readonly<Record<string, string>> = {
    [PDF]: 'PDF',
    [DOCX]: 'DOCX',
    'application/zip': 'ZIP',
    'text/csv': 'CSV',
    'text/plain': 'TXT',
  };
  return names[mediaType] ?? mediaType.split('/').at(-1)?.toUpperCase() ?? mediaType;
}

/** The ending a download gets. */
export function extensionOf(mediaType: string): string {
  return (
    typeName(mediaType)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '') || 'bin'
  );
}

async function typeOf(sample: UploadSample): Promise<string | null> {
  // The standard lets a little rubbish stand before the header; readers look in the first kilobyte.
  if (sample.head.subarray(0, 1024).includes('%PDF-')) return PDF;
  if (sample.head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) {
    const names = namesAtEnd(sample.end(Infinity), sample.bytes);
    if (names === null) throw new Refusal('file_broken');
    return names.includes('word/document.xml') && names.includes('[Content_Types].xml') ? DOCX : 'application/zip';
  }
  // Word's encrypted documents are OLE containers, not archives.
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  if (sample.head.includes(encrypted) || sample.end(Infinity).includes(encrypted)) throw new Refusal('file_encrypted');
  const found = await fileTypeFromBuffer(sample.head);
  return found ? found.mime : plainText(sample);
}

function plainText(sample: UploadSample): string | null {
  if (sample.head.includes(0)) return null;
  const ending = sample.name.split('.').at(-1)?.toLowerCase();
  return ending === 'csv' ? 'text/csv' : ending === 'txt' || ending === 'md' ? 'text/plain' : null;
}

function requireWholePdf({ head, end }: UploadSample): void {
  if (!end(2048).includes('%%EOF')) throw new Refusal('file_broken');
  // A classic trailer, or the dictionary of a cross-reference stream: /Encrypt in either means that a password guards it.
  const trailer = end(65_536);
  if (!trailer.includes('startxref') && !end(Infinity).includes('startxref')) throw new Refusal('file_broken');
  if (
    /\/Encrypt\s+\d+\s+\d+\s+R/.test(trailer.toString('latin1')) ||
    /\/Encrypt\s+\d+\s+\d+\s+R/.test(head.toString('latin1'))
  ) {
    throw new Refusal('file_encrypted');
  }
}
