import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { WithdrawDialog } from './withdraw-dialog';

describe('the question before withdrawing', () => {
  it('names the submission and what happens, and takes a reason', async () => {
    const answers: (string | undefined)[] = [];
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: { number: 12, title: 'A public value scorecard' } },
        { provide: MatDialogRef, useValue: { close: (reason?: string) => answers.push(reason) } },
      ],
    });
    const fixture = TestBed.createComponent(WithdrawDialog);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent).toContain('A public value scorecard');
    expect(page.textContent).toContain('cannot be undone');
    const reason = page.querySelector('textarea');
    if (!reason) throw new Error('There is no place for a reason');
    reason.value = '  A mistake in our data ';
    reason.dispatchEvent(new Event('input'));
    [...page.querySelectorAll('button')].find((one) => one.textContent?.includes('Withdraw #12'))?.click();
    expect(answers).toEqual(['A mistake in our data']);
  });
});
