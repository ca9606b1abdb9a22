import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from './access.service';

export interface PersonRow {
  id: string;
  name: string;
  /** What they are known as; `author` only to who may know the authors. */
  part: 'author' | 'reviewer' | 'chair' | 'committee';
  isAdmin: boolean;
  verified: boolean;
}

/**
 * People through whose eyes a chair may look at a submission: its authors as they were submitted, where the chair may know them, its
 * reviewers, the call's chairs, the committee of its track. By id, or by a part of the name; those nearest to the paper first.
 */
export function peopleOf(
  manager: EntityManager,
  own: SubmissionAccess,
  now: Date,
  by: { id: string } | { name: string },
): Promise<PersonRow[]> {
  const [person, name] = 'id' in by ? [by.id, null] : [null, by.name.trim().toLowerCase()];
  return manager.query<PersonRow[]>(
    `with tie as (
       select e.person_id, 0 as rank, 'author' as part
         from (select content from submission_version where $4 and submission_id = $1 order by n desc limit 1) latest
        cross join jsonb_array_elements(latest.content -> 'authors') a(author)
         join person_email e on e.address = (a.author ->> 'address')::citext and e.verified_at is not null
       union all select c.person_id, 0, 'author' from submission_contact c where $4 and c.submission_id = $1
       union all select a.reviewer_id, 1, 'reviewer' from assignment a where a.submission_id = $1 and a.state <> 'proposed'
       union all select m.person_id, case when m.role = 'reviewer' then 3 else 2 end, case when m.role = 'reviewer' then 'committee' else 'chair' end
         from membership m join call c on c.id = $2 join submission s on s.id = $1
        where (m.role <> 'reviewer' or m.track_id is null or m.track_id = s.track_id) and m.starts_at <= $3 and (m.ends_at is null or m.ends_at > $3) and (m.call_id = c.id or m.journal_id = c.journal_id)
       union all select s.handler_id, 2, 'chair' from submission s where s.id = $1)
     select id, name, part, "isAdmin", verified from (
       select distinct on (p.id) p.id, trim(p.given_name || ' ' || p.family_name) as name, t.part, t.rank, lower(p.family_name) as family,
              p.is_admin as "isAdmin",
              exists (select 1 from person_email e where e.person_id = p.id and e.verified_at is not null) as verified
         from tie t join person p on p.id = t.person_id
        where p.merged_into is null and ($5::uuid is null or p.id = $5)
          and ($6::text is null or position($6 in lower(p.given_name || ' ' || p.family_name)) > 0)
        order by p.id, t.rank) found
      order by rank, family, name limit 50`,
    [own.submission.id, own.call.id, now, own.sees('author.names'), person, name],
  );
}
