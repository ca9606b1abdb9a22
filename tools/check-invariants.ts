import type { EntityManager } from 'typeorm';

export interface Violation {
  invariant: string;
  /** Ids of rows at fault, a few of them. */
  rows: readonly string[];
}

/** What holds in every database between two transactions, each with the query that finds what breaks it. */
export const invariants: Readonly<Record<string, string>> = {
  'a submission has a number exactly when it was submitted': `select id from submission where (number is null) <> (submitted_at is null)`,
  'a submitted submission has a stage, and a frozen version of it': `select s.id from submission s where s.submitted_at is not null and (s.stage is null or not exists
       (select 1 from submission_version v where v.submission_id = s.id and v.kind = s.stage))`,
  'numbers are below the next one of their call': `select s.id from submission s join call c on c.id = s.call_id where s.number >= c.next_number`,
  'a submitted submission has its current round': `select s.id from submission s where s.submitted_at is not null
        and not exists (select 1 from round r where r.submission_id = s.id and r.n = s.current_round)`,
  'a submission has a contact': `select s.id from submission s where not exists (select 1 from submission_contact c where c.submission_id = s.id)`,
  'an author is linked to a person by a verified address alone': `select a.id from submission_author a where a.person_id is not null and not exists (
       select 1 from person_email e join person p on p.id = e.person_id
        where coalesce(p.merged_into, p.id) = a.person_id and e.address = a.address and e.verified_at is not null)`,
  'a submission has a working copy': `select s.id from submission s where not exists (select 1 from working_copy w where w.submission_id = s.id)`,
  'the topics of a working copy are those of its list': `select s.id from submission s join working_copy w on w.submission_id = s.id
      where (select coalesce(array_agg(t.topic_id order by t.topic_id), '{}') from submission_topic t
        where t.submission_id = s.id) <> (select coalesce(array_agg(x order by x), '{}') from unnest(w.topic_ids) x)`,
  'lists show what was frozen last, and nothing before': `select s.id from submission s
       left join lateral (select v.title, v.abstract, v.content from submission_version v where v.submission_id = s.id order by v.n desc limit 1) f on true
      where s.title <> coalesce(f.title, '') or s.abstract <> coalesce(f.abstract, '')
         or to_jsonb(s.keywords) <> coalesce(f.content->'keywords', '[]') or to_jsonb(s.topic_ids) <> coalesce(f.content->'topics', '[]')`,
  'lists name the authors of what was frozen last': `select s.id from submission s
       left join lateral (select v.content->'authors' as authors from submission_version v where v.submission_id = s.id order by v.n desc limit 1) f on true
      where s.authors_short <> case when coalesce(jsonb_array_length(f.authors), 0) = 0 then ''
              else coalesce(nullif(f.authors->0->>'familyName', ''), nullif(f.authors->0->>'givenName', ''), f.authors->0->>'address')
                   || case when jsonb_array_length(f.authors) > 1 then ' + ' || jsonb_array_length(f.authors) - 1 else '' end end
         or (s.authors_search = '') <> (s.authors_short = '')
         or exists (select 1 from jsonb_array_elements(f.authors) a where position(lower(a->>'address') in s.authors_search) = 0)`,
  'track, type and topics belong to the call': `select s.id from submission s join track t on t.id = s.track_id join submission_type y on y.id = s.type_id
      where t.call_id <> s.call_id or y.call_id <> s.call_id
     union select s.id from submission s join submission_topic x on x.submission_id = s.id join topic o on o.id = x.topic_id
      where o.call_id <> s.call_id`,
  'the counts of reviews are those of the current round': `select s.id from submission s join round r on r.submission_id = s.id and r.n = s.current_round
      where s.reviews_in <> (select count(*) from review v where v.round_id = r.id and v.state = 'submitted')
         or s.reviews_expected <> (select count(*) from assignment a
              where a.round_id = r.id and a.state in ('invited', 'accepted', 'completed'))`,
  'scores are those of the reviews that are in': `select s.id from submission s join round r on r.submission_id = s.id and r.n = s.current_round
       cross join lateral (select min(v.overall) as least, max(v.overall) as most, round(avg(v.overall), 3) as mean
         from review v where v.round_id = r.id and v.state = 'submitted') n
      where s.score_min is distinct from n.least or s.score_max is distinct from n.most or s.score_mean is distinct from n.mean`,
  'a review belongs to an assignment of the same round and person': `select v.id from review v join assignment a on a.id = v.assignment_id
      where a.round_id <> v.round_id or a.reviewer_id <> v.reviewer_id or a.submission_id <> v.submission_id`,
  'a submitted review has its frozen versions, a completed assignment its review': `select v.id from review v where v.submitted_n <> (select count(*) from review_version w where w.review_id = v.id)
     union select a.id from assignment a where a.state = 'completed'
        and not exists (select 1 from review v where v.assignment_id = a.id and v.submitted_n > 0)`,
  'a review read a paper or a revision of its submission': `select v.id from review v join submission_version w on w.id = v.submission_version_id
      where w.submission_id <> v.submission_id or w.kind not in ('paper', 'revision')`,
  'nobody in conflict holds a place as reviewer': `select a.id from assignment a join conflict c on c.submission_id = a.submission_id and c.person_id = a.reviewer_id
      where c.state = 'blocking' and a.state in ('proposed', 'invited', 'accepted')`,
  'a decision makes its round decided, a released one notified': `select d.id from decision d join round r on r.id = d.round_id
      where (d.state in ('decided', 'in_batch') and r.state <> 'decided_not_notified')
         or (d.state = 'released') <> (d.released_at is not null)
         or (d.state = 'released' and r.state in ('submitted', 'review_open', 'discussion', 'decided_not_notified'))`,
  'authors read a review only since they were asked to respond to it, or since the release of its decision': `select x.review_version_id as id
       from released_review x join review v on v.id = x.review_id join round r on r.id = v.round_id
       left join decision d on d.round_id = v.round_id
      where case when x.batch_id is null then r.response_opened_at is null or r.response_opened_at < x.released_at
                 else d.state is distinct from 'released' end`,
  'authors read a meta-review only after the release of its decision': `select x.id from released_meta_review x
       left join decision d on d.round_id = x.round_id where d.state is distinct from 'released'`,
  'a response was asked for, and what was submitted of it is frozen': `select a.id from author_response a join round r on r.id = a.round_id
      where r.response_opened_at is null or a.submission_id <> r.submission_id
         or a.submitted_n <> (select count(*) from author_response_version w where w.response_id = a.id)`,
  'a round in discussion was opened to it': `select id from round where state = 'discussion' and discussion_opened_at is null`,
  'a message is written where and for whom its thread is, or was before it was opened to more': `select m.id from discussion_message m
       join discussion_thread t on t.id = m.thread_id
      where m.round_id <> t.round_id or m.submission_id <> t.submission_id
         or array_position(array['chairs', 'reviewer', 'reviewers'], m.audience) > array_position(array['chairs', 'reviewer', 'reviewers'], t.audience)
         or (m.audience = 'reviewer' and t.audience = 'reviewer' and m.reviewer_id <> t.reviewer_id)`,
  'every released decision has its letters': `select d.id from decision d where d.state = 'released' and not exists (
       select 1 from release_item i join email_message m on m.submission_id = i.submission_id and m.class = 'decision'
        where i.decision_id = d.id)`,
  'no draft or withdrawn submission has a decision that waits': `select d.id from decision d join submission s on s.id = d.submission_id where s.state = 'draft'`,
  'a checked file has the copy that reviewers read': `select id from submission_file where state = 'clean' and clean_hash is null`,
};

/** Every invariant that does not hold, with some of the rows at fault; nothing listed = all is well. */
export async function checkInvariants(manager: Pick<EntityManager, 'query'>): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, sql] of Object.entries(invariants)) {
    const rows = await manager.query<{ id: string }[]>(`select id from (${sql}) broken limit 5`);
    if (rows.length > 0) found.push({ invariant, rows: rows.map(({ id }) => id) });
  }
  return found;
}
