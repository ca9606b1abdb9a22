/**
 * Why something may not happen now. Thrown by the domain and by services; one filter turns it into a problem document.
 * `code` picks status and words (`refusal.<code>` in the texts), `facts` fill the placeholders of the words and may be
 * shown to the person: never put anything in them that the person may not know.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    // most are an answer to "may I?" and never thrown: where they were made is not worth what it costs to find out
    const limits = Error as { stackTraceLimit?: number };
    const limit = limits.stackTraceLimit;
    limits.stackTraceLimit = 0;
    super(code);
    if (limit === undefined) delete limits.stackTraceLimit;
    else limits.stackTraceLimit = limit;
    this.name = 'Refusal';
  }
}

/** Each code with the HTTP status it means; `shared` status rules: 404 hides existence, 403 is visible but not permitted. */
export const refusalStatus = {
  not_signed_in: 401,
  wrong_credentials: 401,
  not_permitted: 403,
  cross_site: 403,
  not_verified: 403,
  only_looking: 403,
  not_found: 404,
  stale_version: 409,
  wrong_state: 409,
  deadline_passed: 409,
  not_open_yet: 409,
  step_not_taken: 409,
  discussion_closed: 409,
  response_closed: 409,
  response_open: 409,
  response_date_missing: 409,
  no_reviews: 409,
  already_answered: 409,
  assignment_ended: 409,
  already_exists: 409,
  in_use: 409,
  last_in_office: 409,
  link_used_or_expired: 409,
  conflict_of_interest: 409,
  load_reached: 409,
  idempotency_key_reused: 409,
  incomplete: 422,
  reason_required: 422,
  contradictory_settings: 422,
  invalid_body: 422,
  not_searchable: 422,
  word_limit: 422,
  file_empty: 422,
  file_type: 422,
  file_broken: 422,
  file_encrypted: 422,
  upload_aborted: 422,
  too_many_files: 422,
  export_too_large: 422,
  wall_time_gap: 422,
  wall_time_doubled: 422,
  file_too_large: 413,
  body_too_large: 413,
  too_many_requests: 429,
  overloaded: 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalStatus;
