import { randomUUID } from 'node:crypto';
import { wordCount, type RoundState } from '@convoke/domain';
import { authorsSearch, authorsShort } from '../../submissions/authors-line';
import { GivenCalls, type GivenCall } from './calls';
import type { GivenPerson } from './people';
import { required } from './rows';

export interface GivenSubmission {
  id: string;
  callId: string;
  trackId: string;
  number: number | null;
  roundId: string;
  versionId: string | null;
}

export type SubmissionState = 'draft' | 'submitted' | 'withdrawn' | 'accepted' | 'rejected' | 'published' | 'closed';

/** Submissions, as their authors sent them. */
export class GivenSubmissions extends GivenCalls {
  /** A submission by its authors; the first is contact and corresponding. Beyond `draft` it has a number and a version. */
  async submission(
    call: GivenCall,
    options: {
      by: GivenPerson[];
      title?: string;
      abstract?: string;
      state?: SubmissionState;
      round?: RoundState;
      kind?: 'abstract' | 'paper';
      track?: { id: string };
      type?: string;
      topics?: string[];
    },
  ): Promise<GivenSubmission> {
    const id = randomUUID();
    const now = this.clock.now();
    const state = options.state ?? 'submitted';
    const sent = state !== 'draft';
    const trackId = options.track?.id ?? required(call.tracks[0]).id;
    const text = {
      title: options.title ?? 'A paper',
      abstract: options.abstract ?? 'What we did, and why it matters.',
      topic_ids: (options.topics ?? []).map((name) => required(call.topics[name])),
    };
    const authors = options.by.map(authorOf);
    const number = sent ? await this.nextNumber(call.id) : null;
    const contact = required(options.by[0]);
    await this.insert('submission', {
      id,
      call_id: call.id,
      track_id: trackId,
      type_id: options.type ? required(call.types[options.type]) : required(Object.values(call.types)[0]),
      number,
      state,
      stage: sent ? (options.kind ?? 'paper') : null,
      ...(sent ? text : {}),
      created_by: contact.id,
      created_at: now,
      edited_at: now,
      submitted_at: sent ? now : null,
      authors_short: sent ? authorsShort(authors) : '',
      authors_search: sent ? authorsSearch(authors) : '',
    });
    await this.insert('working_copy', { submission_id: id, ...text });
    for (const topicId of text.topic_ids)
      await this.insert('submission_topic', { submission_id: id, topic_id: topicId });
    await this.authors(id, options.by);
    const roundId = randomUUID();
    await this.insert('round', {
      id: roundId,
      submission_id: id,
      n: 1,
      state: options.round ?? 'submitted',
      form_version_id: call.formVersionId,
      created_at: now,
      discussion_opened_at: options.round === 'discussion' ? now : null,
    });
    const versionId = sent ? await this.version(id, options.kind ?? 'paper', { ...text, authors }, contact) : null;
    return { id, callId: call.id, trackId, number, roundId, versionId };
  }

  private async authors(submissionId: string, people: readonly GivenPerson[]): Promise<void> {
    const now = this.clock.now();
    for (const [position, person] of people.entries()) {
      const { givenName, familyName } = authorOf(person, position);
      await this.insert('submission_author', {
        id: randomUUID(),
        submission_id: submissionId,
        position,
        given_name: givenName,
        family_name: familyName,
        address: person.address,
        affiliation: person.affiliation,
        is_corresponding: position === 0,
        person_id: person.id,
      });
    }
    const contact = required(people[0]);
    await this.insert('submission_contact', { submission_id: submissionId, person_id: contact.id, added_at: now });
  }

  private async version(
    submissionId: string,
    kind: string,
    text: { title: string; abstract: string; topic_ids: string[]; authors: ReturnType<typeof authorOf>[] },
    by: GivenPerson,
  ): Promise<string> {
    const id = randomUUID();
    await this.insert('submission_version', {
      id,
      submission_id: submissionId,
      n: 1,
      kind,
      title: text.title,
      abstract: text.abstract,
      abstract_words: wordCount(text.abstract).words,
      content: { authors: text.authors, keywords: [], topics: text.topic_ids, declarations: {} },
      digest: '0'.repeat(64),
      submitted_by: by.id,
      submitted_at: this.clock.now(),
    });
    return id;
  }

  private async nextNumber(callId: string): Promise<number> {
    const [[row]] = await this.database.query<[[{ number: number }], number]>(
      `update call set next_number = next_number + 1 where id = $1 returning next_number - 1 as number`,
      [callId],
    );
    return row.number;
  }
}

/** An author as a frozen version keeps them. */
function authorOf({ name, address, affiliation }: GivenPerson, position: number) {
  const [givenName = '', ...rest] = name.split(' ');
  const familyName = rest.join(' ');
  return { givenName, familyName, address, affiliation, country: '', isCorresponding: position === 0 };
}
