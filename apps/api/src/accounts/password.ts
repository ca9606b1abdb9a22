import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** argon2id as OWASP recommends it for 2 passes: 19 MiB, one lane. About 40 ms on a small server. */
const current = { memory: 19456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;

type Cost = { memory: number; passes: number; parallelism: number };

/** The password's hash in the usual notation: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
export async function hashPassword(password: string, cost: Cost = current): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, cost, tagLength);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether the password belongs to the hash. For somebody who does not exist (or has no password) the same work is done and the
 * answer is no, so that time does not tell who has an account.
 */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = parse(stored);
  if (!parsed) {
    await tagOf(password, Buffer.alloc(16), current, tagLength);
    return false;
  }
  const tag = await tagOf(password, parsed.salt, parsed.cost, parsed.tag.length);
  return timingSafeEqual(tag, parsed.tag);
}

/** True when the hash was made with other parameters than today's: hash again at the next sign-in. */
export function isOutdated(stored: string): boolean {
  const cost = parse(stored)?.cost;
  return (
    !cost ||
    cost.memory !== current.memory ||
    cost.passes !== current.passes ||
    cost.parallelism !== current.parallelism
  );
}

function parse(stored: string | null): { cost: Cost; salt: Buffer; tag: Buffer } | null {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored ?? '');
  if (!match) return null;
  const [, memory, passes, parallelism, salt = '', tag = ''] = match;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { cost, salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
}

/** NFKC, so that the same password typed on another keyboard is the same bytes. */
function tagOf(password: string, nonce: Buffer, cost: Cost, length: number): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: length, ...cost });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
