import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { AbstractInput } from './abstract-input';

const words = (count: number) => Array.from({ length: count }, () => 'value').join(' ');
const references =
  '\n\nReferences\n\nBovaird, T. (2007). Beyond engagement and participation. Public Administration Review, 67(5), 846–860.';

describe('the abstract', () => {
  let fixture: ComponentFixture<AbstractInput>;
  let cuts: (number | null)[];

  const open = async (text: string, override: number | null = null) => {
    fixture = TestBed.createComponent(AbstractInput);
    cuts = [];
    fixture.componentInstance.cutChange.subscribe((cut) => cuts.push(cut));
    for (const [name, value] of Object.entries({ text, override, limit: 1000 }))
      fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
  };
  const page = () => fixture.nativeElement as HTMLElement;
  const press = async (label: string) => {
    const button = [...page().querySelectorAll('button')].find((one) => one.textContent?.includes(label));
    if (!button) throw new Error(`No button called ${label}`);
    button.click();
    await fixture.whenStable();
  };

  it('counts 1000 words beside a reference list and shows where it stopped', async () => {
    await open(words(1000) + references);
    expect(page().querySelector('cv-word-count')?.textContent).toContain('1,000 of 1,000 words');
    expect(page().querySelector('.mark')?.textContent).toContain('Counting stops here');
    expect(page().querySelector('.refs')?.textContent).toContain('Bovaird');
  });

  it('shows exactly what is typed, so that both lie over each other', async () => {
    await open(`${words(3)}${references}`);
    const shown = [...page().querySelectorAll('.words')].map((part) => part.textContent).join('');
    expect(shown).toBe(`${words(3)}${references}`);
  });

  it('says how many words are too many', async () => {
    await open(words(1001) + references);
    expect(page().querySelector('cv-word-count')?.textContent).toContain('1 too many');
  });

  it('counts everything when the author says that there is no list', async () => {
    await open(`${words(10)}${references}`, -1);
    expect(page().querySelector('.mark')).toBeNull();
    expect(page().textContent).toContain('You set where counting stops.');
  });

  it('lets the author choose the line at which the list begins', async () => {
    await open('First line\nSecond line\nThird line');
    await press('Leave out a reference list');
    const select = page().querySelector('select');
    if (!select) throw new Error('No choice of lines');
    select.value = '11';
    select.dispatchEvent(new Event('change'));
    expect(cuts).toEqual([11]);
  });

  it('moves a chosen cut along while text before it is typed', async () => {
    await open('First line\nSecond line', 11);
    const area = page().querySelector('textarea');
    if (!area) throw new Error('No text area');
    area.value = 'The first line\nSecond line';
    area.dispatchEvent(new Event('input'));
    expect(cuts).toEqual([15]);
    expect(fixture.componentInstance.text()).toBe('The first line\nSecond line');
  });
});
