import type { Catalog } from '../translator';

export const reviews = {
  // my reviews
  'reviews.mine.title': 'Le mie revisioni',
  'reviews.mine.empty':
    'Ancora nessuno ti ha chiesto una revisione. Quando succederà, l’articolo starà qui con la sua data.',
  'reviews.mine.todo': 'Da fare',
  'reviews.mine.done': 'Fatte',
  'reviews.mine.hidden': 'Contributo #{number}',
  'reviews.mine.invited': 'Ti si chiede di valutare questo articolo',
  'reviews.mine.to_write': 'Non iniziata',
  'reviews.mine.draft':
    'Bozza salvata{missing, plural, =0 {, non manca nulla} one {, manca una risposta} other {, mancano # risposte}}',
  'reviews.mine.submitted': 'Inviata {date}',
  'reviews.mine.withheld': 'Riservata',
  'reviews.mine.ended': 'Conclusa',
  'reviews.mine.act.invited': 'Accetta o rifiuta',
  'reviews.mine.act.to_write': 'Inizia la revisione',
  'reviews.mine.act.draft': 'Continua la revisione',
  'reviews.mine.act.submitted': 'Apri la revisione',
  'reviews.mine.actFor': '{act}: #{number} {title}',

  // the editor
  'reviews.editor.title': 'Revisione',
  'reviews.editor.heading': 'La tua revisione di #{number}',
  'reviews.editor.documentTitle': 'Revisione di #{number}',
  'reviews.editor.paper': 'Articolo',
  'reviews.editor.review': 'Revisione',
  'reviews.editor.parts': 'Articolo o revisione',
  'reviews.editor.handledBy': 'Seguito da {name}',
  'reviews.editor.about': 'Abstract e temi',
  'reviews.editor.topics': 'Temi: {topics}',
  'reviews.editor.keywords': 'Parole chiave: {keywords}',
  'reviews.editor.chooseOne': 'Scegline uno',
  'reviews.editor.notChosen': 'Non scelto',
  'reviews.editor.saveAndClose': 'Salva e chiudi',
  'reviews.editor.submit': 'Invia la revisione',
  'reviews.editor.submitChanges': 'Invia le modifiche',
  'reviews.editor.nothingNew': 'Ciò che hai inviato è uguale a ciò che sta qui.',
  'reviews.editor.shortcut': 'Ctrl e Invio inviano',
  'reviews.editor.confirmTitle': 'Inviare la tua revisione di #{number}?',
  'reviews.editor.confirmText':
    'I chair la leggono subito. Puoi cambiarla finché non c’è una decisione; ogni versione resta.',
  'reviews.editor.confirmBlind': 'Né il tuo testo né il modo in cui parli dei tuoi lavori devono far capire chi sei.',
  'reviews.editor.submittedAt':
    'Inviata {date}. I chair possono leggerla; puoi cambiarla finché non c’è una decisione.',
  'reviews.editor.changed':
    'Le tue modifiche dal {date} sono salvate solo per te. Inviale, e i chair leggono la nuova versione.',
  'reviews.editor.closed': 'Questa revisione non si può più cambiare.',
  'reviews.editor.submitted': 'La tua revisione di #{number} è inviata.',
  'reviews.editor.missing.empty': '{label}: scrivi qualcosa',
  'reviews.editor.missing.not_chosen': '{label}: scegli un valore',
  'reviews.editor.leave': 'Ciò che hai scritto per ultimo non è ancora salvato. Uscire comunque?',
  'reviews.editor.cannot': 'Non posso valutarlo, o ho un conflitto…',
  'reviews.editor.stale': 'Questa revisione è stata salvata in un’altra finestra alle {time}.',
  'reviews.editor.staleWhy':
    'Nulla è perso: scegli con quale testo continuare. L’altro resta qui finché non hai scelto.',
  'reviews.editor.staleMine': 'Tieni ciò che sta in questa pagina',
  'reviews.editor.staleTheirs': 'Prendi ciò che è stato salvato là',
  'reviews.editor.staleColumnMine': 'In questa pagina',
  'reviews.editor.staleColumnTheirs': 'Salvato là',

  // who reads an answer
  'reviews.audience.authors': 'Autori, revisori, chair',
  'reviews.audience.authors_after_decision': 'Autori con la decisione, revisori, chair',
  'reviews.audience.reviewers': 'Revisori e chair',
  'reviews.audience.chairs':
    '{coChairs, plural, =0 {} one {1 presidente di track} other {# presidenti di track}}{both, select, true { e } other {}}{chairs, plural, =0 {} one {il chair} other {# chair}}',
  'reviews.audience.chairsOnly': 'Solo i chair',

  // the paper beside it
  'reviews.pdf.invited': 'Puoi leggere l’articolo intero quando hai accettato.',
  'reviews.pdf.none': 'Questo contributo non ha file.',
  'reviews.pdf.checking':
    'Il file è ancora in corso di controllo. Compare qui quando è pronta una copia senza tracce dell’autore.',
  'reviews.pdf.notShown': 'Questo tipo di file non si può mostrare qui. Scaricalo per leggerlo.',
  'reviews.pdf.failed': 'Non è stato possibile mostrare qui l’articolo. Scaricalo.',
  'reviews.pdf.loading': 'Caricamento dell’articolo',
  'reviews.pdf.page': 'Pagina {page} di {pages}',
  'reviews.pdf.smaller': 'Più piccolo',
  'reviews.pdf.larger': 'Più grande',
  'reviews.pdf.download': 'Scarica',
  'reviews.pdf.files': 'File',
  'reviews.pdf.label': 'Testo dell’articolo',
  'reviews.slot.paper': 'Articolo',

  // answering inside the application
  'reviews.answer.lead':
    'Ti si chiede di valutare questo articolo. Di’ se puoi, così altrimenti si trova in tempo qualcun altro.',
  'reviews.answer.accept': 'Accetto di valutarlo',
  'reviews.answer.cannot': 'Non posso valutarlo',
  'reviews.answer.conflict': 'Ho un conflitto di interessi',
  'reviews.answer.reason': 'Motivo',
  'reviews.answer.suggestion': 'Qualcuno che potrebbe',
  'reviews.answer.suggestionHint': 'Con un indirizzo, se lo conosci.',
  'reviews.answer.declineNow': 'Rifiuta la revisione',
  'reviews.answer.stepBackNow': 'Restituisci l’articolo',
  'reviews.answer.conflictReason': 'Che tipo di conflitto',
  'reviews.answer.conflictHint': 'Lo leggono solo i chair. Non vedrai più questo articolo.',
  'reviews.answer.conflictNow': 'Dichiara il conflitto',
  'reviews.answer.declined': 'Grazie per averlo detto. I chair cercano qualcun altro.',

  // side by side
  'reviews.table.caption': 'Revisioni affiancate',
  'reviews.table.question': 'Domanda',
  'reviews.table.pseudonym': 'Revisore {letter}',
  'reviews.table.own': 'La tua revisione',
  'reviews.table.submitted': '{date}, versione {version}',
  'reviews.table.waiting.invited': 'invitato, ancora nessuna risposta',
  'reviews.table.waiting.accepted': 'non iniziata',
  'reviews.table.waiting.draft': 'in scrittura',
  'reviews.table.draft': 'bozza, non inviata',
  'reviews.table.mean': 'Media',
  'reviews.editor.draftIsRead':
    'In questa call i chair di un articolo possono leggere le bozze delle revisioni prima dell’invio. Le vedono come bozze.',
  'reviews.table.noAnswer': 'Nessuna risposta',
  'reviews.table.round': 'Turno {n}',
  'reviews.table.rounds': 'Turni',
  'reviews.table.none': 'Non c’è ancora una revisione che tu possa leggere.',
  'reviews.table.expected': 'Sono arrivate {done} revisioni su {of}.',
  'reviews.table.afterDecision': 'Gli autori lo leggono con la decisione',
  'reviews.table.chairsOnly': 'Lo leggono solo i chair',
  'reviews.table.reviewersOnly': 'Gli autori non lo leggono',
} as const satisfies Catalog;
