import { pickLocale, translator } from '@convoke/texts';
import { composeLetter } from '../notifications/letter-text';
import type { NewLetter } from '../notifications/letters';
import type { LetterFacts } from './letter-facts';

export interface HandledPaper {
  id: string;
  number: number;
  title: string;
  call_id: string;
  call_slug: string;
  call_name: string;
}

interface Addressee {
  person_id: string;
  name: string;
  address: string;
  locale: string;
}

const toOf = ({ address, name, person_id }: Addressee): NewLetter['to'] => ({ address, name, personId: person_id });

/** Tells a co-chair, chair or substitute that a paper is theirs, because those whose office it would be may not see it. */
export function handlerNamedLetter(paper: HandledPaper, to: Addressee, link: string): NewLetter {
  const { t } = translator(pickLocale(to.locale));
  return {
    class: 'notice',
    dedupeKey: `handler-named:${paper.id}:${to.person_id}`,
    to: toOf(to),
    callId: paper.call_id,
    submissionId: paper.id,
    subject: t('assignments.mail.handler.subject', { call: paper.call_name, number: paper.number }),
    text: composeLetter(t, {
      name: to.name,
      paragraphs: [
        t('assignments.mail.handler.lead', { number: paper.number, title: paper.title }),
        t('assignments.mail.handler.silence'),
        t('assignments.mail.handler.link', { link }),
      ],
      signature: paper.call_name,
    }),
  };
}

/** Tells who runs the house that a call has a paper nobody may handle; nothing about the paper. */
export function unhandledLetter(paper: HandledPaper, to: Addressee, link: string, now: Date): NewLetter {
  const { t } = translator(pickLocale(to.locale));
  return {
    class: 'notice',
    dedupeKey: `unhandled:${paper.id}:${to.person_id}:${now.toISOString().slice(0, 10)}`,
    to: toOf(to),
    subject: t('assignments.mail.unhandled.subject', { call: paper.call_name }),
    text: composeLetter(t, {
      name: to.name,
      paragraphs: [
        t('assignments.mail.unhandled.lead', { call: paper.call_name }),
        t('assignments.mail.unhandled.link', { link }),
      ],
    }),
  };
}

/** Tells who handles a paper that one of its reviewers is in conflict with it, and what became of the work. */
export function conflictFoundLetter(facts: LetterFacts, to: Addressee, declared: boolean, link: string): NewLetter {
  const { t } = translator(pickLocale(to.locale));
  const told = { name: facts.name, number: facts.number, title: facts.title };
  return {
    class: 'notice',
    dedupeKey: `conflict-found:${facts.assignment_id}:${to.person_id}`,
    to: toOf(to),
    callId: facts.call_id,
    submissionId: facts.submission_id,
    subject: t('assignments.mail.lost.subject.conflict', told),
    text: composeLetter(t, {
      name: to.name,
      paragraphs: [
        t(declared ? 'assignments.mail.lost.conflict' : 'assignments.mail.conflictFound.lead', told),
        t('assignments.mail.conflictFound.kept'),
        t('assignments.mail.conflictFound.link', { link }),
      ],
      signature: facts.call_name,
    }),
  };
}

/** Tells a reviewer that the review is wanted after all. */
export function reinstatedLetter(facts: LetterFacts, link: string, now: Date): NewLetter {
  const { t } = translator(pickLocale(facts.locale));
  const { number, title } = facts;
  return {
    class: 'notice',
    dedupeKey: `assignment-reinstated:${facts.assignment_id}:${now.toISOString()}`,
    to: { address: facts.address, name: facts.name, personId: facts.person_id },
    callId: facts.call_id,
    submissionId: facts.submission_id,
    subject: t('assignments.mail.reinstated.subject', { call: facts.call_name, number }),
    text: composeLetter(t, {
      name: facts.name,
      paragraphs: [t('assignments.mail.reinstated.lead', { number, title }), t('assignments.mail.read', { link })],
      signature: facts.call_name,
    }),
  };
}
