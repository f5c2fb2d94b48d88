import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { EmbeddingRun } from '../../src/search/embedding-run.js';
import { ChunkWriter } from '../../src/search/index.js';
import type { SourceText } from '../../src/search/source-text.js';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { focused, logIn, tooWide, Visits } from '../support/browser/visits.js';
import type { PageOptions, WatchedPage } from '../support/browser/watched-page.js';
import { newcomer, PASSWORD, project, type Person } from '../support/people.js';
import { jobContext, sourceText } from '../support/search-parts.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const SAID: [string, Partial<SourceText>][] = [
  ['The invoice will be paid on Friday, our accountant is back by then.', { sender: 'client' }],
  ['We have sent the invoice for May. Did you get it?', { sender: 'team' }],
  ['<x-bill>Invoice</x-bill> no. 17 & "quoted": is it paid?', { sender: 'client', conversation_global_id: 'cw:1:2' }],
  [
    'WEB-12 Checkout with saved cards: the invoice shows the wrong sum',
    { source_kind: 'issue', sender: null, conversation_global_id: null },
  ],
  [
    'Call with Noor: she asks for an invoice in English',
    { source_kind: 'note', sender: null, conversation_global_id: null },
  ],
  [`${'All of this was said before. '.repeat(20)}Then came the invoice.`, { sender: 'team' }],
];

let server: TestApp;
let browser: Browser;
let visits: Visits;
let person: Person;
let acme: string;
let other: string;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp();
  visits = new Visits(browser, server.url);
  person = await newcomer(server);
  acme = await project(person.client, 'Acme Bicycles');
  other = await project(person.client, 'Cedar & Co');
  await fill(
    acme,
    SAID.map(([text, more]) => sourceText(text, more)),
  );
  await fill(
    other,
    Array.from({ length: 14 }, (_, n) => sourceText(`Invoice ${n + 1} of the cedars is on its way.`)),
  );
});
afterEach(() => visits.close());
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function fill(into: string, texts: SourceText[], embedded = true): Promise<void> {
  const writer = server.app.get(ChunkWriter, { strict: false });
  await server.db.database.transaction((tx) => writer.replace(tx, into, texts));
  if (embedded) await server.app.get(EmbeddingRun, { strict: false }).run(jobContext(into), 60_000);
}

const results = (page: Page) => page.locator('.result');
const found = (page: Page, count: number) =>
  until(`${count} results are there`, async () => (await results(page).count()) === count);

async function searching(search: string, options: PageOptions = {}, prefix = ''): Promise<WatchedPage> {
  const watched = await visits.signedIn(`${prefix}/search${search}`, person.username, options);
  await watched.page.locator('.search').waitFor();
  return watched;
}

const ofAcme = (more = '') => `?q=invoice&project_id=${acme}${more}`;

