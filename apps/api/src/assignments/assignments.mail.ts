import type { AssignmentLetter } from '@convoke/contract';
import { deadlineTwice, longDate, pickLocale, translator, type Locale, type Translate } from '@convoke/texts';
import { composeLetter } from '../notifications/letter-text';
import type { NewLetter } from '../notifications/letters';
import { dueOf } from './review-due';
import { callSettingsOf, type LetterFacts } from './letter-facts';
import { handlersAmong, type OfficerRow } from './officers.queries';

interface Words {
  locale: Locale;
  t: Translate;
}

function wordsFor(locale: string | null): Words {
  const chosen = pickLocale(locale);
  return { locale: chosen, t: translator(chosen).t };
}

/** "by Tue 28 June, 13:59 (Mon 27 June, 23:59 AoE)", or that there is no date yet. */
function dueLine(facts: LetterFacts, { locale, t }: Words): string {
  const due = dueOf(facts);
  if (!due) return t('assignments.mail.noDate');
  const twice = deadlineTwice(due, locale, facts.time_zone);
  return t(twice.reader === twice.call ? 'assignments.mail.due' : 'assignments.mail.dueTwice', twice);
}

/** The handling editor's name, where the call lets reviewers know it. */
function handlerOf(facts: LetterFacts): string | null {
  const shown = callSettingsOf(facts).visibility.reviewers_see_handling_chair !== false;
  return shown ? (facts.handler_name ?? facts.asker_name) : null;
}

function paperLines(facts: LetterFacts, words: Words): string {
  const { t } = words;
  const handler = handlerOf(facts);
  return [
    t('assignments.mail.paper', { number: facts.number, title: facts.title }),
    ...(facts.pages ? [t('assignments.mail.pages', { pages: facts.pages })] : []),
    dueLine(facts, words),
    ...(handler ? [t('assignments.mail.handler', { name: handler })] : []),
  ].join('\n');
}

function addressed(facts: LetterFacts): Pick<NewLetter, 'to' | 'callId' | 'submissionId'> {
  return {
    to: { address: facts.address, name: facts.name, personId: facts.person_id },
    callId: facts.call_id,
    submissionId: facts.submission_id,
  };
}

/** Asks somebody to review a paper; the link answers without an account. */
export function invitationLetter(facts: LetterFacts, link: string, expiresAt: Date): NewLetter {
  const words = wordsFor(facts.locale);
  const { t, locale } = words;
  return {
    ...addressed(facts),
    class: 'invitation',
    dedupeKey: `assignment-invited:${facts.assignment_id}`,
    subject: t('assignments.mail.invite.subject', { call: facts.call_name, number: facts.number }),
    text: composeLetter(t, {
      name: facts.name,
      paragraphs: [
        t('assignments.mail.invite.lead', { call: facts.call_name }),
        paperLines(facts, words),
        t('assignments.mail.invite.answer', { link }),
        t('assignments.mail.invite.conflict', { date: longDate(expiresAt, facts.time_zone, locale) }),
      ],
      signature: facts.call_name,
    }),
  };
}

/** Tells a committee member which papers they are to review; one letter however many papers. */
export function assignedLetter(
  papers: readonly LetterFacts[],
  linkOf: (facts: LetterFacts) => string,
): NewLetter | null {
  const [first] = papers;
  if (!first) return null;
  const words = wordsFor(first.locale);
  const { t } = words;
  return {
    ...addressed(first),
    alsoAbout: papers.slice(1).map((paper) => paper.submission_id),
    class: 'notice',
    dedupeKey: `assignment-told:${papers
      .map((paper) => paper.assignment_id)
      .sort()
      .join(',')}`.slice(0, 2000),
    subject: t('assignments.mail.assigned.subject', { call: first.call_name, count: papers.length }),
    text: composeLetter(t, {
      name: first.name,
      paragraphs: [
        t('assignments.mail.assigned.lead', { call: first.call_name, count: papers.length }),
        ...papers.map((paper) => `${paperLines(paper, words)}\n${t('assignments.mail.read', { link: linkOf(paper) })}`),
        t('assignments.mail.assigned.conflict'),
      ],
      signature: first.call_name,
    }),
  };
}

