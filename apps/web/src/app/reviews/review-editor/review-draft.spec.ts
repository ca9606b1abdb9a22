import { jest } from '@jest/globals';
import type { ReviewAnswers, ReviewEditorView, SavedReview } from '@convoke/contract';
import { ProblemError, localProblem } from '@convoke/ui';
import { ReviewDraft } from './review-draft';

const blank: ReviewEditorView['review'] = {
  answers: {},
  version: 0,
  state: 'none',
  submittedN: 0,
  submittedAt: null,
  editedAt: null,
  hasUnsubmittedChanges: false,
  problems: [],
};

/** A server that keeps one review and refuses a stale version, as the real one does. */
class Server {
  version = 0;
  answers: ReviewAnswers = {};
  saves = 0;
  isAway = false;

  readonly store = (answers: ReviewAnswers, version: number): Promise<SavedReview> => {
    this.saves += 1;
    if (this.isAway) return Promise.reject(new ProblemError(localProblem('offline')));
    if (version !== this.version) return Promise.reject(this.stale());
    this.version += 1;
    this.answers = answers;
    return Promise.resolve({
      version: this.version,
      state: 'draft',
      submittedN: 0,
      submittedAt: null,
      editedAt: '2016-06-23T16:40:22.000Z',
      problems: [],
    });
  };

  private stale(): ProblemError {
    const facts = { version: this.version, answers: this.answers, editedAt: '2016-06-23T16:40:22.000Z' };
    return new ProblemError({ type: '', title: '', status: 409, detail: '', code: 'stale_version', facts });
  }
}

describe('a review while it is written', () => {
  let server: Server;
  let draft: ReviewDraft;

  beforeEach(() => {
    jest.useFakeTimers();
    server = new Server();
    draft = new ReviewDraft(blank, server.store);
  });
  afterEach(() => {
    draft.stop();
    jest.useRealTimers();
  });

  it('is saved once after a pause, not at every key', async () => {
    for (const text of ['T', 'Th', 'The']) draft.set('comments', text);
    expect(draft.state()).toBe('unsaved');
    await jest.advanceTimersByTimeAsync(1000);
    expect(server).toMatchObject({ saves: 1, answers: { comments: 'The' } });
    expect(draft.state()).toBe('saved');
  });

  it('saves what is typed while a save is on its way, afterwards', async () => {
    draft.set('comments', 'One');
    const saving = draft.flush();
    draft.set('comments', 'One, two');
    await saving;
    await jest.advanceTimersByTimeAsync(1000);
    expect(server.answers).toEqual({ comments: 'One, two' });
    expect(draft.state()).toBe('saved');
  });

  it('stays unsaved without a connection and tries again by itself', async () => {
    server.isAway = true;
    draft.set('comments', 'On the train');
    expect(await draft.flush()).toBe(false);
    expect(draft.state()).toBe('failed');
    server.isAway = false;
    await jest.advanceTimersByTimeAsync(5000);
    expect(server.answers).toEqual({ comments: 'On the train' });
    expect(draft.state()).toBe('saved');
  });

  it('stops saving when another window saved, and keeps both texts until one is chosen', async () => {
    await server.store({ comments: 'From the office' }, 0);
    draft.set('comments', 'From the train');
    await draft.flush();
    expect(draft.rival()?.content).toEqual({ comments: 'From the office' });
    draft.set('comments', 'From the train, longer');
    await jest.advanceTimersByTimeAsync(5000);
    expect(server.answers).toEqual({ comments: 'From the office' });
    expect(await draft.keepMine()).toBe(true);
    expect(server.answers).toEqual({ comments: 'From the train, longer' });
  });

  it('can go on with what the other window saved', async () => {
    await server.store({ comments: 'From the office' }, 0);
    draft.set('comments', 'From the train');
    await draft.flush();
    draft.takeTheirs();
    expect(draft.answers()).toEqual({ comments: 'From the office' });
    draft.set('overall', 4);
    await draft.flush();
    expect(server.answers).toEqual({ comments: 'From the office', overall: 4 });
  });

  it('submits what stands there after a running save', async () => {
    draft.set('overall', 4);
    const saving = draft.flush();
    await draft.submit(async (answers, version) => ({ ...(await server.store(answers, version)), submittedN: 1 }));
    await saving;
    expect(server).toMatchObject({ version: 2, answers: { overall: 4 } });
    expect(draft.submittedN()).toBe(1);
    expect(draft.isChanged()).toBe(false);
  });
});
