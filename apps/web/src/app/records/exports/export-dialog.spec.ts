import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { ExportPlan, PapersPlan } from '@convoke/contract';
import { problemErrors } from '../../shell/problem-errors';
import { ExportDialog, type ExportQuestion } from './export-dialog';
import { rangesOf } from './ranges';

const plan: ExportPlan = { count: 3, columns: ['Number', 'Title'], leftOut: ['Authors'] };
const papers: PapersPlan = {
  submissions: 3,
  files: 2,
  bytes: 3_400_000,
  without: [9],
  copies: false,
  limit: { files: 2000, bytes: 2_000_000_000 },
};

function open(more: Partial<ExportQuestion> = {}) {
  const data: ExportQuestion = {
    call: 'itais-2016',
    list: { view: 'all', query: 'status:review' },
    total: 12,
    selected: [],
    ...more,
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemErrors])),
      provideHttpClientTesting(),
      { provide: MAT_DIALOG_DATA, useValue: data },
    ],
  });
  const fixture = TestBed.createComponent(ExportDialog);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await fixture.whenStable();
    fixture.detectChanges();
  };
  const choose = async (label: RegExp) => {
    const found = [...page.querySelectorAll('label')].find((one) => label.test(one.textContent ?? ''));
    found?.querySelector('input')?.click();
    // what it asks the server now is still to be answered
    fixture.detectChanges();
    await Promise.resolve();
    fixture.detectChanges();
  };
  const button = () => page.querySelector<HTMLButtonElement>('button[data-look="main"]')!;
  return { fixture, http, page, settle, choose, button };
}

const planned = async ({ http, settle }: ReturnType<typeof open>, table = 'submissions', query = '') => {
  await Promise.resolve();
  const request = http.expectOne((one) => one.url.startsWith(`/api/calls/itais-2016/exports/${table}?`));
  expect(request.request.url).toContain(query);
  request.flush(plan);
  await settle();
};

describe('The export of a list', () => {
  it('says how much the file holds, with which columns, and what is left out, before it is made', async () => {
    const shown = open();
    shown.fixture.detectChanges();
    await planned(shown, 'submissions', 'query=status%3Areview');
    const words = shown.page.textContent ?? '';
    for (const part of ['3 submissions', '2 columns: Number, Title', 'you may see it of none of these: Authors'])
      expect(words).toContain(part);
    expect(words).toContain('exactly what you may see');
    expect(shown.button().getAttribute('aria-disabled')).toBeNull();
  });

  it('is of the selected ones unless all are asked for', async () => {
    const shown = open({ selected: [4, 1, 2, 3, 9] });
    shown.fixture.detectChanges();
    await planned(shown, 'submissions', 'papers=1-4%2C9');
    await shown.choose(/All 12/);
    const [request] = shown.http.match((one) => one.url.startsWith('/api/calls/itais-2016/exports/submissions'));
    expect(request?.request.url).not.toContain('papers=');
  });

  it('says in words why there is no file, and keeps what was chosen', async () => {
    const shown = open();
    shown.fixture.detectChanges();
    await planned(shown);
    shown.button().click();
    await shown.settle();
    expect(shown.page.textContent).toContain('Your file is being written');
    const request = shown.http.expectOne((one) => one.url.startsWith('/api/calls/itais-2016/exports/submissions/xlsx'));
    const why = {
      type: 'about:blank',
      title: 'No',
      status: 403,
      detail: 'Your role does not include this.',
      code: 'not_permitted',
    };
    request.flush(new Blob([JSON.stringify(why)]), { status: 403, statusText: 'Forbidden' });
    for (let n = 0; n < 10; n += 1) await new Promise((resolve) => setTimeout(resolve));
    await shown.settle();
    expect(shown.page.textContent).toContain('Your role does not include this.');
    expect(shown.button().getAttribute('aria-disabled')).toBeNull();
  });

  it('of papers names those without a file, and refuses what is too much for one archive', async () => {
    const shown = open();
    shown.fixture.detectChanges();
    await planned(shown);
    await shown.choose(/^\s*Papers/);
    const asked = () => shown.http.expectOne((one) => one.url.startsWith('/api/calls/itais-2016/paper-exports?'));
    asked().flush({ ...papers, files: 2400 });
    await shown.settle();
    expect(shown.page.textContent).toContain('#9');
    expect(shown.page.textContent).toContain('too much for one archive');
    expect(shown.button().getAttribute('aria-disabled')).toBe('true');
  });
});

it('numbers in few letters', () => {
  expect(rangesOf([])).toBe('');
  expect(rangesOf([9, 1, 2, 3, 4, 4])).toBe('1-4,9');
});
