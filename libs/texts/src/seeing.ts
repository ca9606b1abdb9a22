import type { TextParams, Translate } from './translator';

/** Where the words come from: a translator, or the page's own texts. */
export interface SeeingTexts {
  readonly t: Translate;
  maybe(key: string, params?: TextParams): string | null;
}

type Kind = 'conference' | 'special_issue';

/** What the rule answers about one thing and one person: enough to say it in a sentence. */
export interface SeenLine {
  readonly visible: boolean;
  readonly phase: string;
  /** When it is seen, as things are set; empty = at no time. */
  readonly when: readonly { readonly from: string; readonly to: string }[];
  /** False = no setting opens it, at any time. */
  readonly possible: boolean;
  readonly setting: { readonly name: string; readonly on: boolean } | null;
  readonly stricterThen: boolean;
}

export type Verdict = 'yes' | 'later' | 'no';

/** Yes; not now, but at another time; no. */
export function verdictOf({ visible, when, stricterThen }: SeenLine): Verdict {
  if (visible) return 'yes';
  return when.length > 0 && !stricterThen ? 'later' : 'no';
}

/** “in review”. In a special issue the authors answer by revising. */
export function phaseWords(texts: SeeingTexts, phase: string, kind: Kind): string {
  const word = phase === 'rebuttal' && kind === 'special_issue' ? 'revision' : phase;
  return texts.maybe(`see.phase.${word}`) ?? phase;
}

/** “from “in review” to “authors told””. */
export function spanWords(texts: SeeingTexts, from: string, to: string, kind: Kind): string {
  const [first, last] = [phaseWords(texts, from, kind), phaseWords(texts, to, kind)];
  if (from === 'draft' && to === 'closed_rejected') return texts.t('see.always');
  if (from === to) return texts.t('see.only', { phase: first });
  return to === 'closed_rejected' ? texts.t('see.on', { from: first }) : texts.t('see.span', { from: first, to: last });
}

/** The rule that decided about one thing, as one sentence. */
export function reasonWords(
  texts: SeeingTexts,
  line: SeenLine,
  { kind, verified }: { kind: Kind; verified: boolean },
): string {
  const { visible, when: spans, possible, setting, stricterThen } = line;
  const when = spans.map(({ from, to }) => spanWords(texts, from, to, kind)).join(', ');
  const named = setting && { when, setting: texts.maybe(`see.s.${setting.name}`) ?? texts.t('see.why.exception') };
  if (visible) return named ? texts.t('see.why.yesBy', named) : texts.t('see.why.yes', { when });
  if (stricterThen) return texts.t('see.why.stricter');
  if (!possible) return texts.t('see.why.never');
  if (!verified && (spans.length > 0 || setting?.on)) return texts.t('see.why.unverified');
  const phase = phaseWords(texts, line.phase, kind);
  if (spans.length > 0)
    return named ? texts.t('see.why.laterBy', { ...named, phase }) : texts.t('see.why.later', { when, phase });
  return named ? texts.t('see.why.off', { setting: named.setting }) : texts.t('see.why.closed');
}
