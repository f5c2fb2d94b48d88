import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { focused, logIn, tooWide, Visits } from '../support/browser/visits.js';
import type { PageOptions, WatchedPage } from '../support/browser/watched-page.js';
import { addedBy, newcomer, project, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

const PROJECT = 'Acme & "Söhne" <b>';

let server: TestApp;
let jobs: TestJobs;
let browser: Browser;
let visits: Visits;
let person: Person;
let projectId: string;
let otherId: string;
let failedId: string;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' }, modules: [TestJobsModule] });
  jobs = server.app.get(TestJobs);
  visits = new Visits(browser, server.url);
  person = await newcomer(server);
  projectId = await project(person.client, PROJECT);
  otherId = await project(person.client, 'Cedar Kitchens');
  failedId = await addPastRuns();
});
beforeEach(() => jobs.hold());
afterEach(async () => {
  await visits.close();
  jobs.release();
  await until('no run is under way', async () => {
    const open = `SELECT FROM job_runs WHERE status IN ('queued', 'running')`;
    return (await server.db.database.query(open)).length === 0;
  });
});
afterAll(async () => {
  jobs.release();
  await browser.close();
  await server.close();
});

/** Runs of the last hours; returns the id of the one that failed. */
async function addPastRuns(): Promise<string> {
  await server.db.database.run(
    `INSERT INTO job_runs (project_id, job_type, trigger, status, result, attempt, created_at, started_at, finished_at)
     SELECT $1, 'embeddings_run', 'schedule', 'succeeded', '{"embedded": 12}', 1, at, at, at + interval '4 seconds'
     FROM generate_series(now() - interval '30 hours', now() - interval '1 hour', interval '30 minutes') AS at`,
    [projectId],
  );
  const [failed] = await server.db.database.query<{ id: string }>(
    `INSERT INTO job_runs (project_id, job_type, trigger, triggered_by, status, payload, error, worker_id, attempt, created_at,
       started_at, finished_at)
     VALUES ($1, 'linear_sync', 'request', 'ann', 'failed', '{"limit": 7}', $2, 'worker-0:1:3f9a0c11', 2,
       now() - interval '40 minutes', now() - interval '40 minutes', now() - interval '38 minutes') RETURNING id`,
    [
      projectId,
      JSON.stringify({ code: 'vendor_failed', message: 'linear issues answered 502', details: { status: 502 } }),
    ],
  );
  await server.db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, dedupe_key)
     SELECT $1, type, now() - ago * interval '1 minute', 'system', 'system', note || jsonb_build_object('process', 'linear_sync', 'run_id', $2::text), 'run ' || type || ago
     FROM (VALUES ('process_started', 40, '{}'::jsonb), ('process_started', 39, '{}'),
       ('process_warning', 38, '{"warning": "3 issues could not be read", "details": {"left": 3}}'),
       ('process_failed', 38, '{"duration_ms": 61000, "error": {"code": "vendor_failed", "message": "linear issues answered 502"}}'))
       AS log (type, ago, note)`,
    [projectId, failed?.id],
  );
  return failed?.id ?? '';
}

const at = (path: string) => `${path}?project=${projectId}`;
const rows = (page: Page) => page.locator('.run-item');
const start = async (job: string) =>
  (await person.client.post(`/test-jobs/${job}?project_id=${projectId}`).set('prefer', 'respond-async')).body
    .job_run_id as string;

async function history(search = '', options: PageOptions = {}, who = person.username): Promise<WatchedPage> {
  const watched = await visits.signedIn(`${at('/ops/runs')}${search}`, who, options);
  await watched.page.locator('#runs :is(.run-item, .empty)').first().waitFor();
  return watched;
}

async function runPage(id: string, options: PageOptions = {}): Promise<WatchedPage> {
  const watched = await visits.signedIn(at(`/ops/runs/${id}`), person.username, options);
  await watched.page.locator('#run h1').waitFor();
  return watched;
}

describe('the history of runs at /ops/runs', () => {
  it('is read after a login, filtered, and goes back as far as one wants', async () => {
    const watched = await visits.at(at('/ops/runs'));
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to see how the server is doing' }).waitFor();
    await logIn(page, person.username);
    await rows(page).first().waitFor();
    expect(await page.title()).toBe(`Runs, ${PROJECT} · KAG server`);
    expect(await rows(page).count()).toBe(50);
    await screenshot(page, 'runs-01-history');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByRole('button', { name: 'Show older runs' }).click();
    await until('older ones are there', async () => (await rows(page).count()) > 50);
    await page.getByRole('combobox', { name: 'State' }).selectOption('failed');
    await page.waitForURL('**state=failed**');
    await until('only what failed is there', async () => (await rows(page).count()) === 1);
    expect(await rows(page).innerText()).toMatch(/Sync of Linear[\s\S]*failed[\s\S]*linear issues answered 502/);
    expect(await rows(page).innerText()).toMatch(/by ann · 40 minutes ago/);
    await page.getByRole('combobox', { name: 'Job' }).selectOption('embeddings_run');
    await page.getByText('No run matches.').waitFor();
    await screenshot(page, 'runs-02-none');
    await page.getByRole('button', { name: 'Show all runs' }).click();
    await until('all are there again', async () => (await rows(page).count()) === 50);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('hears of a run that somebody starts, watches it, and ends it', async () => {
    const watched = await history();
    const { page } = watched;
    await start('gate');
    const gate = rows(page).filter({ hasText: 'gate' }).first();
    await gate.getByText('Is running: 1 of 2 steps').waitFor();
    await gate.getByRole('progressbar').waitFor();
    await screenshot(page, 'runs-03-under-way');
    await gate.getByRole('button', { name: 'Cancel gate' }).click();
    await gate.getByText('cancelled', { exact: true }).waitFor();
    await gate.getByRole('button', { name: 'Retry gate' }).waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('shows the runs of all projects, each with its name', async () => {
    jobs.release();
    await person.client.post(`/test-jobs/gate?project_id=${otherId}`);
    const { page } = await history();
    expect(await page.getByText('Cedar Kitchens ·').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Project' }).last().selectOption('true');
    await page.waitForURL('**all=true**');
    const theirs = rows(page).filter({ hasText: 'Cedar Kitchens' }).first();
    await theirs.getByText('Cedar Kitchens · by').waitFor();
    expect(await rows(page).filter({ hasText: PROJECT }).count()).toBeGreaterThan(0);
    await screenshot(page, 'runs-04-all-projects');
    await theirs.getByRole('link').click();
    await page.waitForURL(`**/ops/runs/*?project=${otherId}`);
    await page.locator('#run').getByRole('heading', { level: 1, name: 'gate' }).waitFor();
  });

  it('lets a viewer look, and offers no button that would be refused', async () => {
    const viewer = await addedBy(server, person.client, 'viewer');
    const watched = await history('', {}, viewer.username);
    expect(await watched.page.locator('.run-item button').count()).toBe(0);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('speaks Russian, dark and on a narrow phone', async () => {
    const { page } = await history('&state=failed', { locale: 'ru-RU', colorScheme: 'dark', width: 320, height: 700 });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Запуски');
    await rows(page).filter({ hasText: 'Синхронизация Linear' }).waitFor();
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'runs-05-russian-phone', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });
});

describe('a run at /ops/runs/{id}', () => {
  it('says what it was to do, who wanted it, how it went, and what cures its failure', async () => {
    const watched = await runPage(failedId);
    const { page } = watched;
    expect(await page.title()).toMatch(/^Sync of Linear, \d+ \w+ \d{4}, \d\d:\d\d · KAG server$/);
    const text = await page.locator('#run').innerText();
    expect(text).toMatch(/It failed:\s+linear issues answered 502/);
    expect(text).toMatch(/What to do:\s+The vendor answered with an error/);
    expect(text).toMatch(/Begun by\s+ann/);
    expect(text).toMatch(/Attempts\s+2/);
    expect(text).toContain('"limit": 7');
    expect(await page.locator('.run-log li').allInnerTexts()).toEqual([
      expect.stringContaining('An attempt began'),
      expect.stringContaining('An attempt began'),
      expect.stringContaining('3 issues could not be read'),
      expect.stringContaining('Failed after 1 min'),
    ]);
    await screenshot(page, 'runs-06-failed', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByRole('button', { name: 'Retry Sync of Linear' }).click();
    const again = page.locator('.outcome').getByRole('link', { name: 'Sync of Linear' });
    await page.locator('.outcome').getByText('linear credentials serve').waitFor();
    await again.click();
    await page.waitForURL((url) => !url.pathname.endsWith(failedId));
    await page.locator('#run h1').waitFor();
    expect(await page.locator('#run').innerText()).toMatch(/connector_not_configured[\s\S]*Set up where the project/);
    expect(await page.locator('#run').innerText()).toContain('"limit": 7');
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is followed while it goes on, with its parts, and shows its result once it has ended', async () => {
    const id = await start('parent');
    const watched = await runPage(id);
    const { page } = watched;
    await page.getByText('The result comes with its end.').waitFor();
    await page.locator('.run-list').getByRole('link', { name: 'gate' }).waitFor();
    jobs.release();
    await page.getByLabel('Result').getByText('"child": true').waitFor();
    await page.getByText('something is odd').waitFor();
    await screenshot(page, 'runs-07-parts', { fullPage: true });
    await page.locator('.run-list').getByRole('link', { name: 'gate' }).click();
    await page.getByRole('link', { name: 'the whole run' }).waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('that the project has not says so, and leads to those it has', async () => {
    const { page } = await runPage('00000000-0000-4000-8000-000000000000');
    await page.getByRole('heading', { name: 'No such run' }).waitFor();
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.getByRole('link', { name: 'All runs of the project' }).click();
    await rows(page).first().waitFor();
  });

  it('is gone through by the keyboard, in Russian, in the dark', async () => {
    const { page } = await runPage(failedId, { locale: 'ru-RU', colorScheme: 'dark', width: 320, height: 700 });
    await page.locator('#skip').focus();
    expect(await focused(page)).toBe('Сразу к содержанию');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Все запуски проекта');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Повторить/);
    await page.keyboard.press('Enter');
    await page.locator('.outcome').getByText('linear credentials serve').waitFor();
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'runs-08-russian-phone', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });

  it('keeps what is known in sight while the server is away', async () => {
    const { page } = await runPage(failedId);
    await page.route(/\/jobs\/runs\//, (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText(/^Shown as of .*; since then: The server does not answer/).waitFor();
    expect(await page.locator('.run-log li').count()).toBe(4);
    await page.unroute(/\/jobs\/runs\//);
    await page.locator('.notice').getByRole('button', { name: 'Try again' }).click();
    await page.locator('.notice').waitFor({ state: 'detached' });
  });
});
