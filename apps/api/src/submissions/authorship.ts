/**
 * SQL: the authors of a submission as the latest version froze them, given an expression for its id. What authors change in their
 * list afterwards is nobody's business before they submit again; no row before there is a version.
 */
export function submittedAuthors(submission: string): string {
  return `select a.position::int, a.author->>'givenName' as given_name, a.author->>'familyName' as family_name,
         (a.author->>'address')::citext as address, a.author->>'affiliation' as affiliation,
         (a.author->>'isCorresponding')::boolean as is_corresponding
    from (select content from submission_version where submission_id = ${submission} order by n desc limit 1) latest
   cross join jsonb_array_elements(latest.content->'authors') with ordinality a(author, position)`;
}

/**
 * SQL: the people (`person_id`) who wrote a submission or may edit it, given an expression for its id. Authors are found by person
 * and by every address somebody claims, proven or not: a second account must not make anybody a stranger to their own paper. Neither
 * must a change of the list that was not submitted.
 */
export function peopleBehind(submission: string): string {
  return `select a.person_id from submission_author a where a.submission_id = ${submission} and a.person_id is not null
    union
    select e.person_id from submission_author a join person_email e on e.address = a.address
     where a.submission_id = ${submission} and a.address <> ''
    union
    select e.person_id from (${submittedAuthors(submission)}) a join person_email e on e.address = a.address
     where a.address <> ''
    union
    select c.person_id from submission_contact c where c.submission_id = ${submission}`;
}
