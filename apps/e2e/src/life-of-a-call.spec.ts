import type { Page } from 'playwright-core';
import { Windows } from './support/browser';
import { setDate } from './support/dates';
import { letterTo, linkIn } from './support/mailbox';
import { docxPaper, pdfPaper, prose } from './support/papers';
import { confirmAddress, password, signInAs, signUp, stranger } from './support/people';
import { answerAll, openOnWorkbench, tellReviewers } from './support/reviewing';
import { story } from './support/story';
import { declareOwnWork, fillForm, goOn, receipt, saved, sendFile, type Work } from './support/submitting';

const references =
  '\n\nReferences\nBovaird, T. (2007). Beyond engagement and participation. PAR 67.\nOstrom, E. (1996). Crossing the great divide.';

let windows: Windows;
beforeAll(async () => {
  windows = await Windows.open();
});
afterAll(() => windows.close());

describe('ITAIS, from the call to the letter of acceptance', () => {
  const chapter = story(() => windows, 'itais');
  const nadia = stranger('Nadia Conti', 'Politecnico di Bari');
  const title = `Benches and bytes: neighbourhood repair as digital co-production (${nadia.mark})`;
  const work: Work = {
    title,
    abstract: prose(240) + references,
    topics: 2,
    authors: [
      nadia,
      {
        givenName: 'Piet',
        familyName: 'Aalders',
        affiliation: 'Universiteit Leiden',
        address: 'piet.aalders@example.org',
      },
    ],
  };
  let author: Page;
  let number: number;

  chapter('a visitor finds the call, creates an account on the way and submits an abstract', async () => {
    const chair = await windows.fresh();
    await signInAs(chair, 'Chidi Eze');
    await setDate(chair, 'itais-2016', 'Abstract', 5);

    author = await windows.fresh();
    await author.goto('/');
    await author
      .getByRole('link', { name: /ITAIS 2016/ })
      .first()
      .click();
    await author.getByRole('heading', { level: 1, name: 'ITAIS 2016' }).waitFor();
    await author.locator('.nextup').getByRole('link').click();
    await author.getByRole('link', { name: 'Create an account' }).click();
    await signUp(author, nadia);
    await author.waitForURL('**/app/c/itais-2016/new');
    await author.getByLabel('Paper', { exact: true }).check();
    await author.getByRole('button', { name: 'Start submission' }).click();
    await author.waitForURL('**/app/c/itais-2016/d/*');

    await fillForm(author, work);
    await author.getByRole('button', { name: /^Content/ }).click();
    expect(await author.locator('cv-word-count').innerText()).toContain('240 of 1,000 words');
    expect(await author.locator('cv-word-count').innerText()).toContain('of references left out');

    await author.getByRole('button', { name: /^Check and submit/ }).click();
    await declareOwnWork(author);
    await author.getByRole('button', { name: 'Submit abstract' }).click();
    const got = await receipt(author);
    expect(got.heading).toBe('Your abstract is submitted');
    number = got.number;
    expect(number).toBeGreaterThan(0);
    expect(got.text).toMatch(/[0-9a-f]{64}/);
  });

  chapter('the receipt arrives by mail, and the address is confirmed from another letter', async () => {
    const letter = await letterTo(author, nadia.address, new RegExp(`^Received: #${number} `));
    expect(letter.text).toContain(title);
    expect(letter.text).toContain(`It has the number ${number}.`);
    const verify = await letterTo(author, nadia.address, /Confirm your address/);
    await confirmAddress(author, linkIn(verify, '/verify'));
  });

  chapter('the full paper follows on the same record', async () => {
    await author.goto('/app/submissions');
    await author.getByRole('link', { name: 'Add the paper' }).first().click();
    await author.getByRole('button', { name: /^Files/ }).click();
    await sendFile(author, 'Paper', await pdfPaper('benches.pdf', title));
    await goOn(author, 'check');
    await author.getByRole('button', { name: 'Submit paper' }).click();
    const got = await receipt(author);
    expect(got.heading).toBe('Your paper is submitted');
    expect(got.number).toBe(number);
    expect(got.text).toContain('benches.pdf');
    const letter = await letterTo(author, nadia.address, /^Received: /, 'Your paper');
    expect(letter.text).toContain('benches.pdf');
    expect(letter.text).toMatch(/[0-9a-f]{64}/);
  });

  chapter('a co-chair assigns a reviewer, who hears of it by mail', async () => {
    const coChair = await windows.fresh();
    await signInAs(coChair, 'Tala Brandt');
    await openOnWorkbench(coChair, 'itais-2016', title);
    await coChair.getByLabel('Find a person').fill('Menon');
    await coChair.getByRole('button', { name: 'Assign Ravi Menon' }).click();
    await coChair.getByText('On this paper').waitFor();
    await tellReviewers(coChair);
  });

  chapter('the reviewer accepts by the link, reads, saves a draft, and submits the review', async () => {
    const reviewer = await windows.fresh();
    const letter = await letterTo(reviewer, 'ravi.menon@example.org', new RegExp(`review submission #${number}\\b`));
    expect(letter.text).not.toContain('Conti');
    const link = linkIn(letter, '/');
    await reviewer.goto(link);
    await reviewer.getByRole('heading', { level: 1, name: `Will you review submission #${number}?` }).waitFor();
    await reviewer.getByRole('button', { name: 'Accept to review' }).click();
    await reviewer.getByText('You accepted to review this paper').waitFor();

    await signInAs(reviewer, 'Ravi Menon', '/app/reviews');
    await reviewer.getByRole('link', { name: new RegExp(`#${number} `) }).click();
    await reviewer.getByRole('region', { name: 'Paper' }).locator('canvas').first().waitFor();
    await answerAll(reviewer, {
      score: 5,
      text: 'The three cases carry the argument; the second one deserves more room.',
    });
    await saved(reviewer);
    await reviewer.reload();
    expect(await reviewer.getByRole('region', { name: 'Review' }).locator('textarea').first().inputValue()).toContain(
      'three cases',
    );
    await reviewer.getByRole('button', { name: 'Submit review' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: 'Submit review' }).click();
    await reviewer
      .getByText(/^Submitted /)
      .first()
      .waitFor();
  });

  chapter('the co-chair reads the review and recommends', async () => {
    const coChair = await windows.fresh();
    await signInAs(coChair, 'Tala Brandt', `/app/c/itais-2016/s/${number}`);
    await coChair.getByText('The three cases carry the argument').first().waitFor();
    await coChair.getByRole('radio', { name: 'Accept as paper' }).check();
    await coChair.getByLabel('Reason for the chair').fill('One strong review, and a topic the track lacks.');
    await coChair.getByRole('button', { name: /^Recommend/ }).click();
    await coChair.getByText(`#${number}: Accept as paper`).waitFor();
  });

  chapter('the chair decides, looks at every letter, and releases; until then the author sees nothing', async () => {
    const chair = await windows.fresh();
    await signInAs(chair, 'Chidi Eze', `/app/c/itais-2016/s/${number}`);
    await chair.getByText('One strong review, and a topic the track lacks.').waitFor();
    await chair.getByRole('radio', { name: 'Accept as paper' }).check();
    await chair.getByRole('button', { name: /^Decide/ }).click();
    await chair.getByText(`#${number}: Accept as paper`).waitFor();

    await author.goto(`/app/c/itais-2016/s/${number}`);
    await author.getByRole('heading', { level: 1 }).waitFor();
    expect(await author.locator('main').innerText()).not.toMatch(/accept|three cases/i);

    await chair.goto('/app/c/itais-2016/release');
    await chair.getByRole('button', { name: /^Prepare / }).click();
    await chair.locator('cv-letter-preview').waitFor();
    for (const leave of await chair.getByRole('button', { name: /^Leave out/ }).all()) await leave.click();
    await chair.getByRole('button', { name: /^Release / }).click();
    await chair
      .getByRole('dialog')
      .getByRole('button', { name: /^Release / })
      .click();
    await chair.getByRole('heading', { level: 1, name: 'Released' }).waitFor();
  });

  chapter('the author reads the acceptance in the mail and on the page', async () => {
    const letter = await letterTo(author, nadia.address, new RegExp(`your submission #${number}`));
    expect(letter.text).toContain('we are glad to accept your submission');
    expect(letter.text).toContain('The three cases carry the argument');
    expect(letter.text).not.toContain('Menon');
    await author.goto(linkIn(letter, '/app/c/itais-2016'));
    await author.getByRole('heading', { level: 1 }).waitFor();
    await author
      .getByText(/accepted/i)
      .first()
      .waitFor();
    await author.getByText('The three cases carry the argument').first().waitFor();
    expect(await author.locator('main').innerText()).not.toContain('Menon');
  });
});

