import { Injectable } from '@nestjs/common';
import { dateTime, isLocale, translator, zoneName, type Locale, type Translator } from '@convoke/texts';
import { DeadlinesService } from '../calls/deadlines.service';
import { composeLetter } from '../notifications/letter-text';
import { Letters, type NewLetter } from '../notifications/letters';
import { Config } from '../platform/config';
import type { Viewer } from '../platform/session/viewer';
import type { Tx } from '../platform/unit-of-work';
import { personName } from '../platform/database/person-name';
import { authorsLine } from './authors-line';
import { contactAddresses, type ContactRow } from './contacts';
import type { DraftRow } from './draft.queries';
import { scopeOf } from './drafts.service';
import type { FrozenVersion } from './submit.service';

type Submitted = DraftRow & { number: number };

/** The letters that submissions write: receipts, notices to co-authors, withdrawals. */
@Injectable()
export class SubmissionMail {
  constructor(
    private readonly letters: Letters,
    private readonly deadlines: DeadlinesService,
    private readonly config: Config,
  ) {}

  /** The receipt for every contact author, and once for each co-author the notice that they are listed. */
  async submitted(tx: Tx, draft: Submitted, version: FrozenVersion): Promise<void> {
    const contacts = await contactAddresses(tx.manager, draft.id);
    const dates = await this.deadlines.effective(tx.manager, draft.callId, scopeOf(draft, null));
    const letters = contacts.map((contact) => this.receipt(draft, version, contact, dates.paper?.closesAt ?? null));
    const told = new Set(contacts.map((contact) => contact.address.toLowerCase()));
    for (const author of draft.authors) {
      const address = author.address.toLowerCase();
      if (address === '' || told.has(address)) continue;
      told.add(address);
      letters.push(this.listed(draft, version, { ...author, name: `${author.givenName} ${author.familyName}`.trim() }));
    }
    await this.letters.queueAll(tx, letters);
  }

  /** Tells every author with an address that the submission was withdrawn, and by whom. */
  async withdrawn(tx: Tx, draft: DraftRow, by: Viewer): Promise<void> {
    const contacts = await contactAddresses(tx.manager, draft.id);
    const people = new Map<string, { name: string; personId: string | null; locale: string }>();
    for (const author of draft.authors.filter((one) => one.address !== '')) {
      people.set(author.address.toLowerCase(), {
        name: `${author.givenName} ${author.familyName}`.trim(),
        personId: author.personId,
        locale: 'en',
      });
    }
    for (const contact of contacts) people.set(contact.address.toLowerCase(), contact);
    await this.letters.queueAll(
      tx,
      [...people].map(([address, person]) => {
        const { t } = translator(localeOf(person.locale));
        const facts = { number: draft.number ?? 0, title: draft.submittedTitle, call: draft.callName };
        return {
          class: 'notice' as const,
          dedupeKey: `withdrawn:${draft.id}:${address}`,
          to: { address, name: person.name, personId: person.personId },
          subject: t('submission.mail.withdrawn.subject', facts),
          text: composeLetter(t, {
            name: person.name,
            paragraphs: [
              t('submission.mail.withdrawn.text', { ...facts, by: by.name }),
              t('submission.mail.withdrawn.after'),
            ],
            signature: draft.callName,
          }),
          callId: draft.callId,
          submissionId: draft.id,
        };
      }),
    );
  }