/** Reminds a reviewer of an unfinished review, or somebody asked of the unanswered question. */
export function reminderLetter(facts: LetterFacts, link: string, day: string): NewLetter {
  const words = wordsFor(facts.locale);
  const { t } = words;
  const asked = facts.state === 'invited';
  return {
    ...addressed(facts),
    class: 'reminder',
    dedupeKey: `assignment-reminded:${facts.assignment_id}:${day}`,
    subject: t(asked ? 'assignments.mail.remindAnswer.subject' : 'assignments.mail.remind.subject', {
      call: facts.call_name,
      number: facts.number,
    }),
    text: composeLetter(t, {
      name: facts.name,
      paragraphs: [
        t(remindLead(facts)),
        paperLines(facts, words),
        t(asked ? 'assignments.mail.invite.answer' : 'assignments.mail.read', { link }),
        t('assignments.mail.remind.close'),
      ],
      signature: facts.call_name,
    }),
  };
}

function remindLead(facts: LetterFacts) {
  if (facts.state === 'invited') return 'assignments.mail.remindAnswer.lead';
  return facts.has_draft ? 'assignments.mail.remind.leadDraft' : 'assignments.mail.remind.lead';
}

/** Tells a reviewer in neutral words that the paper needs no review from them any more. */
export function unassignedLetter(facts: LetterFacts): NewLetter {
  const { t } = wordsFor(facts.locale);
  return {
    ...addressed(facts),
    class: 'notice',
    dedupeKey: `assignment-unassigned:${facts.assignment_id}`,
    subject: t('assignments.mail.unassigned.subject', { call: facts.call_name, number: facts.number }),
    text: composeLetter(t, {
      name: facts.name,
      paragraphs: [t('assignments.mail.unassigned.lead', { number: facts.number, title: facts.title })],
      signature: facts.call_name,
    }),
  };
}

export interface Loss {
  kind: 'declined' | 'stepped_back' | 'expired';
  reason: string;
  suggestion: string;
}

/**
 * Tells whoever asked that a reviewer said no, stepped back, or never answered: another reviewer is needed. Where the one who asked
 * may not see the paper any more, those who handle it now are told.
 */
export function lostReviewerLetters(
  facts: LetterFacts,
  officers: readonly OfficerRow[],
  loss: Loss,
  link: string,
): NewLetter[] {
  const asker = officers.filter(({ person_id, barred }) => person_id === facts.asker_id && !barred).slice(0, 1);
  const readers = (asker.length > 0 ? asker : handlersAmong(officers)).filter(({ address }) => address !== '');
  return readers.map((to) => lostReviewerLetter(facts, to, loss, link));
}

function lostReviewerLetter(facts: LetterFacts, to: OfficerRow, loss: Loss, link: string): NewLetter {
  const { t } = wordsFor(to.locale);
  return {
    class: 'notice',
    dedupeKey: `assignment-lost:${facts.assignment_id}:${to.person_id}`,
    to: { address: to.address, name: to.name, personId: to.person_id },
    callId: facts.call_id,
    submissionId: facts.submission_id,
    subject: t(`assignments.mail.lost.subject.${loss.kind}`, { name: facts.name, number: facts.number }),
    text: composeLetter(t, {
      name: to.name,
      paragraphs: [
        t(`assignments.mail.lost.${loss.kind}`, { name: facts.name, number: facts.number, title: facts.title }),
        loss.reason ? t('assignments.mail.lost.reason', { reason: loss.reason }) : '',
        loss.suggestion ? t('assignments.mail.lost.suggestion', { suggestion: loss.suggestion }) : '',
        t('assignments.mail.lost.next', { link }),
      ],
      signature: facts.call_name,
    }),
  };
}

/** A letter as the chair sees it before it leaves. */
export function previewOf(letter: NewLetter, note: string | null = null): AssignmentLetter {
  return { to: letter.to.name ?? '', address: letter.to.address, subject: letter.subject, body: letter.text, note };
}
