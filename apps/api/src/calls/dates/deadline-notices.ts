import { Injectable } from '@nestjs/common';
import type { NoticePreview } from '@convoke/contract';
import { effectiveDeadline, givesTime, type DeadlineKind, type DeadlineRow } from '@convoke/domain';
import { deadlineTwice, pickLocale, translator, type Locale } from '@convoke/texts';
import type { EntityManager } from 'typeorm';
import type { CallAccess } from '../../access/access.service';
import { composeLetter } from '../../notifications/letter-text';
import { Letters, type NewLetter } from '../../notifications/letters';
import { Config } from '../../platform/config';
import type { Tx } from '../../platform/unit-of-work';
import type { LiveDate } from './dates-change';
import { boundBy, bindingKinds, scopeOf, type BoundPerson } from './notice-audience';

/** The dates of a call before and after one act of a chair. */
export interface DatesChange {
  /** Names the act: a letter is sent once for it, however often the act is carried out. */
  readonly id: string;
  readonly before: readonly LiveDate[];
  readonly after: readonly LiveDate[];
}

/** Somebody who got more time, and the date that now holds for them. */
export interface Gained {
  readonly person: BoundPerson;
  readonly kind: DeadlineKind;
  readonly was: LiveDate;
  readonly now: LiveDate;
}

/** Tells people that they have more time: those whom the change reaches, once, in the transaction of the change. */
@Injectable()
export class DeadlineNotices {
  constructor(
    private readonly letters: Letters,
    private readonly config: Config,
  ) {}

  /** Who would hear of a change, in numbers that the chair may know: of drafts there is only the rule. */
  async preview(manager: EntityManager, access: CallAccess, change: DatesChange, now: Date): Promise<NoticePreview> {
    const gained = (await this.gained(manager, access, change, now)).filter(
      ({ person }) => !person.isDraft && person.known,
    );
    const done = new Map<string, boolean>();
    for (const { person } of gained) done.set(person.personId, (done.get(person.personId) ?? true) && person.done);
    const doneOnly = [...done.values()].filter(Boolean).length;
    const drafts = extended(access, change, now).some((kind) => kind === 'abstract' || kind === 'paper');
    return { open: done.size - doneOnly, done: doneOnly, drafts };
  }

  /** Queues one letter for everybody whose date became later. Answers who was written to. */
  async send(tx: Tx, access: CallAccess, change: DatesChange): Promise<ReadonlySet<string>> {
    const gained = await this.gained(tx.manager, access, change, tx.now);
    const byPerson = Map.groupBy(gained, ({ person }) => person.personId);
    await this.letters.queueAll(
      tx,
      [...byPerson.values()].map((of) => this.letter(access, change.id, of)),
    );
    return new Set(byPerson.keys());
  }

  /** Tells somebody that they may begin a submission though the call is closed: there is no paper yet that would say so. */
  async lateEntry(
    tx: Tx,
    access: CallAccess,
    changeId: string,
    to: Pick<BoundPerson, 'personId' | 'name' | 'address' | 'locale' | 'timeZone'>,
    row: DeadlineRow,
  ): Promise<void> {
    const locale = pickLocale(to.locale);
    const { t } = translator(locale);
    const words = { call: access.call.name, date: t(`calls.date.${row.kind}`), ...timesOf(row, locale, to.timeZone) };
    await this.letters.queue(tx, {
      class: 'notice',
      dedupeKey: `deadline:${changeId}:${to.personId}`,
      to: { address: to.address, name: to.name, personId: to.personId },
      subject: t('calls.mail.moreTime.subject', words),
      text: composeLetter(t, {
        name: to.name,
        paragraphs: [
          t('calls.mail.moreTime.lateEntry', words),
          `${this.config.publicUrl}/app/c/${access.call.slug}/new`,
        ],
        signature: access.call.name,
      }),
      callId: access.call.id,
    });
  }

  private async gained(manager: EntityManager, access: CallAccess, change: DatesChange, now: Date): Promise<Gained[]> {
    const found: Gained[] = [];
    for (const kind of extended(access, change, now)) {
      const bound = await boundBy(manager, access.call.id, kind, access.viewer.personId ?? '');
      for (const person of bound) {
        const was = effectiveDeadline(change.before, kind, scopeOf(person));
        const holds = effectiveDeadline(change.after, kind, scopeOf(person));
        if (was && holds && givesTime(was, holds) && Number(holds.closesAt) > now.getTime())
          found.push({ person, kind, was, now: holds });
      }
    }
    return found;
  }

  private letter(access: CallAccess, changeId: string, gained: readonly Gained[]): NewLetter {
    const [first] = gained;
    if (!first) throw new Error('A notice has something to say');
    const { person } = first;
    const locale = pickLocale(person.locale);
    const { t } = translator(locale);
    const wordsOf = ({ kind, was, now, person: about }: Gained) => {
      const name = now.label;
      const before = timesOf(was, locale, person.timeZone);
      return {
        call: access.call.name,
        date: name === '' ? t(`calls.date.${kind}`) : name,
        about: about.number === null ? about.title || t('mail.untitled') : `#${about.number}, ${about.title}`,
        done: about.done ? 'yes' : 'no',
        was: before.reader,
        ...timesOf(now, locale, person.timeZone),
      };
    };
    const papers = [...new Set(gained.map((one) => one.person.submissionId))];
    return {
      class: 'notice',
      dedupeKey: `deadline:${changeId}:${person.personId}`,
      to: { address: person.address, name: person.name, personId: person.personId },
      subject: t('calls.mail.moreTime.subject', wordsOf(first)),
      text: composeLetter(t, {
        name: person.name,
        paragraphs: [...gained.map((one) => t('calls.mail.moreTime.text', wordsOf(one))), this.linkOf(access, gained)],
        signature: access.call.name,
      }),
      callId: access.call.id,
      submissionId: papers[0] ?? null,
      alsoAbout: papers.slice(1),
    };
  }

  /** The one paper it is about, else what is next. */
  private linkOf(access: CallAccess, gained: readonly Gained[]): string {
    const base = `${this.config.publicUrl}/app`;
    const [one, ...more] = new Map(gained.map(({ person }) => [person.submissionId, person])).values();
    if (!one || more.length > 0) return base;
    const ofCall = `${base}/c/${access.call.slug}`;
    if (one.assignmentId) return `${ofCall}/r/${one.assignmentId}`;
    return one.number === null ? `${ofCall}/d/${one.submissionId}` : `${ofCall}/s/${one.number}`;
  }
}

/** Kinds by which people act and of which some row became later; nothing while the call is still being set up. */
function extended(access: CallAccess, { before, after }: DatesChange, now: Date): DeadlineKind[] {
  if (access.call.state !== 'published') return [];
  const known = new Set(before);
  const later = after.filter((row) => !known.has(row) && Number(row.closesAt) > now.getTime());
  return bindingKinds.filter((kind) => later.some((row) => row.kind === kind));
}

function timesOf(row: DeadlineRow, locale: Locale, zone: string): { reader: string; due: string } {
  if (!row.closesAt || row.wallTime === null) return { reader: '', due: '' };
  const shown = { closesAt: row.closesAt.toISOString(), wallTime: row.wallTime, zone: row.zone };
  const { reader, call } = deadlineTwice(shown, locale, zone);
  return { reader, due: call };
}