describe('JeDEM, with a guest editor who decides one article at a time', () => {
  const chapter = story(() => windows, 'jedem');
  const lars = stranger('Lars Moberg', 'Uppsala universitet');
  const rita = stranger('Rita Falk', 'Umeå universitet');
  const title = `Who answers the open call? Co-production in six town halls (${lars.mark})`;
  let author: Page;
  let editor: Page;
  let number: number;

  chapter('an author submits an article as DOCX to the undated call', async () => {
    author = await windows.fresh();
    await author.goto('/c/jedem-2015');
    await author.locator('.nextup').getByRole('link').click();
    await author.getByRole('link', { name: 'Create an account' }).click();
    await signUp(author, lars);
    await author.waitForURL('**/app/c/jedem-2015/new');
    await author.getByRole('button', { name: 'Start submission' }).click();
    await author.waitForURL('**/app/c/jedem-2015/d/*');
    await fillForm(author, { title, abstract: prose(180), topics: 0, authors: [lars] });
    await sendFile(author, 'Article', docxPaper('town-halls.docx', [title, prose(120)]));
    await goOn(author, 'check');
    await declareOwnWork(author);
    await author.getByRole('button', { name: 'Submit paper' }).click();
    number = (await receipt(author)).number;
    expect((await letterTo(author, lars.address, /^Received: /)).text).toContain('town-halls.docx');
  });

  chapter('the guest editor invites somebody from outside, who accepts by the link and reviews', async () => {
    editor = await windows.fresh();
    await signInAs(editor, 'Gwen Price');
    await openOnWorkbench(editor, 'jedem-2015', title);
    await editor.getByRole('button', { name: /^Invite somebody from outside/ }).click();
    const form = editor.getByRole('form', { name: 'Invite an outside reviewer' });
    await form.getByLabel('Given name').fill(rita.givenName);
    await form.getByLabel('Family name').fill(rita.familyName);
    await form.getByLabel('E-mail address').fill(rita.address);
    await form.getByRole('button', { name: 'Add to this paper' }).click();
    await editor.getByText('Rita Falk').first().waitFor();
    await tellReviewers(editor);

    const reviewer = await windows.fresh();
    const letter = await letterTo(reviewer, rita.address, new RegExp(`review submission #${number}\\b`));
    await reviewer.goto(linkIn(letter, '/'));
    await reviewer.getByRole('button', { name: 'Accept to review' }).click();
    await reviewer.getByRole('button', { name: 'Choose a password' }).click();
    await reviewer.getByLabel('New password').fill(password);
    await reviewer.getByRole('button', { name: 'Save the password' }).click();
    await reviewer.waitForURL('**/app/c/jedem-2015/r/*');
    await answerAll(reviewer, { score: 4, text: 'Six town halls are enough; say how they were chosen.' });
    await saved(reviewer);
    await reviewer.getByRole('button', { name: 'Submit review' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: 'Submit review' }).click();
    await reviewer
      .getByText(/^Submitted /)
      .first()
      .waitFor();
  });

  chapter('the guest editor writes a personal letter, looks at it with the review below, and sends it', async () => {
    await editor.goto(`/app/c/jedem-2015/s/${number}`);
    await editor.getByText('Six town halls are enough').first().waitFor();
    await editor.getByRole('link', { name: 'Write the letter' }).click();
    await editor.getByRole('radio', { name: 'Minor revision' }).check();
    await editor.getByLabel('Your words').fill('Please add one paragraph on how you chose the six town halls.');
    const preview = editor.getByRole('region', { name: 'Preview' });
    await preview.getByText('Please add one paragraph on how you chose').waitFor();
    expect(await preview.innerText()).toContain('Six town halls are enough');
    await editor.getByRole('button', { name: /^Send decision/ }).click();
    await editor
      .getByRole('dialog')
      .getByRole('button', { name: /^Send / })
      .click();
    await editor.waitForURL(`**/app/c/jedem-2015/s/${number}`);
    await editor.getByText('Revision asked').first().waitFor();
  });

  chapter('the author reads the letter in the mail and the decision on the page', async () => {
    const letter = await letterTo(author, lars.address, new RegExp(`your submission #${number}`));
    expect(letter.text).toContain('after a minor revision');
    expect(letter.text).toContain('Please add one paragraph on how you chose the six town halls.');
    expect(letter.text).toContain('Six town halls are enough');
    expect(letter.text).not.toContain('Falk');
    await author.goto(linkIn(letter, '/app/c/jedem-2015'));
    await author
      .getByText(/revision/i)
      .first()
      .waitFor();
    expect(await author.locator('main').innerText()).not.toContain('Falk');
  });
});
