import type { CommitteeView, OfficeRole } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import type { CallAccess } from '../access/access.service';

export interface Office {
  role: OfficeRole;
  trackId: string | null;
}

/** Offices that a call of a kind knows. */
const rolesOf: Readonly<Record<CallAccess['facts']['kind'], readonly OfficeRole[]>> = {
  conference: ['reviewer', 'track_chair', 'chair'],
  special_issue: ['reviewer', 'guest_editor'],
};

/** Whether the viewer may fill and end this office: heads all of them, co-chairs the reviewers of their own tracks. */
export function mayFill(access: CallAccess, { role, trackId }: Office): boolean {
  if (role !== 'reviewer') return access.may('inviteChairs');
  if (!access.may('manageCommittee')) return false;
  return trackId === null ? access.listScope.all : access.handlesTrack(trackId);
}

/** Refuses an office that the call does not know, or that is not the viewer's to fill. */
export function requireFillable(access: CallAccess, office: Office, trackIds: readonly string[]): void {
  access.require('manageCommittee');
  const known = rolesOf[access.facts.kind].includes(office.role);
  const trackFits =
    office.trackId === null
      ? office.role !== 'track_chair'
      : trackIds.includes(office.trackId) && ['track_chair', 'reviewer'].includes(office.role);
  if (!known || !trackFits)
    throw new Refusal('invalid_body', { errors: [{ path: 'role', message: 'Unknown office' }] });
  if (!mayFill(access, office)) throw new Refusal('not_permitted', { needs: 'chair' });
}

/** What the viewer can choose when inviting. */
export function invitesOf(
  access: CallAccess,
  tracks: readonly { id: string; name: string }[],
): CommitteeView['invites'] {
  const own = tracks.filter(({ id }) => access.handlesTrack(id));
  const roles = rolesOf[access.facts.kind].filter((role) =>
    role === 'reviewer'
      ? access.may('manageCommittee') && (access.listScope.all || own.length > 0)
      : access.may('inviteChairs'),
  );
  return { roles, tracks: own, wholeCall: access.listScope.all };
}
