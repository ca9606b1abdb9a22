import type { Catalog } from '../translator';

/** What reviewers read of it. */
export const exporting: Catalog = {
  'export.making': 'Il file viene scritto…',
  'export.done': 'Il file è stato scaricato.',
  'export.mine': 'Scarica i miei articoli',
  'export.mine.hint': 'Tutti gli articoli che revisioni, in un solo ZIP con un modulo per ciascuno',
  'export.form.heading': 'Revisione di #{number}, {call}',
  'export.form.due': 'Entro il {date} ({zone})',
  'export.form.noDate': 'Non è fissata una data.',
  'export.form.abstract': 'Abstract',
  'export.form.how': 'Scrivi qui, poi copia le risposte nel modulo sul sito. Da questo file non si invia nulla.',
  'export.form.optional': 'facoltativo',
};
