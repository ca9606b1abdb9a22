import { wordCount } from '@convoke/domain';
import { authorsSearch, authorsShort } from '../../apps/api/src/submissions/authors-line';
import type { AuthorRow } from '../../apps/api/src/submissions/draft.queries';
import { versionDigest } from '../../apps/api/src/submissions/version-digest';
import type { Random } from '../../apps/api/src/platform/random';
import type { AddedCall } from './add-call';
import type { Accounts } from './add-people';
import type { DemoPaper } from './papers/paper';
import { authors as invented, ofCast, type DemoPerson } from './people';
import type { Rows } from './rows';
import type { StoredPaper } from './store-files';

const minute = 60_000;
const day = 24 * 60 * minute;

export interface AddedSubmission {
  id: string;
  call: AddedCall;
  paper: DemoPaper;
  number: number | null;
  roundId: string | null;
  /** The version that reviewers read. */
  versionId: string | null;
  authors: readonly (DemoPerson & { personId: string | null })[];
  submittedAt: Date;
}

export interface SubmissionCircumstances {
  call: AddedCall;
  number: number | null;
  /** Its place in the list, from 0: deals out authors and hours. */
  index: number;
  file: StoredPaper | null;
  accounts: Accounts;
  random: Random;
  now: Date;
}

/** Days before today at which a submission of each standing came in. */
const age = {
  draft: 2,
  complete_draft: 1,
  abstract: 23,
  submitted: 4,
  withdrawn: 18,
  in_review: 30,
  recommended: 40,
  decided: 45,
  released: 52,
};

/** The rows of one submission as submitting would have left them: working copy, frozen version, round, audit. */
export function addSubmission(rows: Rows, paper: DemoPaper, around: SubmissionCircumstances): AddedSubmission {
  const { call, random, number, now, index } = around;
  const id = random.uuid();
  const submittedAt = new Date(now.getTime() - age[paper.standing.at] * day - (index * 97 + 13) * minute);
  const authors = authorsOf(paper, around);
  const contact = authors[0]?.personId;
  if (!contact) throw new Error(`"${paper.title}" has no contact.`);
  const isDraft = number === null;
  const stage = isDraft ? null : paper.standing.at === 'abstract' ? 'abstract' : 'paper';
  const topicIds = paper.topics.map((topic) => call.topics[topic - 1] ?? missingTopic(paper, topic));
  const authorRows = authors.map(toAuthorRow);
  const text = { title: paper.title, abstract: paper.abstract, keywords: paper.keywords, topic_ids: topicIds };
  rows.add('submission', {
    id,
    call_id: call.id,
    track_id: [...call.tracks.values()][0],
    type_id: paper.type ? call.types.get(paper.type) : [...call.types.values()][0],
    number,
    state: stateOf(paper),
    stage,
    ...(isDraft ? {} : text),
    created_by: contact,
    created_at: new Date(submittedAt.getTime() - 2 * day),
    edited_at: submittedAt,
    submitted_at: isDraft ? null : submittedAt,
    withdrawn_at: paper.standing.at === 'withdrawn' ? new Date(submittedAt.getTime() + 5 * day) : null,
    withdrawn_reason: paper.standing.at === 'withdrawn' ? 'We need more time and will submit elsewhere.' : '',
    authors_short: isDraft ? '' : authorsShort(authorRows),
    authors_search: isDraft ? '' : authorsSearch(authorRows),
  });
  rows.add('working_copy', {
    submission_id: id,
    ...text,
    declarations: paper.standing.at === 'draft' ? {} : { conflictsChecked: true, originalWork: true },
  });
  rows.add('submission_contact', { submission_id: id, person_id: contact, added_at: submittedAt });
  addAuthors(rows, id, authors, random);
  for (const topicId of topicIds) rows.add('submission_topic', { submission_id: id, topic_id: topicId });
  const fileId = around.file ? addFile(rows, id, contact, around.file, submittedAt, around) : null;
  const added = { id, call, paper, number, authors, submittedAt, roundId: null, versionId: null };
  if (isDraft || stage === null) return added;
  return { ...added, ...addVersion(rows, { ...added, number, stage, topicIds, contact, authorRows, fileId }, around) };
}

interface Submitted extends Pick<AddedSubmission, 'id' | 'call' | 'paper' | 'submittedAt'> {
  number: number;
  stage: 'abstract' | 'paper';
  topicIds: readonly string[];
  contact: string;
  authorRows: readonly AuthorRow[];
  fileId: string | null;
}

