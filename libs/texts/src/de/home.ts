import type { Catalog } from '../translator';

export const home: Catalog = {
  'home.title': 'Nächste Schritte',
  'home.titleFor': 'Nächste Schritte, {name}',
  'home.lead':
    '{count, plural, =0 {Nichts wartet auf Sie.} one {Eine Sache wartet auf Sie.} other {{words} Dinge warten auf Sie.}}',
  'home.leadDue': 'Das erste ist am {day} fällig.',
  'home.leadOverdue': 'Das erste ist überfällig.',
  'home.none': 'Nichts wartet auf Sie. Sobald etwas wartet, steht es hier mit seinem Termin.',
  'home.findCall': 'Einen Call suchen',
  'home.waiting': 'Warten auf andere',
  'home.waitingPaper': 'Ihr Paper {number}',
  'home.waitingDraft': 'Ihr Entwurf',
  'home.answerOn': 'Antwort am {date}',
  'home.stands': 'Wo {call} steht',
  'home.numbers.2': 'Zwei',
  'home.numbers.3': 'Drei',
  'home.numbers.4': 'Vier',
  'home.numbers.5': 'Fünf',
  'home.numbers.6': 'Sechs',
  'home.numbers.7': 'Sieben',
  'home.numbers.8': 'Acht',
  'home.numbers.9': 'Neun',
};
