import type { Catalog } from '../translator';

/** What reviewers, chairs and authors say to each other before a decision. */
export const talk = {
  'talk.who.self': 'Sie',
  'talk.who.selfLetter': 'Sie (Gutachter {letter})',
  'talk.who.chair': 'Chair',
  'talk.who.chairNamed': '{name}, Chair',
  'talk.who.reviewer': 'Jemand, der begutachtet',
  'talk.who.letter': 'Gutachter {letter}',
  'talk.who.named': '{name} (Gutachter {letter})',

  'talk.audience.chairs':
    'Chairs dieses Beitrags{people, select, none {} one { — 1 Person} other { — {people} Personen}}',
  'talk.audience.self':
    'Sie und die Chairs dieses Beitrags{people, select, none {} one { — 1 Person} other { — {people} Personen}}',
  'talk.audience.reviewer':
    '{who} und die Chairs dieses Beitrags{people, select, none {} one { — 1 Person} other { — {people} Personen}}',
  'talk.audience.reviewers':
    'Gutachter und Chairs{people, select, none {} one { — 1 Person} other { — {people} Personen}}, ohne Autoren',
  'talk.audience.committee':
    'Gutachter, Chairs und Komitee{people, select, none {} one { — 1 Person} other { — {people} Personen}}, ohne Autoren',

  'talk.discussion.title': 'Diskussion',
  'talk.discussion.lead': 'Autoren lesen nie etwas davon.',
  'talk.discussion.none': 'Noch hat niemand geschrieben.',
  'talk.discussion.noneClosed': 'In dieser Diskussion hat niemand geschrieben.',
  'talk.discussion.closed': 'Die Diskussion ist geschlossen. Lesen können Sie sie weiterhin.',
  'talk.discussion.new': 'Neu',
  'talk.discussion.unread': '{n, plural, one {# neue} other {# neue}}',
  'talk.discussion.thread': 'Gespräch für {audience}',
  'talk.discussion.narrower': 'Nur für {audience}',
  'talk.discussion.struckSelf': 'Zurückgenommen.',
  'talk.discussion.struckChair': 'Von einem Chair entfernt.',
  'talk.discussion.strike': 'Zurücknehmen…',
  'talk.discussion.strikeOther': 'Entfernen…',
  'talk.discussion.strikeTitle': 'Soll diese Nachricht niemand mehr lesen?',
  'talk.discussion.strikeText': 'Ihr Text verschwindet für alle; dass hier eine Nachricht stand, bleibt sichtbar.',
  'talk.discussion.strikeDo': 'Nachricht entfernen',
  'talk.discussion.reply': 'In diesem Gespräch schreiben',
  'talk.discussion.begin': 'Neues Gespräch beginnen',
  'talk.discussion.beginFirst': 'Die erste Nachricht schreiben',
  'talk.discussion.whoReads': 'Wer liest das?',
  'talk.discussion.message': 'Ihre Nachricht',
  'talk.discussion.post': 'An {people, select, none {sie} one {1 Person} other {{people} Personen}} senden',
  'talk.discussion.sent': 'Ihre Nachricht ist gesendet.',
  'talk.discussion.shortcut': 'Strg und Eingabe senden',
  'talk.discussion.cancel': 'Abbrechen',
  'talk.discussion.discard': 'Verwerfen, was Sie geschrieben haben?',
  'talk.discussion.discardDo': 'Verwerfen',
  'talk.discussion.widenTitle': 'Dieses Gespräch für mehr Personen öffnen?',
  'talk.discussion.widenText':
    'Ab dieser Nachricht lesen mit: {audience}. Sie erhalten einen Brief. Was vorher geschrieben wurde, bleibt bei denen, für die es war.',
  'talk.discussion.widenDo': 'Senden und das Gespräch öffnen',
  'talk.discussion.staleTitle': 'Dieses Gespräch lesen jetzt andere.',
  'talk.discussion.stale':
    'Nichts wurde gesendet. Lesen Sie, wer es ist, und senden Sie noch einmal, wenn es für sie bestimmt ist.',
  'talk.discussion.letters': 'Schicken Sie mir zu jeder neuen Nachricht einen Brief',
  'talk.moves.title': 'Vor der Entscheidung',
  'talk.moves.open_discussion': 'Diskussion öffnen',
  'talk.moves.close_discussion': 'Diskussion schließen',
  'talk.moves.open_response': 'Um Antwort auf die Gutachten bitten…',
  'talk.moves.close_response': 'Antwort jetzt schließen…',
  'talk.moves.bulk.open_discussion': '{count, plural, one {# Diskussion} other {# Diskussionen}} öffnen',
  'talk.moves.bulk.open_response': 'Bei {count} um Antwort auf die Gutachten bitten…',
  'talk.moves.done.open_discussion': '{n, plural, one {Die Diskussion ist offen.} other {# Diskussionen sind offen.}}',
  'talk.moves.done.close_discussion':
    '{n, plural, one {Die Diskussion ist geschlossen.} other {# Diskussionen sind geschlossen.}}',
  'talk.moves.done.open_response':
    '{n, plural, one {Die Autorinnen und Autoren können antworten.} other {Die Autorinnen und Autoren von # Einreichungen können antworten.}} {letters, plural, one {Ein Brief ist unterwegs.} other {# Briefe sind unterwegs.}}',
  'talk.moves.done.close_response':
    '{n, plural, one {Die Antwort ist geschlossen.} other {# Antworten sind geschlossen.}}',
  'talk.moves.refused': 'Nichts geändert bei {numbers}: {why}',
  'talk.moves.responseTitle':
    '{n, plural, one {Um eine Antwort auf die Gutachten bitten?} other {Bei # Einreichungen um eine Antwort auf die Gutachten bitten?}}',
  'talk.moves.responseText':
    'Die Gutachten werden, wie sie jetzt sind, für die Autorinnen und Autoren lesbar, und die Kontaktpersonen erhalten einen Brief. Spätere Änderungen, und Gutachten, die später kommen, bleiben ihnen bis zur Entscheidung verborgen.',
  'talk.moves.responseUntil': 'Bis {reader} ({due})',
  'talk.moves.responseNoDate':
    'Der Call hat keinen künftigen Termin, bis zu dem geantwortet wird. Legen Sie ihn zuerst unter den Terminen des Calls fest.',
  'talk.moves.responseDates': 'Termine des Calls öffnen',
  'talk.moves.responseOwn': 'Bis wann',
  'talk.moves.responseOwnHint': 'Für diesen Beitrag allein; bleibt es leer, gilt der Termin des Calls: {due}',
  'talk.moves.responseOwnNeeded':
    'Der Call hat keinen künftigen Termin, darum braucht dieser Beitrag einen eigenen. Diese Minute zählt mit.',
  'talk.moves.responseOwnMissing': 'Wählen Sie Tag und Uhrzeit.',
  'talk.moves.responseZone': 'Zeitzone',
  'talk.moves.responseDo': '{n, plural, one {Um Antwort bitten} other {Bei # Einreichungen um Antwort bitten}}',
  'talk.moves.closeTitle': 'Die Antwort auf die Gutachten jetzt schließen?',
  'talk.moves.closeText':
    'Dann kann niemand mehr an der Antwort schreiben. Was eingereicht wurde, bleibt; ein nicht eingereichter Entwurf wird von niemandem gelesen.',
  'talk.moves.closeDo': 'Antwort schließen',
  'talk.moves.responseOpen': 'Bis {reader} kann geantwortet werden.',
  'talk.moves.responseIn': 'Eingereicht {date}.',
  'talk.moves.responseMissing': 'Noch ist nichts eingereicht.',

  'talk.response.title': 'Antwort der Autoren',
  'talk.response.yours': 'Ihre Antwort auf die Gutachten',
  'talk.response.lead':
    'Antworten Sie auf Fragen und Missverständnisse der Gutachter. Gutachter und Chairs lesen sie, sobald Sie sie einreichen; bis dahin nur Sie und Ihre Mitautoren.',
  'talk.response.who': 'Gutachter und Chairs, sobald eingereicht',
  'talk.response.paper': 'An alle Gutachter',
  'talk.response.only': 'Ihre Antwort',
  'talk.response.review': 'An Gutachter {letter}',
  'talk.response.submit': 'Antwort einreichen',
  'talk.response.submitChanges': 'Änderungen einreichen',
  'talk.response.shortcut': 'Strg und Eingabe reichen ein',
  'talk.response.nothingNew': 'Was Sie eingereicht haben, ist dasselbe wie hier.',
  'talk.response.confirmTitle': 'Ihre Antwort zu #{number} einreichen?',
  'talk.response.confirmText':
    'Gutachter und Chairs lesen sie sofort. Bis zum Termin können Sie sie ändern; dann lesen sie die neue Fassung.',
  'talk.response.confirmBlind':
    'Sie soll nicht sagen, wer Sie sind: Gutachter dieser Ausschreibung kennen die Autoren nicht.',
  'talk.response.submitted': 'Ihre Antwort ist eingereicht.',
  'talk.response.draftWarning': 'Dies ist ein Entwurf. Bis Sie ihn einreichen, lesen ihn nur die Autoren.',
  'talk.response.submittedAt': 'Eingereicht {date}. Gutachter und Chairs können sie lesen.',
  'talk.response.changed':
    'Ihre Änderungen seit {date} sind nur für die Autoren gespeichert. Reichen Sie sie ein, damit die neue Fassung gelesen wird.',
  'talk.response.empty': 'Schreiben Sie zuerst etwas.',
  'talk.response.over': 'Dieser Text ist zu lang.',
  'talk.response.nothing': 'Sie haben keine Antwort eingereicht.',
  'talk.response.unsent': 'Dieser Entwurf wurde nicht eingereicht. Nur die Autoren lesen ihn.',
  'talk.response.none': 'Die Autoren haben noch keine Antwort eingereicht.',
  'talk.response.noneClosed': 'Die Autoren haben nicht geantwortet.',
  'talk.response.at': 'Eingereicht {date}, {words, plural, one {# Wort} other {# Wörter}}',
  'talk.response.by': 'Zuletzt gespeichert von {name}',
  'talk.response.stale':
    '{by, select, you {Diese Antwort wurde um {time} in einem anderen Fenster gespeichert.} other {{name} hat diese Antwort um {time} gespeichert.}}',
  'talk.response.listed': 'Die Antwort schreiben die Kontaktautoren. Hier können Sie sie lesen.',

  'talk.meta.title': 'Zusammenfassendes Gutachten',
  'talk.meta.by': 'von {name}',

  'talk.links.reviews': 'Gutachten nebeneinander',
  'talk.links.discussion':
    '{unread, plural, =0 {Diskussion} one {Diskussion: eine neue Nachricht} other {Diskussion: # neue Nachrichten}}{open, select, yes {} other {, geschlossen}}',
  'talk.links.response':
    '{state, select, in {Antwort der Autoren} awaited {Antwort der Autoren, noch nicht da} other {Keine Antwort der Autoren}}',

  'talk.mail.opened.subject': '{call}: Antworten Sie auf die Gutachten zu #{number}',
  'talk.mail.opened.text':
    'die Gutachten zu Ihrer Einreichung #{number}, „{title}“, können jetzt gelesen werden. Sie können bis {reader} Ihrer Zeit ({due}) darauf antworten.',
  'talk.mail.opened.draft':
    'Die Entscheidung ist noch nicht gefallen. Gutachter und Chairs lesen Ihre Antwort, sobald Sie sie einreichen; einen Entwurf lesen nur die Autoren. Gutachten und Antwort finden Sie hier:',
  'talk.mail.posted.subject': '{call}: eine neue Nachricht zu #{number}',
  'talk.mail.posted.text':
    '{who} hat in der Diskussion der Einreichung #{number}, „{title}“, geschrieben.{widened, select, yes { Mit dieser Nachricht wurde das Gespräch für Sie geöffnet.} other {}} Lesen und antworten Sie hier:',
  'talk.mail.posted.stop': 'Auf derselben Seite können Sie diese Briefe für diesen Beitrag abstellen.',
} satisfies Catalog;
