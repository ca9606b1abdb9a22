import type { Access } from '@convoke/domain';

/** Whoever handles the submission: its co-chairs, guest editors, chairs. */
export function isChairOf(access: Pick<Access, 'standing'>): boolean {
  return access.standing === 'handler' || access.standing === 'programme_chair';
}
