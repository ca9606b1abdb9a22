/** Why something did not happen: what happened, what is kept, what to do. One text per refusal code. */
export const refusals = {
  'refusal.not_signed_in': 'Sign in to go on.',
  'refusal.wrong_credentials': 'This address and password do not belong together. Check both, or reset the password.',
  'refusal.not_permitted': 'Your role does not include this.',
  'refusal.cross_site':
    'This request did not come from a page of this site, so nothing was changed. Open the page again and retry.',
  'refusal.not_verified':
    'Confirm your e-mail address first; then you can read what others wrote. What you wrote yourself is kept.',
  'refusal.not_found': 'There is nothing here, or it is not open to you.',
  'refusal.stale_version':
    'Somebody changed this in the meantime. What you typed is still here: compare the two versions.',
  'refusal.wrong_state': 'This cannot be done in the present state. Reload the page to see what changed.',
  'refusal.deadline_passed':
    'The deadline has passed. What was saved before is kept; write to the chairs if you need more time.',
  'refusal.not_open_yet': 'This is not open yet.',
  'refusal.last_in_office': 'Nobody else runs this call. Invite somebody for this office first, then end this one.',
  'refusal.step_not_taken':
    'This call has no {step, select, discussion {discussion of reviewers} response {response of authors} other {meta-review}}: its chairs set that under who sees what.',
  'refusal.discussion_closed':
    'The discussion of this paper is not open, so nothing was sent. What you wrote is still here.',
  'refusal.response_closed':
    'The time to respond to the reviews is over. What was submitted before stands; write to the chairs if something is missing.',
  'refusal.response_open':
    'The authors were promised time to respond, and it is not over. Close their response first, or wait until its date.',
  'refusal.response_date_missing': 'There is no date ahead until which authors may respond. Set one first.',
  'refusal.no_reviews': 'No review is in yet, so there is nothing that authors could respond to.',
  'refusal.assignment_ended':
    'You are not asked to review this paper any more, so this was not saved. What you wrote is still on this page: copy it if you want to keep it.',
  'refusal.already_answered': 'This was answered before. The first answer stands.',
  'refusal.already_exists': 'This exists already.',
  'refusal.link_used_or_expired': 'This link was used before or has expired. Ask for a new one.',
  'refusal.conflict_of_interest': 'This person has a conflict of interest with the submission.',
  'refusal.load_reached': 'This person has already as many papers as they agreed to.',
  'refusal.idempotency_key_reused': 'This request was sent before with other content, so it was not carried out.',
  'refusal.incomplete': 'Something is still missing. See the list, complete it, and send again.',
  'refusal.reason_required':
    'Reviews are being written under what is set now. Say why you change who sees what; the reason is kept in the history.',
  'refusal.contradictory_settings':
    'These settings contradict each other, so nothing was changed. Each contradiction is named below.',
  'refusal.only_looking':
    'You are looking at this as somebody else. Nothing can be changed from there; go back to your own page first.',
  'refusal.invalid_body':
    'Some of what was sent cannot be accepted. Each problem is named below; what you typed is kept.',
  'refusal.not_searchable': 'You cannot search by “{field}:” in this list.',
  'refusal.word_limit': 'Your text is longer than the limit of words.',
  'refusal.file_empty': 'This file is empty. Choose another one.',
  'refusal.file_type': 'This is not the kind of file that goes here, whatever its name says. Accepted: {accepted}.',
  'refusal.file_broken': 'This file cannot be read. Make it again and upload the new one.',
  'refusal.file_encrypted': 'This file is protected by a password. Save it without one and upload it again.',
  'refusal.upload_aborted': 'The upload stopped before its end, so nothing was kept of it. Start it again.',
  'refusal.wall_time_gap': 'This time does not exist on that day: clocks go forward over it. Choose another time.',
  'refusal.wall_time_doubled': 'This time happens twice on that day: clocks go back over it. Choose another time.',
  'refusal.file_too_large': 'This file is too large; at most {limit} are accepted.',
  'refusal.body_too_large': 'This is more text than can be sent at once. Shorten it and send again.',
  'refusal.too_many_requests':
    'Too many attempts. Wait {seconds, plural, one {# second} other {# seconds}} and try again.',
  'refusal.overloaded': 'The service is busy. What you typed is kept; try again in a moment.',
  'refusal.unexpected':
    'Something went wrong on our side. What was saved before is kept. If it happens again, report the number {id}.',

  'refusal.notText': 'This contains a character that is not text.',
  'refusal.notNumber': 'This number is too large. The largest is {max}.',

  'refusal.title.401': 'Not signed in',
  'refusal.title.403': 'Not permitted',
  'refusal.title.404': 'Not found',
  'refusal.title.409': 'Not possible now',
  'refusal.title.413': 'Too large',
  'refusal.title.422': 'Cannot be accepted',
  'refusal.title.429': 'Too many attempts',
  'refusal.title.500': 'Something went wrong',
  'refusal.title.503': 'Busy',
} as const;
