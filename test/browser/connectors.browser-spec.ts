import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { focused, tooWide, Visits } from '../support/browser/visits.js';
import type { PageOptions, WatchedPage } from '../support/browser/watched-page.js';
import { colleague, type Person } from '../support/people.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';

const app = syncedApp(['chatwoot', 'linear'], { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' });

let browser: Browser;
let visits: Visits;
let person: Person;

beforeAll(async () => {
  browser = await launchChromium();
});
beforeEach(async () => {
  visits = new Visits(browser, app.server.url);
  person ??= await colleague(app.server, 'admin');
});
afterEach(async () => {
  await visits.close();
  await until('no run is under way', async () => {
    const open = `SELECT FROM job_runs WHERE status IN ('queued', 'running')`;
    return (await app.server.db.database.query(open)).length === 0;
  });
});
afterAll(() => browser.close());

const source = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first();
const syncAll = () => app.admin.post(`/connectors/sync?project_id=${app.projectId}`).set('prefer', 'wait=55');

async function opened(options: PageOptions = {}, who = person.username): Promise<WatchedPage> {
  const watched = await visits.signedIn(`/ops/connectors?project=${app.projectId}`, who, options);
  await watched.page.locator('.source').first().waitFor();
  return watched;
}

/** Errors of records, one of which was given up. */
async function addErrors(): Promise<void> {
  await app.server.db.database.run(
    `INSERT INTO connector_errors (project_id, connector, operation, source_ref, error_kind, error_message, status, attempt, dedupe_key, next_retry_at)
     VALUES ($1, 'linear', 'record', 'issue:4711', 'bad_payload', 'linear issue answered without a title', 'dead_letter', 5, 'a', NULL),
       ($1, 'linear', 'record', 'issue:4712', 'timeout', 'linear issue took too long', 'retrying', 2, 'b', now() + interval '50 minutes')`,
    [app.projectId],
  );
}

describe('the connectors at /ops/connectors', () => {
  it('are synced with their progress, and show their lists, counts and history', async () => {
    const watched = await opened();
    const { page } = watched;
    expect(await page.title()).toMatch(/^Connectors, Project .* · KAG server$/);
    await source(page, 'Linear').getByText('Read with the token of the server’s environment.').waitFor();
    await source(page, 'GitHub').getByText('The project does without it').waitFor();
    await page.getByRole('button', { name: 'Sync all' }).click();
    await page
      .locator('#connectors > .outcome > .run-row')
      .getByText(/^succeeded after/)
      .waitFor();
    const conversations = source(page, 'Chatwoot').getByRole('row', { name: /^Conversations/ });
    await conversations.getByText('OK', { exact: true }).waitFor();
    expect(await conversations.innerText()).toMatch(/\d+\s+\d+ (minutes|hours|days) ago/);
    await source(page, 'Chatwoot').getByText('History of syncs').click();
    await source(page, 'Chatwoot')
      .getByText(/\d+ read, \d+ written, 0 deleted/)
      .waitFor();
    await screenshot(page, 'connectors-01-synced', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await source(page, 'Chatwoot').locator('details a').first().click();
    await page.waitForURL('**/ops/runs/*');
    await page.getByRole('heading', { level: 1, name: 'Sync of Chatwoot' }).waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('are read again from the beginning, list by list, after a question', async () => {
    await syncAll();
    const { page } = await opened();
    const contacts = source(page, 'Chatwoot').getByRole('row', { name: /^Contacts/ });
    await contacts.getByRole('button', { name: 'Read again Contacts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Read Contacts of Chatwoot again from the beginning?' });
    await dialog.waitFor();
    await screenshot(page, 'connectors-02-read-again');
    expect(await accessibilityFaults(page, ['dialog'])).toEqual([]);
    await dialog.getByRole('button', { name: 'Read again' }).click();
    await contacts
      .getByText(/^succeeded after/)
      .first()
      .waitFor();
  });

  it('have their errors retried and resolved, those given up too', async () => {
    await syncAll();
    await addErrors();
    const watched = await opened();
    const { page } = watched;
    const linear = source(page, 'Linear');
    await linear.getByText('given up, 5 tries').waitFor();
    await screenshot(page, 'connectors-03-errors', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await linear.getByRole('button', { name: 'Resolved issue:4712' }).click();
    await page
      .getByRole('dialog', { name: 'Is this error resolved?' })
      .getByRole('button', { name: 'Resolved' })
      .click();
    await linear.locator('.source-error').filter({ hasText: 'issue:4712' }).waitFor({ state: 'detached' });
    await linear.getByRole('button', { name: 'Retry issue:4711' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
    await until('it was tried again', async () => {
      const { runs } = (await app.admin.get(`/jobs/runs?job_type=connector_errors_retry`)).body;
      return runs[0]?.status === 'succeeded' && runs[0].payload.ids.length === 1;
    });
    const { errors } = (await app.admin.get('/connectors/errors')).body;
    expect(errors.find((one: any) => one.source_ref === 'issue:4712').status).toBe('resolved');
    expect(watched.takeProblems()).toEqual([]);
  });

  it('are set step by step: what would leave is shown first, and asked about before it is gone', async () => {
    await syncAll();
    const watched = await opened();
    const { page } = watched;
    const linear = source(page, 'Linear');
    await linear.getByText('Set up a source of its own').click();
    const save = linear.getByRole('button', { name: 'Save the source' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await linear.getByLabel('API token').fill('lin_api_of_the_tests');
    await linear.getByLabel('Only these teams').fill('b9 b9!');
    await linear.getByRole('button', { name: 'Show what would change' }).click();
    await linear.getByText('filter.team_ids').waitFor();
    watched.takeProblems();
    await linear.getByLabel('Only these teams').fill('another-team');
    await linear.getByRole('button', { name: 'Show what would change' }).click();
    await linear.getByText(/^\d+ issues?$/).waitFor();
    await screenshot(page, 'connectors-04-what-leaves', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await save.click();
    const dialog = page.getByRole('dialog', {
      name: 'Read Linear from this source, and remove what it does not have?',
    });
    await dialog.waitFor();
    await screenshot(page, 'connectors-05-asks-first');
    await page.keyboard.press('Escape');
    expect((await app.admin.get(`/projects/${app.projectId}/sources`)).body.sources[1].source).toBeNull();
    // Another token may be of another workspace: the server's own stays.
    await linear.getByLabel('API token').fill('');
    await linear.getByLabel('Only these teams').fill('');
    await linear.getByRole('button', { name: 'Show what would change' }).click();
    await linear.getByText('Nothing leaves the project.').waitFor();
    await save.click();
    await linear.getByText('The source of Linear is saved.').waitFor();
    await linear.getByText('Change the source').waitFor();
    await linear.getByText('Changes within seconds: the webhook').click();
    await linear.getByText(/\/webhooks\/linear\/[0-9a-f-]{36}$/).waitFor();
    await linear.getByLabel('Secret of the webhook').fill('lin_wh_secret');
    await linear.getByRole('button', { name: 'Store the secret' }).click();
    await linear.getByText('Webhooks are taken').waitFor();
    await screenshot(page, 'connectors-06-webhook', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('tell who may only look that an admin sets them, and offer no button', async () => {
    const viewer = await colleague(app.server, 'viewer');
    const watched = await opened({}, viewer.username);
    const { page } = watched;
    await page.getByText('An admin sets where the project is read from.').first().waitFor();
    expect(await page.locator('#connectors button').count()).toBe(0);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('speak Russian, in the dark, on a narrow phone, by the keyboard', async () => {
    await syncAll();
    await addErrors();
    const { page } = await opened({ locale: 'ru-RU', colorScheme: 'dark', width: 320, height: 700 });
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Синхронизировать все');
    const linear = source(page, 'Linear');
    await linear.locator('summary', { hasText: 'Настроить собственный источник' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await linear.getByText('Из проекта ничего не уйдёт.').waitFor();
    await linear.locator('summary', { hasText: 'вебхук' }).focus();
    await page.keyboard.press('Enter');
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'connectors-07-russian-phone', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });
});
