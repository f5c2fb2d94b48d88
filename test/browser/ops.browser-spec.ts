import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { openPage, type PageOptions, type WatchedPage } from '../support/browser/watched-page.js';
import { decideAgency, UNHEARD, type DecidedAgency } from '../support/decided-agency.js';
import { colleague, PASSWORD } from '../support/people.js';
import { ADMIN } from '../support/test-app.js';
import { until } from '../support/until.js';
import { STORY_DAYS } from '../vendors/agency/index.js';
import { startSandbox, type Sandbox } from '../vendors/sandbox.js';

let sandbox: Sandbox;
let agency: DecidedAgency;
let browser: Browser;
/** The client whose sixty days are looked at: stuck work, and something to do about it. */
let client: { id: string; name: string };
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  sandbox = await startSandbox({ agency: STORY_DAYS });
  agency = await decideAgency(sandbox, new Date(), { stories: ['blocked-en'] });
  const [named] = agency.projects;
  client = { id: named![1], name: named![0] };
  await addPastErrors();
});
afterEach(async () => {
  sandbox.faults.clear();
  for (const watched of open.splice(0)) await watched.close();
});
afterAll(async () => {
  await browser?.close();
  await agency?.server.close();
  await sandbox?.close();
});

/** Errors of the last days, long resolved. */
async function addPastErrors(): Promise<void> {
  await agency.server.db.database.run(
    `INSERT INTO connector_errors (project_id, connector, operation, error_kind, error_message, status, dedupe_key, created_at, resolved_at)
     SELECT $1, c.connector, 'record', 'timeout', 'It took too long', 'resolved', c.connector || day || n,
            now() - make_interval(days => day), now()
     FROM (VALUES ('chatwoot', 3), ('linear', 2), ('attio', 1)) AS c (connector, most),
          generate_series(2, 12, 2) AS day, generate_series(1, c.most + day % 3) AS n`,
    [client.id],
  );
}

async function ops(options: PageOptions = {}, path = '/ops'): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  open.push(watched);
  await watched.page.goto(`${agency.server.url}${path}`);
  return watched;
}

async function logIn(page: Page, who: { username: string; password: string } = ADMIN): Promise<void> {
  await page.locator('#login-username').fill(who.username);
  await page.locator('#login-password').fill(who.password);
  await page.locator('.bar-login button').click();
}

async function choose(page: Page, project = client.id): Promise<void> {
  const chooser = page.locator('#bar-project');
  await chooser.waitFor();
  if ((await chooser.inputValue()) !== project) await chooser.selectOption(project);
}

/** Once all panels show what they are about. */
const loaded = async (page: Page): Promise<void> => {
  await page.locator('#recommendations .card, #recommendations .empty').first().waitFor();
  await until('nothing is loading', async () => (await page.locator('.loading').count()) === 0);
};

describe('an operator at /ops', () => {
  it('looks', async () => {
    const watched = await ops();
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to see how the server does' }).waitFor();
    await screenshot(page, 'ops-01-logged-out');
    await logIn(page);
    await choose(page, client.id);
    await loaded(page);
    await screenshot(page, 'ops-02-page', { fullPage: true });
    console.log(watched.takeProblems());
    console.log(await accessibilityFaults(page, ['body']));
    await page.getByLabel('Colours').selectOption('dark');
    await page.getByLabel('Language').selectOption('ru');
    await screenshot(page, 'ops-03-ru-dark', { fullPage: true });
    console.log(await accessibilityFaults(page, ['body']));
    await choose(page, agency.projects.get(UNHEARD));
    await loaded(page);
    await screenshot(page, 'ops-04-empty', { fullPage: true });
    const narrow = await ops({ width: 390, height: 800 });
    await logIn(narrow.page);
    await choose(narrow.page, client.id);
    await loaded(narrow.page);
    await screenshot(narrow.page, 'ops-05-narrow', { fullPage: true });
    const viewer = await colleague(agency.server, 'viewer');
    const v = await ops();
    await logIn(v.page, { username: viewer.username, password: PASSWORD });
    await choose(v.page);
    await loaded(v.page);
    await screenshot(v.page, 'ops-06-viewer', { fullPage: true });
  }, 120_000);
});
