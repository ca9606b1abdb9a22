import type { Catalog } from '../translator';

/** What reviewers read of it. */
export const exporting: Catalog = {
  'export.making': 'Die Datei wird geschrieben…',
  'export.done': 'Die Datei ist heruntergeladen.',
  'export.mine': 'Meine Beiträge herunterladen',
  'export.mine.hint': 'Alle Beiträge, die Sie begutachten, in einem ZIP mit je einem Formular',
  'export.form.heading': 'Gutachten zu #{number}, {call}',
  'export.form.due': 'Fällig am {date} ({zone})',
  'export.form.noDate': 'Es ist kein Termin gesetzt.',
  'export.form.abstract': 'Abstract',
  'export.form.how':
    'Schreiben Sie hier und kopieren Sie Ihre Antworten dann in das Formular auf der Website. Aus dieser Datei wird nichts eingereicht.',
  'export.form.optional': 'freiwillig',
};
