import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { focused, logIn, tooWide, Visits } from '../support/browser/visits.js';
import type { PageOptions, WatchedPage } from '../support/browser/watched-page.js';
import { conclude } from '../support/concluded-projects.js';
import { addOnset } from '../support/forecast-rows.js';
import { newcomer, project, type Person } from '../support/people.js';
import { standStill } from '../support/stand-still.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const NOW = new Date();
/** As hostile as a name may be. */
const HOSTILE = '<img src=x onerror=alert(1)> & "Söhne"';

let server: TestApp;
let browser: Browser;
let visits: Visits;
let person: Person;
let hostile: string;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp();
  standStill(server, NOW);
  visits = new Visits(browser, server.url);
  person = await newcomer(server);
  hostile = await project(person.client, HOSTILE);
  const ids = [hostile, await project(person.client, 'Acme Bicycles'), await project(person.client, 'Cedar & Co')];
  await conclude(server.db.database, ids, NOW);
  await sql(`UPDATE recommendations_v2 SET episode_started_at = episode_started_at - interval '1 day'`);
  await sql(
    `UPDATE project_snapshots SET scores_json = jsonb_set(scores_json, '{project_health,value}', '20')
     WHERE project_id = $1 AND snapshot_date = $2`,
    [hostile, day(1)],
  );
  await addOnset(server.db.database, hostile, day(2), { risk_type: 'scope_risk', known: day(1) });
  await addOnset(server.db.database, ids[2]!, day(20), { risk_type: 'delivery_risk', ended: day(1) });
});
afterEach(() => visits.close());
afterAll(async () => {
  await browser.close();
  await server.close();
});

const sql = (text: string, parameters: unknown[] = []) => server.db.database.query(text, parameters);
const day = (ago: number) => new Date(NOW.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
const part = (page: Page, name: string) => page.getByRole('region', { name });
const changes = (page: Page) => part(page, 'What changed').getByRole('listitem');

async function reading(search = '', options: PageOptions = {}, prefix = ''): Promise<WatchedPage> {
  const watched = await visits.signedIn(`${prefix}/digest${search}`, person.username, { now: NOW, ...options });
  await watched.page.locator('.digest-summary').waitFor();
  return watched;
}

describe('a digest at /digest', () => {
  it('is read after a login, and leads from each line to its evidence', async () => {
    const watched = await visits.at('/digest', { now: NOW });
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to see what changed' }).waitFor();
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await logIn(page, person.username);
    await page.locator('.digest-summary').waitFor();
    expect(await page.title()).toMatch(/^Digest for \d+ \w+ · KAG server$/);
    const fell = changes(page).filter({ hasText: 'Health fell' }).first();
    expect(await fell.innerText()).toContain(HOSTILE);
    expect(await fell.innerText()).toContain('Worse');
    await screenshot(page, 'digest-01-day', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await part(page, 'Who needs attention').getByRole('listitem').first().waitFor();
    await fell.getByRole('link', { name: 'Health fell' }).click();
    await page.waitForURL(`**/projects/${hostile}#lines`);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('goes from day to day and to a week, by its address and back', async () => {
    const { page } = await reading();
    const latest = await page.title();
    expect(await page.getByRole('button', { name: 'The day after' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'The day before' }).click();
    await page.waitForURL(`**/digest?date=${day(2)}`);
    await until('the other day is told', async () => (await page.title()) !== latest);
    expect(await part(page, 'Who needs attention').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Tell of' }).selectOption('week');
    await page.waitForURL(`**/digest?date=${day(2)}&period=week`);
    await page.getByRole('button', { name: 'The week before' }).waitFor();
    await page.goBack();
    await page.goBack();
    await until('the latest day is told again', async () => (await page.title()) === latest);
    expect(await changes(page).count()).toBeGreaterThan(0);
  });

  it('says in words that nothing happened', async () => {
    await sql(`UPDATE project_snapshots SET publishable = false WHERE snapshot_date < $1`, [day(30)]);
    const { page } = await reading(`?date=${day(40)}`);
    expect(await page.locator('.digest-summary').innerText()).toMatch(/^A quiet time/);
    await screenshot(page, 'digest-02-quiet');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });

  it('speaks Russian, dark and on a phone', async () => {
    const { page } = await reading('', { locale: 'ru-RU', colorScheme: 'dark', width: 320, height: 700 });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Сводка за /);
    await page.getByRole('region', { name: 'Что изменилось' }).getByText('Здоровье снизилось').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'digest-03-russian-phone', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });

  it('is gone through by the keyboard', async () => {
    const { page } = await reading();
    await page.locator('#skip').focus();
    expect(await focused(page)).toBe('Skip to the digest');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL('**/digest?period=week**');
  });

  it('works behind a prefix, and is linked from the projects', async () => {
    const { page } = await reading('', {}, '/v1');
    expect(await changes(page).count()).toBeGreaterThan(0);
    await page.goto(`${server.url}/`);
    await page.getByRole('link', { name: 'Digest' }).click();
    await page.locator('.digest-summary').waitFor();
  });
});
