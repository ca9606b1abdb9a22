import { cast } from '../testing/cast';
import { aCall, anIssue, aSubmission, aViewer, typeId } from '../testing/facts';
import { accessTo } from './access';
import { visibilitySettings } from './settings';
import { matrix } from './testing/matrix';
import { callIn, factsIn } from './testing/roles';
import { isAllowed, isByAuthors, type Terms } from './terms';
import { fields } from './visibility';

const now = new Date('2026-06-01T12:00:00Z');
const ada = aViewer(cast.ada);
const tala = aViewer(cast.tala, { role: 'track_chair' });
const ravi = aViewer(cast.ravi, { role: 'reviewer' });
const marta = aViewer(cast.marta, { role: 'reviewer' });
const reviewed = { assignment: 'completed', reviewSubmitted: true, hasReview: true } as const;

const terms = (n: number, more: Partial<Terms> = {}): Terms => ({
  n,
  anonymity: 'double',
  types: {},
  visibility: {},
  ...more,
});
const off = {
  reviewers_see_reviewer_names: false,
  authors_see_scores: false,
  reviewers_see_confidential_comments: false,
};
const on = { reviewers_see_reviewer_names: true, authors_see_scores: true, reviewers_see_confidential_comments: true };

describe('a setting that was opened', () => {
  const call = aCall({ settings: { visibility: on }, former: [terms(1, { visibility: off })] });

  it('opens what is written from then on, and nothing that was written before', () => {
    const reviewer = accessTo(aSubmission('discussion', {}, reviewed), ravi, call, now);
    expect(reviewer.sees('review.reviewer_identity', 2)).toBe(true);
    expect(reviewer.sees('review.reviewer_identity', 1)).toBe(false);
    expect(reviewer.sees('review.confidential_comments', 1)).toBe(false);
    const author = accessTo(aSubmission('notified', { author: 'contact' }), ada, call, now);
    expect([author.sees('review.scores', 1), author.sees('review.scores', 2)]).toEqual([false, true]);
    expect(author.why('review.scores', 1)).toMatchObject({
      visible: false,
      stricterThen: true,
      setting: { name: 'authors_see_scores', on: true },
    });
  });

  it('takes nothing from those whom no setting concerns', () => {
    const chair = accessTo(aSubmission('discussion'), tala, call, now);
    for (const field of ['review.text', 'review.scores', 'review.reviewer_identity', 'discussion.messages'] as const)
      expect(chair.sees(field, 1)).toBe(true);
    expect(chair.seesAll('review.scores')).toBe(true);
  });

  it('gives no mean over reviews of which some are not seen', () => {
    const author = accessTo(aSubmission('notified', { author: 'contact' }), ada, call, now);
    expect([author.sees('review.scores'), author.seesAll('review.scores'), author.seesAll('review.text')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('that was closed again closes all', () => {
    const closed = aCall({
      settings: { visibility: off },
      former: [terms(1, { visibility: off }), terms(2, { visibility: on })],
    });
    const reviewer = accessTo(aSubmission('discussion', {}, reviewed), ravi, closed, now);
    for (const n of [1, 2, 3]) expect(reviewer.sees('review.reviewer_identity', n)).toBe(false);
  });

  it('was closed for a while and is open again: what was written while it was open is open', () => {
    const reopened = aCall({
      settings: { visibility: on },
      former: [terms(1, { visibility: on }), terms(2, { visibility: off })],
    });
    const reviewer = accessTo(aSubmission('discussion', {}, reviewed), ravi, reopened, now);
    expect([1, 2, 3].map((n) => reviewer.sees('review.reviewer_identity', n))).toEqual([true, false, true]);
    expect([1, 2, 3].map((n) => isAllowed(reopened, 'authors_see_scores', n))).toEqual([true, false, true]);
  });
});

describe('what authors handed in', () => {
  const opened = aCall({
    settings: { visibility: { pc_sees_pdfs: true } },
    former: [terms(1, { visibility: { pc_sees_pdfs: false } })],
  });

  it('is judged by the terms of their latest submit, without being asked', () => {
    const before = accessTo(aSubmission('submitted', {}, {}, { terms: 1 }), marta, opened, now);
    const after = accessTo(aSubmission('submitted', {}, {}, { terms: 2 }), marta, opened, now);
    expect([before.sees('file.pdf'), after.sees('file.pdf')]).toEqual([false, true]);
    expect(before.sees('submission.title_abstract')).toBe(true);
  });

  it('stays anonymous when the call is opened afterwards, also of one type', () => {
    const single = aCall({ anonymity: 'single', former: [terms(1)] });
    const assigned = { assignment: 'accepted' } as const;
    const names = (call: typeof single, n: number): boolean =>
      accessTo(aSubmission('review_open', {}, assigned, { terms: n }), ravi, call, now).sees('author.names');
    expect([names(single, 1), names(single, 2)]).toEqual([false, true]);
    const typeWas = aCall({
      anonymity: 'single',
      former: [terms(1, { anonymity: 'single', types: { [typeId]: 'double' } })],
    });
    expect(names(typeWas, 1)).toBe(false);
    const editors = anIssue({ anonymity: 'double', former: [terms(1, { anonymity: 'triple' })] });
    const gwen = aViewer(cast.gwen, { role: 'guest_editor' });
    for (const field of ['author.names', 'email_log.to_authors', 'audit_log.author_side'] as const)
      expect(accessTo(aSubmission('review_open'), gwen, editors, now).sees(field)).toBe(false);
  });
});

describe('terms in every cell of the matrix', () => {
  it('what is seen of an old text is seen of a new one, and was seen by the old terms', () => {
    const all = (value: boolean) => Object.fromEntries(visibilitySettings.map((name) => [name, value]));
    const [open, closed] = [all(true), all(false)];
    const wrong = matrix().filter((cell) => {
      const { viewer, facts } = factsIn(cell.role, cell.phase, cell.mode);
      const call = callIn(cell.mode, open);
      const of = (former: Record<string, boolean>) =>
        accessTo(
          facts,
          viewer,
          { ...call, former: [terms(1, { anonymity: call.anonymity, visibility: former })] },
          now,
        );
      const [hidden, shown] = [of(closed).sees(cell.field, 1), of(open).sees(cell.field, 1)];
      return hidden !== (cell.visible === 'yes') || shown !== (cell.visible !== 'no');
    });
    expect(wrong).toEqual([]);
  });

  it('names the fields of authors', () => {
    expect(fields.filter(isByAuthors)).toEqual([
      'submission.title_abstract',
      'author.names',
      'author.affiliation',
      'author.email',
      'file.pdf',
      'file.supplementary',
      'file.original_filename_and_metadata',
      'conflict.author_declared',
      'email_log.to_authors',
      'audit_log.author_side',
    ]);
  });
});