  /** Tells reviewers who knew of the assignment that it is over; says nothing of the reason. */
  async reviewNoLongerNeeded(
    tx: Tx,
    draft: DraftRow,
    released: readonly { assignmentId: string; reviewerId: string; wasTold: boolean }[],
  ): Promise<void> {
    const told = released.filter((one) => one.wasTold);
    if (told.length === 0) return;
    const people = await tx.manager.query<{ personId: string; name: string; address: string; locale: string }[]>(
      `select p.id as "personId", ${personName('p')} as name, e.address, p.locale
         from person p join person_email e on e.person_id = p.id and e.is_primary where p.id = any($1)`,
      [told.map((one) => one.reviewerId)],
    );
    await this.letters.queueAll(
      tx,
      people.map((person) => {
        const { t } = translator(localeOf(person.locale));
        const facts = { number: draft.number ?? 0, title: draft.submittedTitle, call: draft.callName };
        return {
          class: 'notice' as const,
          dedupeKey: `review-not-needed:${told.find((one) => one.reviewerId === person.personId)?.assignmentId}`,
          to: { address: person.address, name: person.name, personId: person.personId },
          subject: t('submission.mail.reviewNotNeeded.subject', facts),
          text: composeLetter(t, {
            name: person.name,
            paragraphs: [t('submission.mail.reviewNotNeeded.text', facts)],
            signature: draft.callName,
          }),
          callId: draft.callId,
          submissionId: draft.id,
        };
      }),
    );
  }

  private receipt(draft: Submitted, version: FrozenVersion, contact: ContactRow, replaceUntil: Date | null): NewLetter {
    const translated = translator(localeOf(contact.locale));
    const { t } = translated;
    const facts = this.facts(draft, version, translated, contact.timeZone);
    const files =
      version.kind === 'abstract'
        ? []
        : draft.files.map((file) => t('submission.mail.receipt.file', { name: file.name, hash: file.hash }));
    const until =
      replaceUntil && dateTime(new Date(replaceUntil.getTime() - 60_000), contact.timeZone, translated.locale, true);
    return {
      class: 'receipt',
      dedupeKey: `receipt:${version.id}:${contact.personId}`,
      to: { address: contact.address, name: contact.name, personId: contact.personId },
      subject: t('submission.mail.receipt.subject', facts),
      text: composeLetter(t, {
        name: contact.name,
        paragraphs: [
          t(
            version.submittedByClock ? 'submission.mail.receipt.byClock' : `submission.mail.receipt.${version.kind}`,
            facts,
          ),
          [t('submission.mail.receipt.facts', facts), ...files].join('\n'),
          version.kind === 'abstract' ? t('submission.mail.receipt.paperNext') : '',
          until && !version.submittedByClock && version.kind !== 'revision'
            ? t('submission.mail.receipt.replace', { until, zone: contact.timeZone })
            : '',
          facts.link,
        ],
        signature: draft.callName,
      }),
      callId: draft.callId,
      submissionId: draft.id,
    };
  }

  private listed(
    draft: Submitted,
    version: FrozenVersion,
    author: { name: string; address: string; personId: string | null; mayEdit: boolean },
  ): NewLetter {
    const translated = translator('en');
    const { t } = translated;
    const facts = { ...this.facts(draft, version, translated, 'UTC'), authors: authorsLine(draft.authors) };
    return {
      class: 'notice',
      dedupeKey: `listed:${draft.id}:${author.address.toLowerCase()}`,
      to: { address: author.address, name: author.name, personId: author.personId },
      subject: t('submission.mail.listed.subject', facts),
      text: composeLetter(t, {
        name: author.name,
        paragraphs: [
          t('submission.mail.listed.text', facts),
          t(author.mayEdit ? 'submission.mail.listed.mayEdit' : 'submission.mail.listed.see', {
            link: `${this.config.publicUrl}/sign-up`,
          }),
        ],
        signature: draft.callName,
      }),
      callId: draft.callId,
      submissionId: draft.id,
    };
  }

  private facts(draft: Submitted, version: FrozenVersion, { locale }: Translator, zone: string) {
    return {
      number: draft.number,
      title: draft.title,
      call: draft.callName,
      n: version.n,
      at: `${dateTime(version.submittedAt, zone, locale, true)} ${zoneName(zone, version.submittedAt, locale)} (${version.submittedAt.toISOString()})`,
      digest: version.digest,
      link: `${this.config.publicUrl}/app/c/${draft.callSlug}/s/${draft.number}`,
    };
  }
}

function localeOf(locale: string): Locale {
  return isLocale(locale) ? locale : 'en';
}
