import { Injectable } from '@nestjs/common';
import type { RecordEvent, RecordFile, RecordPage, RecordVersion } from '@convoke/contract';
import { mayLook, Refusal, tagActions, tagScopes } from '@convoke/domain';
import type { EntityManager } from 'typeorm';
import type { SubmissionAccess } from '../access/access.service';
import { Looking, type Eyes, type Look } from '../access/looking';
import { isChairOf } from '../access/standings';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/session/viewer';
import { editRefusal } from '../submissions/drafts.service';
import { extensionOf } from '../submissions/upload-verdict';
import { isResponseOpen, respondingIn, responseDate, responseOf } from '../reviews/response/response-date';
import { UnreadMessages } from '../reviews/discussion/unread';
import { dueOf } from '../submissions/stage-dates';
import { readableTags } from '../tags/tags.queries';
import { nextStepOf, onlyReading } from './next-step';
import {
  authorsOf,
  decisionOfRound,
  eventsOf,
  handlersOf,
  hintsOf,
  lastReleased,
  ownAssignment,
  pageRow,
  responseSubmitted,
  submittersOf,
  termsOfReleased,
  versionsOf,
  type DecisionOfPage,
  type EventRow,
  type VersionRow,
} from './page.queries';
import { shownStateOf } from './shown';

/** One submission, for anybody who may know of it: the same page, with as much of it as the rule allows. */
@Injectable()
export class RecordPageService {
  constructor(
    private readonly looking: Looking,
    private readonly clock: Clock,
    private readonly unread: UnreadMessages,
  ) {}

  /** The page of a submission by its number in a call; through other eyes, read-only. */
  page(asking: Viewer, slug: string, number: number, eyes?: Eyes): Promise<RecordPage> {
    return this.looking.read(asking, { call: slug, number }, eyes, (manager, look) =>
      this.pageOf(manager, look, number),
    );
  }

  private async pageOf(manager: EntityManager, look: Look, number: number): Promise<RecordPage> {
    const { viewer, access, other } = look;
    const { submission, call, round } = access;
    if (submission.number === null) throw new Refusal('not_found');
    // who may change it still reads what they are writing; once that is over, authors too read what was submitted
    const working = !other && access.standing === 'author' && editRefusal(access) === null;
    const [row, decision, versions, assignment, authors, handledBy, history, seeReviews, tags, discussion, response] =
      await Promise.all([
        pageRow(manager, submission.id, working),
        this.decision(manager, viewer, access),
        this.versions(manager, access),
        round && access.sees('assignment.own') ? ownAssignment(manager, round.id, viewer.personId) : null,
        access.sees('author.names')
          ? authorsOf(manager, submission.id, { working, withAddress: access.sees('author.email') })
          : null,
        access.sees('assignment.handling_chair') ? handlersOf(manager, submission.id) : null,
        this.history(manager, access),
        this.seesReviews(manager, look),
        readableTags(manager, viewer.personId, [access]),
        this.discussion(manager, look),
        this.response(manager, look),
      ]);
    // who looks through other eyes downloads nothing there: a download knows only who asks
    const shownVersions = other ? versions.map(withoutDownloads) : versions;
    const hasLetter = !other && access.standing === 'author' && decision?.state === 'released';
    const counted = access.sees('assignment.count_and_status');
    const next = other
      ? onlyReading
      : nextStepOf({
          access,
          number,
          hasLetter,
          assignment,
          viewerId: viewer.personId,
          reviewsIn: row.reviewsIn,
          reviewsExpected: row.reviewsExpected,
          response,
        });
    return {
      id: submission.id,
      version: submission.version,
      callSlug: call.slug,
      callName: call.name,
      kind: call.kind,
      number: submission.number,
      as: asOf(access),
      lookedAt: other && { standing: access.standing, name: other.name },
      state: shownStateOf(access, ofThisRound(access, decision)),
      stage: submission.stage,
      round: submission.currentRound,
      track: row.track,
      type: row.type,
      content: access.sees('submission.title_abstract')
        ? { title: row.title, abstract: row.abstract, keywords: row.keywords, topics: row.topics }
        : null,
      authors,
      files: shownVersions[0]?.files ?? [],
      submittedAt: access.standing === 'author' || isChairOf(access) ? (row.submittedAt?.toISOString() ?? null) : null,
      withdrawnReason: access.standing === 'author' || isChairOf(access) ? row.withdrawnReason || null : null,
      handledBy,
      tags: tags.get(submission.id) ?? [],
      tagScopes: tagScopes.filter((scope) => access.may(tagActions[scope])),
      reviews: counted ? { in: row.reviewsIn, expected: row.reviewsExpected } : null,
      decision: decision && {
        outcome: decision.outcome,
        released: decision.state === 'released',
        at: decision.releasedAt?.toISOString() ?? null,
      },
      hasLetter,
      versions: shownVersions,
      history,
      next,
      discussion,
      response,
      responseDate: access.may('openResponse') ? dueOf(responseDate(access) ?? undefined) : null,
      assignmentId: assignment?.id ?? null,
      can: { ...canOf(access), seeReviews, ...(other ? { seePanel: false } : {}), look: !other && mayLook(access) },
    };
  }

