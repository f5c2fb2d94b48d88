import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { openPage, type PageOptions, type WatchedPage } from '../support/browser/watched-page.js';
import { colleague, PASSWORD, project } from '../support/people.js';
import { syncedApp } from '../support/synced-app.js';
import { ADMIN } from '../support/test-app.js';
import { until } from '../support/until.js';

const app = syncedApp(['chatwoot', 'linear', 'attio']);
let browser: Browser;
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const watched of open.splice(0)) await watched.close();
});
afterAll(() => browser.close());

async function docs(options: PageOptions = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  open.push(watched);
  await watched.page.goto(`${app.server.url}/docs`);
  await watched.page.getByText('Find what was said and written').waitFor();
  return watched;
}

async function logIn(page: Page, who: { username: string; password: string }): Promise<void> {
  await page.getByLabel('Username').fill(who.username);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

async function logInAndChoose(page: Page, who = ADMIN, projectId = app.projectId): Promise<void> {
  await logIn(page, who);
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  const chooser = page.getByLabel('Project', { exact: true });
  if ((await chooser.inputValue()) === projectId) return;
  await chooser.selectOption(projectId);
  await page.getByText(/^You work on .* now\.$/).waitFor();
}

/** The block of a route, opened. */
async function route(page: Page, method: string, path: string) {
  const block = page
    .locator('.opblock', { has: page.locator(`[data-path="${path}"]`) })
    .and(page.locator(`.opblock-${method}`));
  await block.locator('.opblock-summary-control').click();
  await block.locator('.opblock-body').waitFor();
  return block;
}

/** Scrolls until it begins right below the bar. */
const atTop = (block: Locator) => block.evaluate((element) => (element as any).scrollIntoView());

const sent = ({ requests }: WatchedPage, path: string) =>
  requests.filter((one) => new URL(one.url()).pathname === path);

describe('an operator at /docs', () => {
  it('logs in by a form, chooses a project, syncs and sees how far it is, searches, and logs out', async () => {
    const other = await project(app.admin);
    const watched = await docs();
    const { page } = watched;
    await screenshot(page, 'docs-1-logged-out');
    expect(await accessibilityFaults(page, ['#bar'])).toEqual([]);

    await logIn(page, ADMIN);
    const chooser = page.getByLabel('Project', { exact: true });
    await chooser.waitFor();
    expect(await page.locator('.bar-who').innerText()).toMatch(/admin\s+admin/);
    // The next thing to do has the focus, for those who have no mouse.
    expect(await page.evaluate('document.activeElement.id')).toBe(await chooser.getAttribute('id'));
    await screenshot(page, 'docs-2-choose-a-project');
    await chooser.selectOption(other);
    await page.getByText(/^You work on .* now\.$/).waitFor();
    await chooser.selectOption(app.projectId);
    await until('the choice is shown', async () => (await chooser.inputValue()) === app.projectId);

    app.sandbox.faults.add({ kind: 'latency', delayMs: 250 });
    const sync = await route(page, 'post', '/connectors/sync');
    await sync.getByRole('button', { name: 'Execute' }).click();
    const card = sync.getByRole('region', { name: 'Run' });
    await card.getByText(/is running: \d+ of 4 connectors/).waitFor();
    await card
      .locator('.run-parts')
      .getByText(/^is running: [\d,]+( of [\d,]+)? \w+/)
      .first()
      .waitFor();
    await atTop(sync);
    await screenshot(page, 'docs-3-sync-runs');
    expect(await accessibilityFaults(page, ['#bar', '.run-card', '.route-badges'])).toEqual([]);
    app.sandbox.faults.clear();
    await card
      .getByText(/^succeeded after [\d.,]+ s$/)
      .first()
      .waitFor();
    expect(await card.getByLabel('Result').innerText()).toMatch(/^\{\s+"failed": 0,\s+"succeeded": 3,/);
    expect(await page.getByRole('status').innerText()).toMatch(/^connectors_sync_cycle succeeded after/);
    await atTop(sync);
    await screenshot(page, 'docs-4-sync-is-done');
    const [started] = sent(watched, '/connectors/sync');
    expect(started?.headers()).toMatchObject({ 'x-csrf-token': expect.any(String), prefer: 'respond-async' });
    expect(new URL(started?.url() ?? '').searchParams.get('project_id')).toBe(app.projectId);

    const search = await route(page, 'post', '/search');
    await search.locator('textarea').fill('{"query": "invoice", "topK": 3}');
    await search.getByRole('button', { name: 'Execute' }).click();
    await search.locator('.live-responses-table .response').getByText('message_global_id').first().waitFor();
    await atTop(search.locator('.execute'));
    await screenshot(page, 'docs-5-search');

    await page.reload();
    await page.getByRole('button', { name: 'Log out' }).waitFor();
    expect(await page.getByLabel('Project', { exact: true }).inputValue()).toBe(app.projectId);

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Username').waitFor();
    await page.reload();
    await page.getByLabel('Username').waitFor();
    // Swagger UI takes the underscore of an operationId in the address for a space of old.
    expect(watched.takeProblems().filter((problem) => !problem.includes('escaping deep link whitespace'))).toEqual([]);
  });

  it('finds the ways to other pages, and is told by the form what is wrong with a password', async () => {
    const watched = await docs();
    const { page } = watched;
    const ways = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    expect(await ways.evaluateAll((links) => links.map((link) => new URL((link as any).href).pathname))).toEqual([
      '/',
      '/inbox',
      '/search',
      '/ops',
    ]);
    await logIn(page, { username: ADMIN.username, password: 'not-the-password' });
    const alert = page.getByRole('alert');
    await until('the form complains', async () => (await alert.innerText()) !== '');
    expect(await alert.innerText()).toBe('The username or the password is wrong');
    expect(await page.getByLabel('Username').inputValue()).toBe(ADMIN.username);
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    await screenshot(page, 'docs-6-wrong-password');
    expect(await accessibilityFaults(page, ['#bar'])).toEqual([]);
    // Chromium itself reports each 401; nothing else may be wrong.
    expect(watched.takeProblems()).toEqual([expect.stringMatching(/status of 401 .*\/auth\/login$/)]);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Log out' }).waitFor();
  });

  it('who may only look sees which routes are not theirs, and why', async () => {
    const viewer = await colleague(app.server, 'viewer');
    const { page, requests } = await docs();
    await logInAndChoose(page, { username: viewer.username, password: PASSWORD });
    const sync = await route(page, 'post', '/connectors/sync');
    expect(await sync.locator('.route-badges').innerText()).toMatch(/starts a job\s+needs operator/);
    expect(await sync.getByRole('button', { name: 'Execute' }).isDisabled()).toBe(true);
    await sync.getByText('This needs the role operator; yours is viewer.').waitFor();
    const state = await route(page, 'get', '/connectors/state');
    expect(await state.locator('.route-badges').innerText()).toMatch(/reads only\s+viewer/);
    await state.getByRole('button', { name: 'Execute' }).click();
    await state.locator('.live-responses-table').getByText('chatwoot').first().waitFor();
    expect(requests.filter((one) => one.url().includes('/connectors/sync'))).toEqual([]);
    await atTop(sync);
    await screenshot(page, 'docs-7-viewer');
  });

  it('is asked before what is dangerous, and nothing is sent unless they say so', async () => {
    const watched = await docs();
    const { page } = watched;
    await logInAndChoose(page);
    const rebuild = await route(page, 'post', '/kag/similarity/rebuild');
    expect(await rebuild.locator('.route-badges').innerText()).toMatch(/asks first/);
    const execute = rebuild.getByRole('button', { name: 'Execute' });
    const dialog = page.getByRole('dialog', { name: 'Send POST /kag/similarity/rebuild?' });
    await execute.click();
    await dialog.waitFor();
    await screenshot(page, 'docs-8-asks-first');
    expect(await accessibilityFaults(page, ['dialog'])).toEqual([]);
    // The harmless answer has the focus: Enter without thought sends nothing.
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await execute.click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await execute.isEnabled()).toBe(true);
    expect(sent(watched, '/kag/similarity/rebuild')).toEqual([]);

    await execute.click();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await rebuild
      .getByRole('region', { name: 'Run' })
      .getByText(/^(succeeded|failed)/)
      .waitFor();
    expect(sent(watched, '/kag/similarity/rebuild')).toHaveLength(1);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is shown for which project and address it is that they are asked', async () => {
    const watched = await docs();
    const { page } = watched;
    await logInAndChoose(page);
    const remove = await route(page, 'delete', '/projects/{id}/sources/{connector}');
    await remove.getByPlaceholder('id').fill(app.projectId);
    await remove.getByRole('button', { name: 'Execute' }).click();
    const dialog = page.getByRole('dialog', { name: `Send DELETE /projects/${app.projectId}/sources/chatwoot?` });
    await dialog.getByText(/^Project: Project \w+$/).waitFor();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await remove.locator('.live-responses-table').getByText('not_found').first().waitFor();
  });

  it('sees why a run failed, and that it is not all of the cycle', async () => {
    const { page } = await docs();
    await logInAndChoose(page);
    app.sandbox.faults.add({ vendor: 'linear', kind: 'status', status: 401 });
    const sync = await route(page, 'post', '/connectors/sync');
    await sync.getByRole('button', { name: 'Execute' }).click();
    const card = sync.getByRole('region', { name: 'Run' });
    await card.getByText(/^succeeded after [\d.,]+ s, but 1 failed$/).waitFor();
    expect(await card.locator('.run-bad').innerText()).toMatch(
      /linear_sync\s+failed after .*: .*Authentication required/,
    );
    await atTop(card);
    await screenshot(page, 'docs-12-part-failed');
    expect(await accessibilityFaults(page, ['.run-card'])).toEqual([]);
  });

  it('gets along with the keyboard alone', async () => {
    const { page } = await docs();
    await page.getByLabel('Username').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the routes');
    await screenshot(page, 'docs-13-skip-link');
    await page.keyboard.press('Enter');
    await until('the routes have the focus', () => page.evaluate('document.activeElement.id === "operations"'));
    await page.getByLabel('Username').focus();
    await page.keyboard.type(ADMIN.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ADMIN.password);
    await page.keyboard.press('Enter');
    const chooser = page.getByLabel('Project', { exact: true });
    await chooser.waitFor();
    // The names begin alike, so the choice is made by its whole text.
    const name = await chooser.locator(`option[value="${app.projectId}"]`).innerText();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await until('the project is chosen', async () => (await chooser.inputValue()) === app.projectId);
    await page.getByText(`You work on ${name} now.`).waitFor();
  });

  it('is safe from scripts that come in with the data: the CSP stops them, and these tests would see it', async () => {
    const watched = await docs();
    await watched.page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
    }`);
    expect(await watched.page.evaluate('window.intruder')).toBeUndefined();
    expect(await until('it is reported', () => watched.takeProblems().find((one) => one.startsWith('CSP:')))).toMatch(
      /^CSP: script-src-elem inline/,
    );
  });

  it('is told that their session has ended, and goes on after logging in again', async () => {
    const operator = await colleague(app.server, 'operator');
    const { page } = await docs();
    await logInAndChoose(page, { username: operator.username, password: PASSWORD });
    await app.admin.patch(`/users/${operator.id}`, { password: `${PASSWORD}-new` });
    const state = await route(page, 'get', '/connectors/state');
    await state.getByRole('button', { name: 'Execute' }).click();
    await page.getByText('Your session has ended. Log in again to go on.').waitFor();
    await logIn(page, { username: operator.username, password: `${PASSWORD}-new` });
    await page.getByLabel('Current password').fill(`${PASSWORD}-new`);
    await page.getByLabel('New password').fill(`${PASSWORD}-of-my-own`);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByLabel('Project', { exact: true }).selectOption(app.projectId);
    await state.getByRole('button', { name: 'Execute' }).click();
    await state.locator('.live-responses-table').getByText('chatwoot').first().waitFor();
  });

  it('finds the same page in the dark, on a narrow screen, and under /v1', async () => {
    const dark = await docs({ colorScheme: 'dark' });
    await logInAndChoose(dark.page);
    const connectors = await route(dark.page, 'get', '/connectors/state');
    await connectors.getByRole('button', { name: 'Execute' }).click();
    await connectors.locator('.live-responses-table').getByText('chatwoot').first().waitFor();
    await atTop(connectors);
    await screenshot(dark.page, 'docs-9-dark');
    const embed = await route(dark.page, 'post', '/jobs/embeddings/run');
    await embed.getByRole('button', { name: 'Execute' }).click();
    await embed
      .getByRole('region', { name: 'Run' })
      .getByText(/^succeeded/)
      .waitFor();
    await atTop(embed);
    await screenshot(dark.page, 'docs-10-dark-run');
    expect(await accessibilityFaults(dark.page, ['#bar', '.run-card', '.route-badges'])).toEqual([]);

    const narrow = await docs({ width: 390, height: 800 });
    await logInAndChoose(narrow.page);
    await screenshot(narrow.page, 'docs-11-narrow');
    expect(await narrow.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);

    await narrow.page.goto(`${app.server.url}/v1/docs/`);
    await narrow.page.getByRole('button', { name: 'Log out' }).waitFor();
    const state = await route(narrow.page, 'get', '/connectors/state');
    await state.getByRole('button', { name: 'Execute' }).click();
    await state.locator('.live-responses-table').getByText('chatwoot').first().waitFor();
    expect(sent(narrow, '/v1/connectors/state')).toHaveLength(1);
    expect([...dark.takeProblems(), ...narrow.takeProblems()]).toEqual([]);
  });
});
