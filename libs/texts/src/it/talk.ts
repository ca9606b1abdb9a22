import type { Catalog } from '../translator';

/** What reviewers, chairs and authors say to each other before a decision. */
export const talk = {
  'talk.who.self': 'Tu',
  'talk.who.selfLetter': 'Tu (revisore {letter})',
  'talk.who.chair': 'Chair',
  'talk.who.chairNamed': '{name}, chair',
  'talk.who.reviewer': 'Un revisore',
  'talk.who.letter': 'Revisore {letter}',
  'talk.who.named': '{name} (revisore {letter})',

  'talk.audience.chairs':
    'Chair di questo articolo{people, select, none {} one { — 1 persona} other { — {people} persone}}',
  'talk.audience.self':
    'Tu e i chair di questo articolo{people, select, none {} one { — 1 persona} other { — {people} persone}}',
  'talk.audience.reviewer':
    '{who} e i chair di questo articolo{people, select, none {} one { — 1 persona} other { — {people} persone}}',
  'talk.audience.reviewers':
    'Revisori e chair{people, select, none {} one { — 1 persona} other { — {people} persone}}, senza gli autori',
  'talk.audience.committee':
    'Revisori, chair e comitato{people, select, none {} one { — 1 persona} other { — {people} persone}}, senza gli autori',

  'talk.discussion.title': 'Discussione',
  'talk.discussion.lead': 'Gli autori non ne leggono mai nulla.',
  'talk.discussion.none': 'Nessuno ha ancora scritto.',
  'talk.discussion.noneClosed': 'Nessuno ha scritto in questa discussione.',
  'talk.discussion.closed': 'La discussione è chiusa. Puoi ancora leggerla.',
  'talk.discussion.new': 'Nuovo',
  'talk.discussion.unread': '{n, plural, one {# nuovo} other {# nuovi}}',
  'talk.discussion.thread': 'Conversazione per {audience}',
  'talk.discussion.narrower': 'Solo per {audience}',
  'talk.discussion.struckSelf': 'Ritirato da chi l’ha scritto.',
  'talk.discussion.struckChair': 'Rimosso da un chair.',
  'talk.discussion.strike': 'Ritira…',
  'talk.discussion.strikeOther': 'Rimuovi…',
  'talk.discussion.strikeTitle': 'Nessuno deve più leggere questo messaggio?',
  'talk.discussion.strikeText': 'Il testo scompare per tutti; che c’era un messaggio resta visibile.',
  'talk.discussion.strikeDo': 'Rimuovi il messaggio',
  'talk.discussion.reply': 'Scrivi in questa conversazione',
  'talk.discussion.begin': 'Inizia una nuova conversazione',
  'talk.discussion.beginFirst': 'Scrivi il primo messaggio',
  'talk.discussion.whoReads': 'Chi lo legge?',
  'talk.discussion.message': 'Il tuo messaggio',
  'talk.discussion.post': 'Invia a {people, select, none {loro} one {1 persona} other {{people} persone}}',
  'talk.discussion.sent': 'Il tuo messaggio è inviato.',
  'talk.discussion.shortcut': 'Ctrl e Invio inviano',
  'talk.discussion.cancel': 'Annulla',
  'talk.discussion.discard': 'Buttare via ciò che hai scritto?',
  'talk.discussion.discardDo': 'Butta via',
  'talk.discussion.widenTitle': 'Aprire questa conversazione ad altre persone?',
  'talk.discussion.widenText':
    'Da questo messaggio in poi è letta da: {audience}. Ricevono una lettera. Ciò che è stato scritto prima resta a chi era destinato.',
  'talk.discussion.widenDo': 'Invia, e apri la conversazione',
  'talk.discussion.staleTitle': 'Ora questa conversazione è letta da altre persone.',
  'talk.discussion.stale': 'Nulla è stato inviato. Leggi chi sono, e invia di nuovo se è per loro.',
  'talk.discussion.letters': 'Mandami una lettera per ogni nuovo messaggio',
  'talk.moves.title': 'Prima della decisione',
  'talk.moves.open_discussion': 'Apri la discussione',
  'talk.moves.close_discussion': 'Chiudi la discussione',
  'talk.moves.open_response': 'Chiedi agli autori di rispondere…',
  'talk.moves.close_response': 'Chiudi ora la risposta…',
  'talk.moves.bulk.open_discussion': 'Apri {count, plural, one {# discussione} other {# discussioni}}',
  'talk.moves.bulk.open_response': 'Chiedi agli autori di {count} di rispondere…',
  'talk.moves.done.open_discussion': '{n, plural, one {La discussione è aperta.} other {# discussioni sono aperte.}}',
  'talk.moves.done.close_discussion': '{n, plural, one {La discussione è chiusa.} other {# discussioni sono chiuse.}}',
  'talk.moves.done.open_response':
    '{n, plural, one {Gli autori possono rispondere.} other {Gli autori di # contributi possono rispondere.}} {letters, plural, one {Una lettera è in partenza.} other {# lettere sono in partenza.}}',
  'talk.moves.done.close_response': '{n, plural, one {La risposta è chiusa.} other {# risposte sono chiuse.}}',
  'talk.moves.refused': 'Nulla è cambiato per {numbers}: {why}',
  'talk.moves.responseTitle':
    '{n, plural, one {Chiedere agli autori di rispondere?} other {Chiedere agli autori di # contributi di rispondere?}}',
  'talk.moves.responseText':
    'Le revisioni, come sono ora, diventano leggibili per gli autori, e i loro autori di riferimento ricevono una lettera. Le modifiche successive, e le revisioni che arrivano dopo, restano nascoste agli autori fino alla decisione.',
  'talk.moves.responseUntil': 'Fino a {reader} ({due})',
  'talk.moves.responseNoDate':
    'La call non ha una data futura fino alla quale gli autori rispondono. Prima impostala tra le date della call.',
  'talk.moves.responseDates': 'Apri le date della call',
  'talk.moves.responseOwn': 'Fino a quando',
  'talk.moves.responseOwnHint': 'Solo per questo articolo; se resta vuoto, vale la data della call: {due}',
  'talk.moves.responseOwnNeeded':
    'La call non ha una data futura, quindi questo articolo ne vuole una propria. Questo minuto è compreso.',
  'talk.moves.responseOwnMissing': 'Scegli un giorno e un’ora.',
  'talk.moves.responseZone': 'Fuso orario',
  'talk.moves.responseDo': '{n, plural, one {Chiedi agli autori} other {Chiedi agli autori di # contributi}}',
  'talk.moves.closeTitle': 'Chiudere ora la risposta degli autori?',
  'talk.moves.closeText':
    'Gli autori non potranno più scrivere o cambiare la risposta. Ciò che hanno inviato resta; una bozza non inviata non è letta da nessuno.',
  'talk.moves.closeDo': 'Chiudi la risposta',
  'talk.moves.responseOpen': 'Gli autori possono rispondere fino a {reader}.',
  'talk.moves.responseIn': 'Inviata {date}.',
  'talk.moves.responseMissing': 'Non è ancora stato inviato nulla.',

  'talk.response.title': 'Risposta degli autori',
  'talk.response.yours': 'La tua risposta alle revisioni',
  'talk.response.lead':
    'Rispondi a ciò che i revisori chiedono o hanno frainteso. Revisori e chair la leggono quando la invii; fino ad allora solo tu e i coautori.',
  'talk.response.who': 'Revisori e chair, dopo l’invio',
  'talk.response.paper': 'A tutti i revisori',
  'talk.response.only': 'La tua risposta',
  'talk.response.review': 'Al revisore {letter}',
  'talk.response.submit': 'Invia la risposta',
  'talk.response.submitChanges': 'Invia le modifiche',
  'talk.response.shortcut': 'Ctrl e Invio inviano',
  'talk.response.nothingNew': 'Ciò che hai inviato è uguale a ciò che sta qui.',
  'talk.response.confirmTitle': 'Inviare la tua risposta per #{number}?',
  'talk.response.confirmText':
    'Revisori e chair la leggono subito. Puoi modificarla fino alla data; allora leggono la nuova versione.',
  'talk.response.confirmBlind': 'Non deve dire chi sei: i revisori di questa call non conoscono gli autori.',
  'talk.response.submitted': 'La tua risposta è inviata.',
  'talk.response.draftWarning': 'Questa è una bozza. Finché non la invii la leggono solo gli autori.',
  'talk.response.submittedAt': 'Inviata {date}. Revisori e chair possono leggerla.',
  'talk.response.changed':
    'Le tue modifiche dopo {date} sono salvate solo per gli autori. Inviale perché si legga la nuova versione.',
  'talk.response.empty': 'Scrivi prima qualcosa.',
  'talk.response.over': 'Questo testo supera il limite.',
  'talk.response.nothing': 'Non hai inviato una risposta.',
  'talk.response.unsent': 'Questa bozza non è stata inviata. La leggono solo gli autori.',
  'talk.response.none': 'Gli autori non hanno ancora inviato una risposta.',
  'talk.response.noneClosed': 'Gli autori non hanno risposto.',
  'talk.response.at': 'Inviata {date}, {words, plural, one {# parola} other {# parole}}',
  'talk.response.by': 'Salvata per ultimo da {name}',
  'talk.response.stale':
    '{by, select, you {Questa risposta è stata salvata in un’altra finestra alle {time}.} other {{name} ha salvato questa risposta alle {time}.}}',
  'talk.response.listed': 'La risposta la scrivono gli autori di contatto. Qui puoi leggerla.',

  'talk.meta.title': 'Meta-revisione',
  'talk.meta.by': 'di {name}',

  'talk.links.reviews': 'Revisioni affiancate',
  'talk.links.discussion':
    '{unread, plural, =0 {Discussione} one {Discussione: un nuovo messaggio} other {Discussione: # nuovi messaggi}}{open, select, yes {} other {, chiusa}}',
  'talk.links.response':
    '{state, select, in {Risposta degli autori} awaited {Risposta degli autori, non ancora arrivata} other {Nessuna risposta degli autori}}',

  'talk.mail.opened.subject': '{call}: rispondi alle revisioni di #{number}',
  'talk.mail.opened.text':
    'ora si possono leggere le revisioni del tuo contributo #{number}, «{title}». Puoi rispondere fino a {reader} secondo il tuo orologio ({due}).',
  'talk.mail.opened.draft':
    'La decisione non è ancora presa. Revisori e chair leggono la tua risposta quando la invii; una bozza la leggono solo gli autori. Revisioni e risposta sono qui:',
  'talk.mail.posted.subject': '{call}: un nuovo messaggio su #{number}',
  'talk.mail.posted.text':
    '{who} ha scritto nella discussione del contributo #{number}, «{title}».{widened, select, yes { Con questo messaggio la conversazione è stata aperta a te.} other {}} Leggilo e rispondi qui:',
  'talk.mail.posted.stop': 'Puoi disattivare queste lettere nella stessa pagina, per questo articolo.',
} satisfies Catalog;
