import { randomUUID } from 'node:crypto';
import type { MatrixRole } from '@convoke/domain/testing';
import type { GivenPerson, GivenSubmission } from '../given';
import { insertRow } from '../rows';
import type { TestApp } from '../test-app';
import type { Tokens } from './secrets';

/** What is said about a submission: the discussion, the authors' response, the meta-review, tags. */
export class Talk {
  constructor(
    private readonly app: TestApp,
    private readonly person: (role: MatrixRole) => GivenPerson,
  ) {}

  async about(paper: GivenSubmission, token: Tokens): Promise<void> {
    await this.discussion(paper, token);
    await this.response(paper, token);
    await this.metaReview(paper, token);
    await this.tags(paper, token);
  }

  /** Begins a thread for everybody who reviews; answers its id. */
  async message(paper: GivenSubmission, audience: string, text: string, position: number): Promise<string> {
    const id = randomUUID();
    const to = audience === 'reviewer' ? this.person('assigned_reviewer').id : null;
    const [chair, now] = [this.person('programme_chair').id, this.app.clock.now()];
    const place = { round_id: paper.roundId, submission_id: paper.id, audience, reviewer_id: to, created_at: now };
    await this.insert('discussion_thread', { id, ...place, created_by: chair });
    await this.insert('discussion_message', {
      ...{ id: randomUUID(), thread_id: id, ...place, position, author_id: chair, by_chair: true, text },
    });
    return id;
  }

  private async discussion(paper: GivenSubmission, token: Tokens): Promise<void> {
    await this.message(paper, 'reviewers', `To all who review: ${token.messageToReviewers}`, 1);
    await this.message(paper, 'reviewer', `To one of you: ${token.messageToOne}`, 2);
    await this.message(paper, 'chairs', `Among chairs: ${token.messageToChairs}`, 3);
  }

  /** One that was submitted, and what has been changed in it since. */
  private async response(paper: GivenSubmission, token: Tokens): Promise<void> {
    const [id, ada, now] = [randomUUID(), this.person('author').id, this.app.clock.now()];
    const texts = (word: string) => ({ paper: `Thank you: ${word}`, reviews: {} });
    await this.insert('author_response', {
      ...{ id, round_id: paper.roundId, submission_id: paper.id, texts: texts(token.responseDraft), submitted_n: 1 },
      ...{ edited_by: ada, created_at: now, edited_at: now, submitted_at: now },
    });
    await this.insert('author_response_version', {
      ...{ id: randomUUID(), response_id: id, n: 1, texts: texts(token.response), words: 3 },
      ...{ submitted_by: ada, submitted_at: now },
    });
    await this.app.database.query(`update round set response_opened_at = $2, response_closed_at = $2 where id = $1`, [
      ...[paper.roundId, now],
    ]);
  }

  /** A recommendation with a text for authors, as it stands and as it was released. */
  private async metaReview(paper: GivenSubmission, token: Tokens): Promise<void> {
    const [id, batch, now] = [randomUUID(), randomUUID(), this.app.clock.now()];
    // who writes it reads it at any time: here that is nobody whom the proofs ask
    const { id: chair } = await this.app.given.person('Uta Recommends', { address: `${id}@example.org` });
    const place = { round_id: paper.roundId, submission_id: paper.id };
    const text = `All in all: ${token.metaReview}`;
    await this.insert('recommendation', {
      ...{ id, ...place, person_id: chair, outcome: 'accept_paper', reason: 'Sound.', for_authors: text },
      ...{ created_at: now, edited_at: now },
    });
    await this.insert('release_batch', {
      ...{ id: batch, call_id: paper.callId, state: 'cancelled', created_by: chair, created_at: now },
    });
    await this.insert('released_meta_review', {
      ...{ id: randomUUID(), recommendation_id: id, ...place, batch_id: batch, text, released_at: now },
    });
  }

  private async tags(paper: GivenSubmission, token: Tokens): Promise<void> {
    const owner = this.person('programme_chair').id;
    for (const [scope, name] of [
      ['private', token.tagPrivate],
      ['chairs', token.tagForChairs],
      ['committee', token.tagForCommittee],
    ] as const)
      await this.insert('submission_tag', {
        ...{ id: randomUUID(), submission_id: paper.id, name, scope, person_id: owner },
        created_at: this.app.clock.now(),
      });
  }

  private insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    return insertRow(this.app.database, table, row);
  }
}
