import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReviewEditorView } from '@convoke/contract';
import { problemErrors } from '../../shell/problem-errors';
import { ReviewEditor } from './review-editor';

const assignment = '6f1f7c38-9a53-4a2c-8a8e-2f0f5f3b1a11';
const view: ReviewEditorView = {
  assignment: { id: assignment, state: 'accepted', due: null },
  call: { slug: 'itais-2016', name: 'ITAIS 2016' },
  paper: {
    submissionId: '2b0f1f0a-6a1b-4f57-9f39-8ac1d7e4f0c2',
    number: 17,
    title: 'Who co-produces?',
    abstract: 'Reporting a broken kerb.',
    topics: [],
    keywords: [],
    authors: null,
    files: [],
  },
  handledBy: 'Tala Brandt',
  chairReaders: { coChairs: 3, chairs: 1 },
  talk: { discussion: null, response: null },
  seesReviews: false,
  draftIsRead: false,
  form: {
    fields: [
      {
        key: 'overall',
        label: 'Overall',
        kind: 'score',
        required: true,
        visibility: 'authors',
        help: '',
        scale: [1, 2, 3].map((value) => ({ value, label: `label ${value}` })),
      },
      {
        key: 'comments',
        label: 'Text for the authors',
        kind: 'text',
        required: true,
        visibility: 'authors',
        help: '',
        scale: [],
      },
      {
        key: 'doubts',
        label: 'Only for the chairs',
        kind: 'text',
        required: false,
        visibility: 'chairs',
        help: '',
        scale: [],
      },
    ],
  },
  review: {
    answers: {},
    version: 0,
    state: 'none',
    submittedN: 0,
    submittedAt: null,
    editedAt: null,
    hasUnsubmittedChanges: false,
    problems: [],
  },
  terms: 1,
  canWrite: true,
  whyNot: null,
};

describe('the review editor', () => {
  let fixture: ComponentFixture<ReviewEditor>;
  let http: HttpTestingController;

  const open = async (change: Partial<ReviewEditorView> = {}) => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideHttpClient(withInterceptors([problemErrors])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ReviewEditor);
    fixture.componentRef.setInput('assignment', assignment);
    fixture.detectChanges();
    http.expectOne(`/api/assignments/${assignment}/review`).flush({ ...view, ...change });
    await fixture.whenStable();
  };
  const page = () => fixture.nativeElement as HTMLElement;
  const button = (words: string) => {
    const found = [...page().querySelectorAll('button')].find((one) => one.textContent?.trim() === words);
    if (!found) throw new Error(`No button called ${words}`);
    return found;
  };

  it('says beside each text who will read it', async () => {
    await open();
    expect(page().textContent).toContain('Authors, reviewers, chairs');
    expect(page().textContent).toContain('3 co-chairs and the chair');
  });

  it('lists what is missing instead of submitting, also by Ctrl and Enter', async () => {
    await open();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, cancelable: true }));
    await fixture.whenStable();
    const alert = page().querySelector('[role=alert]');
    expect(alert?.textContent).toContain('Overall: choose a value');
    expect(alert?.textContent).toContain('Text for the authors: write something');
    expect(alert?.textContent).not.toContain('Only for the chairs');
    http.verify();
  });

  it('saves what is written before it is left', async () => {
    await open();
    const text = page().querySelector('textarea');
    if (!text) throw new Error('No text field');
    text.value = 'Rare data.';
    text.dispatchEvent(new Event('input'));
    const leaving = fixture.componentInstance.leave();
    const request = http.expectOne({ method: 'PUT', url: `/api/assignments/${assignment}/review` });
    expect(request.request.body).toEqual({ answers: { comments: 'Rare data.' }, version: 0 });
    request.flush({
      version: 1,
      state: 'draft',
      submittedN: 0,
      submittedAt: null,
      editedAt: '2016-06-23T16:40:22.000Z',
      problems: [],
    });
    expect(await leaving).toBe(true);
    await fixture.whenStable();
    expect(page().textContent).toContain('Saved');
  });

  it('cannot be written once it is decided, and says why', async () => {
    await open({ canWrite: false, whyNot: 'This is decided.' });
    expect(page().textContent).toContain('This review can no longer be changed. This is decided.');
    expect(page().querySelector('textarea')?.readOnly).toBe(true);
    expect(() => button('Submit review')).toThrow();
  });

  it('asks for an answer first when the invitation is open', async () => {
    await open({ assignment: { ...view.assignment, state: 'invited' }, canWrite: false, whyNot: null });
    expect(button('Accept to review')).toBeTruthy();
    expect(page().querySelector('textarea')).toBeNull();
  });

  it('names the authors only where the server says who they are', async () => {
    await open({ paper: { ...view.paper, authors: [{ name: 'Ada Ferri', affiliation: 'Politecnico di Milano' }] } });
    expect(page().querySelector('header')?.textContent).toContain('Ada Ferri, Politecnico di Milano');
  });
});
