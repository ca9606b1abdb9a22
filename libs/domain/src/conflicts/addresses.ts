import { getDomain } from 'tldts';
import { publicMail } from './publicMail';

export function plainAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** The registered name behind an address ("unimi.it" of ada@di.unimi.it), or null for public mailboxes and malformed ones. */
export function organisationOf(address: string): string | null {
  const host = plainAddress(address).split('@')[1];
  if (!host) return null;
  const registered = getDomain(host, { extractHostname: false });
  return registered === null || publicMail.has(host) || publicMail.has(registered) ? null : registered;
}
