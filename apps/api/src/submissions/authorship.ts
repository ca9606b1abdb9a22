/**
 * SQL: the people (`person_id`) who wrote a submission or may edit it, given an expression for its id. Authors are found by person
 * and by every address somebody claims, proven or not: a second account must not make anybody a stranger to their own paper.
 */
export function peopleBehind(submission: string): string {
  return `select a.person_id from submission_author a where a.submission_id = ${submission} and a.person_id is not null
    union
    select e.person_id from submission_author a join person_email e on e.address = a.address
     where a.submission_id = ${submission} and a.address <> ''
    union
    select c.person_id from submission_contact c where c.submission_id = ${submission}`;
}
