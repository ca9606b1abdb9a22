/** What is said between reviews and decision: the discussion, and the authors' response. */
export const talk = {
  // who speaks
  'talk.who.self': 'You',
  'talk.who.selfLetter': 'You (Reviewer {letter})',
  'talk.who.chair': 'Chair',
  'talk.who.chairNamed': '{name}, chair',
  'talk.who.reviewer': 'A reviewer',
  'talk.who.letter': 'Reviewer {letter}',
  'talk.who.named': '{name} (Reviewer {letter})',

  // who reads
  'talk.audience.chairs': 'Chairs of this paper{people, select, none {} one { — 1 person} other { — {people} people}}',
  'talk.audience.self':
    'You and the chairs of this paper{people, select, none {} one { — 1 person} other { — {people} people}}',
  'talk.audience.reviewer':
    '{who} and the chairs of this paper{people, select, none {} one { — 1 person} other { — {people} people}}',
  'talk.audience.reviewers':
    'Reviewers and chairs{people, select, none {} one { — 1 person} other { — {people} people}}, without authors',
  'talk.audience.committee':
    'Reviewers, chairs and committee{people, select, none {} one { — 1 person} other { — {people} people}}, without authors',

  // the discussion
  'talk.discussion.title': 'Discussion',
  'talk.discussion.lead': 'Authors never read any of it.',
  'talk.discussion.none': 'Nobody has written yet.',
  'talk.discussion.noneClosed': 'Nobody wrote in this discussion.',
  'talk.discussion.closed': 'The discussion is closed. You can read it still.',
  'talk.discussion.new': 'New',
  'talk.discussion.unread': '{n, plural, one {# new} other {# new}}',
  'talk.discussion.thread': 'Thread for {audience}',
  'talk.discussion.narrower': 'Only for {audience}',
  'talk.discussion.struckSelf': 'Taken back by its writer.',
  'talk.discussion.struckChair': 'Removed by a chair.',
  'talk.discussion.strike': 'Take back…',
  'talk.discussion.strikeOther': 'Remove…',
  'talk.discussion.strikeTitle': 'Nobody should read this message any more?',
  'talk.discussion.strikeText': 'Its text disappears for everybody; that a message was there stays visible.',
  'talk.discussion.strikeDo': 'Remove the message',
  'talk.discussion.reply': 'Write in this thread',
  'talk.discussion.begin': 'Start a new thread',
  'talk.discussion.beginFirst': 'Write the first message',
  'talk.discussion.whoReads': 'Who reads this?',
  'talk.discussion.message': 'Your message',
  'talk.discussion.post': 'Send to {people, select, none {them} one {1 person} other {{people} people}}',
  'talk.discussion.sent': 'Your message is sent.',
  'talk.discussion.shortcut': 'Ctrl and Enter send',
  'talk.discussion.cancel': 'Cancel',
  'talk.discussion.discard': 'Throw away what you wrote?',
  'talk.discussion.discardDo': 'Throw it away',
  'talk.discussion.widenTitle': 'Open this thread to more people?',
  'talk.discussion.widenText':
    'From this message on it is read by: {audience}. They get a letter. What was written before stays with those it was written for.',
  'talk.discussion.widenDo': 'Send, and open the thread',
  'talk.discussion.staleTitle': 'This thread is read by other people now.',
  'talk.discussion.stale': 'Nothing was sent. Read who they are, and send again if it is meant for them.',
  'talk.discussion.letters': 'Send me a letter for each new message',

  // what chairs open and close
  'talk.moves.title': 'Before the decision',
  'talk.moves.open_discussion': 'Open the discussion',
  'talk.moves.close_discussion': 'Close the discussion',
  'talk.moves.open_response': 'Ask authors to respond…',
  'talk.moves.close_response': 'Close the response now…',
  'talk.moves.bulk.open_discussion': 'Open {count, plural, one {# discussion} other {# discussions}}',
  'talk.moves.bulk.open_response': 'Ask authors of {count} to respond…',
  'talk.moves.done.open_discussion': '{n, plural, one {The discussion is open.} other {# discussions are open.}}',
  'talk.moves.done.close_discussion': '{n, plural, one {The discussion is closed.} other {# discussions are closed.}}',
  'talk.moves.done.open_response':
    '{n, plural, one {The authors may respond.} other {The authors of # submissions may respond.}} {letters, plural, one {One letter is on its way.} other {# letters are on their way.}}',
  'talk.moves.done.close_response': '{n, plural, one {The response is closed.} other {# responses are closed.}}',
  'talk.moves.refused': 'Nothing changed for {numbers}: {why}',
  'talk.moves.responseTitle':
    '{n, plural, one {Ask the authors to respond?} other {Ask the authors of # submissions to respond?}}',
  'talk.moves.responseText':
    'The reviews as they stand now become readable for the authors, and their contact authors get a letter. Later changes to a review, and reviews that come later, stay hidden from authors until the decision.',
  'talk.moves.responseUntil': 'Until {reader} ({due})',
  'talk.moves.responseNoDate':
    'The call has no date ahead until which authors respond. Set it among the dates of the call first.',
  'talk.moves.responseDates': 'Open the dates of the call',
  'talk.moves.responseOwn': 'Until when',
  'talk.moves.responseOwnHint': 'For this paper alone; left empty, the date of the call holds: {due}',
  'talk.moves.responseOwnNeeded': 'The call has no date ahead, so this paper needs its own. This minute is included.',
  'talk.moves.responseOwnMissing': 'Choose a day and a time.',
  'talk.moves.responseZone': 'Clock',
  'talk.moves.responseDo': '{n, plural, one {Ask the authors} other {Ask the authors of # submissions}}',
  'talk.moves.closeTitle': 'Close the authors’ response now?',
  'talk.moves.closeText':
    'Authors can then no longer write or change their response. What they submitted stays; a draft that was not submitted is read by nobody.',
  'talk.moves.closeDo': 'Close the response',
  'talk.moves.responseOpen': 'The authors may respond until {reader}.',
  'talk.moves.responseIn': 'Submitted {date}.',
  'talk.moves.responseMissing': 'Nothing is submitted yet.',

  // the response
  'talk.response.title': 'Authors’ response',
  'talk.response.yours': 'Your response to the reviews',
  'talk.response.lead':
    'Answer what the reviewers ask or got wrong. Reviewers and chairs read it once you submit; until then only you and your co-authors do.',
  'talk.response.who': 'Reviewers and chairs, once submitted',
  'talk.response.paper': 'To all reviewers',
  'talk.response.only': 'Your response',
  'talk.response.review': 'To Reviewer {letter}',
  'talk.response.submit': 'Submit response',
  'talk.response.submitChanges': 'Submit changes',
  'talk.response.shortcut': 'Ctrl and Enter submit',
  'talk.response.nothingNew': 'What you submitted is the same as what stands here.',
  'talk.response.confirmTitle': 'Submit your response to #{number}?',
  'talk.response.confirmText':
    'Reviewers and chairs read it at once. You can change it while it is open; they then read the new version.',
  'talk.response.confirmBlind': 'It should not say who you are: reviewers of this call do not know the authors.',
  'talk.response.submitted': 'Your response is submitted.',
  'talk.response.draftWarning': 'This is a draft. Nobody but the authors reads it until you submit.',
  'talk.response.submittedAt': 'Submitted {date}. Reviewers and chairs can read it.',
  'talk.response.changed':
    'Your changes since {date} are saved for the authors alone. Submit them, and the new version is read.',
  'talk.response.empty': 'Write something first.',
  'talk.response.over': 'This text is over the limit.',
  'talk.response.nothing': 'You did not submit a response.',
  'talk.response.unsent': 'This draft was not submitted. Nobody but the authors reads it.',
  'talk.response.none': 'The authors have not submitted a response.',
  'talk.response.noneClosed': 'The authors did not respond.',
  'talk.response.at': 'Submitted {date}, {words, plural, one {# word} other {# words}}',
  'talk.response.by': 'Last saved by {name}',
  'talk.response.stale':
    '{by, select, you {This response was saved in another window at {time}.} other {{name} saved this response at {time}.}}',
  'talk.response.listed': 'The contact authors write the response. You can read it here.',

  // meta-review
  'talk.meta.title': 'Meta-review',
  'talk.meta.by': 'by {name}',

  // what leads there
  'talk.links.reviews': 'Reviews side by side',
  'talk.links.discussion':
    '{unread, plural, =0 {Discussion} one {Discussion: one new message} other {Discussion: # new messages}}{open, select, yes {} other {, closed}}',
  'talk.links.response':
    '{state, select, in {Authors’ response} awaited {Authors’ response, not in yet} other {No response of the authors}}',

  // letters
  'talk.mail.opened.subject': '{call}: respond to the reviews of #{number}',
  'talk.mail.opened.text':
    'the reviews of your submission #{number}, “{title}”, can be read now. You may respond to them until {reader} on your clock ({due}).',
  'talk.mail.opened.draft':
    'The decision is not made yet. Your response is read by the reviewers and the chairs once you submit it; a draft is read by nobody but its authors. You find reviews and response here:',
  'talk.mail.posted.subject': '{call}: a new message about #{number}',
  'talk.mail.posted.text':
    '{who} wrote in the discussion of submission #{number}, “{title}”.{widened, select, yes { With this message the thread was opened to you.} other {}} Read it, and answer, here:',
  'talk.mail.posted.stop': 'You can switch these letters off on the same page, for this paper.',
} as const;
