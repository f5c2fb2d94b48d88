import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { listening } from '../support/browser/changes.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { openPage, type PageOptions, type WatchedPage } from '../support/browser/watched-page.js';
import { decideAgency, UNHEARD, type DecidedAgency } from '../support/decided-agency.js';
import { colleague, PASSWORD } from '../support/people.js';
import { ADMIN } from '../support/test-app.js';
import { until } from '../support/until.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

let sandbox: Sandbox;
let agency: DecidedAgency;
let browser: Browser;
/** The client whose sixty days are looked at: stuck work, and something to do about it. */
let client: { id: string; name: string };
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  sandbox = await startSandbox({ agency: STORY_DAYS });
  agency = await decideAgency(sandbox, new Date(), {
    stories: ['blocked-en'],
    // As on a server whose operator has said nothing of it.
    env: { EMBEDDING_PROVIDER: undefined },
  });
  const [name = '', id = ''] = [...agency.projects][0] ?? [];
  client = { id, name };
  await addPastErrors();
  await addOpenError();
  await agency.admin.post(`/jobs/scheduler/tick?project_id=${id}`);
});
afterEach(async () => {
  sandbox.faults.clear();
  for (const watched of open.splice(0)) await watched.close();
});
afterAll(async () => {
  await browser.close();
  await agency.server.close();
  await sandbox.close();
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

/** An error that is tried again, of a project that nothing else is known of. */
async function addOpenError(): Promise<void> {
  await agency.server.db.database.run(
    `INSERT INTO connector_errors (project_id, connector, operation, error_kind, error_message, status, attempt, dedupe_key, next_retry_at)
     VALUES ($1, 'chatwoot', 'record', 'vendor_error', $2, 'retrying', 3, 'x', now() + interval '50 minutes')`,
    [agency.projects.get(UNHEARD), `chatwoot GET ${'conversations/'.repeat(20)} answered 502`],
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
  await loaded(page);
}

/** Once each panel shows what it is about. */
async function loaded(page: Page): Promise<void> {
  await page.locator('#recommendations :is(.card, .empty)').first().waitFor();
  await until('nothing is loading', async () => (await page.locator('.loading').count()) === 0);
}

async function signedIn(options: PageOptions = {}, who = ADMIN): Promise<WatchedPage> {
  const watched = await ops(options);
  await logIn(watched.page, who);
  await choose(watched.page);
  return watched;
}

const sent = ({ requests }: WatchedPage, method: string, path: string) =>
  requests.filter((one) => one.method() === method && new URL(one.url()).pathname === path);
const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
/** What makes the page wider than the window, but for tables, which scroll by themselves. */
const tooWide = (page: Page) =>
  page.evaluate<string[]>(`document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth && !one.closest('.table-scroll'))
      .map((one) => one.outerHTML.slice(0, 200))`);

describe('an operator at /ops', () => {
  it('logs in, chooses a project, and sees how everything does', async () => {
    const watched = await ops();
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to see how the server is doing' }).waitFor();
    await screenshot(page, 'ops-01-logged-out');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await logIn(page);
    await choose(page);
    await screenshot(page, 'ops-02-page', { fullPage: true });
    expect(await page.locator('.verdict-headline').innerText()).toBe('Something needs attention');
    expect(await page.locator('.cause h3').innerText()).toMatch(/^Begin here: The embeddings provider has no key/);
    expect(await panel(page, 'Connectors').getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/^Connector\s+State/),
      ...['Attio', 'Chatwoot', 'Linear'].map(() => expect.stringMatching(/^(Attio|Chatwoot|Linear)\s+OK\s/)),
      expect.stringMatching(/^GitHub\s+not synced yet/),
    ]);
    expect(await panel(page, 'Embeddings backlog').innerText()).toMatch(/\d+ of \d+ chunks can be found by meaning/);
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is told of runs that others start, and asks for nothing while nothing happens', async () => {
    // While runs are under way, how far they have come is looked for.
    await until('no run is under way', async () => {
      const open = `SELECT FROM job_runs WHERE status IN ('queued', 'running')`;
      return (await agency.server.db.database.query(open)).length === 0;
    });
    const watched = await ops();
    const { page } = watched;
    // Nothing is fetched for the time alone.
    await page.clock.install();
    await logIn(page);
    await choose(page);
    const { change } = await listening(page);
    const before = watched.requests.length;
    await page.clock.runFor(60_000);
    expect(watched.requests.slice(before).map((one) => one.url())).toEqual([]);
    const run = await agency.admin.post(`/kag/refresh?project_id=${client.id}`);
    expect([run.status, run.body.job_run_id]).toEqual([200, expect.any(String)]);
    const read = sent(watched, 'GET', '/jobs/scheduler').length;
    expect(await change).toMatchObject({ project_id: client.id });
    await page.clock.runFor(2_000);
    await until('the jobs were read again', () => sent(watched, 'GET', '/jobs/scheduler').length > read);
  });

  it('sees charts, reads their figures as tables, and opens the words behind a recommendation', async () => {
    const { page } = await signedIn();
    const scores = panel(page, 'Scores');
    expect(await scores.locator('svg .ct-line').count()).toBe(4);
    expect(await scores.locator('.ct-label.ct-vertical').allInnerTexts()).toEqual(
      expect.arrayContaining(['0', '50', '100']),
    );
    expect(await scores.locator('.chart-place').getAttribute('aria-label')).toMatch(
      /^Scores at the end of each UTC day/,
    );
    await scores.getByText('As a table').click();
    const table = scores.getByRole('table');
    expect(await table.getByRole('row').first().innerText()).toMatch(/Day \(UTC\)\s+Project health\s+Risk/);
    // The header, and the sixty days.
    expect(await table.getByRole('row').count()).toBe(STORY_DAYS + 1);

    const { body } = await agency.admin.get(`/kag/v2/forecast?project_id=${client.id}`);
    const forecasts = panel(page, 'Forecasts');
    const forecasted = body.forecasts.filter((one: { status: string }) => one.status === 'ok');
    expect(forecasted.length).toBeGreaterThan(0);
    expect(await forecasts.locator('svg .ct-bar').count()).toBe(forecasted.length * 3);
    for (const { words } of body.forecasts) expect(await forecasts.getByText(words).count()).toBeGreaterThan(0);
    await forecasts.getByText('As a table').click();
    const names = { delivery_risk: 'Delivery', finance_risk: 'Finance', client_risk: 'Client', scope_risk: 'Scope' };
    const name = names[forecasted[0].risk_type as keyof typeof names];
    expect(
      await forecasts
        .getByRole('row', { name: new RegExp(`^${name} \\d+%`) })
        .first()
        .innerText(),
    ).toBe(
      [
        name,
        ...[forecasted[0].p7, forecasted[0].p14, forecasted[0].p30].map((p: number) => `${Math.round(p * 100)}%`),
      ].join('\t'),
    );
    expect(await panel(page, 'Connectors').locator('svg .ct-bar').count()).toBeGreaterThan(10);

    const recommendations = panel(page, 'Open recommendations');
    await recommendations
      .getByText(/^\d+ pieces of evidence/)
      .first()
      .click();
    await recommendations.locator('blockquote').first().waitFor();
    expect(await recommendations.locator('blockquote').first().innerText()).toMatch(/\w{3,}/);
    expect(await recommendations.getByRole('link', { name: 'At the source' }).first().getAttribute('href')).toMatch(
      /^http/,
    );
    await screenshot(page, 'ops-03-tables-and-evidence', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });

  it('syncs, watches how far it is, and keeps the focus while the page refreshes', async () => {
    const watched = await signedIn();
    const { page } = watched;
    sandbox.faults.add({ kind: 'latency', delayMs: 200 });
    const button = page.getByRole('button', { name: 'Sync all' });
    await button.focus();
    await page.keyboard.press('Enter');
    const outcome = panel(page, 'Connectors').locator('.outcome');
    await outcome.getByText(/^is running: \d of 4 connectors$/).waitFor();
    await panel(page, 'Jobs').getByRole('progressbar').first().waitFor();
    await screenshot(page, 'ops-04-sync-runs');
    sandbox.faults.clear();
    await outcome
      .locator(':scope > .run-row')
      .getByText(/^succeeded after [\d.,]+ s$/)
      .waitFor();
    expect(await page.locator('.bar-news').innerText()).toMatch(/^Sync of all connectors succeeded after/);
    // Everything was fetched anew meanwhile, more than once.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Sync all');
    const [started] = sent(watched, 'POST', '/connectors/sync');
    expect(new URL(started?.url() ?? '').searchParams.get('project_id')).toBe(client.id);
    expect(started?.headers()).toMatchObject({ prefer: 'respond-async', 'x-csrf-token': expect.any(String) });
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is led from the first cause to its cure, enters the secret, and sees all well again', async () => {
    sandbox.faults.add({ vendor: 'linear', kind: 'status', status: 401 });
    await agency.admin.post(`/connectors/linear/sync?project_id=${client.id}`).set('prefer', 'wait=30');
    sandbox.faults.clear();
    const watched = await signedIn();
    const { page } = watched;
    const cause = page.locator('.cause');
    await cause.getByText('Begin here: A vendor refuses the token').waitFor();
    await screenshot(page, 'ops-05-fault', { fullPage: true, picture: 'operations' });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await tooWide(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });

    const [put, sync] = [cause.locator('.steps > li').first(), cause.locator('.steps > li').last()];
    expect(await put.locator('.step-request').innerText()).toBe(`PUT /projects/${client.id}/sources/linear`);
    await put.locator('input[type=password]').fill('lin_api_new');
    await put.getByRole('button', { name: 'Send' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`Project: ${client.name}`).waitFor();
    await screenshot(page, 'ops-06-asks-first');
    expect(await accessibilityFaults(page, ['dialog'])).toEqual([]);
    await page.keyboard.press('Escape');
    expect(sent(watched, 'PUT', `/projects/${client.id}/sources/linear`)).toEqual([]);
    await put.getByRole('button', { name: 'Send' }).click();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await put.getByText('Done.').waitFor();
    const [request] = sent(watched, 'PUT', `/projects/${client.id}/sources/linear`);
    expect(request?.postDataJSON()).toMatchObject({ credentials: { api_token: 'lin_api_new' } });

    await sync.getByRole('button', { name: 'Send' }).click();
    await cause.getByText('Begin here: The embeddings provider has no key').waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });

  it('pauses a job after a question, resumes it, and runs another at once', async () => {
    const watched = await signedIn();
    const { page } = watched;
    const row = page.getByRole('row', { name: /^Signals and scores/ });
    await row.getByRole('button', { name: 'Pause Signals and scores' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send PATCH /jobs/scheduler/kag_signals_refresh?' });
    await dialog.getByText(/A paused job does not run by itself/).waitFor();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await row.getByText('paused', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Resume Signals and scores' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await row.getByRole('button', { name: 'Pause Signals and scores' }).waitFor();
    await row.getByRole('button', { name: 'Run now Signals and scores' }).click();
    await row
      .locator('.outcome')
      .getByText(/^succeeded after/)
      .waitFor();
    await panel(page, 'Jobs').scrollIntoViewIfNeeded();
    await screenshot(page, 'ops-07-jobs');
    expect(watched.takeProblems()).toEqual([]);
  });

  it('gets along with the keyboard alone', async () => {
    const { page } = await ops();
    await page.locator('#login-username').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the verdict');
    await page.keyboard.press('Tab');
    await page.keyboard.type(ADMIN.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ADMIN.password);
    await page.keyboard.press('Enter');
    await page.locator('#bar-project').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('bar-project');
    await page.keyboard.type(client.name);
    await loaded(page);
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('verdict');
    const section = page.locator('.section > summary').last();
    await section.focus();
    await page.keyboard.press('Enter');
    await page.locator('.section').last().getByText('Connectors keep up').waitFor();
  });

  it('reads the page in Russian and in the dark, and finds it so again', async () => {
    const watched = await signedIn();
    const { page } = watched;
    const title = page.locator('.bar-title');
    await page.getByLabel('Language').selectOption('ru');
    await title.getByText('KAG server: эксплуатация').waitFor();
    await page.getByLabel('Цвета').selectOption('dark');
    await loaded(page);
    await page.getByText('Начните отсюда: У поставщика эмбеддингов нет ключа').waitFor();
    await screenshot(page, 'ops-08-russian-dark', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await page.locator('h2').allInnerTexts()).toEqual([
      'Вывод',
      'Проверки',
      'Коннекторы',
      'Задачи',
      'Очередь эмбеддингов',
      'Оценки',
      'Прогнозы',
      'Открытые рекомендации',
    ]);
    await page.reload();
    await loaded(page);
    expect(await title.innerText()).toBe('KAG server: эксплуатация');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(28, 32, 34)');
    // A project of which nothing is known yet says so, panel by panel.
    await choose(page, agency.projects.get(UNHEARD));
    await page.getByText('Делать нечего: открытых рекомендаций нет.').waitFor();
    await page.getByText('Текстов для поиска ещё нет. Их приносит синхронизация.').waitFor();
    await screenshot(page, 'ops-09-nothing-yet', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('finds it in the browser’s language, in the system’s colours, on a narrow screen, and under /v1', async () => {
    const watched = await ops({ locale: 'ru-RU', colorScheme: 'dark', width: 390, height: 800 }, '/v1/ops');
    const { page } = watched;
    await page.getByText('Войдите, чтобы увидеть состояние сервера').waitFor();
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(28, 32, 34)');
    await logIn(page);
    await choose(page);
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'ops-10-narrow', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(sent(watched, 'GET', '/v1/ops/diagnosis').length).toBeGreaterThan(0);
    await choose(page, agency.projects.get(UNHEARD));
    await page.getByText('повторяется, 3 попытки').waitFor();
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'ops-13-narrow-faults', { fullPage: true });
    expect(watched.takeProblems()).toEqual([]);
  });

  it('who may only look is told so, and gets no buttons that would be refused', async () => {
    const viewer = await colleague(agency.server, 'viewer');
    const watched = await signedIn({}, { username: viewer.username, password: PASSWORD });
    const { page } = watched;
    await page.getByText('The diagnosis needs the role operator; yours is viewer.').waitFor();
    expect(await page.locator('#main button').count()).toBe(0);
    expect(sent(watched, 'GET', '/ops/diagnosis')).toEqual([]);
    await screenshot(page, 'ops-11-viewer', { fullPage: true });
    expect(watched.takeProblems()).toEqual([]);
  });

  it('keeps the last state in sight while the server can’t be reached, and is told when the session has ended', async () => {
    const operator = await colleague(agency.server, 'operator');
    const { page } = await signedIn({}, { username: operator.username, password: PASSWORD });
    await page.route(/\/connectors\/state/, (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh now' }).click();
    const connectors = panel(page, 'Connectors');
    await connectors.getByText(/^Shown as of .*; since then: The server does not answer/).waitFor();
    expect(await connectors.getByRole('row').count()).toBe(5);
    await page.getByText('Not everything could be loaded.').waitFor();
    await screenshot(page, 'ops-12-stale');
    await page.unroute(/\/connectors\/state/);
    await connectors.getByRole('button', { name: 'Try again' }).click();
    await connectors.getByRole('alert').waitFor({ state: 'detached' });
    await page.route(/\/auth\/me/, (route) => route.abort());
    await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
    await page
      .locator('.bar')
      .getByText(/^The server does not answer/)
      .waitFor();
    expect(await connectors.getByRole('row').count()).toBe(5);
    await page.unroute(/\/auth\/me/);
    await page.locator('.bar').getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Refresh now' }).waitFor();
    await agency.admin.patch(`/users/${operator.id}`, { password: `${PASSWORD}-new` });
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Your session has ended. Log in again to go on.').waitFor();
    await page.getByRole('heading', { name: 'Log in to see how the server is doing' }).waitFor();
  });
});
