import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { DraftView, SubmissionForm } from '@convoke/contract';
import { CompareDialog } from './compare-dialog';
import type { FieldName } from './merge';

describe('the comparison of two versions', () => {
  const answered: ReadonlySet<FieldName>[] = [];
  const theirs = { editedAt: '2016-05-01T08:00:00Z' } as DraftView;
  const form = {
    tracks: [],
    types: [],
    topics: [
      { id: 't1', name: 'Open data' },
      { id: 't2', name: 'Privacy' },
    ],
  } as unknown as SubmissionForm;

  const open = async () => {
    answered.length = 0;
    const clashes = [
      { field: 'title', mine: 'As I typed it', theirs: 'As Tala typed it' },
      { field: 'topicIds', mine: ['t1'], theirs: ['t2'] },
    ];
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: { clashes, theirs, form } },
        { provide: MatDialogRef, useValue: { close: (kept: ReadonlySet<FieldName>) => answered.push(kept) } },
      ],
    });
    const fixture = TestBed.createComponent(CompareDialog);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };
  const keep = (page: HTMLElement) => page.querySelector<HTMLButtonElement>('button')?.click();

  it('shows mine and theirs of each field in words', async () => {
    const page = await open();
    expect([...page.querySelectorAll('.text')].map((one) => one.textContent)).toEqual([
      'As I typed it',
      'As Tala typed it',
      'Open data',
      'Privacy',
    ]);
  });

  it('keeps mine unless theirs was chosen, field by field', async () => {
    const page = await open();
    page.querySelectorAll<HTMLInputElement>('fieldset:nth-of-type(2) input')[1]?.click();
    keep(page);
    expect(answered).toEqual([new Set(['title'])]);
  });
});
