import type { Catalog } from '../translator';

export const notifications = {
  'mail.greeting': 'Gentile {name},',
  'mail.greetingUnknown': 'Buongiorno,',
  'mail.signature': 'Convoke',
  'mail.signatureOf': 'Cordiali saluti\n{name}',
  'mail.untitled': 'ancora senza titolo',

  'mail.reminder.draft.subject':
    '{call}: {stage, select, abstract {manca ancora l’articolo del contributo #{number}} other {il tuo contributo è ancora una bozza}}',
  'mail.reminder.draft.body':
    '{stage, select, abstract {l’abstract del tuo contributo #{number}, «{title}», è arrivato. L’articolo completo no.} other {il tuo contributo «{title}» è salvato come bozza. Non è ancora inviato.}} La scadenza è {reader} secondo il tuo orologio ({due}).\n\nAprilo, guarda che cosa manca e invialo:',
  'mail.reminder.review.subject':
    '{call}: {late, select, yes {la scadenza della tua revisione di #{number} è passata} other {la scadenza della tua revisione di #{number} si avvicina}}',
  'mail.reminder.review.body':
    'hai gentilmente accettato di valutare #{number}, «{title}». {late, select, yes {La revisione era attesa per {reader} secondo il tuo orologio ({due}). È ancora benvenuta: chi decide la aspetta.} other {La revisione è attesa per {reader} secondo il tuo orologio ({due}).}}\n\nScrivila, o finisci la bozza, qui. Se non puoi più valutare questo articolo, dillo nella stessa pagina, così può farlo qualcun altro:',
  'mail.reminder.invitation.subject': '{call}: puoi valutare #{number}?',
  'mail.reminder.invitation.body':
    'il {date} ti abbiamo chiesto di valutare #{number}, «{title}». Non abbiamo ancora una tua risposta. {dated, select, yes {La revisione sarebbe attesa per {reader} secondo il tuo orologio ({due}).} other {}}\n\nUn “no” aiuta quanto un “sì”: si può chiedere subito a qualcun altro. Rispondi qui; non serve un account:',
  'mail.reminder.response.subject': '{call}: la tua risposta alle revisioni di #{number} non è inviata',
  'mail.reminder.response.body':
    'puoi rispondere alle revisioni del tuo contributo #{number}, «{title}», fino a {reader} secondo il tuo orologio ({due}). Non è ancora inviato nulla; una bozza la leggono solo gli autori.\n\nNon sei obbligato a rispondere. Se vuoi, fallo qui:',
  'mail.reminder.revision.subject': '{call}: manca ancora la revisione di #{number}',
  'mail.reminder.revision.body':
    'ti è stato chiesto di rivedere il tuo contributo #{number}, «{title}». La nuova versione è attesa per {reader} secondo il tuo orologio ({due}) e non è ancora stata inviata.\n\nLeggi che cosa è richiesto, carica la nuova versione e inviala qui:',
  'mail.reminder.why': 'Ricevi questo promemoria perché qualcosa di tuo è ancora aperto. Finisce quando l’hai fatto.',
  'mail.reminder.stop': 'Per non ricevere più promemoria: {link}',
  'mail.undeliverable.subject': '{call}: lettere rifiutate',
  'mail.undeliverable.body':
    'il server di posta di un destinatario ha rifiutato definitivamente una lettera su {call}. Quali, che cosa ha detto, e che cosa puoi fare:',

  'mailbox.title': 'Casella di posta',
  'mailbox.lead':
    'Ogni lettera di questa dimostrazione arriva qui, a chiunque sia indirizzata. Nulla lascia questo computer.',
  'mailbox.find': 'Lettere a',
  'mailbox.search': 'Cerca',
  'mailbox.letters': 'Lettere, dalla più recente',
  'mailbox.empty':
    '{some, select, yes {Non c’è nessuna lettera a «{to}».} other {Non è ancora arrivata nessuna lettera. Invia un articolo o invita un revisore, e guarda di nuovo.}}',
  'mailbox.to': 'A',
  'mailbox.from': 'Da',
  'mailbox.received': 'Ricevuta',

  'letters.title': 'Le mie lettere',
  'letters.lead': 'Ogni lettera che ti è stata inviata, dalla più recente: da rileggere, o se una mail si è persa.',
  'letters.find': 'Cerca un oggetto',
  'letters.none': 'Non ti è ancora stato inviato nulla.',
  'letters.noneFound': 'Nessuna lettera ha queste parole nell’oggetto.',
  'letters.submission': 'Contributo #{number}',
  'letters.newer': 'Lettere più recenti',
  'letters.older': 'Lettere più vecchie',

  'outbox.title': 'Posta',
  'outbox.lead': 'Ogni lettera su questa call che puoi vedere, dalla più recente.',
  'outbox.all': 'Tutte le lettere',
  'outbox.undelivered': 'Non consegnate',
  'outbox.caption': 'Lettere di questa call',
  'outbox.to': 'A',
  'outbox.subject': 'Oggetto',
  'outbox.kind': 'Tipo',
  'outbox.state': 'Stato',
  'outbox.written': 'Scritta',
  'outbox.none': 'Ancora nessuna lettera. Compaiono qui quando un invio, un invito o una decisione ne fa partire una.',
  'outbox.noneFound': 'Nessuna lettera corrisponde a questa ricerca.',
  'outbox.noneUndelivered': 'Ogni lettera è consegnata o in viaggio.',
  'outbox.more': 'Mostra altre lettere',
  'outbox.count': '{n, plural, =0 {Nessuna lettera} one {# lettera} other {# lettere}}',
  'outbox.resendFailed': 'Invia di nuovo {n, plural, one {# lettera non consegnata} other {# lettere non consegnate}}',
  'outbox.resend': 'Invia di nuovo',
  'outbox.resent':
    '{n, plural, =0 {Non c’era nulla da inviare di nuovo.} one {# lettera è di nuovo in viaggio.} other {# lettere sono di nuovo in viaggio.}}',
  'outbox.close': 'Chiudi la lettera',
  'outbox.reply': 'Il server di posta ha detto',
  'outbox.attempts': '{n, plural, =0 {Non ancora tentata} one {Tentata una volta} other {Tentata # volte}}',
  'outbox.next': 'Prossimo tentativo {at}',
  'outbox.letter': 'Lettera',
  'outbox.pause': 'Trattieni tutte le lettere',
  'outbox.resume': 'Lasciale partire',
  'outbox.paused':
    'Dal {date} nessuna lettera di questa call parte. {n, plural, =0 {Nessuna aspetta.} one {# lettera aspetta.} other {# lettere aspettano.}}',
  'outbox.addressRefused':
    'Un server di posta ha rifiutato definitivamente questo indirizzo. Chiedine un altro alla persona; inviare di nuovo lì servirà a poco.',
  'outbox.maybeTwice':
    'È stata inviata una seconda volta perché nessuno sapeva se la prima fosse arrivata. È lo stesso messaggio; quasi tutti i programmi di posta lo mostrano una volta sola.',
  'outbox.class.account': 'Account',
  'outbox.class.receipt': 'Ricevuta',
  'outbox.class.invitation': 'Invito',
  'outbox.class.reminder': 'Promemoria',
  'outbox.class.decision': 'Decisione',
  'outbox.class.notice': 'Avviso',
  'outbox.state.queued': 'In attesa',
  'outbox.state.sending': 'In invio',
  'outbox.state.accepted': 'Inviata',
  'outbox.state.delivered': 'Consegnata',
  'outbox.state.bounced': 'Tornata indietro',
  'outbox.state.failed': 'Respinta',
  'outbox.state.ambiguous': 'Incerta',
  'outbox.state.cancelled': 'Fermata',
  'outbox.state.suppressed': 'Trattenuta',
} as const satisfies Catalog;
