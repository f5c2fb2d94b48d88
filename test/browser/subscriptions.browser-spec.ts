import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { focused, logIn, tooWide, Visits } from '../support/browser/visits.js';
import type { PageOptions, WatchedPage } from '../support/browser/watched-page.js';
import { answer, startDigestReceiver, type DigestReceiver } from '../support/digest-receiver.js';
import { addedBy, newcomer, project, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

let receiver: DigestReceiver;
let server: TestApp;
let browser: Browser;
let visits: Visits;
let admin: Person & { scopeId: string };

beforeAll(async () => {
  browser = await launchChromium();
  receiver = await startDigestReceiver();
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      PUBLIC_URL: 'https://kag.example',
      DIGEST_HOSTS: 'hooks.slack.com',
      DIGEST_PRIVATE_HOSTS: '127.0.0.1',
    },
  });
  visits = new Visits(browser, server.url);
  admin = await newcomer(server);
  await project(admin.client, 'Acme Bicycles');
});
afterEach(async () => {
  await visits.close();
  receiver.messages.length = 0;
  receiver.answers.length = 0;
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await receiver.close();
});

const listed = (page: Page) => page.getByRole('region', { name: 'Where it is sent' }).locator('.subscription');
const adding = (page: Page) => page.getByRole('region', { name: 'Add a subscription' });

async function opened(options: PageOptions = {}, who = admin.username): Promise<WatchedPage> {
  const watched = await visits.signedIn('/digest/subscriptions', who, options);
  await watched.page.locator('.subscriptions h1').waitFor();
  return watched;
}

/** A digest that was given up. */
async function addGivenUp(): Promise<void> {
  await server.db.database.run(
    `INSERT INTO digest_deliveries (subscription_id, account_scope_id, period_start, period_end, status, attempts, last_error)
     SELECT id, account_scope_id, '2026-02-03', '2026-02-04', 'failed', 8, 'answered 404' FROM digest_subscriptions
     WHERE account_scope_id = $1 ORDER BY created_at LIMIT 1`,
    [admin.scopeId],
  );
}

describe('the subscriptions at /digest/subscriptions', () => {
  it('are added after a question, tested, changed, paused, and their secret is shown once', async () => {
    const watched = await visits.at('/digest/subscriptions');
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to see where digests are sent' }).waitFor();
    await logIn(page, admin.username);
    await page.getByText('Nowhere yet.').waitFor();
    await screenshot(page, 'subscriptions-01-none', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);

    const form = adding(page);
    await form.getByLabel('Name').fill('Morning & <team>');
    await form.getByLabel('How it is sent').selectOption('webhook');
    await form.getByLabel('Address of the receiver').fill(`${receiver.url}/digests`);
    await form.getByLabel('Fri').uncheck();
    await form.getByLabel('Send nothing in some hours').check();
    await form.getByLabel('From').fill('21:00');
    await form.getByRole('button', { name: 'Add it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send digests to Morning & <team>?' });
    await dialog.waitFor();
    await screenshot(page, 'subscriptions-02-asks-first');
    expect(await accessibilityFaults(page, ['dialog'])).toEqual([]);
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await form.getByText(/whsec_/).waitFor();
    const one = listed(page).first();
    expect(await one.innerText()).toMatch(/Daily, Mon, Tue, Wed, Thu at 08:00[\s\S]*quiet from 21:00 to 08:00/);
    await screenshot(page, 'subscriptions-03-added', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);

    await one.getByRole('button', { name: 'Send a test' }).click();
    await one.getByText('The latest digest was sent, and taken.').waitFor();
    expect(receiver.messages.map(({ path }) => path)).toEqual(['/digests']);
    receiver.answers.push(answer(404));
    await one.getByRole('button', { name: 'Send a test' }).click();
    await one.getByText('It was not taken: answered 404. The address is wrong or has moved').waitFor();

    await one.getByRole('button', { name: 'Change' }).click();
    await one.getByLabel('How often').selectOption('week');
    await one.getByLabel('Wed').check();
    await one.getByRole('button', { name: 'Save' }).click();
    await one.getByText(/Weekly, Wed at 08:00/).waitFor();
    await one.getByRole('button', { name: 'Pause' }).click();
    await one.getByText('paused', { exact: true }).waitFor();
    await one.getByRole('button', { name: 'Resume' }).click();
    await one.getByText('active', { exact: true }).waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('say what is wrong with an address', async () => {
    const watched = await opened();
    const form = adding(watched.page);
    await form.getByLabel('Name').fill('Elsewhere');
    await form.getByLabel('Address of the incoming webhook').fill('https://elsewhere.example/x');
    await form.getByRole('button', { name: 'Add it' }).click();
    await watched.page.getByRole('dialog').getByRole('button', { name: 'Add it' }).click();
    await form
      .getByRole('alert')
      .getByText(/must lead to an allowed host/)
      .waitFor();
    await screenshot(watched.page, 'subscriptions-04-refused', { fullPage: true });
  });

  it('show what was sent, and have it tried again what was given up', async () => {
    await addGivenUp();
    const watched = await opened();
    const { page } = watched;
    const given = page.getByRole('region', { name: 'What was sent' }).locator('.delivery').first();
    await given.getByText('given up').waitFor();
    expect(await given.innerText()).toMatch(/3 Feb – 4 Feb[\s\S]*8 tries[\s\S]*answered 404\. The address is wrong/);
    await screenshot(page, 'subscriptions-05-deliveries', { fullPage: true });
    await server.db.database.run(`UPDATE digest_subscriptions SET quiet_hours = NULL`);
    await given.getByRole('button', { name: 'Try again' }).click();
    await given.getByText('sent', { exact: true }).waitFor();
    await until('it came', () => receiver.messages.length > 0);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('are told to others than admins to be none of theirs', async () => {
    const viewer = await addedBy(server, admin.client, 'viewer');
    const watched = await opened({}, viewer.username);
    await watched.page.getByText('Only admins set where digests are sent.').waitFor();
    expect(await accessibilityFaults(watched.page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('speak Russian, in the dark, on a narrow phone, and are removed by the keyboard', async () => {
    const { page } = await opened({ locale: 'ru-RU', colorScheme: 'dark', width: 320, height: 700 });
    expect(await page.title()).toBe('Подписки на сводку · KAG server');
    const one = page.locator('.subscription').first();
    await one.getByRole('button', { name: 'Изменить' }).click();
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'subscriptions-06-russian-phone', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.locator('#skip').focus();
    expect(await focused(page)).toBe('Перейти к подпискам');
    await one.getByRole('button', { name: 'Удалить' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Удалить подписку «Morning & <team>»?' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Пока никуда.').waitFor();
  });
});
