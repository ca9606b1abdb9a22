import { Injectable } from '@nestjs/common';
import {
  accessTo,
  asKnownTo,
  factsAs,
  mayLook,
  nobodysId,
  Refusal,
  through,
  viewerAs,
  type Access,
  type LookedFrom,
  type SubmissionFacts,
  type Viewer as ViewerFacts,
} from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock';
import { reading } from '../platform/database/reading';
import type { Viewer } from '../platform/session/viewer';
import { UnitOfWork } from '../platform/unit-of-work';
import { AccessService, factsOf, withRows, type SubmissionAccess } from './access.service';
import { loadFactsWithCall, loadRounds, type SubmissionRef } from './facts.queries';
import { peopleOf } from './looking.queries';

/** Whose eyes are asked for: a person's, or those of anybody of a standing. */
export type Eyes = { personId: string } | { standing: LookedFrom };

/** Somebody else's eyes on one submission, with what their owner may see and what the looker may. */
interface Other {
  readonly eyes: Eyes;
  readonly looker: Viewer;
  readonly own: SubmissionAccess;
  /** Null where nobody is named. */
  readonly name: string | null;
  readonly as: ViewerFacts;
  readonly facts: SubmissionFacts;
  /** Judged for those eyes alone: for reasons, never for what is shown. */
  readonly theirs: Access;
}

/** A submission as the one who asks may read it: themselves, or through other eyes. */
export interface Look {
  /** Whose own things are read: the one who asks, or, through other eyes, nobody: neither the looker's nor theirs. */
  readonly viewer: Viewer;
  readonly access: SubmissionAccess;
  readonly other: Other | null;
}

/** Looks of one chair through the same eyes within this time are one line of the history: a page reads its parts one by one. */
const oneLook = 10 * 60_000;

/** Looking at a submission through somebody else's eyes: by the same rules, read-only, and kept in its history. */
@Injectable()
export class Looking {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads a submission over one connection, through these eyes where there are any: then what both may see, by the same rules for
   * each. Refused as missing when it does not exist for either, when the looker does not handle it, or may not know these eyes.
   */
  async read<T>(
    viewer: Viewer,
    ref: SubmissionRef,
    eyes: Eyes | undefined,
    read: (manager: EntityManager, look: Look) => Promise<T>,
  ): Promise<T> {
    // a look is kept before anything is read: nobody who holds a connection waits for another
    const look = eyes && (await this.look(this.database.manager, viewer, ref, eyes));
    return reading(this.database, async (manager) =>
      read(manager, look ?? { viewer, access: await this.access.submission(manager, viewer, ref), other: null }),
    );
  }

  /** What somebody is to a submission and may see there, for who asks why; it need not exist for them. */
  async asked(manager: EntityManager, viewer: Viewer, ref: SubmissionRef, eyes: Eyes): Promise<Other> {
    const other = await this.through(manager, viewer, ref, eyes);
    await this.record(other, 'sight.asked');
    return other;
  }

  /** The same look round by round, the first round first. */
  async rounds(manager: EntityManager, { viewer, access, other }: Look): Promise<SubmissionAccess[]> {
    if (!other) return this.access.rounds(manager, viewer, access);
    const { eyes, as } = other;
    const mine = await this.access.rounds(manager, other.looker, other.own);
    const rows = 'personId' in eyes ? await loadRounds(manager, eyes.personId, [access.submission.id]) : [];
    const now = this.clock.now();
    return mine.map((own) => {
      const { submission, round, call } = own;
      const row = rows.find((one) => one.round.n === round?.n);
      const facts: SubmissionFacts =
        'standing' in eyes
          ? factsAs(eyes.standing, own.facts)
          : { ...other.facts, ...(row ? { round: { ...row, n: row.round.n, state: row.round.state } } : {}) };
      const theirs = accessTo(facts, as, call, now);
      return withRows(through(theirs, own), { submission, round, call, facts });
    });
  }

  private async look(manager: EntityManager, viewer: Viewer, ref: SubmissionRef, eyes: Eyes): Promise<Look> {
    const other = await this.through(manager, viewer, ref, eyes);
    await this.record(other, 'sight.viewed_as');
    const { own, as, facts, theirs } = other;
    const { submission, round, call } = own;
    const access = withRows(through(theirs, own), { submission, round, call, facts });
    access.requireExists();
    const nobody = { ...viewer, personId: nobodysId, name: '', isAdmin: false, verified: as.isVerified };
    return { viewer: nobody, access, other };
  }

  private async through(manager: EntityManager, looker: Viewer, ref: SubmissionRef, eyes: Eyes): Promise<Other> {
    const own = await this.access.submission(manager, looker, ref);
    if (!mayLook(own)) throw new Refusal('not_found');
    const { name, as, facts } =
      'standing' in eyes
        ? {
            name: null,
            as: viewerAs(eyes.standing, own.submission.trackId, own.call),
            facts: factsAs(eyes.standing, own.facts),
          }
        : await this.person(manager, own, eyes.personId);
    return { eyes, looker, own, name, as, facts, theirs: accessTo(facts, as, own.call, this.clock.now()) };
  }

  private async person(
    manager: EntityManager,
    own: SubmissionAccess,
    personId: string,
  ): Promise<Pick<Other, 'name' | 'as' | 'facts'>> {
    const now = this.clock.now();
    const [known] = await peopleOf(manager, own, now, { id: personId });
    const row = known && (await loadFactsWithCall(manager, personId, now, { id: own.submission.id }));
    if (!row) throw new Refusal('not_found');
    const { memberships, handles, standsIn } = row.call;
    return {
      name: known.name,
      as: { personId, isAdmin: known.isAdmin, isVerified: known.verified, memberships, handles, standsIn },
      facts: asKnownTo(known.part === 'author', factsOf(row, null)),
    };
  }

  /** Kept where all who handle the submission read it, with what the eyes are to it; whose they are is kept, and not told there. */
  private async record({ eyes, looker, own, theirs }: Other, action: 'sight.viewed_as' | 'sight.asked'): Promise<void> {
    const { call, submission } = own;
    const facts = { standing: theirs.standing, ...('personId' in eyes ? { personId: eyes.personId } : {}) };
    await this.unitOfWork.run(async (tx) => {
      const since = new Date(tx.now.getTime() - oneLook);
      const recent = await tx.manager.query<unknown[]>(
        `select 1 from audit_entry where submission_id = $1 and action = $2 and actor_id = $3 and facts = $4 and at > $5 limit 1`,
        [submission.id, action, looker.personId, facts, since],
      );
      if (recent.length > 0) return;
      await this.audit.record(tx, {
        ...{ tag: 'review', action, actorId: looker.personId },
        ...{ callId: call.id, submissionId: submission.id, facts },
      });
    });
  }
}
