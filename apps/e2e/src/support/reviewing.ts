import type { Page } from 'playwright-core';

/** Opens a paper on the workbench of whoever assigns. */
export async function openOnWorkbench(page: Page, call: string, title: string): Promise<void> {
  await page.goto(`/app/c/${call}/assign`);
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
}

/** Tells everybody who was assigned and not told yet, after a look at the letters. */
export async function tellReviewers(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tell / }).click();
  const letters = page.getByRole('dialog');
  await letters.getByRole('heading', { level: 3 }).waitFor();
  await letters.getByRole('button', { name: /^Send / }).click();
  await page
    .getByText(/on the way/)
    .first()
    .waitFor();
}

export interface Words {
  readonly score: number;
  readonly text: string;
}

/** Answers every question of the review form that is shown: the same score everywhere, the text in every box. */
export async function answerAll(page: Page, { score, text }: Words): Promise<void> {
  const review = page.getByRole('region', { name: 'Review', exact: true });
  await review.getByRole('radiogroup').first().waitFor();
  for (const scale of await review.getByRole('radiogroup').all()) {
    await scale.getByRole('radio', { name: new RegExp(`^${score}:`) }).check({ force: true });
  }
  for (const choice of await review.locator('select').all()) await choice.selectOption({ index: 1 });
  for (const box of await review.locator('textarea').all()) await box.fill(text);
}
