import type { EntityManager } from 'typeorm';
import { peopleOf, type PersonRow } from '../../calls/committee.queries';
import type { Cell } from './cell';
import { word } from './words';

/** Reviews of one person, over the submissions whose reviewers the viewer may know. */
export interface Progress {
  asked: number;
  in: number;
}

const heads = [
  'Name',
  'E-mail',
  'Affiliation',
  'Office',
  'Track',
  'State',
  'Topics',
  'Papers',
  'Limit of papers',
  'Since (UTC)',
];
const progressHeads = ['Reviews asked for', 'Reviews in'];

export const committeeHeader: readonly string[] = [...heads, ...progressHeads];

/** Everybody with an office or an invitation to one; reviews are counted for members who review. */
export async function committeeRows(
  manager: EntityManager,
  callId: string,
  viewerId: string,
  now: Date,
  submissionIds: readonly string[],
): Promise<Cell[][]> {
  const [people, progress] = await Promise.all([
    peopleOf(manager, callId, viewerId, now),
    progressOf(manager, submissionIds),
  ]);
  return people.map((person) => rowOf(person, progress.get(person.address.toLowerCase()) ?? { asked: 0, in: 0 }));
}

function rowOf(person: PersonRow, progress: Progress): Cell[] {
  const counts = person.held && person.role === 'reviewer';
  return [
    person.name,
    person.address,
    person.affiliation,
    word(`committee.role.${person.role}`),
    person.track_name,
    word(`committee.state.${person.state}`),
    person.topics.join('; '),
    person.load,
    person.max_load,
    person.since,
    counts ? progress.asked : null,
    counts ? progress.in : null,
  ];
}

async function progressOf(manager: EntityManager, submissionIds: readonly string[]): Promise<Map<string, Progress>> {
  const rows = await manager.query<(Progress & { address: string })[]>(
    `select lower(e.address::text) as address, count(*)::int as asked, count(*) filter (where v.state = 'submitted')::int as in
       from assignment a
       join person_email e on e.person_id = a.reviewer_id and e.is_primary
       left join review v on v.assignment_id = a.id
      where a.submission_id = any($1) and a.state in ('invited', 'accepted', 'completed') group by 1`,
    [submissionIds],
  );
  return new Map(rows.map(({ address, ...progress }) => [address, progress]));
}
