import type { EntityManager } from 'typeorm';
import type { ConflictInput, Declarations } from '@convoke/contract';
import { personName } from '../platform/database/person-name';
import type { Tx } from '../platform/unit-of-work';
import type { StoredAnonymity } from './anonymity';
import type { Submission } from './submission.entity';

/** An author as the working copy holds it. */
export interface AuthorRow {
  givenName: string;
  familyName: string;
  address: string;
  affiliation: string;
  country: string;
  isCorresponding: boolean;
  mayEdit: boolean;
  personId: string | null;
}

export interface FileRow {
  id: string;
  slot: string;
  hash: string;
  name: string;
  mediaType: string;
  bytes: number;
  pages: number | null;
  state: 'checking' | 'clean' | 'rejected';
  stateReason: string;
  uploadedAt: string;
  anonymity: StoredAnonymity | null;
}

/** A submission's working copy with everything its form shows, read in one statement. */
export interface DraftRow {
  id: string;
  callId: string;
  trackId: string;
  typeId: string;
  number: number | null;
  state: Submission['state'];
  stage: Submission['stage'];
  title: string;
  /** Title of the latest frozen version; empty before there is one. */
  submittedTitle: string;
  abstract: string;
  abstractCut: number | null;
  keywords: string[];
  topicIds: string[];
  declarations: Declarations;
  currentRound: number;
  version: number;
  createdBy: string;
  editedAt: Date;
  submittedAt: Date | null;
  callSlug: string;
  callName: string;
  callKind: 'conference' | 'special_issue';
  callSettings: unknown;
  typeKey: string;
  typeName: string;
  typeSettings: unknown;
  /** Whether reviewers may not know who wrote it. */
  anonymous: boolean;
  trackName: string;
  /** The call has no other track. */
  onlyTrack: boolean;
  /** How many topics the call offers: none means that none can be asked for. */
  topicsOffered: number;
  authors: AuthorRow[];
  conflicts: ConflictInput[];
  files: FileRow[];
}

const draftSql = `
select s.id, s.call_id as "callId", s.track_id as "trackId", s.type_id as "typeId", s.number, s.state, s.stage, w.title, s.title as "submittedTitle",
       w.abstract, w.abstract_cut as "abstractCut", w.keywords, w.topic_ids as "topicIds", w.declarations, s.current_round as "currentRound",
       s.version, s.created_by as "createdBy", s.edited_at as "editedAt", s.submitted_at as "submittedAt",
       c.slug as "callSlug", c.name as "callName", c.kind as "callKind", c.settings as "callSettings",
       t.key as "typeKey", t.name as "typeName", t.settings as "typeSettings",
       coalesce(t.anonymity, c.anonymity) in ('double', 'triple') as anonymous, k.name as "trackName",
       not exists (select 1 from track o where o.call_id = s.call_id and o.id <> s.track_id) as "onlyTrack",
  (select count(*)::int from topic o where o.call_id = s.call_id and (o.track_id is null or o.track_id = s.track_id)) as "topicsOffered",
  (select coalesce(json_agg(json_build_object('givenName', a.given_name, 'familyName', a.family_name, 'address', a.address,
            'affiliation', a.affiliation, 'country', a.country, 'isCorresponding', a.is_corresponding,
            'mayEdit', a.may_edit or exists (select 1 from submission_contact e where e.submission_id = s.id and e.person_id = a.person_id),
            'personId', a.person_id)
            order by a.position), '[]') from submission_author a where a.submission_id = s.id) as authors,
  (select coalesce(json_agg(json_build_object('personId', x.person_id, 'kind', x.kind, 'reason', x.reason) order by x.created_at, x.person_id), '[]')
     from conflict x where x.submission_id = s.id and x.source = 'author') as conflicts,
  (select coalesce(json_agg(json_build_object('id', f.id, 'slot', f.slot, 'hash', f.blob_hash, 'name', f.original_name,
            'mediaType', f.media_type, 'bytes', f.bytes, 'pages', f.pages, 'state', f.state, 'stateReason', f.state_reason,
            'anonymity', f.anonymity,
            'uploadedAt', to_char(f.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by f.slot, f.uploaded_at, f.id), '[]')
     from submission_file f where f.submission_id = s.id and f.replaced_at is null) as files
  from submission s
  join working_copy w on w.submission_id = s.id
  join call c on c.id = s.call_id
  join submission_type t on t.id = s.type_id
  join track k on k.id = s.track_id`;

