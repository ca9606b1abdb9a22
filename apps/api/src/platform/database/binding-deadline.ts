const columns = 'd.closes_at, d.wall_time, d.zone, d.created_at';

/**
 * SQL: lateral joins that find which date of a kind binds somebody's work on a submission, as `as(closes_at, wall_time, zone)`. The
 * most specific row wins (person, submission, type, track, call) and of one scope the latest; what one paper or person was given
 * gives way to a newer general date that gives more time. It is `effectiveDeadline` of the domain, for statements over many rows.
 * `submission` is the alias of the submission's row, `person` an expression, or null where only general dates and the paper's count.
 */
export function bindingDeadline(kind: string, submission: string, person: string | null, as: string): string {
  const rows = (scope: string, order: string): string => `
    select ${columns} from deadline d
     where d.call_id = ${submission}.call_id and d.kind = '${kind}' and d.superseded_at is null and ${scope}
       and (d.submission_type_id is null or d.submission_type_id = ${submission}.type_id)
       and (d.track_id is null or d.track_id = ${submission}.track_id)
     order by ${order} d.submission_type_id is null, d.track_id is null, d.created_at desc
     limit 1`;
  const ofPerson = person === null ? 'd.person_id is null' : `(d.person_id is null or d.person_id = ${person})`;
  const own = `(d.person_id is not null or d.submission_id is not null) and ${ofPerson}
       and (d.submission_id is null or d.submission_id = ${submission}.id)`;
  const [mine, all] = [`${as}_own`, `${as}_all`];
  const yields = `${mine}.zone is null or (${all}.created_at > ${mine}.created_at
      and coalesce(${all}.closes_at, 'infinity') > coalesce(${mine}.closes_at, 'infinity'))`;
  return `left join lateral (${rows(own, 'd.person_id is null, d.submission_id is null,')}) ${mine} on true
  left join lateral (${rows('d.person_id is null and d.submission_id is null', '')}) ${all} on true
  left join lateral (
    select case when x.general then ${all}.closes_at else ${mine}.closes_at end as closes_at,
           case when x.general then ${all}.wall_time else ${mine}.wall_time end as wall_time,
           case when x.general then ${all}.zone else ${mine}.zone end as zone
      from (select ${yields} as general) x) ${as} on true`;
}