function addVersion(rows: Rows, sent: Submitted, { random, file }: SubmissionCircumstances) {
  const { id, call, paper, stage, number, submittedAt } = sent;
  const [roundId, versionId] = [random.uuid(), random.uuid()];
  const authors = sent.authorRows.map(({ personId: _, mayEdit: _may, ...author }) => author);
  const declarations = { conflictsChecked: true, originalWork: true };
  const content = { authors, keywords: paper.keywords, topics: sent.topicIds, declarations };
  const { title, abstract } = paper;
  const files = file ? [{ slot: 'paper', hash: file.hash, bytes: file.bytes }] : [];
  const digest = versionDigest({
    ...content,
    ...{ title, abstract, abstractCut: null, kind: stage, call: call.content.slug, number, files },
  });
  rows.add('round', {
    id: roundId,
    submission_id: id,
    n: 1,
    state: roundStateOf(paper),
    form_version_id: call.formVersionId,
    created_at: submittedAt,
  });
  rows.add('submission_version', {
    id: versionId,
    submission_id: id,
    n: 1,
    kind: stage,
    title,
    abstract,
    abstract_words: wordCount(abstract).words,
    content,
    file_ids: sent.fileId ? [sent.fileId] : [],
    digest,
    submitted_by: sent.contact,
    submitted_at: submittedAt,
  });
  const by = { tag: 'author', actor_id: sent.contact, call_id: call.id, submission_id: id };
  const action = 'submission.submitted';
  rows.add('audit_entry', { id: random.uuid(), at: submittedAt, action, ...by, facts: { kind: stage, n: 1, digest } });
  if (paper.standing.at === 'withdrawn') {
    const at = new Date(submittedAt.getTime() + 5 * day);
    rows.add('audit_entry', { id: random.uuid(), at, action: 'submission.withdrawn', ...by, facts: {} });
  }
  return { roundId, versionId: stage === 'paper' ? versionId : null };
}

function addAuthors(rows: Rows, submissionId: string, authors: AddedSubmission['authors'], random: Random): void {
  authors.forEach((author, position) =>
    rows.add('submission_author', {
      id: random.uuid(),
      submission_id: submissionId,
      position,
      given_name: author.givenName,
      family_name: author.familyName,
      address: author.address,
      affiliation: author.affiliation,
      country: author.country,
      is_corresponding: position === 0,
      person_id: author.personId,
    }),
  );
}

function addFile(
  rows: Rows,
  submissionId: string,
  by: string,
  file: StoredPaper,
  at: Date,
  { random }: SubmissionCircumstances,
): string {
  const id = random.uuid();
  const blob = { media_type: file.mediaType, created_at: at };
  rows.add(
    'blob',
    { hash: file.hash, bytes: file.bytes, ...blob },
    { hash: file.cleanHash, bytes: file.cleanBytes, ...blob },
  );
  rows.add('submission_file', {
    id,
    submission_id: submissionId,
    slot: 'paper',
    blob_hash: file.hash,
    original_name: file.pages === null ? 'manuscript.docx' : 'manuscript.pdf',
    media_type: file.mediaType,
    bytes: file.bytes,
    pages: file.pages,
    state: 'clean',
    clean_hash: file.cleanHash,
    anonymity: file.anonymity,
    uploaded_by: by,
    uploaded_at: at,
  });
  return id;
}

function stateOf({ standing }: DemoPaper): string {
  if (standing.at === 'draft' || standing.at === 'complete_draft') return 'draft';
  if (standing.at === 'withdrawn') return 'withdrawn';
  return 'submitted';
}

function roundStateOf({ standing }: DemoPaper): string {
  if (standing.at === 'in_review' || standing.at === 'recommended') return 'review_open';
  return standing.at === 'decided' || standing.at === 'released' ? 'decided_not_notified' : 'submitted';
}

/** The named authors of a paper, or one to four of the invented ones; no two papers have the same contact by chance alone. */
function authorsOf({ by }: DemoPaper, { index, accounts }: SubmissionCircumstances): AddedSubmission['authors'] {
  const named = (by ?? []).map((name) => ofCast(name));
  const dealt = Array.from({ length: 1 + (index % 4) }, (_, n) => invented[(index * 3 + n * 7) % invented.length]);
  const people = named.length > 0 ? named : dealt.flatMap((person) => person ?? []);
  return people.map((person) => ({ ...person, personId: accounts.get(person.address.toLowerCase()) ?? null }));
}

function toAuthorRow(author: AddedSubmission['authors'][number], position: number): AuthorRow {
  const { givenName, familyName, address, affiliation, country, personId } = author;
  return {
    givenName,
    familyName,
    address,
    affiliation,
    country,
    isCorresponding: position === 0,
    mayEdit: position === 0,
    personId,
  };
}

function missingTopic(paper: DemoPaper, topic: number): never {
  throw new Error(`"${paper.title}" names topic ${topic}, which the call does not have.`);
}
