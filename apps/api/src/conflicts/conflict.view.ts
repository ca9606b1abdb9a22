import type { ConflictRow } from '@convoke/contract';
import { maySettle } from '@convoke/domain';
import type { SubmissionAccess } from '../access/access.service';
import type { EntryRow, PairRow } from './conflicts.queries';

/** Why is told only to who may know the authors: evidence, and whoever declared it, name them. */
export function showsWhy(access: SubmissionAccess): boolean {
  return access.sees('author.names');
}

/** A pair of paper and person as a chair sees it: that there is a conflict always, why as far as the viewer may know. */
export function conflictRowOf(row: PairRow, access: SubmissionAccess, viewerId: string): ConflictRow {
  const why = showsWhy(access);
  const own = row.person_id === viewerId;
  const may = access.may('settleConflicts') && !own;
  return {
    submissionId: row.submission_id,
    number: row.number,
    title: row.title,
    personId: row.person_id,
    name: row.name,
    affiliation: row.affiliation,
    state: row.state,
    entries: row.entries.filter((entry) => seesEntry(entry, access)),
    assignment: access.sees('assignment.reviewer_names') ? row.assignment : null,
    own,
    can: {
      confirm: may && maySettle(row.entries, 'confirm'),
      pin: may && maySettle(row.entries, 'pin'),
      // who cannot weigh the reasons cannot say that they are none
      dismiss: may && why && maySettle(row.entries, 'dismiss'),
    },
  };
}

function seesEntry({ source }: EntryRow, access: SubmissionAccess): boolean {
  if (source === 'machine') return showsWhy(access);
  if (source === 'author') return showsWhy(access) && access.sees('conflict.author_declared');
  return access.sees('conflict.pc_declared') && (source === 'chair' || showsWhy(access));
}
