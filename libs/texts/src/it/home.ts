import type { Catalog } from '../translator';

export const home: Catalog = {
  'home.title': 'Da fare',
  'home.titleFor': 'Da fare, {name}',
  'home.lead': '{count, plural, =0 {Niente ti aspetta.} one {Una cosa ti aspetta.} other {{words} cose ti aspettano.}}',
  'home.leadDue': 'La prima scade {day}.',
  'home.leadOverdue': 'La prima è già scaduta.',
  'home.none': 'Niente ti aspetta. Quando ci sarà qualcosa, starà qui con la sua data.',
  'home.findCall': 'Cerca una call',
  'home.waiting': 'In attesa di altri',
  'home.waitingPaper': 'Il tuo contributo {number}',
  'home.waitingDraft': 'La tua bozza',
  'home.answerOn': 'risposta il {date}',
  'home.stands': 'A che punto è {call}',
  'home.numbers.2': 'Due',
  'home.numbers.3': 'Tre',
  'home.numbers.4': 'Quattro',
  'home.numbers.5': 'Cinque',
  'home.numbers.6': 'Sei',
  'home.numbers.7': 'Sette',
  'home.numbers.8': 'Otto',
  'home.numbers.9': 'Nove',
};
