import type { Catalog } from '../translator';

/** What invited people and reviewers read. The workbench of co-chairs is in English for now. */
export const assignments = {
  'assignments.mail.paper': '#{number} «{title}»',
  'assignments.mail.pages': '{pages, plural, one {Una pagina} other {# pagine}}',
  'assignments.mail.due': 'Revisione entro {reader}',
  'assignments.mail.dueTwice': 'Revisione entro {reader} ({call})',
  'assignments.mail.noDate': 'La data per le revisioni non è ancora fissata; te la diremo.',
  'assignments.mail.handler': 'Seguito da {name}',
  'assignments.mail.read': 'Leggi l’articolo e scrivi la tua revisione: {link}',
  'assignments.mail.invite.subject': '[{call}] Puoi valutare il contributo #{number}?',
  'assignments.mail.invite.lead': 'Vorremmo chiederti una revisione per {call}.',
  'assignments.mail.invite.answer': 'Leggi l’abstract e accetta o rifiuta qui; non ti serve un account:\n{link}',
  'assignments.mail.invite.conflict':
    'Se hai un conflitto di interessi con questo articolo, dillo nella stessa pagina. Il link è solo tuo e vale fino al {date}.',
  'assignments.mail.assigned.subject':
    '[{call}] {count, plural, one {Un articolo da valutare} other {# articoli da valutare}}',
  'assignments.mail.assigned.lead':
    '{count, plural, one {Un contributo a {call} ti è assegnato per la revisione.} other {# contributi a {call} ti sono assegnati per la revisione.}}',
  'assignments.mail.assigned.conflict':
    'Se non puoi valutarne uno o hai un conflitto di interessi, dillo nella sua pagina, così si trova in tempo qualcun altro.',
  'assignments.mail.remind.subject': '[{call}] La tua revisione del contributo #{number}',
  'assignments.mail.remind.lead': 'La tua revisione di questo articolo non è ancora arrivata.',
  'assignments.mail.remind.leadDraft':
    'Hai iniziato la revisione di questo articolo; è salvata, ma non ancora inviata.',
  'assignments.mail.remind.close': 'Se non puoi finirla, dillo lì, così si trova qualcun altro.',
  'assignments.mail.remindAnswer.subject': '[{call}] Possiamo contare sulla tua revisione del contributo #{number}?',
  'assignments.mail.remindAnswer.lead':
    'Ti abbiamo chiesto una revisione di questo articolo e non abbiamo ancora una tua risposta.',
  'assignments.mail.unassigned.subject': '[{call}] Nessuna revisione necessaria per il contributo #{number}',
  'assignments.mail.unassigned.lead':
    'Non devi più valutare il contributo #{number} «{title}». Grazie per la tua disponibilità.',
  'assignments.mail.lost.subject.declined': '{name} non può valutare #{number}',
  'assignments.mail.lost.subject.stepped_back': '{name} rinuncia a #{number}',
  'assignments.mail.lost.subject.conflict': '{name} ha un conflitto con #{number}',
  'assignments.mail.lost.subject.expired': '{name} non ha risposto su #{number}',
  'assignments.mail.lost.expired':
    '{name} non ha risposto all’invito a valutare #{number} «{title}», che è scaduto.',
  'assignments.mail.lost.declined': '{name} ha rifiutato di valutare #{number} «{title}».',
  'assignments.mail.lost.stepped_back': '{name} aveva accettato di valutare #{number} «{title}», ma non può più farlo.',
  'assignments.mail.lost.conflict':
    '{name} ha dichiarato un conflitto di interessi con #{number} «{title}» e non può più leggerlo. Una revisione già inviata resta riservata.',
  'assignments.mail.lost.reason': 'Il motivo indicato: {reason}',
  'assignments.mail.lost.suggestion': 'Al suo posto suggerisce: {suggestion}',
  'assignments.mail.lost.next': 'Trova un altro revisore: {link}',

  'assignments.link.title': 'Invito a una revisione',
  'assignments.link.heading': 'Puoi valutare il contributo #{number}?',
  'assignments.link.lead': 'Gentile {name}, leggi l’abstract e di’ se puoi scrivere una revisione in tempo.',
  'assignments.link.due': 'Revisione entro',
  'assignments.link.noDate': 'La data non è ancora fissata; te la diremo.',
  'assignments.link.length': 'Lunghezza',
  'assignments.link.pages': '{pages, plural, one {Una pagina} other {# pagine}}',
  'assignments.link.handler': 'Seguito da',
  'assignments.link.answers': 'La tua risposta',
  'assignments.link.accept': 'Accetto di valutarlo',
  'assignments.link.decline': 'Non posso valutarlo',
  'assignments.link.declineNow': 'Rifiuta la revisione',
  'assignments.link.reason': 'Motivo, se vuoi',
  'assignments.link.suggestion': 'Qualcuno che potrebbe, con un indirizzo se lo conosci',
  'assignments.link.conflict': 'Ho un conflitto di interessi',
  'assignments.link.conflictHint':
    'Per esempio: l’hai scritto tu, sei relatore o collega degli autori, o sai troppo bene chi sono. Non lo vedrai più.',
  'assignments.link.conflictReason': 'Di che tipo, se vuoi; lo leggono solo i chair',
  'assignments.link.conflictNow': 'Dichiara il conflitto',
  'assignments.link.other': 'Hai fatto l’accesso come {me}. Questo invito è per {name}; la risposta vale come sua.',
  'assignments.link.accepted': 'Grazie. Hai accettato di valutare questo articolo.',
  'assignments.link.signIn': 'Accedi per la revisione',
  'assignments.link.open': 'Apri la tua revisione',
  'assignments.link.passwordLead':
    'Per leggere l’articolo ti serve un modo per accedere. Il tuo indirizzo è già noto; scegli una password e ci sei.',
  'assignments.link.password': 'Scegli una password',
  'assignments.link.declined': 'Hai rifiutato di valutare questo articolo. Grazie per averlo detto.',
  'assignments.link.conflicted':
    'Hai dichiarato un conflitto di interessi con questo articolo, perciò non ti viene più mostrato.',
  'assignments.link.expired': 'Questo invito è scaduto. Se puoi ancora valutare l’articolo, scrivi ai chair di {call}.',
  'assignments.link.closed': 'Per questo articolo non serve più una tua revisione. Grazie per la tua disponibilità.',

  'assignments.state.proposed': 'Non ancora avvisato',
  'assignments.state.invited': 'Invitato, ancora nessuna risposta',
  'assignments.state.accepted': 'Accettato',
  'assignments.state.declined': 'Rifiutato',
  'assignments.state.expired': 'Non ha risposto',
  'assignments.state.unassigned': 'Tolto',
  'assignments.state.completed': 'Revisione arrivata',
  'assignments.state.revoked_conflict': 'Conflitto dichiarato',
  'assignments.state.draft': 'In scrittura',

  'assignments.conflict.same_person': 'Tra gli autori di questo articolo',
  'assignments.conflict.advisor': 'Relatore di un autore',
  'assignments.conflict.co_author': 'Di recente coautore di un autore',
  'assignments.conflict.institution': 'Stessa istituzione di un autore',
  'assignments.conflict.domain': 'Stessa istituzione di un autore',
  'assignments.conflict.collaborator': 'Collabora con un autore',
  'assignments.conflict.personal': 'Conflitto personale',
  'assignments.conflict.other': 'Conflitto dichiarato',
  'assignments.conflict.unsaid': 'In conflitto con questo articolo',
  'assignments.conflictBy.author': 'detto dagli autori',
  'assignments.conflictBy.reviewer': 'detto dal revisore',
  'assignments.conflictBy.machine': 'trovato nell’elenco degli autori',
  'assignments.conflictBy.chair': 'indicato da un chair',
} as const satisfies Catalog;
