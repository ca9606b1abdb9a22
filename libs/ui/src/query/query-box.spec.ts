import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { limitedTo, submissionLanguage } from '@convoke/contract';
import { type Asked, QueryBox } from './query-box';
import { submissionExamples } from './query-examples';

@Component({
  imports: [QueryBox],
  template: `
    <cv-query-box
      label="Search"
      [language]="language"
      [query]="query()"
      [names]="names"
      [examples]="examples"
      (asked)="asked.push($event)"
    />
  `,
})
class Page {
  readonly language = limitedTo(
    submissionLanguage,
    Object.keys(submissionLanguage.fields).filter((one) => one !== 'au'),
  );
  readonly query = signal('');
  readonly names = { track: ['Health data'], tag: ['discuss'] };
  readonly examples = submissionExamples;
  readonly asked: Asked[] = [];
}

async function openPage() {
  const fixture = TestBed.createComponent(Page);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
  const box = page.querySelector<HTMLInputElement>('input') as HTMLInputElement;
  return {
    box,
    page,
    component: fixture.componentInstance,
    options: () =>
      [...page.querySelectorAll('[role="option"]')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim()),
    type: async (text: string) => {
      box.focus();
      box.value = text;
      box.setSelectionRange(text.length, text.length);
      box.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    },
    press: async (key: string) => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await fixture.whenStable();
    },
    settle: () => fixture.whenStable(),
  };
}

describe('the query box', () => {
  it('completes with the arrow keys, as a combobox tells it', async () => {
    const { box, options, type, press, component } = await openPage();
    expect(box.getAttribute('aria-expanded')).toBe('false');
    await type('trust stat');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    expect(options()).toEqual(['status: State']);
    expect(box.getAttribute('aria-activedescendant')).toBeNull();
    await press('ArrowDown');
    expect(
      document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-selected'),
    ).toBe('true');
    await press('Enter');
    expect(box.value).toBe('trust status:');
    expect(options()[1]).toBe('review In review');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(box.value).toBe('trust status:review ');
    await press('Enter');
    // on a slow machine the beginning was asked already
    expect(component.asked.at(-1)?.text).toBe('trust status:review');
  });

  it('offers names with spaces in quotes, and closes with Escape', async () => {
    const { box, options, type, press } = await openPage();
    await type('track:hea');
    expect(options()).toEqual(['"Health data"']);
    await press('Escape');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    await press('ArrowDown');
    await press('Tab');
    expect(box.value).toBe('track:"Health data" ');
  });

  it('asks nothing that cannot be read, and says where it cannot', async () => {
    const { box, page, type, press, component } = await openPage();
    await type('trust (data');
    expect(page.querySelector('[role="alert"]')).toBeNull();
    await press('Enter');
    expect(component.asked).toEqual([]);
    expect(page.querySelector('[role="alert"]')?.textContent).toBe('At “(”: The closing parenthesis is missing.');
    expect(page.querySelector('pre')?.textContent).toBe('trust (data\n      ^');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toContain('missing');
    expect(box.value).toBe('trust (data');
  });

  it('says the same of what cannot be searched by here, whatever is asked', async () => {
    const { page, type, press, component } = await openPage();
    await type('author:galli');
    await press('Enter');
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('You cannot search by “au:” in this list.');
    expect(component.asked).toEqual([]);
  });

  it('goes on with the search just typed, and begins a new one after that', async () => {
    const { box, type, press, component } = await openPage();
    await type('trust');
    await press('Enter');
    component.query.set('trust');
    await type('trust data');
    await press('Enter');
    component.query.set('trust data');
    box.dispatchEvent(new Event('blur'));
    await type('zebra');
    await press('Enter');
    expect(component.asked.map(({ anew }) => anew)).toEqual([true, false, true]);
  });

  it('shows examples that can be tried', async () => {
    const { box, page, settle, component } = await openPage();
    const help = [...page.querySelectorAll('button')].find((one) => one.textContent?.includes('How to search'));
    help?.click();
    await settle();
    const example = [...page.querySelectorAll<HTMLButtonElement>('.example')].find(
      (one) => one.textContent === '#discuss -#award',
    );
    example?.click();
    await settle();
    expect(box.value).toBe('#discuss -#award');
    expect(component.asked).toEqual([{ text: '#discuss -#award', anew: true }]);
  });

  it('shows the query of the way back', async () => {
    const { box, component, settle } = await openPage();
    component.query.set('#12');
    await settle();
    expect(box.value).toBe('#12');
  });
});
