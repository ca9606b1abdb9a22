import type { Page } from 'playwright-core';
import type { Windows } from './browser';
import { letterTo, linkIn } from './mailbox';
import { signInAs, signUp, stranger } from './people';
import type { Place } from './places';

/**
 * The pages the server renders, in the states that visitors meet: with a link that works and with one that does not. A page that
 * is added needs a line here.
 */
export async function visitorPlaces(windows: Windows): Promise<Place[]> {
  const links = await oneTimeLinks(windows);
  const at = (route: string, ...paths: readonly string[]): Place[] => paths.map((path) => ({ route, path }));
  return [
    ...at('/', '/', '/no-such-page'),
    ...at('/c/:call', '/c/itais-2016', '/c/jedem-2015'),
    ...at('/sign-in', '/sign-in', '/sign-in?note=verified'),
    ...at('/sign-up', '/sign-up'),
    ...at('/reset', '/reset'),
    ...at('/reset/:token', links.reset, '/reset/no-such-link'),
    ...at('/set-up/:token', '/set-up/no-such-link'),
    ...at('/verify/:token', links.verify, '/verify/no-such-link'),
    ...at('/r/:token', links.review, '/r/no-such-link'),
    ...at('/i/:token', links.office, '/i/no-such-link'),
    ...at('/mailbox', '/mailbox', '/mailbox?to=nobody@example.org', `/mailbox?to=ravi.menon@example.org`),
  ];
}

/** Links as they arrive by mail, each asked for as a person would. */
async function oneTimeLinks(windows: Windows): Promise<Record<'verify' | 'reset' | 'review' | 'office', string>> {
  const page = await windows.fresh();
  const newcomer = stranger('Aino Lehto', 'Oulun yliopisto');
  await page.goto('/sign-up');
  await signUp(page, newcomer);
  await page.waitForURL('**/app/**');
  const visitor = await windows.fresh();
  await visitor.goto('/reset');
  await visitor.getByLabel('E-mail address').fill(newcomer.address);
  await visitor.locator('main form').getByRole('button').click();
  await inviteToOffice(await windows.fresh(), newcomer.address);
  const path = async (subject: RegExp, to: string, below: string) =>
    new URL(linkIn(await letterTo(page, to, subject), below)).pathname;
  const links = {
    verify: await path(/Confirm your address/, newcomer.address, '/verify'),
    reset: await path(/password/i, newcomer.address, '/reset'),
    office: await path(/reviewer|committee/i, newcomer.address, '/i/'),
    review: await path(/Will you review/, 'ravi.menon@example.org', '/r/'),
  };
  await page.context().close();
  await visitor.context().close();
  return links;
}

async function inviteToOffice(page: Page, address: string): Promise<void> {
  await signInAs(page, 'Chidi Eze', '/app/c/itais-2016/people/invite');
  await page.getByLabel('People, one a line').fill(`Aino Lehto, ${address}, Oulun yliopisto`);
  await page.getByRole('button', { name: 'Check the list' }).click();
  await page.getByRole('button', { name: /^Invite / }).click();
  await page.waitForURL('**/people');
  await page.context().close();
}
