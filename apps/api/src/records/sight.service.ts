import { Injectable } from '@nestjs/common';
import type { PickablePerson, Sight, SightLine } from '@convoke/contract';
import {
  couldBeSeen,
  fields,
  isStamped,
  mayLook,
  Refusal,
  termsNow,
  whenSeen,
  type Access,
  type Field,
  type InForce,
} from '@convoke/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService } from '../access/access.service';
import { Looking, type Eyes } from '../access/looking';
import { peopleOf } from '../access/looking.queries';
import { Clock } from '../platform/clock';
import type { Viewer } from '../platform/session/viewer';

/** Why somebody sees something of a submission, asked by those who handle it. */
@Injectable()
export class SightService {
  constructor(
    private readonly database: DataSource,
    private readonly access: AccessService,
    private readonly looking: Looking,
    private readonly clock: Clock,
  ) {}

  /** Whom the chair may ask about. */
  async people(viewer: Viewer, slug: string, number: number, name: string): Promise<{ people: PickablePerson[] }> {
    const { manager } = this.database;
    const own = await this.access.submission(manager, viewer, { call: slug, number });
    if (!mayLook(own)) throw new Refusal('not_found');
    const people = await peopleOf(manager, own, this.clock.now(), { name });
    return { people: people.filter(({ id }) => id !== viewer.personId) };
  }

  /** Each thing there is to see, with the rule that decides for that person now; kept in the history like a look. */
  async why(viewer: Viewer, slug: string, number: number, eyes: Eyes): Promise<Sight> {
    const { manager } = this.database;
    const { own, as, facts, theirs, name } = await this.looking.asked(manager, viewer, { call: slug, number }, eyes);
    const written = own.round ? await termsOfReviews(manager, own.round.id) : [];
    const terms = termsNow(facts, own.call);
    return {
      name,
      standing: theirs.standing,
      kind: terms.mode.kind,
      anonymity: terms.mode.anonymity,
      exists: theirs.exists,
      verified: as.isVerified,
      lines: fields.map((field) => lineOf(field, theirs, terms, written)),
    };
  }
}

function lineOf(field: Field, theirs: Access, terms: InForce, written: readonly WrittenRow[]): SightLine {
  const { visible, standing, phase, setting, stricterThen } = theirs.why(field);
  const ofReviews = field.startsWith('review.') && isStamped(field) && visible;
  const sum = (rows: readonly WrittenRow[]): number => rows.reduce((total, { count }) => total + count, 0);
  const closed = ofReviews ? written.filter((row) => theirs.why(field, row.terms).stricterThen) : [];
  return {
    ...{ field, visible, standing, phase, setting, stricterThen },
    when: whenSeen(field, standing, terms),
    possible: couldBeSeen(field, standing, terms.mode),
    kept: closed.length > 0 ? { closed: sum(closed), of: sum(written) } : null,
  };
}

interface WrittenRow {
  terms: number;
  count: number;
}

/** How many submitted reviews a round has, by the terms they were written under. */
function termsOfReviews(manager: EntityManager, roundId: string): Promise<WrittenRow[]> {
  return manager.query<WrittenRow[]>(
    `select w.terms, count(*)::int as count from review v join review_version w on w.review_id = v.id and w.n = v.submitted_n
      where v.round_id = $1 and v.state = 'submitted' group by w.terms`,
    [roundId],
  );
}
