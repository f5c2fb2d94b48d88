import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { tooWide, Visits } from '../support/browser/visits.js';
import { Latch } from '../support/latch.js';
import { newcomer, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

let sandbox: Sandbox;
let server: TestApp;
let browser: Browser;
let visits: Visits;

beforeAll(async () => {
  browser = await launchChromium();
  sandbox = await startSandbox();
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      LINEAR_BASE_URL: `${sandbox.url}/graphql`,
      LINEAR_REQUESTS_PER_MINUTE: '1000000',
    },
  });
  visits = new Visits(browser, server.url);
});
afterEach(async () => {
  sandbox.faults.clear();
  await visits.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await sandbox.close();
});

const step = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first();

describe('the first steps on an empty server', () => {
  it('lead an admin from / to a portfolio with a first project', async () => {
    const admin: Person = await newcomer(server);
    const watched = await visits.signedIn('/', admin.username);
    const { page } = watched;
    await page.getByRole('link', { name: 'Begin with the first steps' }).click();
    await page.getByRole('heading', { name: 'First steps', exact: true }).waitFor();
    await screenshot(page, 'first-01-begin');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByLabel('Name of the client project').fill('Acme Bicycles');
    await page.keyboard.press('Enter');
    await page.getByText('The project is Acme Bicycles.').first().waitFor();
    await page.waitForURL('**/ops/first-steps?project=*');

    await page.locator('summary', { hasText: 'Linear' }).click();
    const connect = step(page, '2. Connect a vendor');
    await connect.locator('details[open]').getByLabel('API token').fill('lin_api_of_the_tests');
    await connect.locator('details[open]').getByRole('button', { name: 'Show what would change' }).click();
    await connect.getByText('Nothing leaves the project.').waitFor();
    await screenshot(page, 'first-02-connect', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await connect.locator('details[open]').getByRole('button', { name: 'Save the source' }).click();
    await connect.locator('h2').getByText('done').waitFor();

    const latch = new Latch();
    sandbox.faults.add({ vendor: 'linear', kind: 'latency', until: () => latch.opened });
    await page.getByRole('button', { name: 'Begin the first sync' }).click();
    const sync = step(page, '3. Read what is there');
    await sync.getByText(/^is running: \d of \d connectors$/).waitFor();
    // Who comes back finds it going on.
    await page.reload();
    await sync.getByRole('progressbar').first().waitFor();
    await screenshot(page, 'first-03-sync', { fullPage: true });
    latch.open();
    await sync.locator('h2').getByText('done').waitFor();
    await screenshot(page, 'first-04-done', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await step(page, '4. Look at the portfolio').getByRole('link', { name: 'To the portfolio' }).click();
    await page.getByRole('link', { name: 'Acme Bicycles' }).waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('tell who has another role who can do it', async () => {
    const viewer = await newcomer(server, 'viewer');
    const watched = await visits.signedIn('/', viewer.username);
    const { page } = watched;
    await page.getByText('An admin of this server makes it').waitFor();
    expect(await page.getByRole('link', { name: 'Begin with the first steps' }).count()).toBe(0);
    await page.goto(`${server.url}/ops/first-steps`);
    await page.getByText(/needs the role admin; yours is viewer/).waitFor();
    await screenshot(page, 'first-05-viewer');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('speak Russian, in the dark, on a narrow phone', async () => {
    const admin = await newcomer(server);
    const { page } = await visits.signedIn('/ops/first-steps', admin.username, {
      ...{ locale: 'ru-RU', colorScheme: 'dark', width: 320, height: 700 },
    });
    await page.getByRole('heading', { name: 'Первые шаги', exact: true }).waitFor();
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Рога и копыта');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Проект: Рога и копыта.').first().waitFor();
    await page.locator('summary', { hasText: 'GitHub' }).waitFor();
    expect(await page.title()).toBe('Первые шаги, Рога и копыта · KAG server, эксплуатация');
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'first-06-russian-phone', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });
});
