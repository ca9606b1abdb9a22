import type { Catalog } from '../translator';

export const notifications = {
  'mail.greeting': 'Guten Tag {name},',
  'mail.greetingUnknown': 'Guten Tag,',
  'mail.signature': 'Convoke',
  'mail.signatureOf': 'Mit freundlichen Grüßen\n{name}',
  'mail.untitled': 'noch ohne Titel',

  'mail.reminder.draft.subject':
    '{call}: {stage, select, abstract {Der Beitrag zu Einreichung #{number} fehlt noch} other {Ihre Einreichung ist noch ein Entwurf}}',
  'mail.reminder.draft.body':
    '{stage, select, abstract {das Abstract Ihrer Einreichung #{number}, „{title}“, ist eingegangen. Der vollständige Beitrag noch nicht.} other {Ihre Einreichung „{title}“ ist als Entwurf gespeichert. Eingereicht ist sie noch nicht.}} Die Frist endet bei Ihnen {reader} ({due}).\n\nÖffnen Sie sie, sehen Sie, was fehlt, und reichen Sie ein:',
  'mail.reminder.review.subject':
    '{call}: {late, select, yes {Ihr Gutachten zu #{number} war fällig} other {Ihr Gutachten zu #{number} ist bald fällig}}',
  'mail.reminder.review.body':
    'Sie haben freundlicherweise zugesagt, #{number}, „{title}“, zu begutachten. {late, select, yes {Das Gutachten war bei Ihnen {reader} fällig ({due}). Es ist weiterhin willkommen: Wer entscheidet, wartet darauf.} other {Das Gutachten ist bei Ihnen {reader} fällig ({due}).}}\n\nSchreiben Sie es hier, oder beenden Sie Ihren Entwurf. Wenn Sie den Beitrag nicht mehr begutachten können, sagen Sie es bitte auf derselben Seite, damit jemand anderes es kann:',
  'mail.reminder.invitation.subject': '{call}: Begutachten Sie #{number}?',
  'mail.reminder.invitation.body':
    'am {date} wurden Sie um ein Gutachten zu #{number}, „{title}“, gebeten. Eine Antwort von Ihnen liegt noch nicht vor. {dated, select, yes {Das Gutachten wäre bei Ihnen {reader} fällig ({due}).} other {}}\n\nEin Nein hilft so viel wie ein Ja: Dann kann sofort jemand anderes gefragt werden. Bitte antworten Sie hier; ein Konto brauchen Sie dafür nicht:',
  'mail.reminder.response.subject': '{call}: Ihre Antwort auf die Gutachten zu #{number} ist nicht eingereicht',
  'mail.reminder.response.body':
    'Sie können auf die Gutachten zu Ihrer Einreichung #{number}, „{title}“, bis {reader} Ihrer Zeit ({due}) antworten. Noch ist nichts eingereicht; einen Entwurf lesen nur die Autoren.\n\nSie müssen nicht antworten. Wenn Sie möchten, tun Sie es hier:',
  'mail.reminder.revision.subject': '{call}: Die Überarbeitung von #{number} fehlt noch',
  'mail.reminder.revision.body':
    'Sie wurden gebeten, Ihre Einreichung #{number}, „{title}“, zu überarbeiten. Die Überarbeitung ist bei Ihnen {reader} fällig ({due}) und noch nicht eingereicht.\n\nLesen Sie, worum gebeten wird, laden Sie die neue Fassung hoch und reichen Sie sie hier ein:',
  'mail.reminder.why':
    'Sie erhalten diese Erinnerung, weil bei Ihnen noch etwas offen ist. Sie endet, sobald es erledigt ist.',
  'mail.reminder.stop': 'Um gar keine Erinnerungen zu erhalten: {link}',
  'mail.undeliverable.subject': '{call}: Briefe wurden abgewiesen',
  'mail.undeliverable.body':
    'der Mailserver eines Empfängers hat einen Brief zu {call} endgültig abgewiesen. Welche es sind, was er sagte und was Sie tun können:',

  'mailbox.title': 'Postfach',
  'mailbox.lead':
    'Jeder Brief dieser Vorführung kommt hier an, an wen er auch gerichtet ist. Nichts verlässt diesen Rechner.',
  'mailbox.find': 'Briefe an',
  'mailbox.search': 'Suchen',
  'mailbox.letters': 'Briefe, die neuesten zuerst',
  'mailbox.empty':
    '{some, select, yes {Es gibt keinen Brief an „{to}“.} other {Noch ist kein Brief angekommen. Reichen Sie etwas ein oder laden Sie jemanden zum Begutachten ein, und sehen Sie wieder nach.}}',
  'mailbox.to': 'An',
  'mailbox.from': 'Von',
  'mailbox.received': 'Angekommen',

  'letters.title': 'Meine Post',
  'letters.lead':
    'Jeder Brief, der an dich ging, der neueste zuerst: zum Nachlesen, oder falls eine Mail verloren ging.',
  'letters.find': 'Betreff suchen',
  'letters.none': 'Es ging noch nichts an dich.',
  'letters.noneFound': 'Kein Brief hat diese Wörter im Betreff.',
  'letters.submission': 'Einreichung #{number}',
  'letters.newer': 'Neuere Briefe',
  'letters.older': 'Ältere Briefe',

  'outbox.title': 'Post',
  'outbox.lead': 'Alle Briefe zu diesem Call, die Sie sehen dürfen, die neuesten zuerst.',
  'outbox.all': 'Alle Briefe',
  'outbox.undelivered': 'Nicht zugestellt',
  'outbox.caption': 'Briefe dieses Calls',
  'outbox.to': 'An',
  'outbox.subject': 'Betreff',
  'outbox.kind': 'Art',
  'outbox.state': 'Stand',
  'outbox.written': 'Geschrieben',
  'outbox.none':
    'Noch keine Briefe. Sie erscheinen hier, sobald eine Einreichung, Einladung oder Entscheidung einen auslöst.',
  'outbox.noneFound': 'Kein Brief passt zu dieser Suche.',
  'outbox.noneUndelivered': 'Jeder Brief ist zugestellt oder unterwegs.',
  'outbox.more': 'Mehr Briefe zeigen',
  'outbox.count': '{n, plural, =0 {Keine Briefe} one {# Brief} other {# Briefe}}',
  'outbox.resendFailed':
    '{n, plural, one {# nicht zugestellten Brief} other {# nicht zugestellte Briefe}} erneut senden',
  'outbox.resend': 'Erneut senden',
  'outbox.resent':
    '{n, plural, =0 {Nichts musste erneut gesendet werden.} one {# Brief ist wieder unterwegs.} other {# Briefe sind wieder unterwegs.}}',
  'outbox.close': 'Brief schließen',
  'outbox.reply': 'Der Mailserver sagte',
  'outbox.attempts': '{n, plural, =0 {Noch nicht versucht} one {Einmal versucht} other {#-mal versucht}}',
  'outbox.next': 'Nächster Versuch {at}',
  'outbox.letter': 'Brief',
  'outbox.pause': 'Alle Briefe anhalten',
  'outbox.resume': 'Gehen lassen',
  'outbox.paused':
    'Seit {date} geht kein Brief dieses Calls hinaus. {n, plural, =0 {Keiner wartet.} one {# Brief wartet.} other {# Briefe warten.}}',
  'outbox.addressRefused':
    'Ein Mailserver hat diese Adresse endgültig abgewiesen. Erfragen Sie eine andere; dorthin noch einmal zu senden, hilft kaum.',
  'outbox.maybeTwice':
    'Er wurde ein zweites Mal gesendet, weil niemand sagen konnte, ob der erste angekommen war. Es ist dieselbe Nachricht; die meisten Mailprogramme zeigen sie einmal.',
  'outbox.class.account': 'Konto',
  'outbox.class.receipt': 'Eingangsbestätigung',
  'outbox.class.invitation': 'Einladung',
  'outbox.class.reminder': 'Erinnerung',
  'outbox.class.decision': 'Entscheidung',
  'outbox.class.notice': 'Mitteilung',
  'outbox.state.queued': 'Wartet',
  'outbox.state.sending': 'Wird gesendet',
  'outbox.state.accepted': 'Gesendet',
  'outbox.state.delivered': 'Zugestellt',
  'outbox.state.bounced': 'Zurückgekommen',
  'outbox.state.failed': 'Abgewiesen',
  'outbox.state.ambiguous': 'Ungewiss',
  'outbox.state.cancelled': 'Angehalten',
  'outbox.state.suppressed': 'Zurückgehalten',
} as const satisfies Catalog;
