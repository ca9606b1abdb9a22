const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JP2 = Buffer.from([0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20]);

/**
 * The same picture without what cameras and programs write into it: who made it, where and with what. An image that is of no kind
 * known here, or not well formed, is handed back as it is.
 */
export function withoutImageMetadata(image: Buffer): Buffer {
  if (image.subarray(0, 3).equals(JPEG)) return jpeg(image);
  if (image.subarray(0, 8).equals(PNG)) return png(image);
  if (image.subarray(0, 8).equals(JP2)) return jp2(image);
  return image;
}

const [COMMENT, SCAN, END] = [0xfe, 0xda, 0xd9];

function jpeg(image: Buffer): Buffer {
  const parts = [image.subarray(0, 2)];
  let at = 2;
  let scans = 0;
  while (at + 2 <= image.length) {
    if (image[at] !== 0xff) return image;
    const marker = image[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // what is hung on behind the picture is none of it
    if (marker === END) return Buffer.concat([...parts, image.subarray(at, at + 2)]);
    if (at + 4 > image.length) return image;
    const header = at + 2 + image.readUInt16BE(at + 2);
    const next = marker === SCAN ? endOfScan(image, header) : header;
    if (next > image.length) return image;
    if (marker === SCAN) scans += 1;
    const segment = image.subarray(at, next);
    if (!isRemark(marker, segment)) parts.push(segment);
    at = next;
  }
  // cut off within the picture: readers show what there is
  return scans > 0 ? Buffer.concat(parts) : image;
}

/** APP0 says how to read it, APP14 how its colours are coded, APP2 which colours they are. The other segments and comments go. */
function isRemark(marker: number, segment: Buffer): boolean {
  if (marker === 0xe2) return segment.toString('latin1', 4, 15) !== 'ICC_PROFILE';
  return marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && marker !== 0xe0 && marker !== 0xee);
}

/** Where the next marker stands that is no part of the coded picture. */
function endOfScan(image: Buffer, from: number): number {
  for (let at = image.indexOf(0xff, from); at >= 0; at = image.indexOf(0xff, at + 1)) {
    const next = image[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return image.length;
}

const neededChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'bKGD', 'pHYs', 'cICP'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

function png(image: Buffer): Buffer {
  const parts = [image.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= image.length) {
    const next = at + 12 + image.readUInt32BE(at);
    if (next > image.length) return image;
    const name = image.toString('latin1', at + 4, at + 8);
    if (neededChunks.has(name)) parts.push(image.subarray(at, next));
    if (name === 'IEND') return Buffer.concat(parts);
    at = next;
  }
  return image;
}

/** Boxes of JPEG 2000 that say something about the picture instead of being it. */
const remarks = new Set(['xml ', 'uuid', 'uinf', 'jp2i', 'asoc', 'lbl ']);

function jp2(image: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 8 <= image.length) {
    const length = image.readUInt32BE(at);
    // 1 = the length follows in eight bytes, 0 = to the end
    const size = length === 1 && at + 16 <= image.length ? Number(image.readBigUInt64BE(at + 8)) : length;
    const next = size === 0 ? image.length : at + size;
    if (next > image.length || next <= at) return image;
    if (!remarks.has(image.toString('latin1', at + 4, at + 8))) parts.push(image.subarray(at, next));
    at = next;
  }
  return Buffer.concat(parts);
}
