import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import { settled, troubled, waiting } from '../builders/recommendations.js';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { listening } from '../support/browser/changes.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { openPage, type PageOptions, type WatchedPage } from '../support/browser/watched-page.js';
import { addedBy, newcomer, PASSWORD, project, type Person } from '../support/people.js';
import { addSpoken } from '../support/spoken-rows.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

type Manager = Person & { scopeId: string };

let server: TestApp;
let browser: Browser;
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp();
});
afterEach(async () => {
  for (const watched of open.splice(0)) await watched.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const sql = <T extends object>(text: string, parameters: unknown[] = []) =>
  server.db.database.query<T>(text, parameters);
const refresh = (id: string, known = waiting(3)) =>
  server.app.get(RecommendationsService).refresh(new Map([[id, known]]), new Date());

/** A manager with a project in trouble of all kinds, its client's words there, and two that wait for their clients. */
async function manager(): Promise<Manager & { crisis: string; acme: string }> {
  const person = await newcomer(server);
  const [crisis, acme, birch] = [
    await project(person.client, 'Crisis'),
    await project(person.client, 'Acme Bicycles'),
    await project(person.client, 'Клиника «Здоровье»'),
  ];
  const said = ['Hello?', 'We asked a week ago. Is anybody there?', 'I am very unhappy with how this goes.'];
  await addSpoken(
    server.db.database,
    crisis,
    said.map((content, n) => ({
      id: n + 1,
      side: 'client',
      name: 'Noor Haddad',
      content,
      sent_at: new Date(Date.now() - (4 - n) * 86_400_000),
    })),
  );
  await refresh(crisis, troubled());
  await refresh(acme, waiting(3));
  await refresh(birch, waiting(6));
  return { ...person, crisis, acme };
}

async function inbox(who: Person, options: PageOptions = {}, path = '/inbox'): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  open.push(watched);
  await watched.page.goto(`${server.url}${path}`);
  await logIn(watched.page, who);
  await watched.page.locator('.inbox').waitFor();
  return watched;
}

async function logIn(page: Page, { username }: Person): Promise<void> {
  await page.locator('#login-username').fill(username);
  await page.locator('#login-password').fill(PASSWORD);
  await page.locator('.bar-login button').click();
}

const rows = (page: Page): Locator => page.locator('.row');
const row = (page: Page, text: string): Locator => rows(page).filter({ hasText: text }).first();
const titles = (page: Page) => page.locator('.row-open').allInnerTexts();
const title = (one: Locator): Locator => one.locator('.row-open');
const headline = (page: Page) => page.locator('h1').innerText();
const news = (page: Page): Locator => page.locator('.news [role=status]');
const announced = (page: Page, text: string | RegExp) => news(page).filter({ hasText: text }).waitFor();
const dialog = (page: Page): Locator => page.getByRole('dialog');
const chip = (page: Page, name: string): Locator => page.getByRole('button', { name: new RegExp(`^${name} \\d`) });
const focusedRow = (page: Page) =>
  page.evaluate<string | null>('document.activeElement.closest("[data-row]")?.dataset.row ?? null');
const ids = (page: Page) =>
  page.evaluate<string[]>('[...document.querySelectorAll("[data-row]")].map((e) => e.dataset.row)');
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);
/** Once the list has this many rows, and no other is on its way. */
const listed = (page: Page, count: number) =>
  until(`${count} recommendations are listed`, async () => {
    const busy = await page.locator('#list[aria-busy=true]').count();
    return busy === 0 && (await rows(page).count()) === count;
  });
/** What lies under the bar at the bottom is a scroll away; at the end of the page nothing does. */
const toTheEnd = (page: Page) => page.evaluate('window.scrollTo({ top: 1e6, behavior: "instant" })');
const tooWide = (page: Page) =>
  page.evaluate<string[]>(`document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
      .map((one) => one.outerHTML.slice(0, 200))`);
const recommendation = async (who: Person, id: string) =>
  (await who.client.get(`/recommendations/${id}`).expect(200)).body.recommendation;

