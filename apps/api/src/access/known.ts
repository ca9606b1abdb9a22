/**
 * SQL condition: this submission is no secret to a person in office, who neither wrote it nor is in conflict with it. Lists and numbers
 * that chairs read are made of such papers alone: a load that is one higher than the papers in view would tell who reviews theirs.
 * The inner query is found once, as a set: a long list then costs a look-up for each row, and nothing is planned as a join.
 */
export function isKnown(submission: string, person: string): string {
  return `${submission}.id not in (${keptFrom(person)})`;
}

/** SQL: the submissions, of any call, that a person wrote or is in conflict with. */
export function keptFrom(person: string): string {
  return `
    select kc.submission_id from submission_contact kc where kc.person_id = ${person}
    union all select ka.submission_id from submission_author ka where ka.person_id = ${person}
    union all select kx.submission_id from conflict kx where kx.person_id = ${person} and kx.state = 'blocking'`;
}
