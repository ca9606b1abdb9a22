import { TestBed } from '@angular/core/testing';
import { Score } from './score';

const scale = [
  { value: 1, label: 'Hard to follow' },
  { value: 2, label: 'Weak' },
  { value: 3, label: 'Easy to read' },
];

async function openScore() {
  const fixture = TestBed.createComponent(Score);
  fixture.componentRef.setInput('label', 'Clarity');
  fixture.componentRef.setInput('scale', scale);
  fixture.componentRef.setInput('required', true);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

describe('a score', () => {
  it('says what the ends of the scale mean until one is chosen', async () => {
    const { element } = await openScore();
    expect(element.querySelector('.meaning')?.textContent?.trim()).toBe(
      'Choose 1 (Hard to follow) to 3 (Easy to read)',
    );
  });

  it('is chosen by its digit', async () => {
    const { fixture, element } = await openScore();
    const number = element.querySelector('[role=radiogroup] input');
    number?.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true }));
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toBe(2);
    expect(element.querySelector('.meaning')?.textContent?.trim()).toBe('2: Weak');
    number?.dispatchEvent(new KeyboardEvent('keydown', { key: '7', bubbles: true }));
    expect(fixture.componentInstance.value()).toBe(2);
  });
});
