export const notifications = {
  'mail.greeting': 'Dear {name},',
  'mail.greetingUnknown': 'Good day,',
  'mail.signature': 'Convoke',
  'mail.signatureOf': 'With kind regards\n{name}',
  'mail.untitled': 'without a title yet',

  'mail.reminder.draft.subject':
    '{call}: {stage, select, abstract {the paper of submission #{number} is still missing} other {your submission is still a draft}}',
  'mail.reminder.draft.body':
    '{stage, select, abstract {the abstract of your submission #{number}, “{title}”, has arrived. The full paper has not.} other {your submission “{title}” is saved as a draft. It has not been submitted yet.}} The deadline is {reader} on your clock ({due}).\n\nOpen it, see what is missing, and submit:',
  'mail.reminder.review.subject':
    '{call}: {late, select, yes {your review of #{number} was due} other {your review of #{number} is due soon}}',
  'mail.reminder.review.body':
    'you kindly agreed to review #{number}, “{title}”. {late, select, yes {The review was due on {reader} on your clock ({due}). It is still welcome: the people who decide are waiting for it.} other {The review is due on {reader} on your clock ({due}).}}\n\nWrite it, or finish your draft, here. If you can no longer review this paper, please say so on the same page, so that somebody else can:',
  'mail.reminder.invitation.subject': '{call}: will you review #{number}?',
  'mail.reminder.invitation.body':
    'on {date} you were asked to review #{number}, “{title}”. There is no answer from you yet. {dated, select, yes {The review would be due on {reader} on your clock ({due}).} other {}}\n\nA “no” helps as much as a “yes”: somebody else can be asked at once. Please answer here; you need no account for that:',
  'mail.reminder.response.subject': '{call}: your response to the reviews of #{number} is not submitted',
  'mail.reminder.response.body':
    'you may respond to the reviews of your submission #{number}, “{title}”, until {reader} on your clock ({due}). Nothing is submitted yet; a draft is read by nobody but its authors.\n\nYou need not respond. If you want to, do it here:',
  'mail.reminder.revision.subject': '{call}: the revision of #{number} is not in yet',
  'mail.reminder.revision.body':
    'you were asked to revise your submission #{number}, “{title}”. The revision is due on {reader} on your clock ({due}), and it has not been submitted yet.\n\nRead what is asked for, upload the new version and submit it here:',
  'mail.reminder.why':
    'You receive this reminder because something of yours is still open. It stops when that is done.',
  'mail.reminder.stop': 'To get no reminders at all: {link}',
  'mail.undeliverable.subject': '{call}: letters were refused',
  'mail.undeliverable.body':
    'the mail server of a recipient refused a letter about {call} for good. Which ones, what it said, and what you can do:',

  'mailbox.title': 'Mailbox',
  'mailbox.lead':
    'Every letter of this demonstration arrives here, whoever it is addressed to. Nothing leaves this computer.',
  'mailbox.find': 'Letters to',
  'mailbox.search': 'Search',
  'mailbox.letters': 'Letters, newest first',
  'mailbox.empty':
    '{some, select, yes {There is no letter to “{to}”.} other {No letter has arrived yet. Submit a paper or invite a reviewer, and look again.}}',
  'mailbox.to': 'To',
  'mailbox.from': 'From',
  'mailbox.received': 'Received',

  'letters.title': 'My letters',
  'letters.lead': 'Every letter that was sent to you, newest first: to read again, or where a mail got lost.',
  'letters.find': 'Find a subject',
  'letters.none': 'Nothing was sent to you yet.',
  'letters.noneFound': 'No letter has these words in its subject.',
  'letters.submission': 'Submission #{number}',
  'letters.newer': 'Newer letters',
  'letters.older': 'Older letters',

  'outbox.title': 'Mail',
  'outbox.lead': 'Every letter about this call that you may see, newest first.',
  'outbox.all': 'All letters',
  'outbox.undelivered': 'Not delivered',
  'outbox.caption': 'Letters of this call',
  'outbox.to': 'To',
  'outbox.subject': 'Subject',
  'outbox.kind': 'Kind',
  'outbox.state': 'State',
  'outbox.written': 'Written',
  'outbox.none': 'No letters yet. They appear here as soon as a submission, an invitation or a decision causes one.',
  'outbox.noneFound': 'No letter fits this query.',
  'outbox.noneUndelivered': 'Every letter has been delivered or is on its way.',
  'outbox.more': 'Show more letters',
  'outbox.count': '{n, plural, =0 {No letters} one {# letter} other {# letters}}',
  'outbox.resendFailed': 'Send {n, plural, one {# undelivered letter} other {# undelivered letters}} again',
  'outbox.resend': 'Send again',
  'outbox.resent':
    '{n, plural, =0 {Nothing had to be sent again.} one {# letter is on its way again.} other {# letters are on their way again.}}',
  'outbox.close': 'Close the letter',
  'outbox.reply': 'The mail server said',
  'outbox.attempts': '{n, plural, =0 {Not tried yet} one {Tried once} other {Tried # times}}',
  'outbox.next': 'Next attempt {at}',
  'outbox.letter': 'Letter',
  'outbox.pause': 'Hold all letters',
  'outbox.resume': 'Let them go',
  'outbox.paused':
    'Since {date} no letter of this call leaves. {n, plural, =0 {None waits.} one {# letter waits.} other {# letters wait.}}',
  'outbox.addressRefused':
    'A mail server refused this address for good. Ask the person for another one; sending again there will hardly help.',
  'outbox.maybeTwice':
    'It was sent a second time because nobody could say whether the first had arrived. It is the same message; most mail programs show it once.',
  'outbox.class.account': 'Account',
  'outbox.class.receipt': 'Receipt',
  'outbox.class.invitation': 'Invitation',
  'outbox.class.reminder': 'Reminder',
  'outbox.class.decision': 'Decision',
  'outbox.class.notice': 'Notice',
  'outbox.state.queued': 'Waiting',
  'outbox.state.sending': 'Being sent',
  'outbox.state.accepted': 'Sent',
  'outbox.state.delivered': 'Delivered',
  'outbox.state.bounced': 'Came back',
  'outbox.state.failed': 'Refused',
  'outbox.state.ambiguous': 'Uncertain',
  'outbox.state.cancelled': 'Stopped',
  'outbox.state.suppressed': 'Held back',
} as const;
