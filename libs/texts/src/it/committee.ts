import type { Catalog } from '../translator';

/** The letter of an invitation to serve, and the page behind its link. */
export const committee = {
  'committee.mail.subject': '[{call}] Un ruolo per te: {role}?',
  'committee.mail.lead': 'Vorremmo chiederti di partecipare a {call} in questo ruolo: {role}.',
  'committee.mail.leadTrack': 'Vorremmo chiederti di partecipare a {call}, track {track}, in questo ruolo: {role}.',
  'committee.mail.answer': 'Accetta o rifiuta qui; non ti serve un account:\n{link}',
  'committee.mail.until': 'Il link è solo tuo e vale fino al {date}. Di che cosa tratta la call: {page}',
  'committee.mail.asker': 'Te lo chiede {name}',
  'committee.office.chair': 'chair',
  'committee.office.track_chair': 'co-chair',
  'committee.office.guest_editor': 'guest editor',
  'committee.office.reviewer': 'revisore',

  'committee.link.title': 'Invito',
  'committee.link.heading': 'Accetti questo ruolo: {role}?',
  'committee.link.lead': 'Gentile {name}, {call} ti chiede di partecipare in questo ruolo: {role}.',
  'committee.link.leadTrack':
    'Gentile {name}, {call} ti chiede di partecipare in questo ruolo per la track {track}: {role}.',
  'committee.link.asker': 'Te lo chiede',
  'committee.link.until': 'Rispondi entro',
  'committee.link.about': 'Di che cosa tratta la call',
  'committee.link.does.chair': 'I chair vedono tutti i contributi tranne i propri, decidono e inviano le lettere.',
  'committee.link.does.track_chair':
    'I co-chair trovano i revisori per i contributi della loro track e raccomandano le decisioni.',
  'committee.link.does.guest_editor':
    'I guest editor trovano i revisori, decidono sugli articoli e scrivono agli autori.',
  'committee.link.does.reviewer': 'Ai revisori si chiede per ogni articolo, e ogni volta possono dire di no.',
  'committee.link.answers': 'La tua risposta',
  'committee.link.accept': 'Accetto',
  'committee.link.acceptAs': 'Accetto come {name}',
  'committee.link.acceptAsAddressee': 'Accetto come {address}',
  'committee.link.which': 'Hai fatto l’accesso come {me}, ma la lettera era per {address}. Chi dei due accetta?',
  'committee.link.decline': 'Non posso',
  'committee.link.reason': 'Motivo, se vuoi; lo leggono i chair',
  'committee.link.declineNow': 'Rifiuta',
  'committee.link.accepted': 'Grazie. Hai accettato questo ruolo in {call}: {role}.',
  'committee.link.open': 'Apri {call}',
  'committee.link.signIn': 'Accedi',
  'committee.link.passwordLead':
    'Per accedere in seguito ti serve una password. Il tuo indirizzo è già noto; scegli una password e ci sei.',
  'committee.link.password': 'Scegli una password',
  'committee.link.declined': 'Hai rifiutato. Grazie per averlo detto.',
  'committee.link.expired': 'Questo invito è scaduto. Se puoi ancora partecipare, scrivi ai chair di {call}.',
  'committee.link.withdrawn': 'I chair di {call} hanno ritirato questo invito. Non ti si chiede nulla.',
} as const satisfies Catalog;
