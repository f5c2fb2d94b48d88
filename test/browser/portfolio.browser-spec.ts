import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { listening } from '../support/browser/changes.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { openPage, type PageOptions, type WatchedPage } from '../support/browser/watched-page.js';
import { conclude } from '../support/concluded-projects.js';
import { newcomer, PASSWORD, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const CLIENTS = [
  'Acme Bicycles',
  'Börsenblatt',
  'Cedar & Co',
  'Delta Logistics',
  'Eastwind Travel',
  'Falcon Insurance',
  'Greenfield Farms',
  'Harbour Hotels',
  'Ириска',
  'Jasper Jewellery',
  'Клиника «Здоровье»',
  'Lighthouse Media with a name that goes on for longer than anybody would like it to',
];

let server: TestApp;
let browser: Browser;
/** An admin whose account scope has nothing in it yet. */
let manager: Person & { scopeId: string };
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp();
  manager = await newcomer(server);
});
afterEach(async () => {
  for (const watched of open.splice(0)) await watched.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const sql = (text: string, parameters: unknown[] = []) =>
  server.db.database.query<{ id: string; name: string }>(text, parameters);

/** Projects of the manager by these names, with all that refreshes leave behind. */
async function addProjects(names: readonly string[], scopeId = manager.scopeId): Promise<string[]> {
  const rows = await sql(
    `INSERT INTO projects (account_scope_id, name) SELECT $1, name FROM unnest($2::text[]) AS name
     ON CONFLICT (account_scope_id, lower(name)) DO UPDATE SET name = excluded.name RETURNING id, name`,
    [scopeId, names],
  );
  const ids = names.map((name) => rows.find((row) => row.name === name)!.id);
  await conclude(server.db.database, ids, new Date());
  return ids;
}

async function portfolio(options: PageOptions = {}, path = '/'): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  open.push(watched);
  await watched.page.goto(`${server.url}${path}`);
  return watched;
}

async function logIn(page: Page, { username } = manager): Promise<void> {
  await page.locator('#login-username').fill(username);
  await page.locator('#login-password').fill(PASSWORD);
  await page.locator('.bar-login button').click();
}

async function signedIn(options: PageOptions = {}, path = '/', who = manager): Promise<WatchedPage> {
  const watched = await portfolio(options, path);
  await logIn(watched.page, who);
  await watched.page.locator('.portfolio').waitFor();
  return watched;
}

const rows = (page: Page): Locator => page.locator('tr.project');
const names = (page: Page) => page.locator('.project-name').allInnerTexts();
const headline = (page: Page) => page.locator('h1').innerText();
const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement.textContent || document.activeElement.id');
/** Once the page for operators is about this project. */
const chosen = (page: Page, name: string) =>
  until(`${name} is chosen`, async () => (await page.locator('#bar-project option:checked').textContent()) === name);
/** Once the list has this many rows, and no other is on its way. */
const listed = (page: Page, count: number) =>
  until(`${count} projects are listed`, async () => {
    const busy = await page.locator('.projects[aria-busy=true]').count();
    return busy === 0 && (await rows(page).count()) === count;
  });
const tooWide = (page: Page) =>
  page.evaluate<string[]>(`document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
      .map((one) => one.outerHTML.slice(0, 200))`);

describe('a manager at /', () => {
  it('logs in on an empty server, learns what to do first, and makes a project', async () => {
    const watched = await portfolio();
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to see who needs you today' }).waitFor();
    await screenshot(page, 'portfolio-01-logged-out');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await logIn(page);
    await page.getByRole('heading', { name: 'Make your first project' }).waitFor();
    await screenshot(page, 'portfolio-02-first-steps');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByRole('link', { name: 'Begin with the first steps' }).click();
    await page.getByLabel('Name of the client project').fill(CLIENTS[0]!);
    await page.getByRole('button', { name: 'Make the project' }).click();
    await page.getByText(`The project is ${CLIENTS[0]!}.`).first().waitFor();
    await page.goBack();
    await listed(page, 1);
    expect(await headline(page)).toBe('No project needs attention');
    expect(await rows(page).first().innerText()).toMatch(/Nothing is known of it yet/);
    await screenshot(page, 'portfolio-03-nothing-known');
    const link = rows(page).first().getByRole('link', { name: 'Connect its sources and sync' });
    await link.click();
    await page.waitForURL('**/ops/first-steps?project=*');
    await chosen(page, CLIENTS[0]!);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('sees who needs somebody, why, and what to do', async () => {
    await addProjects(CLIENTS);
    const watched = await signedIn();
    const { page } = watched;
    await listed(page, CLIENTS.length);
    expect(await headline(page)).toBe('6 of 12 projects need attention');
    const first = rows(page).first();
    expect(await first.locator('.sparkline').getAttribute('aria-label')).toMatch(
      /^Health over 60 days, from \d+ to \d+$/,
    );
    expect(await first.locator('.project-health').innerText()).toMatch(/\d+\s+(good|fair|poor|critical)/);
    expect(await first.locator('.project-risk').innerText()).toMatch(/in 14 days/);
    expect(await first.locator('.project-advice').innerText()).toMatch(/due (today|\d+ \w+)/);
    expect(await first.locator('.project-data').innerText()).toMatch(/read \d+ \w+ ago/);
    const calm = await rows(page).last().innerText();
    expect(calm).toMatch(/Nothing to do\./);
    await screenshot(page, 'portfolio-04-page', { fullPage: true, picture: 'portfolio' });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    // Who is signed in, the projects and what changes in them, and nothing for each of them. That the first test has
    // made a project may still be told as a change: then the projects are asked for again.
    const paths = watched.requests.map((request) => new URL(request.url()).pathname);
    expect(new Set(paths.filter((path) => !path.startsWith('/auth/')))).toEqual(new Set(['/portfolio', '/events']));
    expect(watched.takeProblems()).toEqual([]);
  });

  it('finds, filters and sorts, and finds the page so again by its address', async () => {
    const { page } = await signedIn();
    await listed(page, CLIENTS.length);
    await page.getByRole('combobox', { name: 'Order' }).selectOption('name');
    await until('the order has changed', async () => (await names(page))[0] === CLIENTS[0]);
    expect((await names(page)).slice(0, 3)).toEqual(CLIENTS.slice(0, 3));
    await page.getByLabel('Find by name').pressSequentially('клини');
    await listed(page, 1);
    expect(await names(page)).toEqual(['Клиника «Здоровье»']);
    expect(await page.evaluate('document.activeElement.value')).toBe('клини');
    expect(new URL(page.url()).searchParams.get('q')).toBe('клини');
    await page.reload();
    await listed(page, 1);
    expect(await page.getByRole('combobox', { name: 'Order' }).inputValue()).toBe('name');
    await page.getByLabel('Find by name').fill('nobody is called so');
    await page.getByRole('heading', { name: 'No project fits.' }).waitFor();
    await screenshot(page, 'portfolio-05-no-fit');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await listed(page, CLIENTS.length);
    await page.getByLabel('Mine only').check();
    await page.getByRole('heading', { name: 'No project fits.' }).waitFor();
    await sql(
      `UPDATE recommendations_v2 SET assignee = $1 WHERE project_id = (SELECT id FROM projects WHERE name = $2)`,
      [manager.username, CLIENTS[5]],
    );
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await listed(page, 1);
    expect(await rows(page).first().innerText()).toContain(manager.username);
    await page.getByLabel('Mine only').uncheck();
    await page.getByRole('combobox', { name: 'To do' }).selectOption('finance_risk');
    await listed(page, 3);
    expect(new URL(page.url()).searchParams.toString()).toBe('category=finance_risk');
  });

  it('gets along with the keyboard alone', async () => {
    const { page } = await portfolio();
    await page.locator('#login-username').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the projects');
    await page.keyboard.press('Tab');
    await page.keyboard.type(manager.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await listed(page, CLIENTS.length);
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('projects');
    await page.keyboard.press('Tab');
    const [name] = await names(page);
    expect(await focused(page)).toBe(name);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest(".advice") !== null')).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: name! }).waitFor();
  });

  it('reads the page in Russian and in the dark, and finds it so again', async () => {
    const watched = await signedIn();
    const { page } = watched;
    await page.getByLabel('Language').selectOption('ru');
    await page.getByText('Внимания требуют 6 проектов из 12').waitFor();
    await page.getByLabel('Цвета').selectOption('dark');
    await until('the titles are Russian', async () =>
      /[а-яё]/i.test(await page.locator('.advice').first().innerText()),
    );
    await screenshot(page, 'portfolio-06-russian-dark', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    await page.reload();
    await listed(page, CLIENTS.length);
    expect(await page.title()).toBe('KAG server: проекты');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(28, 32, 34)');
    expect(watched.takeProblems()).toEqual([]);
  });

  it.each([320, 768])('finds it on a screen %d wide, in the browser’s language, and under /v1', async (width) => {
    const watched = await signedIn({ locale: 'ru-RU', width, height: 800 }, '/v1/');
    const { page } = watched;
    await listed(page, CLIENTS.length);
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, `portfolio-07-${width}`, { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is told when the server is away, and sees the page go on when it is back', async () => {
    const { page } = await signedIn();
    await listed(page, CLIENTS.length);
    await page.route('**/portfolio?**', (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh now' }).click();
    const banner = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
    await banner.getByText(/What you see is of \d\d:\d\d:\d\d/).waitFor();
    expect(await rows(page).count()).toBe(CLIENTS.length);
    await screenshot(page, 'portfolio-08-away');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.unroute('**/portfolio?**');
    await banner.getByRole('button', { name: 'Try again' }).click();
    await banner.waitFor({ state: 'detached' });
  });

  it('sees what somebody else changes, without asking', async () => {
    const watched = await portfolio();
    const { page } = watched;
    // Nothing is fetched for the time alone.
    await page.clock.install();
    await logIn(page);
    await listed(page, CLIENTS.length);
    const { change } = await listening(page);
    const [project] = await sql('SELECT id FROM projects WHERE name = $1', [CLIENTS[0]]);
    await manager.client.patch(`/projects/${project!.id}`, { name: 'Acme Tricycles' });
    expect(await change).toMatchObject({ project_id: project!.id, what: 'project' });
    await page.clock.runFor(2_000);
    await page.getByText('Acme Tricycles').waitFor();
    await manager.client.patch(`/projects/${project!.id}`, { name: CLIENTS[0] });
  });

  it('logs in again where the session has ended, and is where they were', async () => {
    const { page } = await signedIn({}, '/?sort=name&q=a');
    await page.locator('tr.project').first().waitFor();
    await sql('DELETE FROM sessions');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Your session has ended. Log in again to go on.').waitFor();
    await logIn(page);
    await page.locator('tr.project').first().waitFor();
    expect(await page.getByLabel('Find by name').inputValue()).toBe('a');
  });

  it('has fifty of five hundred projects at once, and the next ones on demand', async () => {
    const other = await newcomer(server);
    await addProjects(
      Array.from({ length: 500 }, (_, n) => `Client ${n + 1}`),
      other.scopeId,
    );
    const { page } = await signedIn({}, '/', other);
    await listed(page, 50);
    expect(await headline(page)).toBe('200 of 500 projects need attention');
    for (const count of [100, 150, 200, 250]) {
      await page.getByRole('button', { name: 'Show 50 more' }).click();
      await listed(page, count);
    }
    expect(new Set(await names(page)).size).toBe(250);
    await page.getByLabel('Find by name').fill('client 499');
    await listed(page, 1);
  });

  it('prints the projects and nothing around them', async () => {
    const { page } = await signedIn();
    await listed(page, CLIENTS.length);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await screenshot(page, 'portfolio-09-print', { fullPage: true });
  });
});
