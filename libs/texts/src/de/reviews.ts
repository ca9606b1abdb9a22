import type { Catalog } from '../translator';

export const reviews = {
  // my reviews
  'reviews.mine.title': 'Meine Gutachten',
  'reviews.mine.empty':
    'Noch hat Sie niemand um ein Gutachten gebeten. Sobald jemand es tut, steht der Beitrag hier mit seinem Termin.',
  'reviews.mine.todo': 'Offen',
  'reviews.mine.done': 'Erledigt',
  'reviews.mine.hidden': 'Einreichung #{number}',
  'reviews.mine.invited': 'Sie werden um ein Gutachten zu diesem Beitrag gebeten',
  'reviews.mine.to_write': 'Nicht begonnen',
  'reviews.mine.draft':
    'Entwurf gespeichert{missing, plural, =0 {, nichts fehlt} one {, eine Antwort fehlt} other {, # Antworten fehlen}}',
  'reviews.mine.submitted': 'Abgegeben {date}',
  'reviews.mine.withheld': 'Unter Verschluss',
  'reviews.mine.ended': 'Beendet',
  'reviews.mine.act.invited': 'Zusagen oder absagen',
  'reviews.mine.act.to_write': 'Gutachten beginnen',
  'reviews.mine.act.draft': 'Gutachten fortsetzen',
  'reviews.mine.act.submitted': 'Gutachten öffnen',
  'reviews.mine.actFor': '{act}: #{number} {title}',

  // the editor
  'reviews.editor.title': 'Gutachten',
  'reviews.editor.heading': 'Ihr Gutachten zu #{number}',
  'reviews.editor.documentTitle': 'Gutachten zu #{number}',
  'reviews.editor.paper': 'Beitrag',
  'reviews.editor.review': 'Gutachten',
  'reviews.editor.parts': 'Beitrag oder Gutachten',
  'reviews.editor.handledBy': 'Betreut von {name}',
  'reviews.editor.about': 'Abstract und Themen',
  'reviews.editor.topics': 'Themen: {topics}',
  'reviews.editor.keywords': 'Schlagwörter: {keywords}',
  'reviews.editor.chooseOne': 'Wählen Sie eines',
  'reviews.editor.notChosen': 'Nicht gewählt',
  'reviews.editor.saveAndClose': 'Speichern und schließen',
  'reviews.editor.submit': 'Gutachten abgeben',
  'reviews.editor.submitChanges': 'Änderungen abgeben',
  'reviews.editor.nothingNew': 'Was Sie abgegeben haben, ist dasselbe wie hier.',
  'reviews.editor.shortcut': 'Strg und Eingabe geben ab',
  'reviews.editor.confirmTitle': 'Ihr Gutachten zu #{number} abgeben?',
  'reviews.editor.confirmText':
    'Die Leitung liest es sofort. Sie können es ändern, bis entschieden ist; jede Fassung bleibt erhalten.',
  'reviews.editor.confirmBlind':
    'Weder Ihr Text noch die Art, wie Sie eigene Arbeiten nennen, soll verraten, wer Sie sind.',
  'reviews.editor.submittedAt':
    'Abgegeben {date}. Die Leitung kann es lesen; Sie können es ändern, bis entschieden ist.',
  'reviews.editor.changed':
    'Ihre Änderungen seit {date} sind nur für Sie gespeichert. Geben Sie sie ab, damit die Leitung die neue Fassung liest.',
  'reviews.editor.closed': 'Dieses Gutachten lässt sich nicht mehr ändern.',
  'reviews.editor.submitted': 'Ihr Gutachten zu #{number} ist abgegeben.',
  'reviews.editor.missing.empty': '{label}: Schreiben Sie etwas',
  'reviews.editor.missing.not_chosen': '{label}: Wählen Sie einen Wert',
  'reviews.editor.leave': 'Was Sie zuletzt schrieben, ist noch nicht gespeichert. Trotzdem gehen?',
  'reviews.editor.cannot': 'Ich kann ihn nicht begutachten oder habe einen Konflikt…',
  'reviews.editor.stale': 'Dieses Gutachten wurde um {time} in einem anderen Fenster gespeichert.',
  'reviews.editor.staleWhy':
    'Nichts ist verloren: Wählen Sie, mit welchem Text es weitergeht. Der andere steht hier, bis Sie gewählt haben.',
  'reviews.editor.staleMine': 'Behalten, was auf dieser Seite steht',
  'reviews.editor.staleTheirs': 'Nehmen, was dort gespeichert wurde',
  'reviews.editor.staleColumnMine': 'Auf dieser Seite',
  'reviews.editor.staleColumnTheirs': 'Dort gespeichert',

  // who reads an answer
  'reviews.audience.authors': 'Autorenliste, Gutachtende, Leitung',
  'reviews.audience.authors_after_decision': 'Autoren mit der Entscheidung, Gutachter, Chairs',
  'reviews.audience.reviewers': 'Gutachtende und Leitung',
  'reviews.audience.chairs':
    '{coChairs, plural, =0 {} one {1 Track-Leitung} other {# Track-Leitungen}}{both, select, true { und } other {}}{chairs, plural, =0 {} one {die Leitung} other {# Chairs}}',
  'reviews.audience.chairsOnly': 'Nur die Leitung',

  // the paper beside it
  'reviews.pdf.invited': 'Sie können den ganzen Beitrag lesen, sobald Sie zugesagt haben.',
  'reviews.pdf.none': 'Zu dieser Einreichung gehört keine Datei.',
  'reviews.pdf.checking':
    'Die Datei wird noch geprüft. Sie erscheint hier, sobald es eine Kopie ohne Spuren ihrer Herkunft gibt.',
  'reviews.pdf.notShown': 'Diese Art Datei kann hier nicht gezeigt werden. Laden Sie sie herunter, um sie zu lesen.',
  'reviews.pdf.failed': 'Der Beitrag konnte hier nicht gezeigt werden. Laden Sie ihn stattdessen herunter.',
  'reviews.pdf.loading': 'Der Beitrag wird geladen',
  'reviews.pdf.page': 'Seite {page} von {pages}',
  'reviews.pdf.smaller': 'Kleiner',
  'reviews.pdf.larger': 'Größer',
  'reviews.pdf.download': 'Herunterladen',
  'reviews.pdf.files': 'Dateien',
  'reviews.pdf.label': 'Text des Beitrags',
  'reviews.slot.paper': 'Beitrag',

  // answering inside the application
  'reviews.answer.lead':
    'Sie werden um ein Gutachten zu diesem Beitrag gebeten. Sagen Sie, ob Sie können, damit sonst rechtzeitig jemand anderes gefunden wird.',
  'reviews.answer.accept': 'Begutachtung zusagen',
  'reviews.answer.cannot': 'Ich kann ihn nicht begutachten',
  'reviews.answer.conflict': 'Ich habe einen Interessenkonflikt',
  'reviews.answer.reason': 'Grund',
  'reviews.answer.suggestion': 'Jemand, der es könnte',
  'reviews.answer.suggestionHint': 'Mit Adresse, wenn Sie sie kennen.',
  'reviews.answer.declineNow': 'Begutachtung absagen',
  'reviews.answer.stepBackNow': 'Beitrag zurückgeben',
  'reviews.answer.conflictReason': 'Welcher Art der Konflikt ist',
  'reviews.answer.conflictHint': 'Nur die Leitung liest es. Sie sehen diesen Beitrag dann nicht mehr.',
  'reviews.answer.conflictNow': 'Konflikt erklären',
  'reviews.answer.declined': 'Danke für die Antwort. Die Leitung sucht jemand anderes.',

  // side by side
  'reviews.table.caption': 'Gutachten nebeneinander',
  'reviews.table.question': 'Frage',
  'reviews.table.pseudonym': 'Gutachten {letter}',
  'reviews.table.own': 'Ihr Gutachten',
  'reviews.table.submitted': '{date}, Fassung {version}',
  'reviews.table.waiting.invited': 'gefragt, noch keine Antwort',
  'reviews.table.waiting.accepted': 'nicht begonnen',
  'reviews.table.waiting.draft': 'wird geschrieben',
  'reviews.table.draft': 'Entwurf, nicht eingereicht',
  'reviews.table.mean': 'Mittel',
  'reviews.editor.draftIsRead':
    'In diesem Call kann die Leitung eines Beitrags Entwürfe der Gutachten lesen, bevor sie eingereicht sind. Sie sieht sie als Entwürfe.',
  'reviews.table.noAnswer': 'Keine Antwort',
  'reviews.table.round': 'Runde {n}',
  'reviews.table.rounds': 'Runden',
  'reviews.table.none': 'Es liegt kein Gutachten vor, das Sie lesen können.',
  'reviews.table.expected': '{done} von {of} Gutachten sind da.',
  'reviews.table.afterDecision': 'Autoren lesen dies mit der Entscheidung',
  'reviews.table.chairsOnly': 'Das liest nur die Leitung',
  'reviews.table.reviewersOnly': 'Das steht nicht in der Antwort an die Einreichenden',
} as const satisfies Catalog;