  /** What was decided, for who may know it: authors what they were told last, of any round. */
  private async decision(
    manager: EntityManager,
    viewer: Viewer,
    access: SubmissionAccess,
  ): Promise<DecisionOfPage | null> {
    if (access.standing === 'author') return viewer.verified ? lastReleased(manager, access.submission.id) : null;
    return access.round && access.sees('decision.value') ? decisionOfRound(manager, access.round.id) : null;
  }

  /** Authors and their chairs see every version; who reviews, the one the round reads, without the names its files came with. */
  private async versions(manager: EntityManager, access: SubmissionAccess): Promise<RecordVersion[]> {
    const { id, currentRound } = access.submission;
    if (access.sees('file.original_filename_and_metadata')) {
      const submitters = access.sees('author.names')
        ? await submittersOf(manager, id)
        : new Map<number, string | null>();
      const hints = isChairOf(access) ? await hintsOf(manager, id) : new Map<string, number>();
      return (await versionsOf(manager, id)).map((row) => ({
        ...plainVersion(row),
        ...(submitters.has(row.n) ? { submittedBy: submitters.get(row.n) ?? null } : {}),
        digest: row.digest,
        files: row.files.map(({ clean: _, ...file }) => ({
          ...file,
          url: `/api/files/${file.id}`,
          hints: hints.get(file.id) ?? null,
        })),
      }));
    }
    if (!access.sees('file.pdf')) return [];
    const read = (await versionsOf(manager, id)).find(
      (row) => row.round === currentRound && (row.kind === 'paper' || row.kind === 'revision'),
    );
    return read ? [{ ...plainVersion(read), digest: null, files: this.cleanFiles(access, read) }] : [];
  }

  private cleanFiles(access: SubmissionAccess, { files }: VersionRow): RecordFile[] {
    const { slug } = access.call;
    return files
      .filter((file) => file.slot === 'paper' || access.sees('file.supplementary'))
      .map(({ clean, ...file }) => ({
        ...file,
        name: `convoke-${slug}-${access.submission.number}-${file.slot}.${extensionOf(file.mediaType)}`,
        url: clean ? `/api/files/${file.id}` : null,
        hints: null,
      }));
  }

  private async discussion(manager: EntityManager, { viewer, access, other }: Look): Promise<RecordPage['discussion']> {
    const { round, facts } = access;
    if (!round || !access.sees('discussion.messages')) return null;
    const state = facts.current?.discussion ?? 'unopened';
    if (state === 'unopened') return null;
    if (other) return { state, unread: 0 };
    const counts = await this.unread.count(manager, viewer.personId, [access]);
    return { state, unread: counts.get(access.submission.id) ?? 0 };
  }

  private async response(manager: EntityManager, look: Look): Promise<RecordPage['response']> {
    const access = respondingIn(look.access, await this.looking.rounds(manager, look));
    const { round } = access;
    if (!round || responseOf(access) === 'unopened' || !access.sees('author_response.text')) return null;
    const latest = await responseSubmitted(manager, round.id);
    return {
      open: isResponseOpen(access, this.clock.now()),
      due: dueOf(responseDate(access) ?? undefined),
      submittedAt: latest && access.sees('author_response.text', latest.terms) ? latest.at.toISOString() : null,
    };
  }

