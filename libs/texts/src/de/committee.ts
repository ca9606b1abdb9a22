import type { Catalog } from '../translator';

/** The letter of an invitation to serve, and the page behind its link. */
export const committee = {
  'committee.mail.subject': '[{call}] Übernehmen Sie eine Aufgabe: {role}?',
  'committee.mail.lead': 'Wir möchten Sie für {call} um Ihre Mitarbeit bitten: {role}.',
  'committee.mail.leadTrack': 'Wir möchten Sie für {call}, Track {track}, um Ihre Mitarbeit bitten: {role}.',
  'committee.mail.answer': 'Sagen Sie hier zu oder ab; ein Konto brauchen Sie dafür nicht:\n{link}',
  'committee.mail.until': 'Der Link ist nur für Sie und gilt bis {date}. Worum es in dem Call geht: {page}',
  'committee.mail.asker': 'Es fragt {name}',
  'committee.office.chair': 'Chair',
  'committee.office.track_chair': 'Co-Chair',
  'committee.office.guest_editor': 'Gastherausgabe',
  'committee.office.reviewer': 'Begutachtung',

  'committee.link.title': 'Einladung',
  'committee.link.heading': 'Übernehmen Sie diese Aufgabe: {role}?',
  'committee.link.lead': 'Guten Tag {name}, {call} bittet Sie um Ihre Mitarbeit: {role}.',
  'committee.link.leadTrack': 'Guten Tag {name}, {call} bittet Sie für den Track {track} um Ihre Mitarbeit: {role}.',
  'committee.link.asker': 'Es fragt',
  'committee.link.until': 'Antwort bis',
  'committee.link.about': 'Worum es in dem Call geht',
  'committee.link.does.chair': 'Chairs sehen alle Einreichungen außer den eigenen, entscheiden und senden die Briefe.',
  'committee.link.does.track_chair':
    'Co-Chairs finden Gutachtende für die Einreichungen ihres Tracks und empfehlen Entscheidungen.',
  'committee.link.does.guest_editor':
    'Wer ein Heft als Gast herausgibt, findet Gutachtende, entscheidet über Artikel und schreibt denen, die sie verfasst haben.',
  'committee.link.does.reviewer': 'Gutachtende werden für jeden Beitrag gefragt und können jedes Mal absagen.',
  'committee.link.answers': 'Ihre Antwort',
  'committee.link.accept': 'Zusagen',
  'committee.link.acceptAs': 'Als {name} zusagen',
  'committee.link.acceptAsAddressee': 'Als {address} zusagen',
  'committee.link.which': 'Sie sind als {me} angemeldet, doch der Brief ging an {address}. Wer von beiden sagt zu?',
  'committee.link.decline': 'Ich kann nicht',
  'committee.link.reason': 'Grund, wenn Sie mögen; die Leitung liest ihn',
  'committee.link.declineNow': 'Absagen',
  'committee.link.accepted': 'Danke. Sie haben für {call} zugesagt: {role}.',
  'committee.link.open': '{call} öffnen',
  'committee.link.signIn': 'Anmelden',
  'committee.link.passwordLead':
    'Um sich später anzumelden, brauchen Sie ein Passwort. Ihre Adresse ist schon bekannt; wählen Sie ein Passwort, und Sie sind da.',
  'committee.link.password': 'Passwort wählen',
  'committee.link.declined': 'Sie haben abgesagt. Danke für die Antwort.',
  'committee.link.expired':
    'Diese Einladung ist abgelaufen. Wenn Sie noch mitarbeiten könnten, schreiben Sie der Leitung von {call}.',
  'committee.link.withdrawn':
    'Die Leitung von {call} hat diese Einladung zurückgezogen. Es wird nichts von Ihnen erwartet.',
} as const satisfies Catalog;
