import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DraftView, MissingItem, SubmissionForm } from '@convoke/contract';
import { DraftEditor } from './draft-editor';

const id = '3f0c3c3e-8a5e-4c53-9d0a-111111111111';
const declaration: MissingItem = { step: 'check', field: 'originalWork', code: 'missing', facts: {} };

function draft(version: number, missing: MissingItem[], originalWork: boolean): DraftView {
  return {
    ...{ id, number: null, state: 'draft', stage: null, version, editedAt: '2016-05-20T10:00:00.000Z', files: [] },
    fields: {
      ...{
        trackId: id,
        typeId: id,
        title: 'At the counter',
        abstract: '',
        abstractCut: null,
        keywords: [],
        topicIds: [],
      },
      ...{ authors: [], conflicts: [], declarations: { conflictsChecked: true, originalWork } },
    },
    missing: { abstract: [], paper: missing },
    words: { counted: 0, references: 0, limit: null },
  };
}

function form(view: DraftView): SubmissionForm {
  return {
    call: { slug: 'jedem-2015', name: 'JeDEM', kind: 'special_issue', timeZone: 'Etc/GMT+12', autoSubmit: false },
    draft: view,
    ...{ tracks: [], types: [], topics: [], committee: [], alwaysEdit: [], dates: { abstract: null, paper: null } },
    ...{
      asks: 'paper',
      sentFiles: [],
      closed: null,
      details: { until: null, only: false },
      opened: 'x',
      serverNow: '2016-05-20T10:00:00.000Z',
    },
  };
}

describe('the draft in the browser', () => {
  let editor: DraftEditor;
  let http: HttpTestingController;
  const turn = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), DraftEditor],
    });
    editor = TestBed.inject(DraftEditor);
    http = TestBed.inject(HttpTestingController);
    editor.open(form(draft(1, [declaration], false)));
  });
  afterEach(() => http.verify());

  it('asks again when an answer was overtaken by a later one, so that nothing finished is called missing', async () => {
    const asking = editor.refresh();
    const [old] = http.match((request) => request.url.endsWith('/form'));
    editor.set('declarations', { conflictsChecked: true, originalWork: true });
    const saving = editor.flush();
    http.expectOne((request) => request.url.endsWith('/draft')).flush(draft(2, [], true));
    await saving;
    old?.flush(form(draft(1, [declaration], false)));
    await turn();
    http.expectOne((request) => request.url.endsWith('/form')).flush(form(draft(2, [], true)));
    await asking;
    expect(editor.draft().missing.paper).toEqual([]);
    expect(editor.fields().declarations.originalWork).toBe(true);
  });

  it('asks for the files again when a save was answered before it heard of one', async () => {
    editor.set('declarations', { conflictsChecked: true, originalWork: true });
    const saving = editor.flush();
    const save = http.expectOne((request) => request.url.endsWith('/draft'));
    const file = {
      ...{
        id,
        slot: 'paper',
        name: 'a.pdf',
        mediaType: 'application/pdf',
        bytes: 9,
        pages: null,
        state: 'clean' as const,
      },
      ...{ anonymity: null, stateReason: '', hash: 'ab', uploadedAt: '2016-05-20T10:00:01.000Z' },
    };
    editor.addFile(file, true);
    save.flush(draft(2, [declaration], true));
    await saving;
    http.expectOne((request) => request.url.endsWith('/form')).flush(form({ ...draft(2, [], true), files: [file] }));
    await turn();
    expect(editor.draft().files).toEqual([file]);
    expect(editor.draft().missing.paper).toEqual([]);
  });
});