  /** Authors read what was released; that the rule would let them read more later must not tell that a decision is made. */
  private async seesReviews(manager: EntityManager, look: Look): Promise<boolean> {
    const { access } = look;
    const rounds = await this.looking.rounds(manager, look);
    if (access.standing === 'author') {
      const released = await termsOfReleased(manager, access.submission.id);
      return rounds.some((one) => released.some((terms) => one.sees('review.text', terms)));
    }
    return rounds.some((one) => one.may('seeReviews') || one.sees('own_review.text'));
  }

  /** What happened, of the sides the viewer may read; who did it, where the viewer may know those people. */
  private async history(manager: EntityManager, access: SubmissionAccess): Promise<RecordEvent[] | null> {
    const reviewers = access.sees('review.reviewer_identity') || access.sees('assignment.reviewer_names');
    const sides = [
      { tag: 'author', seen: access.sees('audit_log.author_side'), named: access.sees('author.names') },
      { tag: 'review', seen: access.sees('audit_log.review_side'), named: reviewers },
      { tag: 'security', seen: access.sees('audit_log.security'), named: reviewers },
    ].filter(({ seen }) => seen);
    if (sides.length === 0) return null;
    const named = sides.filter((side) => side.named).map(({ tag }) => tag);
    const rows = await eventsOf(
      manager,
      access.submission.id,
      sides.map(({ tag }) => tag),
      named,
    );
    return rows.map(eventOf);
  }
}

function withoutDownloads(version: RecordVersion): RecordVersion {
  return { ...version, files: version.files.map((file) => ({ ...file, url: null })) };
}

function asOf(access: SubmissionAccess): RecordPage['as'] {
  if (access.standing === 'author') return 'author';
  if (isChairOf(access)) return 'chair';
  const reviews: readonly string[] = ['reviewer', 'reviewer_pending', 'invited', 'former'];
  return reviews.includes(access.standing) ? 'reviewer' : 'reader';
}

/** A decision of an earlier round says nothing about the state of this one. */
function ofThisRound(access: SubmissionAccess, decision: DecisionOfPage | null) {
  if (!decision || !access.sees('decision.value')) return null;
  return { outcome: decision.outcome, released: decision.state === 'released' };
}

function plainVersion({
  n,
  kind,
  round,
  title,
  words,
  submittedAt,
}: VersionRow): Omit<RecordVersion, 'digest' | 'files'> {
  return { n, kind, round, title, words, submittedAt: submittedAt.toISOString() };
}

/** Facts that say nothing about a person: everything else of an audit row stays where it is. */
const tellable = ['n', 'kind', 'outcome', 'slot', 'tag', 'standing'];

function eventOf({ at, action, tag, by, facts }: EventRow): RecordEvent {
  const told = Object.entries(facts).filter(
    (entry): entry is [string, string | number] =>
      tellable.includes(entry[0]) && (typeof entry[1] === 'string' || typeof entry[1] === 'number'),
  );
  return { at: at.toISOString(), action, by, side: tag, facts: Object.fromEntries(told) };
}

function canOf(access: SubmissionAccess): Omit<RecordPage['can'], 'seeReviews' | 'look'> {
  const {
    edit,
    withdraw,
    submitRevision,
    review,
    answerInvitation,
    assign,
    remind,
    recommend,
    decide,
    declareOwnConflict,
  } = access.can;
  const { openDiscussion, closeDiscussion, openResponse, closeResponse } = access.can;
  return {
    openDiscussion,
    closeDiscussion,
    openResponse,
    closeResponse,
    edit,
    withdraw,
    submitRevision,
    review,
    answerInvitation,
    assign,
    remind,
    recommend,
    decide,
    declareConflict: declareOwnConflict,
    seePanel: isChairOf(access) && !access.facts.submission.awaitsRevision,
  };
}
