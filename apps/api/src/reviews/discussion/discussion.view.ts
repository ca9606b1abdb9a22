import type { AudienceView, DiscussionView, MessageView, Speaker, ThreadView } from '@convoke/contract';
import { type Audience, isSameAudience, mayAddress, mayWiden, reads } from '@convoke/domain';
import type { SubmissionAccess } from '../../access/access.service';
import { isChairOf } from '../../access/standings';
import { pseudonymOf } from '../reading.service';
import { audienceOf, type MayKnow, type MessageRow, type ReaderRow, type ThreadRow } from './discussion.queries';
import { committeeReads, readersOf, type Member } from './members';

export interface DiscussionRows {
  threads: readonly ThreadRow[];
  messages: readonly MessageRow[];
  reader: ReaderRow;
  members: readonly Member[];
}

/** One person's view of a discussion: what was written for them, by people as far as they may know them. */
export interface Reading {
  access: SubmissionAccess;
  personId: string;
  isChair: boolean;
  knows: MayKnow;
}

export function readingOf(access: SubmissionAccess, personId: string): Reading {
  return { access, personId, isChair: isChairOf(access), knows: mayKnow(access) };
}

/** Threads with what the viewer may read of each; one in which there is nothing for them does not exist. */
export function discussionView(
  reading: Reading,
  { threads, messages, reader, members }: DiscussionRows,
  whyNot: string | null,
): DiscussionView {
  const { access } = reading;
  const mine = messages.filter((message) => isReadable(reading, message));
  const canWrite = access.may('discuss');
  const shown = threads
    .flatMap((thread) => {
      const own = mine.filter((message) => message.thread_id === thread.id);
      return own[0] && reads(audienceOf(thread), reading) ? [{ thread, own, first: own[0].position }] : [];
    })
    .sort((a, b) => a.first - b.first);
  return {
    state: access.facts.current?.discussion ?? 'unopened',
    threads: shown.map(({ thread, own }) => threadView(reading, thread, own, reader, members, canWrite)),
    audiences: canWrite ? audiencesOf(reading, members).map((one) => audienceView(reading, one, members)) : [],
    unread: mine.filter((message) => isUnread(message, reader)).length,
    letters: reader.letters,
    terms: access.call.terms,
    canWrite,
    whyNot: canWrite ? null : whyNot,
  };
}

function threadView(
  reading: Reading,
  thread: ThreadRow,
  messages: readonly MessageRow[],
  reader: ReaderRow,
  members: readonly Member[],
  canWrite: boolean,
): ThreadView {
  const audience = audienceOf(thread);
  const wider = canWrite && reading.isChair ? audiencesOf(reading, members).reverse() : [];
  return {
    id: thread.id,
    version: thread.version,
    audience: audienceView(reading, audience, members),
    messages: messages.map((message) => messageView(reading, message, audience, reader, members, canWrite)),
    wider: wider.filter((one) => mayWiden(audience, one)).map((one) => audienceView(reading, one, members)),
  };
}

function messageView(
  reading: Reading,
  message: MessageRow,
  ofThread: Audience,
  reader: ReaderRow,
  members: readonly Member[],
  canWrite: boolean,
): MessageView {
  const audience = audienceOf(message);
  return {
    id: message.id,
    by: speakerOf(reading, message),
    at: message.created_at.toISOString(),
    text: message.text,
    struckBy: message.struck ? (message.struck_by_writer ? 'writer' : 'chair') : null,
    narrower: isSameAudience(audience, ofThread) ? null : audienceView(reading, audience, members),
    unread: isUnread(message, reader),
    canStrike: !message.struck && canWrite && (message.mine || reading.isChair),
  };
}

function isUnread(message: MessageRow, reader: ReaderRow): boolean {
  return !message.mine && !message.struck && message.position > reader.read_to;
}

/** A message is read by those it was written for, where the terms of then and of today both let them. */
export function isReadable(reading: Reading, message: MessageRow): boolean {
  return reads(audienceOf(message), reading) && reading.access.sees('discussion.messages', message.terms);
}

function speakerOf({ access }: Reading, { mine, by_chair, name, letter, terms }: MessageRow): Speaker {
  const pseudonym = letter === null ? null : pseudonymOf(letter);
  if (mine) return { part: 'self', name: null, letter: pseudonym };
  const knows = mayKnow(access, terms);
  if (by_chair) return { part: 'chair', name: knows.chairs ? name : null, letter: null };
  return { part: 'reviewer', name: knows.reviewers ? name : null, letter: pseudonym };
}

/** Whom the viewer may know by name among those who wrote under these terms. */
export function mayKnow(access: SubmissionAccess, terms?: number): MayKnow {
  return {
    reviewers: access.sees('review.reviewer_identity', terms) && access.sees('assignment.reviewer_names', terms),
    chairs: isChairOf(access) || access.sees('assignment.handling_chair', terms),
  };
}

/** Whom the viewer may begin a thread with, the widest first. */
export function audiencesOf(reading: Reading, members: readonly Member[]): Audience[] {
  const single = members
    .filter(
      ({ isChair, assignmentId, personId }) => !isChair && (assignmentId !== null || personId === reading.personId),
    )
    .map(({ personId }): Audience => ({ kind: 'reviewer', reviewerId: personId }));
  const all: Audience[] = [{ kind: 'reviewers', reviewerId: null }, ...single, { kind: 'chairs', reviewerId: null }];
  return all.filter((audience) => mayAddress(audience, reading));
}

/** Who reads, in data; people are counted only for who may count them. */
function audienceView(
  { access, personId, isChair, knows }: Reading,
  audience: Audience,
  members: readonly Member[],
): AudienceView {
  const counts = isChair || access.sees('assignment.count_and_status');
  const isSelf = audience.reviewerId === personId;
  const about = members.find((member) => member.personId === audience.reviewerId);
  const letter = about?.letter ?? null;
  return {
    kind: audience.kind,
    reviewer:
      audience.reviewerId === null
        ? null
        : {
            part: isSelf ? 'self' : 'reviewer',
            name: isSelf || !knows.reviewers ? null : (about?.name ?? null),
            letter: letter === null ? null : pseudonymOf(letter),
          },
    assignmentId: isSelf ? null : (about?.assignmentId ?? null),
    people: counts ? readersOf(audience, members).length : null,
    committee: audience.kind === 'reviewers' && committeeReads(access),
  };
}