describe('a manager at /inbox', () => {
  it('comes from an empty server to a worked-off inbox', async () => {
    const who = await newcomer(server);
    const watched = await openPage(browser);
    open.push(watched);
    const { page } = watched;
    await page.goto(`${server.url}/inbox`);
    await page.getByRole('heading', { name: 'Log in to see what is to be done' }).waitFor();
    await screenshot(page, 'inbox-01-logged-out');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await logIn(page, who);
    await page.getByRole('heading', { name: 'No projects yet' }).waitFor();
    expect(await page.getByRole('link', { name: 'Make the first project' }).getAttribute('href')).toBe(
      `${server.url}/`,
    );
    await screenshot(page, 'inbox-02-no-project');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);

    const acme = await project(who.client, 'Acme Bicycles');
    const cedar = await project(who.client, 'Cedar & Co');
    await refresh(acme);
    await refresh(cedar, waiting(6));
    await page.reload();
    await listed(page, 2);
    expect(await headline(page)).toBe('2 things to do');
    await title(rows(page).first()).click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await dialog(page).getByLabel('Prevented: it did not come to that').check();
    await dialog(page).getByLabel('Note (optional)').fill('We called them');
    await dialog(page).getByRole('button', { name: 'Mark as done' }).click();
    await announced(page, /is done\.$/);
    await listed(page, 1);
    await page.keyboard.press('r');
    await dialog(page)
      .getByLabel(/^False alarm/)
      .check();
    await screenshot(page, 'inbox-03-dismiss');
    expect(await accessibilityFaults(page, ['.ask'])).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('heading', { name: 'All done' }).waitFor();
    expect(await headline(page)).toBe('Nothing to do');
    await screenshot(page, 'inbox-04-all-done');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await chip(page, 'Done').click();
    await listed(page, 1);
    await title(rows(page).first()).click();
    expect(await rows(page).first().innerText()).toMatch(/Done: prevented/);
    const story = page.getByRole('region', { name: 'What people did' });
    await story.getByText('We called them').waitFor();
    expect(await story.getByRole('listitem').first().innerText()).toMatch(/: Done: prevented – We called them/);
    await page.getByRole('button', { name: /^Take up/ }).waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('reads why, opens the evidence, and edits and copies the message', async () => {
    const who = await manager();
    const watched = await inbox(who);
    const { page } = watched;
    await listed(page, 8);
    const one = row(page, 'unhappy');
    await title(one).click();
    await one.getByText('I am very unhappy with how this goes.').waitFor();
    const link = one.getByRole('link', { name: 'Open at the source' }).first();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/chat\.example\.org\//);
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    await screenshot(page, 'inbox-05-open', { fullPage: true, picture: 'inbox' });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    const message = one.getByLabel('Message to send');
    const original = await message.inputValue();
    await message.fill('Dear Noor, may I call you?');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await one.getByRole('button', { name: /^Copy message/ }).click();
    await announced(page, 'The message is copied.');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Dear Noor, may I call you?');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Everything is up to date.').waitFor();
    expect(await message.inputValue()).toBe('Dear Noor, may I call you?');
    await one.getByRole('button', { name: 'Restore the original' }).click();
    expect(await message.inputValue()).toBe(original);
    const id = (await one.getAttribute('data-row'))!;
    expect(query(page)).toBe(`?open=${id}`);
    await page.reload();
    await page.getByText('I am very unhappy with how this goes.').waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('has what came into sight counted, each once', async () => {
    const who = await manager();
    const watched = await inbox(who);
    const { page } = watched;
    await listed(page, 8);
    const shown = async () =>
      (
        await sql<{ shown_count: number }>(
          `SELECT shown_count FROM recommendations_v2 r JOIN projects p ON p.id = r.project_id
           WHERE p.account_scope_id = $1 AND r.evidence_gate_status = 'shown' ORDER BY 1`,
          [who.scopeId],
        )
      ).map(({ shown_count }) => shown_count);
    await rows(page).last().scrollIntoViewIfNeeded();
    await until('all are counted', async () => (await shown()).every((count) => count > 0));
    await rows(page).first().scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Everything is up to date.').waitFor();
    expect(await shown()).toEqual(Array(8).fill(1));
  });

  it('filters by all that there is, and finds the page so again by its address', async () => {
    const who = await manager();
    const watched = await inbox(who);
    const { page } = watched;
    await listed(page, 8);
    const choose = (label: string, option: string) =>
      page.getByRole('combobox', { name: label }).selectOption({ label: option });
    await choose('Project', 'Crisis');
    await listed(page, 6);
    await choose('Category', 'Finance risk');
    await listed(page, 1);
    expect(await chip(page, 'New').innerText()).toMatch(/1$/);
    expect(query(page)).toBe(`?project=${who.crisis}&category=finance_risk`);
    await page.reload();
    await listed(page, 1);
    await choose('Role', 'Finance lead');
    await listed(page, 1);
    await choose('Role', 'Account manager');
    await page.getByRole('heading', { name: 'No recommendation fits' }).waitFor();
    await choose('Role', 'Any role');
    await choose('Assignee', 'Me');
    await page.getByRole('heading', { name: 'No recommendation fits' }).waitFor();
    await screenshot(page, 'inbox-06-no-fit');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await listed(page, 8);
    await choose('Priority', 'Urgent');
    await until('only urgent ones are listed', async () => (await rows(page).count()) < 8);
    await choose('Priority', 'Any priority');
    await choose('Due', 'Overdue');
    await page.getByRole('heading', { name: 'No recommendation fits' }).waitFor();
    await choose('Due', 'Any time');
    await choose('Sort by', 'Project');
    await until('the order has changed', async () => /Acme/.test(await rows(page).first().innerText()));
    await page.getByLabel('Search').pressSequentially('follow acme');
    await listed(page, 1);
    expect(await page.evaluate('document.activeElement.value')).toBe('follow acme');
    await page.getByLabel('Search').fill('');
    await chip(page, 'Snoozed').click();
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    await chip(page, 'New').click();
    await listed(page, 8);
    expect(query(page)).toBe('?status=new,snoozed&sort=project');
    expect(watched.takeProblems()).toEqual([]);
  });

  it('acts on several at once, and takes it back', async () => {
    const who = await manager();
    const watched = await inbox(who);
    const { page } = watched;
    await listed(page, 8);
    for (const n of [0, 1, 2]) await rows(page).nth(n).getByRole('checkbox').check();
    await page.getByText('3 recommendations selected').waitFor();
    await screenshot(page, 'inbox-07-selected');
    await toTheEnd(page);
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    const bulk = page.locator('.bulk');
    await bulk.getByRole('button', { name: /^Snooze/ }).click();
    await screenshot(page, 'inbox-08-snooze');
    expect(await accessibilityFaults(page, ['.ask'])).toEqual([]);
    await dialog(page)
      .getByRole('button', { name: /^In three days/ })
      .click();
    await announced(page, '3 recommendations snoozed.');
    await listed(page, 5);
    expect(await chip(page, 'Snoozed').innerText()).toMatch(/3$/);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await announced(page, '3 recommendations back as before.');
    await listed(page, 8);
    await page.getByLabel('Select all').check();
    await bulk.getByRole('button', { name: 'Assign', exact: true }).click();
    await dialog(page).getByLabel('Name or login').fill('Olga');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await announced(page, '8 recommendations assigned.');
    await until('all are Olga’s', async () => (await rows(page).filter({ hasText: 'Olga' }).count()) === 8);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('sees what somebody else does, without asking', async () => {
    const who = await manager();
    const { page } = await inbox(who);
    await listed(page, 8);
    const { change } = await listening(page);
    const [id] = await ids(page);
    const { project_id } = await recommendation(who, id!);
    const path = `/kag/v2/recommendations/${id}/status?project_id=${project_id}`;
    const done = await who.client.post(path, { status: 'done' });
    expect(done.status).toBe(200);
    expect(await change).toMatchObject({ kind: 'record' });
    await listed(page, 7);
    expect(await ids(page)).not.toContain(id);
  });

  it('is shown the present state where another tab was quicker', async () => {
    const who = await manager();
    const watched = await inbox(who);
    const { page } = watched;
    await listed(page, 8);
    // Else it would see at once what the other tab does.
    await page.getByRole('checkbox', { name: 'Refresh by itself' }).uncheck();
    const [id] = await ids(page);
    const one = page.locator(`[data-row="${id}"]`);
    await title(one).click();
    const other = await page.context().newPage();
    await other.goto(`${server.url}/inbox?open=${id}`);
    await listed(other, 8);
    await other.getByRole('button', { name: /^Take up/ }).click();
    await announced(other, /is taken up\.$/);

    await one.getByRole('button', { name: /^Assign to me/ }).click();
    const notice = one.getByRole('alert').filter({ hasText: 'This has changed meanwhile, so nothing was saved.' });
    await notice.getByText('You changed it yourself elsewhere at').waitFor();
    expect(await notice.innerText()).toMatch(/It is now: Taken up, Unassigned/);
    expect(await recommendation(who, id!)).toMatchObject({ status: 'acknowledged', assignee: null });
    await announced(page, /1 recommendation not saved: somebody else made a change meanwhile/);
    await screenshot(page, 'inbox-09-stale');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await one.getByRole('button', { name: /^Assign to me/ }).click();
    await announced(page, /is yours\.$/);
    await notice.waitFor({ state: 'detached' });

    // What has left the list meanwhile stays in sight until it is seen.
    await other.bringToFront();
    await other.getByRole('button', { name: 'Refresh now' }).click();
    await other.locator(`[data-row="${id}"]`).getByText(who.username).waitFor();
    await other.getByRole('button', { name: 'Done', exact: true }).click();
    await dialog(other).getByRole('button', { name: 'Mark as done' }).click();
    await announced(other, /is done\.$/);
    await page.bringToFront();
    const moved = page.locator(`[data-row="${id}"]`);
    await moved.getByRole('button', { name: /^Snooze/ }).click();
    await dialog(page)
      .getByRole('button', { name: /^Tomorrow/ })
      .click();
    await moved.getByText(/It is now: Done/).waitFor();
    await moved.getByRole('button', { name: 'Leave it so' }).click();
    await listed(page, 7);
    // The browser itself tells of each 412.
    expect(watched.takeProblems().filter((problem) => !problem.includes('412'))).toEqual([]);
  });

  it('gets along with the keyboard alone', async () => {
    const who = await manager();
    const { page } = await inbox(who);
    await listed(page, 8);
    const all = await ids(page);
    await page.keyboard.press('?');
    await dialog(page).getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await screenshot(page, 'inbox-10-keys');
    expect(await accessibilityFaults(page, ['.ask'])).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await focusedRow(page)).toBe(all[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    expect(await focusedRow(page)).toBe(all[1]);
    await page.keyboard.press('Enter');
    await page.locator('.details').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.details').waitFor({ state: 'detached' });

    await page.keyboard.press('d');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await announced(page, /is done\.$/);
    await until('the focus is on the next one', async () => (await focusedRow(page)) === all[2]);
    await page.keyboard.press('z');
    await announced(page, /is as it was before\.$/);
    await listed(page, 8);

    await page.keyboard.press('i');
    await announced(page, /is yours\.$/);
    expect((await recommendation(who, all[2]!)).assignee).toBe(who.username);
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    // As a Russian keyboard sends it.
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: 'ч', code: 'KeyX', bubbles: true, cancelable: true }))`,
    );
    await page.getByText('2 recommendations selected').waitFor();
    await page.keyboard.press('t');
    await announced(page, '2 recommendations taken up.');

    await page.keyboard.press('/');
    await page.keyboard.type('jxd');
    expect(await page.getByLabel('Search').inputValue()).toBe('jxd');
    expect(await dialog(page).count()).toBe(0);
    await page.getByLabel('Search').fill('');
    await listed(page, 8);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByLabel('Use single-letter shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.keyboard.press('?');
    expect(await dialog(page).count()).toBe(0);
  });

  it('reads the page in Russian and in the dark, and finds it so again', async () => {
    const who = await manager();
    const watched = await inbox(who);
    const { page } = watched;
    await page.getByLabel('Language').selectOption('ru');
    await page.getByText('К выполнению: 8 дел').waitFor();
    await page.getByLabel('Цвета').selectOption('dark');
    await until('the titles are Russian', async () => /[а-яё]/i.test((await titles(page))[0] ?? ''));
    await title(rows(page).first()).click();
    await page.getByRole('heading', { name: 'На чём основано' }).waitFor();
    // The message stays in the project's language.
    expect(await page.getByLabel('Сообщение').inputValue()).toMatch(/^Hello/);
    await rows(page).nth(1).getByRole('checkbox').check();
    await toTheEnd(page);
    await screenshot(page, 'inbox-11-russian-dark', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.keyboard.press('d');
    await dialog(page).getByText('Выполнено. Что стало с риском?').waitFor();
    await screenshot(page, 'inbox-12-russian-dark-done');
    expect(await accessibilityFaults(page, ['.ask'])).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await listed(page, 8);
    expect(await page.title()).toBe('KAG server: входящие');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(28, 32, 34)');
    expect(watched.takeProblems()).toEqual([]);
  });

  it.each([320, 768])('finds it on a screen %d wide, in the browser’s language, and under /v1', async (width) => {
    const who = await manager();
    const watched = await inbox(who, { locale: 'ru-RU', width, height: 800 }, '/v1/inbox');
    const { page } = watched;
    await listed(page, 8);
    await title(rows(page).first()).click();
    await page.getByRole('heading', { name: 'На чём основано' }).waitFor();
    await rows(page).first().getByRole('checkbox').check();
    expect(await tooWide(page)).toEqual([]);
    await toTheEnd(page);
    await screenshot(page, `inbox-13-${width}`, { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page
      .locator('.bulk')
      .getByRole('button', { name: /^Отклонить/ })
      .click();
    await screenshot(page, `inbox-14-${width}-dialog`);
    expect(await tooWide(page)).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is told when the server is away, and sees the page go on when it is back', async () => {
    const who = await manager();
    const { page } = await inbox(who);
    await listed(page, 8);
    await page.route('**/recommendations**', (route) => route.abort());
    await page.route('**/recommendations/**', (route) => route.abort());
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    await announced(page, 'Nothing was saved. The server does not answer.');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    const banner = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
    await banner.getByText(/You see the state of \d\d:\d\d:\d\d/).waitFor();
    expect(await rows(page).count()).toBe(8);
    await screenshot(page, 'inbox-15-away');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.unroute('**/recommendations**');
    await page.unroute('**/recommendations/**');
    await page.locator('.news').getByRole('button', { name: 'Try again' }).click();
    await announced(page, /is taken up\.$/);
    await banner.waitFor({ state: 'detached' });
  });

  it('logs in again where the session has ended, and is where they were', async () => {
    const who = await manager();
    const { page } = await inbox(who, {}, '/inbox?sort=project&q=follow');
    await listed(page, 3);
    await rows(page).first().getByRole('checkbox').check();
    await sql('DELETE FROM sessions WHERE sess::text LIKE $1', [`%${who.id}%`]);
    await page.keyboard.press('t');
    await page.getByText('Your session has ended. Log in again to go on.').waitFor();
    expect(await rows(page).count()).toBe(0);
    await logIn(page, who);
    await listed(page, 3);
    expect(await page.getByLabel('Search').inputValue()).toBe('follow');
    expect(await rows(page).first().getByRole('checkbox').isChecked()).toBe(true);
    await page.locator('.news').getByRole('button', { name: 'Try again' }).click();
    await announced(page, /is taken up\.$/);
  });

  it('prints the recommendations and nothing around them', async () => {
    const who = await manager();
    const { page } = await inbox(who);
    await listed(page, 8);
    await title(row(page, 'unhappy')).click();
    await page.getByText('I am very unhappy with how this goes.').waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.bar', '.filters', '.statuses', '.inbox-foot'])
      expect(await page.locator(part).isVisible()).toBe(false);
    await screenshot(page, 'inbox-16-print', { fullPage: true });
  });

  it('has fifty at once, and the next ones on demand', async () => {
    const who = await newcomer(server);
    const made = await sql<{ id: string }>(
      `INSERT INTO projects (account_scope_id, name) SELECT $1, 'Client ' || n FROM generate_series(1, 20) AS n
       RETURNING id`,
      [who.scopeId],
    );
    await server.app.get(RecommendationsService).refresh(new Map(made.map(({ id }) => [id, troubled()])), new Date());
    const { page } = await inbox(who);
    await listed(page, 50);
    expect(await headline(page)).toBe('120 things to do');
    await page.getByRole('button', { name: 'Show 50 more' }).click();
    await listed(page, 100);
    await page.getByRole('button', { name: 'Show 20 more' }).click();
    await listed(page, 120);
    await page.getByLabel('Select all').check();
    await page.keyboard.press('t');
    await announced(page, '120 recommendations taken up.');
  });
});

describe('a viewer at /inbox', () => {
  it('looks, and is told why there is nothing to press', async () => {
    const who = await manager();
    const viewer = await addedBy(server, who.client, 'viewer');
    const { page } = await inbox(viewer);
    await listed(page, 8);
    await page.getByText('Your role lets you look.').waitFor();
    expect(await page.getByRole('checkbox', { name: /^Select/ }).count()).toBe(0);
    await title(rows(page).first()).click();
    await page.getByRole('button', { name: /^Copy message/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Done', exact: true }).count()).toBe(0);
    await page.keyboard.press('d');
    expect(await dialog(page).count()).toBe(0);
  });
});

it('what is over leaves the inbox by itself', async () => {
  const who = await manager();
  const { page } = await inbox(who);
  await listed(page, 8);
  await refresh(who.acme, settled());
  await sql(`UPDATE recommendations_v2 SET episode_ended_at = now(), status = 'expired' WHERE project_id = $1`, [
    who.acme,
  ]);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await listed(page, 7);
});
