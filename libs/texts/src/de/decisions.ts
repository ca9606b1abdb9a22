import type { Catalog } from '../translator';

/** Outcomes and the letter of a decision. The pages of those who decide are in English for now. */
export const decisions = {
  'outcome.accept_paper': 'Als Beitrag annehmen',
  'outcome.accept_poster': 'Als Poster annehmen',
  'outcome.reject': 'Ablehnen',
  'outcome.accept': 'Annehmen',
  'outcome.minor_revision': 'Kleine Überarbeitung',
  'outcome.major_revision': 'Große Überarbeitung',
  'outcome.short.accept_paper': 'Beitrag',
  'outcome.short.accept_poster': 'Poster',
  'outcome.short.reject': 'Ablehnen',
  'outcome.short.accept': 'Annehmen',
  'outcome.short.minor_revision': 'Kleine Überarbeitung',
  'outcome.short.major_revision': 'Große Überarbeitung',

  'decision.mail.subject': '{call}: Ihre Einreichung #{number}',
  'decision.mail.accept_paper': 'wir freuen uns, Ihre Einreichung #{number}, „{title}“, als Beitrag anzunehmen.',
  'decision.mail.accept_poster': 'wir freuen uns, Ihre Einreichung #{number}, „{title}“, als Poster anzunehmen.',
  'decision.mail.reject':
    'vielen Dank für Ihre Einreichung #{number}, „{title}“. Leider müssen wir Ihnen mitteilen, dass sie nicht angenommen werden konnte.',
  'decision.mail.accept': 'wir freuen uns, Ihre Einreichung #{number}, „{title}“, zur Veröffentlichung anzunehmen.',
  'decision.mail.minor_revision':
    'vielen Dank für Ihre Einreichung #{number}, „{title}“. Wir möchten sie nach einer kleinen Überarbeitung veröffentlichen. Bitte überarbeiten Sie sie im Licht der Gutachten, und sagen Sie in einer kurzen Notiz, was Sie geändert haben.',
  'decision.mail.major_revision':
    'vielen Dank für Ihre Einreichung #{number}, „{title}“. So, wie sie ist, kann sie nicht angenommen werden. Wir laden Sie ein, sie gründlich zu überarbeiten; die neue Fassung wird erneut begutachtet. Bitte sagen Sie in einer Notiz, wie Sie auf jedes Gutachten eingegangen sind.',
  'decision.mail.finalDue':
    'Bitte senden Sie {poster, select, yes {das endgültige Poster} other {die Endfassung}} bis {due}.',
  'decision.mail.reviews':
    '{n, plural, =0 {} one {Ihre Arbeit wurde von einer Person begutachtet. Das Gutachten folgt unten.} other {Ihre Arbeit wurde von # Personen begutachtet. Die Gutachten folgen unten.}}',
  'decision.mail.page': 'Die Entscheidung und alles, was dazugehört, steht auf der Seite Ihrer Einreichung:\n{link}',
  'decision.mail.review': 'Gutachten {letter}',
  'decision.mail.score': '{label}: {value} ({words})',
} as const satisfies Catalog;
