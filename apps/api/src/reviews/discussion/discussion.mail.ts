import { Injectable } from '@nestjs/common';
import type { Audience } from '@convoke/domain';
import { pickLocale, translator, type Translate } from '@convoke/texts';
import type { SubmissionAccess } from '../../access/access.service';
import { composeLetter } from '../../notifications/letter-text';
import { Letters } from '../../notifications/letters';
import { Config } from '../../platform/config';
import type { Tx } from '../../platform/unit-of-work';
import { pseudonymOf } from '../reading.service';
import { mayKnow } from './discussion.view';
import { readersOf, type Member } from './members';

interface Posted {
  messageId: string;
  writer: Member;
  audience: Audience;
  terms: number;
  /** Its thread was opened to more people with it. */
  widens: boolean;
}

/** Tells those for whom a message was written that it is there. The letter holds nothing of it, and names only whom they may know. */
@Injectable()
export class DiscussionMail {
  constructor(
    private readonly letters: Letters,
    private readonly config: Config,
  ) {}

  async posted(
    tx: Tx,
    { submission, call }: SubmissionAccess,
    members: readonly Member[],
    post: Posted,
  ): Promise<void> {
    const [paper] = await tx.manager.query<{ title: string }[]>(`select title from submission where id = $1`, [
      submission.id,
    ]);
    const link = `${this.config.publicUrl}/app/c/${call.slug}/s/${submission.number}?tab=discussion`;
    const readers = readersOf(post.audience, members).filter(
      ({ personId, wantsLetters, address, access }) =>
        personId !== post.writer.personId &&
        wantsLetters &&
        address !== null &&
        access.sees('discussion.messages', post.terms),
    );
    await this.letters.queueAll(
      tx,
      readers.map((reader) => {
        const { t } = translator(pickLocale(reader.locale));
        const facts = {
          call: call.name,
          number: submission.number ?? 0,
          title: paper?.title ?? '',
          who: writerAs(t, post, reader),
          widened: post.widens ? 'yes' : 'no',
          link,
        };
        return {
          class: 'notice' as const,
          dedupeKey: `discussion:${post.messageId}:${reader.personId}`,
          to: { address: reader.address ?? '', name: reader.name, personId: reader.personId },
          subject: t('talk.mail.posted.subject', facts),
          text: composeLetter(t, {
            name: reader.name,
            paragraphs: [t('talk.mail.posted.text', facts), link],
            signature: call.name,
            footer: [t('talk.mail.posted.stop')],
          }),
          callId: call.id,
          submissionId: submission.id,
        };
      }),
    );
  }
}

/** The writer as this reader may know them. */
function writerAs(t: Translate, { writer, terms }: Posted, reader: Member): string {
  const knows = mayKnow(reader.access, terms);
  if (writer.isChair) return knows.chairs ? writer.name : t('talk.who.chair');
  if (knows.reviewers) return writer.name;
  return writer.letter === null ? t('talk.who.reviewer') : t('talk.who.letter', { letter: pseudonymOf(writer.letter) });
}