describe('a search at /search', () => {
  it('asks for a project and words, and finds them marked, with reasons and a way to the source', async () => {
    const watched = await visits.at('/search');
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to search' }).waitFor();
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await logIn(page, person.username);
    await page.getByText('Choose a project').waitFor();
    await screenshot(page, 'search-01-empty');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByLabel('What are you looking for?').fill('when is the invoice paid');
    await page.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'Acme Bicycles' });
    await page.getByText('Ask a question').waitFor();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await found(page, SAID.length);
    expect(await page.title()).toBe('when is the invoice paid · KAG server: search');
    const first = results(page).first();
    expect(await first.locator('mark').allInnerTexts()).toContain('paid');
    expect(await first.innerText()).toMatch(/Found by its meaning \(no\. \d+\), its words \(no\. \d+\)/);
    expect(await first.getByRole('link').getAttribute('href')).toContain('https://chat.example/');
    expect(await page.locator('#found').innerText()).toContain('<x-bill>Invoice</x-bill> no. 17 & "quoted"');
    await screenshot(page, 'search-02-found', { fullPage: true, picture: 'search' });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('opens by its address, with all that was chosen, and goes back to what was there before', async () => {
    const { page } = await searching(ofAcme());
    await found(page, SAID.length);
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('message');
    await found(page, 4);
    await page.getByRole('combobox', { name: 'Said by' }).selectOption('client');
    await found(page, 2);
    expect(await page.getByRole('combobox', { name: 'Kind' }).innerText()).toContain('Messages (2)');
    await page.getByRole('combobox', { name: 'Find by' }).selectOption('lexical');
    await found(page, 2);
    expect(await results(page).first().innerText()).not.toContain('meaning');
    const address = page.url();
    const again = await page.context().newPage();
    await again.goto(address);
    await found(again, 2);
    expect(await again.getByLabel('What are you looking for?').inputValue()).toBe('invoice');
    expect(await again.getByRole('combobox', { name: 'Said by' }).inputValue()).toBe('client');
    // The same address is the route's.
    const { search } = new URL(address);
    expect((await person.client.get(`/search${search}`).expect(200)).body.results).toHaveLength(2);
    await page.goBack();
    await page.goBack();
    await found(page, 4);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await found(page, SAID.length);
  });

  it('stays within one conversation, and within days', async () => {
    const { page } = await searching(ofAcme('&mode=lexical'));
    await found(page, SAID.length);
    const quoted = results(page).filter({ hasText: 'no. 17' });
    await quoted.getByRole('button', { name: 'Search this conversation' }).click();
    await found(page, 1);
    await page.getByText('In one conversation').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await found(page, SAID.length);
    await page.getByLabel('From').fill('2026-01-02');
    await page.getByRole('heading', { name: 'Nothing found for “invoice”' }).waitFor();
    await screenshot(page, 'search-03-nothing');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await found(page, SAID.length);
  });

  it('has ten results at first, and more on demand', async () => {
    const { page } = await searching(`?q=invoice&project_id=${other}&mode=lexical`);
    await found(page, 10);
    await page.getByRole('button', { name: 'Show more' }).click();
    await found(page, 14);
    await page.getByRole('heading', { name: '14 results' }).waitFor();
    expect(new URL(page.url()).searchParams.get('topK')).toBe('50');
  });

  it('says why nothing can be found yet, and what to do', async () => {
    const empty = await project(person.client, 'Just begun');
    const { page } = await searching(`?q=invoice&project_id=${empty}`);
    await page.getByText('Nothing of this project has been read yet.').waitFor();
    await fill(empty, [sourceText('The first invoice of this project is on its way to you.')], false);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Everything is up to date.').waitFor();
    // Words find it at once; meaning has to wait.
    await found(page, 1);
    await page.getByText('These results were found by their words alone.').waitFor();
    await page.getByLabel('What are you looking for?').fill('accounting');
    await page.keyboard.press('Enter');
    await page.getByText('still being prepared for search by meaning').waitFor();
    await page.getByRole('button', { name: 'Search by words' }).click();
    await until('it searches by words', () => new URL(page.url()).searchParams.get('mode') === 'lexical');
  });

  it('gets along with the keyboard alone', async () => {
    const { page } = await visits.at(`/search?project_id=${acme}`);
    await page.locator('#login-username').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the results');
    await page.keyboard.press('Tab');
    await page.keyboard.type(person.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.search').waitFor();
    for (let n = 0; (await page.evaluate('document.activeElement.name')) !== 'q'; n++) {
      expect(n).toBeLessThan(20);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('invoice');
    await page.keyboard.press('Enter');
    await found(page, SAID.length);
    expect(await page.evaluate('document.activeElement.value')).toBe('invoice');
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('found');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Open at the source');
  });

  it('is there in Russian and in the dark', async () => {
    const watched = await searching(ofAcme());
    const { page } = watched;
    await found(page, SAID.length);
    await page.getByLabel('Language').selectOption('ru');
    await page.getByRole('heading', { name: '6 результатов' }).waitFor();
    await page.getByLabel('Цвета').selectOption('dark');
    expect(await results(page).first().innerText()).toMatch(/Почему найдено: \d-е место по смыслу/);
    await screenshot(page, 'search-04-russian-dark', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it.each([320, 768])('fits a screen %d wide, in the browser’s language, and under /v1', async (width) => {
    const watched = await searching(ofAcme(), { locale: 'ru-RU', width, height: 800 }, '/v1');
    const { page } = watched;
    await found(page, SAID.length);
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, `search-05-${width}`, { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('stays with its own project in each of two tabs', async () => {
    const { page } = await searching(ofAcme());
    const second = await page.context().newPage();
    await second.goto(`${server.url}/search?q=invoice&project_id=${other}`);
    await found(second, 10);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Everything is up to date.').waitFor();
    await found(page, SAID.length);
    expect(await page.getByRole('combobox', { name: 'Project' }).inputValue()).toBe(acme);
    expect(await second.getByRole('combobox', { name: 'Project' }).inputValue()).toBe(other);
  });

  it('says that a project is out of reach', async () => {
    const { page } = await searching('?q=invoice&project_id=00000000-0000-4000-8000-000000000000');
    await page
      .getByRole('alert')
      .getByText(/project/i)
      .waitFor();
    await screenshot(page, 'search-06-out-of-reach');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });

  it('is told when the server is away, and goes on when it is back', async () => {
    const { page } = await searching(ofAcme());
    await found(page, SAID.length);
    await page.route(/\/(search\?|projects)/, (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh now' }).click();
    const banner = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
    await banner.waitFor();
    expect(await results(page).count()).toBe(SAID.length);
    await screenshot(page, 'search-07-away');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.unroute(/\/(search\?|projects)/);
    await banner.getByRole('button', { name: 'Try again' }).click();
    await banner.waitFor({ state: 'detached' });
  });

  it('logs in again where the session has ended, and is where they were', async () => {
    const { page } = await searching(ofAcme('&source_kind=note'));
    await found(page, 1);
    await server.db.database.query('DELETE FROM sessions');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Your session has ended. Log in again to go on.').waitFor();
    expect(await results(page).count()).toBe(0);
    await logIn(page, person.username);
    await found(page, 1);
  });
});
