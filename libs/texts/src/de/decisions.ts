import type { Catalog } from '../translator';

/** Outcomes, the letter of a decision, and the pages of those who decide. */
export const decisions = {
  'outcome.accept_paper': 'Als Beitrag annehmen',
  'outcome.accept_poster': 'Als Poster annehmen',
  'outcome.reject': 'Ablehnen',
  'outcome.accept': 'Annehmen',
  'outcome.minor_revision': 'Kleine Überarbeitung',
  'outcome.major_revision': 'Große Überarbeitung',
  'outcome.short.accept_paper': 'Beitrag',
  'outcome.short.accept_poster': 'Poster',
  'outcome.short.reject': 'Ablehnen',
  'outcome.short.accept': 'Annehmen',
  'outcome.short.minor_revision': 'Kleine Überarbeitung',
  'outcome.short.major_revision': 'Große Überarbeitung',

  'decision.mail.subject': '{call}: Ihre Einreichung #{number}',
  'decision.mail.accept_paper': 'wir freuen uns, Ihre Einreichung #{number}, „{title}“, als Beitrag anzunehmen.',
  'decision.mail.accept_poster': 'wir freuen uns, Ihre Einreichung #{number}, „{title}“, als Poster anzunehmen.',
  'decision.mail.reject':
    'vielen Dank für Ihre Einreichung #{number}, „{title}“. Leider müssen wir Ihnen mitteilen, dass sie nicht angenommen werden konnte.',
  'decision.mail.accept': 'wir freuen uns, Ihre Einreichung #{number}, „{title}“, zur Veröffentlichung anzunehmen.',
  'decision.mail.minor_revision':
    'vielen Dank für Ihre Einreichung #{number}, „{title}“. Wir möchten sie nach einer kleinen Überarbeitung veröffentlichen. Bitte überarbeiten Sie sie im Licht der Gutachten, und sagen Sie in einer kurzen Notiz, was Sie geändert haben.',
  'decision.mail.major_revision':
    'vielen Dank für Ihre Einreichung #{number}, „{title}“. So, wie sie ist, kann sie nicht angenommen werden. Wir laden Sie ein, sie gründlich zu überarbeiten; die neue Fassung wird erneut begutachtet. Bitte sagen Sie in einer Notiz, wie Sie auf jedes Gutachten eingegangen sind.',
  'decision.mail.finalDue':
    'Bitte senden Sie {poster, select, yes {das endgültige Poster} other {die Endfassung}} bis {due}.',
  'decision.mail.reviews':
    '{n, plural, =0 {} one {Ihre Arbeit wurde von einer Person begutachtet. Das Gutachten folgt unten.} other {Ihre Arbeit wurde von # Personen begutachtet. Die Gutachten folgen unten.}}',
  'decision.mail.page': 'Die Entscheidung und alles, was dazugehört, steht auf der Seite Ihrer Einreichung:\n{link}',
  'decision.mail.metaReview': 'Meta-Gutachten',
  'decision.mail.review': 'Gutachten {letter}',
  'decision.mail.score': '{label}: {value} ({words})',

  'decisions.title': 'Entscheiden',
  'decisions.recommendTitle': 'Empfehlen',
  'decisions.lead': 'Einreichende sehen nichts, bis Sie die Entscheidungen bekannt geben.',
  'decisions.recommendLead': 'Die Programmleitung entscheidet. Einreichende sehen vor der Bekanntgabe nichts.',
  'decisions.caption': 'Beiträge, über die zu entscheiden ist',
  'decisions.number': 'Nr.',
  'decisions.paper': 'Titel',
  'decisions.track': 'Track',
  'decisions.reviews': 'Gutachten',
  'decisions.score': 'Punkte',
  'decisions.recommended': 'Empfehlung',
  'decisions.decision': 'Entscheidung',
  'decisions.none': 'Keine Entscheidung',
  'decisions.noRecommendation': 'noch keine',
  'decisions.all': 'Alle',
  'decisions.undecided': 'Ohne Entscheidung',
  'decisions.show': 'Anzeigen',
  'decisions.empty': 'Noch ist kein Beitrag so weit. Beiträge erscheinen hier, sobald sie eingereicht sind.',
  'decisions.showAll': 'Alle Beiträge anzeigen',
  'decisions.emptyFilter': 'In dieser Gruppe ist kein Beitrag.',
  'decisions.rehearse': 'Bekanntgabe proben',
  'decisions.select': '#{number} auswählen',
  'decisions.selectAll': 'Alle gezeigten auswählen',
  'decisions.selected': '{n, plural, one {# Beitrag ausgewählt} other {# Beiträge ausgewählt}}',
  'decisions.decideAs': 'Über die ausgewählten Beiträge entscheiden',
  'decisions.clear': 'Auswahl aufheben',
  'decisions.decidedMany': '{n, plural, one {Über # Beitrag entschieden} other {Über # Beiträge entschieden}}',
  'decisions.refusedMany':
    '{n, plural, one {# Beitrag blieb, wie er war} other {# Beiträge blieben, wie sie waren}}: {list}',
  'decisions.reviewsOf': '{done} von {of}',
  'decisions.hidden': 'verborgen',
  'decisions.inRelease': 'in der Bekanntgabe',
  'decisions.released': 'bekannt gegeben',
  'decisions.tracks': 'Tracks',
  'decisions.trackProgress': '{done} von {of} empfohlen',
  'decisions.complete': 'Track als fertig kennzeichnen',
  'decisions.reopen': 'Track wieder öffnen',
  'decisions.completedAt': 'fertig',

  'decision.panel.recommend': 'Ihre Empfehlung',
  'decision.panel.decide': 'Entscheidung',
  'decision.panel.recommendHint':
    'Die Programmleitung entscheidet. {dated, select, yes {Einreichende sehen vor der Bekanntgabe am {date} nichts.} other {Einreichende sehen vor der Bekanntgabe nichts.}}',
  'decision.panel.waitHint':
    'Bis die Stellungnahme vorbei ist, kann nichts entschieden werden. {dated, select, yes {Einreichende sehen vor der Bekanntgabe am {date} nichts.} other {Einreichende sehen vor der Bekanntgabe nichts.}}',
  'decision.panel.decideHint':
    '{dated, select, yes {Einreichende sehen vor der Bekanntgabe am {date} nichts.} other {Einreichende sehen vor der Bekanntgabe nichts.}}',
  'decision.panel.sendHint':
    'Schreiben Sie einen Brief, sehen Sie ihn an und senden Sie ihn. Vorher sehen Einreichende nichts.',
  'decision.panel.outcome': 'Ergebnis',
  'decision.panel.reasonChair': 'Begründung für die Programmleitung',
  'decision.panel.metaReview': 'Meta-Gutachten',
  'decision.panel.metaReaders': 'Jetzt die Leitung; Einreichende mit der Entscheidung',
  'decision.panel.reason': 'Begründung',
  'decision.panel.readers':
    '{chairs, plural, =0 {Sichtbar für {coChairs, plural, one {die betreuende Person} other {die # betreuenden Personen}}, nicht für Einreichende} other {Sichtbar für {coChairs, plural, =0 {} one {# Track-Leitung und } other {# Track-Leitungen und }}{chairs, plural, one {die Programmleitung} other {die Programmleitung (# Personen)}}, nicht für Einreichende}}',
  'decision.panel.recommendNext': 'Empfehlen und nächsten öffnen',
  'decision.panel.recommendOnly': 'Empfehlen',
  'decision.panel.decideNext': 'Entscheiden und nächsten öffnen',
  'decision.panel.decideOnly': 'Entscheiden',
  'decision.panel.change': 'Entscheidung ändern',
  'decision.panel.undo': 'Entscheidung zurücknehmen',
  'decision.panel.choose': 'Wählen Sie zuerst ein Ergebnis.',
  'decision.panel.saved': 'Gespeichert',
  'decision.panel.others': 'Von anderen empfohlen',
  'decision.panel.released': 'Den Einreichenden am {date} bekannt gegeben.',
  'decision.panel.inBatch': 'Diese Entscheidung gehört zu einer Bekanntgabe, die gerade geprobt wird.',
  'decision.panel.openRelease': 'Bekanntgabe öffnen',
  'decision.panel.letter': 'Brief schreiben',
  'decision.panel.nothingYet': 'Noch ist nichts empfohlen.',
  'decision.panel.recommendations': 'Empfehlungen',
  'decision.panel.readOnly': 'Sie können hier lesen, was empfohlen wird, es aber nicht ändern.',

  'letter.title': 'Brief zu #{number}',
  'letter.outcome': 'Entscheidung',
  'letter.personal': 'Ihre Worte',
  'letter.personalHint':
    'Sie stehen zwischen der Entscheidung und den Gutachten. Leer lassen, um nur den üblichen Text zu senden.',
  'letter.authors': 'Lesen die Einreichenden',
  'letter.reasonHint': 'Für die Akten der Herausgabe, nie Teil des Briefs.',
  'letter.preview': 'Vorschau',
  'letter.to': 'An',
  'letter.from': 'Von',
  'letter.subject': 'Betreff',
  'letter.body': 'Brief',
  'letter.send': 'Entscheidung {n, plural, =0 {} one {an # Person } other {an # Personen }}senden…',
  'letter.confirm': '„{outcome}“ an {n, plural, one {# Person} other {# Personen}} senden?',
  'letter.confirmDetail':
    'Die Einreichenden sehen die Entscheidung und die Gutachten sofort. Ein gesendeter Brief lässt sich nicht zurückholen.',
  'letter.confirmSend': '{n, plural, one {# Brief} other {# Briefe}} senden',
  'letter.sent': 'An {n, plural, one {# Person} other {# Personen}} gesendet.',

  'release.title': 'Bekanntgabe proben',
  'release.doneTitle': 'Bekannt gegeben',
  'release.lead': 'Von hier geht nichts ab, bis Sie „Bekannt geben“ drücken.',
  'release.planned': 'Geplant für {date}.',
  'release.crumb': 'Entscheiden und bekannt geben',
  'release.readyTitle': 'Bereit zur Bekanntgabe',
  'release.start': '{n, plural, one {# Entscheidung} other {# Entscheidungen}} vorbereiten',
  'release.startHint':
    'Zuerst wird jeder Brief geschrieben und Ihnen gezeigt. Solange Sie sie ansehen, sind die Entscheidungen gesperrt.',
  'release.nothing':
    'Keine Entscheidung wartet auf eine Bekanntgabe. Entscheiden Sie zuerst über Beiträge; sie erscheinen hier.',
  'release.decide': 'Über Beiträge entscheiden',
  'release.notIn': 'Nicht dabei',
  'release.problems':
    '{stops, plural, =0 {Nichts hält die Bekanntgabe auf} one {# Problem hält die Bekanntgabe auf} other {# Probleme halten die Bekanntgabe auf}}{look, plural, =0 {} one {, # ist einen Blick wert} other {, # sind einen Blick wert}}',
  'release.more': ' und {n} weitere',
  'release.problem.no_decision': '{n, plural, one {# Beitrag hat} other {# Beiträge haben}} keine Entscheidung',
  'release.problem.no_decision.detail': '{list}. Sie bleiben, wie sie sind, und können später bekannt gegeben werden.',
  'release.problem.no_address': '{n, plural, one {# Beitrag hat} other {# Beiträge haben}} niemanden mit einer Adresse',
  'release.problem.no_address.detail':
    '{list}. Niemand bekäme den Brief, deshalb bleiben sie bei dieser Bekanntgabe außen vor.',
  'release.problem.address_refused':
    'Bei {n, plural, one {# Beitrag} other {# Beiträgen}} wurde eine Adresse abgewiesen',
  'release.problem.address_refused.detail':
    '{list}. Ein Mailserver hat dort einen früheren Brief endgültig abgewiesen. Erfragen Sie eine andere Adresse; auf ihrer Seite lesen die Autoren die Entscheidung auch so.',
  'release.problem.unsent_mail':
    'Bei {n, plural, one {# Beitrag} other {# Beiträgen}} ist ein früherer Brief nicht angekommen',
  'release.problem.unsent_mail.detail':
    '{list}. Er wartet, wurde abgewiesen oder ist ungewiss. Sehen Sie zuerst in die Post des Calls.',
  'release.problem.no_review':
    '{n, plural, one {# Entscheidung beruht} other {# Entscheidungen beruhen}} auf keinem Gutachten',
  'release.problem.no_review.detail': '{list}. Der Brief wird nichts von Gutachten sagen.',
  'release.problem.against_scores':
    '{n, plural, one {# Entscheidung widerspricht} other {# Entscheidungen widersprechen}} allen Punkten',
  'release.problem.against_scores.detail':
    '{list}. Angenommen, obwohl alle Gutachten unter der Mitte lagen, oder abgelehnt, obwohl alle darüber lagen.',
  'release.problem.stale':
    '{n, plural, one {# Entscheidung hat} other {# Entscheidungen haben}} sich geändert, seit die Briefe geschrieben wurden',
  'release.problem.stale.detail': '{list}. Lassen Sie sie aus und bereiten Sie sie neu vor.',
  'release.problem.wrong_letter': '{n, plural, one {# Brief passt} other {# Briefe passen}} nicht zur Entscheidung',
  'release.problem.wrong_letter.detail':
    '{list}. Ein bearbeiteter Brief muss den Satz mit der Entscheidung behalten und darf keinen anderen Beitrag und keine anderen Autoren nennen.',
  'release.leaveOut': '{n} auslassen',
  'release.openPaper': 'Öffnen',
  'release.fine.letters': 'Jeder Brief passt zu seiner Entscheidung',
  'release.fine.lettersDetail': '{n} von {n} geprüft.',
  'release.preview': 'Vorschau der Briefe',
  'release.back': 'Zurück',
  'release.next': 'Weiter',
  'release.position': '{at} von {of}',
  'release.edit': 'Diesen Brief bearbeiten',
  'release.saveLetter': 'Brief speichern',
  'release.discard': 'Änderungen verwerfen',
  'release.button':
    '{decisions, plural, one {# Entscheidung} other {# Entscheidungen}} bekannt geben und {letters, plural, one {# Brief} other {# Briefe}} senden…',
  'release.confirm':
    '{decisions, plural, one {# Entscheidung} other {# Entscheidungen}} bekannt geben und {letters, plural, one {# Brief} other {# Briefe}} senden?',
  'release.confirmDetail':
    'Die Einreichenden sehen ihre Entscheidungen sofort. Das lässt sich nicht rückgängig machen.',
  'release.confirmButton': '{decisions} bekannt geben und {letters} senden',
  'release.blocked': 'Lösen Sie zuerst {n, plural, one {das Problem} other {die # Probleme}}.',
  'release.hold':
    'Nach der Bekanntgabe haben Sie {n, plural, one {# Minute} other {# Minuten}}, um die Briefe anzuhalten.',
  'release.noHold': 'Die Briefe gehen sofort ab.',
  'release.cancel': 'Probe beenden',
  'release.cancelled': 'Die Probe ist beendet. Die Entscheidungen lassen sich wieder ändern.',
  'release.delivery': 'Zustellung',
  'release.progress': '{done} von {of} Briefen gesendet',
  'release.failed': '{n, plural, one {# Brief konnte} other {# Briefe konnten}} nicht gesendet werden.',
  'release.stoppedN': '{n, plural, one {# Brief wurde} other {# Briefe wurden}} angehalten.',
  'release.stop': 'Briefe anhalten',
  'release.openMail': 'Post dieses Calls öffnen',
  'release.visible': 'Zu {n, plural, one {# Beitrag} other {# Beiträgen}} ist die Entscheidung seit {date} zu lesen.',
  'release.again': 'Weitere Bekanntgabe vorbereiten',
  'release.past': 'Frühere Bekanntgaben',
  'release.pastLine':
    '{date}: {decisions, plural, one {# Entscheidung} other {# Entscheidungen}}, {letters, plural, one {# Brief} other {# Briefe}}',
} as const satisfies Catalog;
