import type { Catalog } from '../translator';

/** Outcomes and the letter of a decision. The pages of those who decide are in English for now. */
export const decisions = {
  'outcome.accept_paper': 'Accettare come articolo',
  'outcome.accept_poster': 'Accettare come poster',
  'outcome.reject': 'Rifiutare',
  'outcome.accept': 'Accettare',
  'outcome.minor_revision': 'Revisione minore',
  'outcome.major_revision': 'Revisione maggiore',
  'outcome.short.accept_paper': 'Articolo',
  'outcome.short.accept_poster': 'Poster',
  'outcome.short.reject': 'Rifiutare',
  'outcome.short.accept': 'Accettare',
  'outcome.short.minor_revision': 'Revisione minore',
  'outcome.short.major_revision': 'Revisione maggiore',

  'decision.mail.subject': '{call}: il tuo contributo #{number}',
  'decision.mail.accept_paper': 'siamo lieti di accettare il tuo contributo #{number}, «{title}», come articolo.',
  'decision.mail.accept_poster': 'siamo lieti di accettare il tuo contributo #{number}, «{title}», come poster.',
  'decision.mail.reject':
    'grazie per il tuo contributo #{number}, «{title}». Siamo spiacenti di comunicarti che non ha potuto essere accettato.',
  'decision.mail.accept': 'siamo lieti di accettare il tuo contributo #{number}, «{title}», per la pubblicazione.',
  'decision.mail.minor_revision':
    'grazie per il tuo contributo #{number}, «{title}». Vorremmo pubblicarlo dopo una revisione minore. Rivedilo alla luce delle revisioni e di’ in una breve nota che cosa hai cambiato.',
  'decision.mail.major_revision':
    'grazie per il tuo contributo #{number}, «{title}». Così com’è non può essere accettato. Ti invitiamo a rivederlo a fondo; la nuova versione sarà valutata di nuovo. Di’ in una nota come hai risposto a ogni revisione.',
  'decision.mail.finalDue': 'Invia {poster, select, yes {il poster finale} other {la versione finale}} entro {due}.',
  'decision.mail.reviews':
    '{n, plural, =0 {} one {Un revisore ha letto il tuo lavoro. La revisione segue qui sotto.} other {# revisori hanno letto il tuo lavoro. Le loro revisioni seguono qui sotto.}}',
  'decision.mail.page': 'La decisione e tutto ciò che la riguarda è nella pagina del tuo contributo:\n{link}',
  'decision.mail.review': 'Revisione {letter}',
  'decision.mail.score': '{label}: {value} ({words})',
} as const satisfies Catalog;
