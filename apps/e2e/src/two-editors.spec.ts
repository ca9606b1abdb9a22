import { Windows } from './support/browser';
import { signUp, stranger } from './support/people';
import { saved } from './support/submitting';

let windows: Windows;
beforeAll(async () => {
  windows = await Windows.open();
});
afterAll(() => windows.close());

it('a draft changed in two windows is compared field by field; nothing is overwritten without a word', async () => {
  const here = await windows.fresh();
  await here.goto('/sign-up?next=%2Fapp%2Fc%2Fjedem-2015%2Fnew');
  await signUp(here, stranger('Edda Holm', 'Universitetet i Bergen'));
  await here.getByRole('button', { name: 'Start submission' }).click();
  await here.getByLabel('Title', { exact: true }).fill('First title');
  await here.getByLabel('Abstract', { exact: true }).fill('Written before the second window was opened.');
  await saved(here);

  const there = await here.context().newPage();
  await there.goto(here.url());
  await there.getByLabel('Title', { exact: true }).fill('The title of the other window');
  await saved(there);

  await here.getByLabel('Title', { exact: true }).fill('The title of this window');
  const comparison = here.getByRole('dialog', { name: 'Somebody else changed this draft' });
  await comparison.waitFor();
  const words = await comparison.innerText();
  expect(words).toContain('The title of this window');
  expect(words).toContain('The title of the other window');
  // only what both changed is asked about
  expect(words).not.toContain('Written before the second window');

  await comparison.getByRole('radio', { name: /^Theirs/ }).check();
  await comparison.getByRole('button', { name: 'Keep what is chosen' }).click();
  await comparison.waitFor({ state: 'detached' });
  await here.reload();
  await here.getByLabel('Title', { exact: true }).waitFor();
  expect(await here.getByLabel('Title', { exact: true }).inputValue()).toBe('The title of the other window');
  expect(await here.getByLabel('Abstract', { exact: true }).inputValue()).toBe(
    'Written before the second window was opened.',
  );
});
