import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { CandidateView } from '@convoke/contract';
import { CandidatesTable } from './candidates-table';

const person = (name: string, more: Partial<CandidateView> = {}): CandidateView => ({
  personId: name,
  name,
  affiliation: 'University of Leeds',
  sharedTopics: ['Participation'],
  match: 1,
  load: 1,
  maxLoad: 4,
  bid: null,
  conflict: null,
  on: null,
  ...more,
});

describe('the candidates of a paper', () => {
  let fixture: ComponentFixture<CandidatesTable>;
  let assigned: string[];
  let sorted: string[];

  const show = async (candidates: CandidateView[], inputs: Record<string, unknown> = {}) => {
    fixture = TestBed.createComponent(CandidatesTable);
    [assigned, sorted] = [[], []];
    fixture.componentInstance.assigned.subscribe((one) => assigned.push(one.name));
    fixture.componentInstance.sorted.subscribe((by) => sorted.push(by));
    for (const [name, value] of Object.entries({ candidates, number: 17, sort: 'match', ...inputs })) {
      fixture.componentRef.setInput(name, value);
    }
    await fixture.whenStable();
  };
  const row = (name: string) => {
    const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('tbody tr')];
    const found = rows.find((one) => one.textContent?.includes(name));
    if (!found) throw new Error(`No row for ${name}`);
    return found;
  };

  it('says what each shares with the paper and how much they have, and assigns with one click', async () => {
    await show([person('Ravi Menon')]);
    expect(row('Ravi Menon').textContent).toContain('Participation');
    expect(row('Ravi Menon').textContent).toContain('1 of 4');
    row('Ravi Menon').querySelector('button')?.click();
    expect(assigned).toEqual(['Ravi Menon']);
  });

  it('strikes out who is in conflict, with the reason, and offers no button', async () => {
    await show([person('Cleo Dubois', { conflict: { kind: 'co_author', source: 'author' } })]);
    expect(row('Cleo Dubois').querySelector('s')?.textContent).toBe('Cleo Dubois');
    expect(row('Cleo Dubois').textContent).toContain('Wrote with an author lately, said by the authors');
    expect(row('Cleo Dubois').querySelector('button')).toBeNull();
  });

  it('does not say where a conflict comes from when it may not be known', async () => {
    await show([person('Cleo Dubois', { conflict: { kind: 'unsaid', source: null } })]);
    expect(row('Cleo Dubois').textContent).toContain('In conflict with this paper');
  });

  it('offers no button to who is on the paper or has enough, and says so', async () => {
    await show([
      person('Ravi Menon', { on: { assignmentId: 'a', state: 'proposed' } }),
      person('Marta Nowak', { load: 4 }),
      person('Hanna Lindqvist', { on: { assignmentId: 'b', state: 'declined' } }),
    ]);
    expect(row('Ravi Menon').textContent).toContain('On this paper');
    expect(row('Ravi Menon').querySelector('button')).toBeNull();
    expect(row('Marta Nowak').textContent).toContain('Full');
    expect(row('Marta Nowak').querySelector('button')).toBeNull();
    expect(row('Hanna Lindqvist').textContent).toContain('Declined before');
    expect(row('Hanna Lindqvist').querySelector('button')).not.toBeNull();
  });

  it('offers nothing once the paper is decided', async () => {
    await show([person('Ravi Menon')], { open: false });
    expect(row('Ravi Menon').querySelector('button')).toBeNull();
  });

  it('says by what it is sorted, and asks for another order', async () => {
    await show([person('Ravi Menon')], { sort: 'load' });
    const heads = [...(fixture.nativeElement as HTMLElement).querySelectorAll('thead th')];
    expect(heads.map((head) => head.getAttribute('aria-sort'))).toEqual([null, null, 'ascending', null, null]);
    heads[1]?.querySelector('button')?.click();
    expect(sorted).toEqual(['match']);
  });
});
