import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { DeadlineView } from '@convoke/contract';
import { DateEditor, type DateRequest } from './date-editor';

const paper: DeadlineView = {
  id: '5a3f6c1e-58f1-4c1c-9d4c-0e9a3a1d2f10',
  kind: 'paper',
  trackId: null,
  submissionTypeId: null,
  label: '',
  note: '',
  wallTime: '2016-06-05T23:59',
  untilWallTime: null,
  zone: 'Etc/GMT+12',
  closesAt: '2016-06-06T12:00:00.000Z',
  position: 0,
  state: 'open',
  isNext: true,
};

describe('the date editor', () => {
  let fixture: ComponentFixture<DateEditor>;
  let sent: DateRequest[];

  const open = async (inputs: Record<string, unknown>) => {
    fixture = TestBed.createComponent(DateEditor);
    sent = [];
    fixture.componentInstance.save.subscribe((request) => sent.push(request));
    for (const [name, value] of Object.entries({ kind: 'paper', callZone: 'Etc/GMT+12', ...inputs })) {
      fixture.componentRef.setInput(name, value);
    }
    await fixture.whenStable();
  };
  const page = () => fixture.nativeElement as HTMLElement;
  const labelled = (label: string) => {
    const found = [...page().querySelectorAll('label')].find((one) => one.textContent?.includes(label));
    const control = page().querySelector<HTMLInputElement>(`#${found?.htmlFor}`);
    if (!control) throw new Error(`No field called ${label}`);
    return control;
  };
  const type = async (label: string, value: string) => {
    const control = labelled(label);
    control.value = value;
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input'));
    await fixture.whenStable();
  };
  const press = async (words: string) => {
    const button = [...page().querySelectorAll('button')].find((one) => one.textContent?.includes(words));
    if (!button) throw new Error(`No button called ${words}`);
    button.click();
    await fixture.whenStable();
  };

  it('shows what a typed date means, in its zone and elsewhere', async () => {
    await open({ date: paper });
    expect(page().textContent).toContain('Sun 5 June 2016, 23:59 AoE');
    await type('Time zone', 'Europe/Rome');
    expect(page().textContent).toContain('Sun 5 June 2016, 23:59 CEST, Europe/Rome');
    expect(page().textContent).toContain('Sun 5 June 2016, 09:59 AoE');
  });

  it('sends what was typed, and the row it replaces', async () => {
    await open({ date: paper });
    await type('Day', '2016-06-12');
    await press('Save date');
    expect(sent).toEqual([
      expect.objectContaining({ kind: 'paper', wallTime: '2016-06-12T23:59', zone: 'Etc/GMT+12', replaces: paper.id }),
    ]);
  });

  it('takes a day without a time as the whole day', async () => {
    await open({ date: null });
    await type('Day', '2016-06-12');
    expect(page().textContent).toContain('Sun 12 June 2016, 23:59 AoE');
    await press('Save date');
    expect(sent[0]).toMatchObject({ wallTime: '2016-06-12', replaces: null });
  });

  it('asks which, when the clocks show the time twice', async () => {
    await open({ date: { ...paper, zone: 'Europe/Rome', wallTime: '2016-10-30T02:30', closesAt: null } });
    expect(page().textContent).toContain('twice');
    await press('Save date');
    expect(sent).toEqual([]);
    page().querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    await press('Save date');
    expect(sent[0]).toMatchObject({ which: 'later' });
  });

  it('refuses a time that the clocks skip', async () => {
    await open({ date: { ...paper, zone: 'Europe/Rome', wallTime: '2017-03-26T02:30', closesAt: null } });
    expect(page().textContent).toContain('The clocks skip this time');
    await press('Save date');
    expect(sent).toEqual([]);
  });

  it('asks for a reason before it moves a published date forward, and only then', async () => {
    await open({ date: paper, isPublic: true });
    await type('Day', '2016-06-06');
    expect(page().textContent).not.toContain('Why is it moved forward?');
    await type('Day', '2016-06-01');
    await press('Save date');
    expect(sent).toEqual([]);
    await type('Why is it moved forward?', 'The hall burned down.');
    await press('Save date');
    expect(sent[0]).toMatchObject({ wallTime: '2016-06-01T23:59', reason: 'The hall burned down.' });
  });

  it('clears a date to "to be announced"', async () => {
    await open({ date: paper });
    await press('Clear');
    expect(sent[0]).toMatchObject({ wallTime: null, replaces: paper.id });
  });
});
