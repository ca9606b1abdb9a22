import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { AuthorInput } from '@convoke/contract';
import { AuthorsStep } from './authors-step';
import { DraftEditor } from './draft-editor';
import { PasteAuthors } from './paste-dialog';

const author = (givenName: string, familyName: string): AuthorInput => ({
  givenName,
  familyName,
  address: `${givenName.toLowerCase()}@example.org`,
  affiliation: '',
  country: '',
  isCorresponding: givenName === 'Ada',
  mayEdit: false,
});

describe('the authors', () => {
  let fixture: ComponentFixture<AuthorsStep>;
  const fields = signal({ authors: [] as AuthorInput[] });
  const names = () => fields().authors.map((one) => one.givenName);

  beforeEach(async () => {
    fields.set({ authors: [author('Ada', 'Ferri'), author('Ravi', 'Menon')] });
    const editor = {
      fields,
      detailsReadOnly: () => false,
      form: () => ({ alwaysEdit: ['ada@example.org'] }),
      set: (_: 'authors', authors: AuthorInput[]) => fields.set({ authors }),
    };
    const paste = {
      ask: () =>
        Promise.resolve([
          { givenName: 'Olu', familyName: 'Bankole', address: 'olu@example.org', affiliation: 'Lagos' },
        ]),
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: DraftEditor, useValue: editor },
        { provide: PasteAuthors, useValue: paste },
      ],
    });
    fixture = TestBed.createComponent(AuthorsStep);
    await fixture.whenStable();
  });
  const page = () => fixture.nativeElement as HTMLElement;
  const press = async (label: string) => {
    const button = [...page().querySelectorAll('button')].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent)?.includes(label),
    );
    if (!button) throw new Error(`No button called ${label}`);
    button.click();
    await fixture.whenStable();
  };

  it('are put in order by buttons, and the new place is said', async () => {
    await press('Move Ravi Menon up');
    expect(names()).toEqual(['Ravi', 'Ada']);
    expect(page().querySelector('[role=status]')?.textContent).toBe('Ravi Menon is now author 1');
  });

  it('come from a pasted list after those who are there', async () => {
    await press('Paste a list');
    await fixture.whenStable();
    expect(fields().authors[2]).toEqual({ ...author('Olu', 'Bankole'), affiliation: 'Lagos' });
  });

  it('may be let edit, except those who always may', async () => {
    const boxes = [...page().querySelectorAll<HTMLInputElement>('label:nth-of-type(2) input')];
    expect(boxes.map((box) => [box.checked, box.disabled])).toEqual([
      [true, true],
      [false, false],
    ]);
    boxes[1]?.click();
    await fixture.whenStable();
    expect(fields().authors.map((one) => one.mayEdit)).toEqual([false, true]);
  });

  it('can be removed and added', async () => {
    await press('Remove Ravi Menon');
    await press('Add author');
    expect(names()).toEqual(['Ada', '']);
    expect(fields().authors[1]?.isCorresponding).toBe(false);
  });
});
