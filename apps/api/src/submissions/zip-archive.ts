import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One member of an archive, still packed. */
interface Member {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: Buffer;
  readonly size: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const endLength = 22;
const centralLength = 46;
const localLength = 30;
/** No single part of an honest document unpacks to more than this. */
const maxUnpacked = 64 * 1024 * 1024;

/** Thrown for anything that is not a plain, complete, unencrypted ZIP archive. */
export class BrokenArchive extends Error {}

/** Names in the directory at the end of an archive, read from its last part alone; null when there is no such directory. */
export function namesAtEnd(tail: Buffer, totalBytes: number): string[] | null {
  try {
    return directory(tail, totalBytes - tail.length).map((entry) => entry.name);
  } catch {
    return null;
  }
}

/**
 * Copies an archive, member by member. `change` answers the new content of a member, null to leave it packed as it is, or that it
 * is left out; only members it asks for are unpacked, so a bomb elsewhere in the archive stays packed.
 */
export function rewriteArchive(
  archive: Buffer,
  change: (name: string, read: () => Buffer) => Buffer | null | 'leave_out',
): Buffer {
  const members = directory(archive, 0).flatMap((entry) => {
    const member = memberAt(archive, entry);
    const content = change(member.name, () => unpack(member));
    if (content === 'leave_out') return [];
    if (content === null) return [member];
    const packed = deflateRawSync(content);
    return [{ name: member.name, method: 8, crc: crc32(content), packed, size: content.length }];
  });
  return writeArchive(members);
}

interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

function directory(part: Buffer, partStart: number): DirectoryEntry[] {
  const end = part.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endLength > part.length || part.readUInt32LE(end) !== END)
    throw new BrokenArchive('no directory');
  const count = part.readUInt16LE(end + 10);
  let at = part.readUInt32LE(end + 16) - partStart;
  const entries: DirectoryEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at < 0 || at + centralLength > part.length || part.readUInt32LE(at) !== CENTRAL)
      throw new BrokenArchive('directory');
    if (part.readUInt16LE(at + 8) & 1) throw new BrokenArchive('encrypted');
    const nameLength = part.readUInt16LE(at + 28);
    entries.push({
      name: part.toString('utf8', at + centralLength, at + centralLength + nameLength),
      method: part.readUInt16LE(at + 10),
      crc: part.readUInt32LE(at + 16),
      packedSize: part.readUInt32LE(at + 20),
      size: part.readUInt32LE(at + 24),
      offset: part.readUInt32LE(at + 42),
    });
    at += centralLength + nameLength + part.readUInt16LE(at + 30) + part.readUInt16LE(at + 32);
  }
  return entries;
}

function memberAt(archive: Buffer, entry: DirectoryEntry): Member {
  const { offset } = entry;
  if (offset + localLength > archive.length || archive.readUInt32LE(offset) !== LOCAL)
    throw new BrokenArchive(entry.name);
  const start = offset + localLength + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + entry.packedSize > archive.length) throw new BrokenArchive(entry.name);
  return { ...entry, packed: archive.subarray(start, start + entry.packedSize) };
}

function unpack(member: Member): Buffer {
  if (member.method === 0) return member.packed;
  if (member.method !== 8) throw new BrokenArchive(`method ${member.method}`);
  try {
    return inflateRawSync(member.packed, { maxOutputLength: maxUnpacked });
  } catch {
    throw new BrokenArchive(member.name);
  }
}

/** Fixed dates and no extra fields: nothing of the machine that made the archive is left. */
function writeArchive(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name, 'utf8');
    const local = Buffer.concat([header(LOCAL, member, name), name, member.packed]);
    central.push(Buffer.concat([centralHeader(member, name, offset), name]));
    parts.push(local);
    offset += local.length;
  }
  const directoryBytes = Buffer.concat(central);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directoryBytes, end]);
}

function header(signature: number, member: Member, name: Buffer): Buffer {
  const bytes = Buffer.alloc(localLength);
  bytes.writeUInt32LE(signature, 0);
  writeFacts(bytes, 4, member, name);
  return bytes;
}

function centralHeader(member: Member, name: Buffer, offset: number): Buffer {
  const bytes = Buffer.alloc(centralLength);
  bytes.writeUInt32LE(CENTRAL, 0);
  bytes.writeUInt16LE(20, 4);
  writeFacts(bytes, 6, member, name);
  bytes.writeUInt32LE(offset, 42);
  return bytes;
}

/** The run of fields that local and central headers share; 0x0800 says that names are UTF-8, 0x21 is 1 January 1980. */
function writeFacts(bytes: Buffer, at: number, member: Member, name: Buffer): void {
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(0x0800, at + 2);
  bytes.writeUInt16LE(member.method, at + 4);
  bytes.writeUInt16LE(0x21, at + 8);
  bytes.writeUInt32LE(member.crc, at + 10);
  bytes.writeUInt32LE(member.packed.length, at + 14);
  bytes.writeUInt32LE(member.size, at + 18);
  bytes.writeUInt16LE(name.length, at + 22);
}
