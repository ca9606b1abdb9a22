import { longDate, pickLocale, translator } from '@convoke/texts';
import { composeLetter } from '../notifications/letter-text';
import type { NewLetter } from '../notifications/letters';
import type { InvitationFacts } from './committee.queries';

export interface LetterLinks {
  /** Where to answer. */
  answer: string;
  /** The public page of the call. */
  page: string;
}

/** Asks somebody to take an office in a call; the link answers without an account. `note` is the asker's own line. */
export function roleLetter(facts: InvitationFacts, links: LetterLinks, note: string): NewLetter {
  const locale = pickLocale(facts.locale);
  const { t } = translator(locale);
  const role = t(`committee.office.${facts.role}`);
  const call = facts.call_name;
  const lead = facts.track_name
    ? t('committee.mail.leadTrack', { role, call, track: facts.track_name })
    : t('committee.mail.lead', { role, call });
  const until = longDate(facts.expires_at, facts.time_zone, locale);
  return {
    class: 'invitation',
    // each sending is a letter of its own; the version rises with it
    dedupeKey: `role-invited:${facts.id}:${facts.version}`,
    to: { address: facts.address, name: facts.name, personId: facts.person_id },
    callId: facts.call_id,
    subject: t('committee.mail.subject', { call, role }),
    text: composeLetter(t, {
      name: facts.name,
      paragraphs: [
        lead,
        note,
        t('committee.mail.answer', { link: links.answer }),
        t('committee.mail.until', { date: until, page: links.page }),
        facts.asker ? t('committee.mail.asker', { name: facts.asker }) : '',
      ],
      signature: call,
    }),
  };
}