/** The working copy of one submission; null when there is none. Says nothing about who may read it. */
export async function draftOf(manager: EntityManager, id: string): Promise<DraftRow | null> {
  const [row] = await manager.query<DraftRow[]>(`${draftSql} where s.id = $1`, [id]);
  return row ?? null;
}

/** The working copies of several submissions, in no order. */
export async function draftsOf(manager: EntityManager, ids: readonly string[]): Promise<DraftRow[]> {
  return manager.query<DraftRow[]>(`${draftSql} where s.id = any($1)`, [ids]);
}

/** Writes the ordered authors anew. Whom a verified address belongs to is linked in the same statement. */
export async function replaceAuthors(
  manager: EntityManager,
  submissionId: string,
  authors: readonly (Omit<AuthorRow, 'personId'> & { id: string })[],
): Promise<void> {
  await manager.query(`delete from submission_author where submission_id = $1`, [submissionId]);
  await manager.query(
    `insert into submission_author (id, submission_id, position, given_name, family_name, address, affiliation, country, is_corresponding, may_edit, person_id)
     select a.id, $1, a.position, a.given_name, a.family_name, a.address, a.affiliation, a.country, a.is_corresponding, a.may_edit,
            (select coalesce(p.merged_into, p.id) from person_email e join person p on p.id = e.person_id
              where e.address = a.address and e.verified_at is not null and a.address <> '')
       from jsonb_to_recordset($2::jsonb) as a(id uuid, position int, given_name text, family_name text, address citext,
            affiliation text, country text, is_corresponding boolean, may_edit boolean)`,
    [
      submissionId,
      JSON.stringify(
        authors.map((author, position) => ({
          id: author.id,
          position,
          given_name: author.givenName,
          family_name: author.familyName,
          address: author.address,
          affiliation: author.affiliation,
          country: author.country,
          is_corresponding: author.isCorresponding,
          may_edit: author.mayEdit,
        })),
      ),
    ],
  );
}

/** Makes whoever began a submission its first author, as their profile names them. */
export function addCreator(tx: Tx, id: string, submissionId: string, personId: string): void {
  tx.write(
    `insert into submission_author (id, submission_id, position, given_name, family_name, address, affiliation, is_corresponding, may_edit, person_id)
     select $1, $2, 0, p.given_name, p.family_name, coalesce(e.address, ''), p.affiliation, true, true,
            (select coalesce(o.merged_into, o.id) from person_email v join person o on o.id = v.person_id
              where v.address = e.address and v.verified_at is not null)
       from person p left join person_email e on e.person_id = p.id and e.is_primary where p.id = $3`,
    [id, submissionId, personId],
  );
}

/** The settings of the type a submission is of, as they are stored. */
export async function typeSettingsOf(manager: EntityManager, submissionId: string): Promise<unknown> {
  const [row] = await manager.query<{ settings: unknown }[]>(
    `select t.settings from submission s join submission_type t on t.id = s.type_id where s.id = $1`,
    [submissionId],
  );
  return row?.settings ?? {};
}

export interface CommitteeRow {
  personId: string;
  name: string;
  affiliation: string;
}

/** Everybody with an office in the call or the track: whom authors can declare a conflict with. The asker is left out. */
export async function committeeOf(
  manager: EntityManager,
  callId: string,
  now: Date,
  except: string | null,
): Promise<CommitteeRow[]> {
  return manager.query<CommitteeRow[]>(
    `select m.person_id as "personId",
            max(coalesce(nullif(m.display_name, ''), ${personName('p')})) as name,
            max(coalesce(nullif(m.display_affiliation, ''), p.affiliation)) as affiliation
       from membership m join person p on p.id = m.person_id join call c on c.id = $1
      where (m.call_id = c.id or m.journal_id = c.journal_id) and m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
        and ($3::uuid is null or m.person_id <> $3)
      group by m.person_id, p.family_name, p.given_name
      order by p.family_name, p.given_name, m.person_id`,
    [callId, now, except],
  );
}

/** Files of the latest version that carried any: what was sent already. */
export async function sentFilesOf(manager: EntityManager, submissionId: string): Promise<string[]> {
  const [row] = await manager.query<{ files: string[] }[]>(
    `select file_ids as files from submission_version where submission_id = $1 and kind <> 'abstract' order by n desc limit 1`,
    [submissionId],
  );
  return row?.files ?? [];
}
