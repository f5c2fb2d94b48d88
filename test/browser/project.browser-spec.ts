import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { listening } from '../support/browser/changes.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { focused, logIn, tooWide, Visits } from '../support/browser/visits.js';
import type { PageOptions, WatchedPage } from '../support/browser/watched-page.js';
import { addedBy, newcomer, PASSWORD, type Person } from '../support/people.js';
import { tellStory } from '../support/storied-project.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const NAMES = ['Acme Bicycles', 'Cedar & Co', 'Delta Logistics', 'Eastwind Travel'];

let server: TestApp;
let browser: Browser;
let visits: Visits;
let manager: Person & { scopeId: string };
let ids: string[];

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp();
  visits = new Visits(browser, server.url);
  manager = await newcomer(server);
  ids = [];
  for (const name of NAMES) ids.push(await made(name));
  await tellStory(server.db.database, ids, new Date());
});
afterEach(() => visits.close());
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function made(name: string): Promise<string> {
  const answer = await manager.client.post('/projects', { name });
  return answer.body.project.id as string;
}

const SECTIONS = ['advice', 'risks', 'lines', 'timeline', 'work', 'similar', 'people', 'sources'];

/** Once every part is there, or says why not. */
const whole = async (page: Page) => {
  await page.locator('.project-head').waitFor();
  await until('all parts are there', async () => (await page.locator('.project .loading').count()) === 0);
};

async function project(nth = 0, options: PageOptions = {}, search = '', prefix = ''): Promise<WatchedPage> {
  const watched = await visits.signedIn(`${prefix}/projects/${ids[nth]}${search}`, manager.username, options);
  await whole(watched.page);
  return watched;
}

const section = (page: Page, id: string) => page.locator(`#${id}`);
const pathsOf = ({ requests }: WatchedPage) =>
  requests.map((request) => new URL(request.url()).pathname).filter((path) => !path.startsWith('/auth/'));

describe('a project at /projects/{id}', () => {
  it('comes into sight with one request, and is told part by part', async () => {
    const watched = await visits.at(`/projects/${ids[0]}`);
    const { page } = watched;
    await page.getByRole('heading', { name: 'Log in to see the project' }).waitFor();
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await logIn(page, manager.username);
    await whole(page);
    expect(pathsOf(watched)[0]).toBe(`/projects/${ids[0]}/overview`);
    expect(await page.title()).toBe('Acme Bicycles · KAG server');
    expect(await page.locator('h1').innerText()).toBe('Acme Bicycles');
    expect(await page.locator('.project-facts').innerText()).toMatch(/last activity .* ago/);
    expect(await page.locator('.score').count()).toBe(4);
    for (const id of SECTIONS) expect(await section(page, id).innerText()).not.toBe('');
    await screenshot(page, 'project-01-whole', { fullPage: true, picture: 'project' });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('says what to do, what may go wrong and why, and what is usual', async () => {
    const { page } = await project();
    const advice = section(page, 'advice').getByRole('listitem').first();
    expect(await advice.innerText()).toMatch(/due (today|\d+ \w+)/);
    expect(await advice.getByRole('link').getAttribute('href')).toMatch(
      new RegExp(`/inbox\\?project=${ids[0]}&open=[0-9a-f-]{36}$`),
    );
    const risks = await section(page, 'risks').innerText();
    expect(risks).toMatch(/\d+% in 14 days/);
    expect(risks).toMatch(/Assumed as usual until your projects tell more: \d+%/);
    expect(risks).toMatch(/Raises it\s+\+[\d.]+ pp/);
  });

  it('says so where there is too little history for a forecast', async () => {
    await server.db.database.query(
      `UPDATE kag_risk_forecasts SET status = 'not_enough_history', p7 = NULL, p14 = NULL, p30 = NULL
       WHERE project_id = $1 AND risk_type = 'scope_risk'`,
      [ids[1]],
    );
    const { page } = await project(1);
    expect(await section(page, 'risks').innerText()).toContain('Not enough history for a forecast.');
  });

  it('sees what somebody else changes, without asking', async () => {
    const watched = await visits.at(`/projects/${ids[3]}`);
    const { page } = watched;
    // Nothing is fetched for the time alone.
    await page.clock.install();
    await logIn(page, manager.username);
    await whole(page);
    const { change } = await listening(page, { project_id: ids[3]!, state: 'project.change' });
    // What happened shortly before it came is told too: it has fetched what that asks for by then.
    await page.clock.runFor(25_000);
    await whole(page);
    const before = pathsOf(watched).length;
    // Longer than between two looks of a page that is told nothing.
    await page.clock.runFor(40_000);
    expect(pathsOf(watched).slice(before)).toEqual([]);
    await manager.client.patch(`/projects/${ids[3]}`, { name: 'Eastwind Voyages' });
    await change;
    await page.clock.runFor(2_000);
    await page.getByRole('heading', { name: 'Eastwind Voyages' }).waitFor();
    await manager.client.patch(`/projects/${ids[3]}`, { name: NAMES[3] });
  });

  it('has lines with a value under the arrow keys and under the pointer, and thresholds', async () => {
    const { page } = await project();
    const line = page.getByRole('slider', { name: 'Age of blockers' });
    const figure = page.locator('figure').filter({ has: line });
    expect(await figure.innerText()).toContain('critical: 5 working days');
    const last = await line.getAttribute('aria-valuetext');
    await line.focus();
    await page.keyboard.press('Home');
    const first = await line.getAttribute('aria-valuetext');
    expect(first).not.toBe(last);
    expect(first).toMatch(/^[\d.]+ working days? on \d+ \w+/);
    await page.keyboard.press('ArrowRight');
    expect(await line.getAttribute('aria-valuetext')).not.toBe(first);
    await line.hover({ position: { x: 5, y: 5 } });
    expect(await figure.locator('.line-cursor').count()).toBe(1);
    await screenshot(page, 'project-02-line-under-pointer');
    const health = page.locator('.charts-scores li').first();
    expect(await health.innerText()).toMatch(/What changed it from \d+ \w+ to \d+ \w+:\s+\S/);
    await page.locator('summary').click();
    expect(await page.locator('.days-table tbody tr').count()).toBe(90);
  });

  it('shows other days, and finds them so again by its address', async () => {
    const { page } = await project();
    await page.getByLabel('Period').selectOption('30');
    await until('there are 30 days', async () => (await page.locator('.days-table tbody tr').count()) === 30);
    await page.getByRole('combobox', { name: 'Show' }).selectOption('work');
    await until('only work is shown', async () => (await page.locator('.happening').count()) === 2);
    expect(new URL(page.url()).search).toBe('?days=30&show=work');
    await page.reload();
    await whole(page);
    expect(await page.getByLabel('Period').inputValue()).toBe('30');
    expect(await page.locator('.happening').count()).toBe(2);
    await page.getByRole('combobox', { name: 'Show' }).selectOption('agreed');
    await until('only agreements are shown', async () => (await page.locator('.happening').count()) === 1);
  });

  it('tells what happened by days, with the words and a way to the source, and older things on demand', async () => {
    const { page } = await project();
    const timeline = section(page, 'timeline');
    const first = page.locator('.happening').first();
    expect(await first.innerText()).toContain('When will the checkout be ready?');
    expect(await first.innerText()).toContain('Noor Haddad, client');
    expect(await first.getByRole('link', { name: 'Open in Chatwoot' }).getAttribute('href')).toMatch(/messageId=9000$/);
    expect(await timeline.innerText()).toContain('WEB-15 · Import of old customers');
    expect(await timeline.innerText()).toContain('Offer → In progress');
    // The message and what it asks for are one happening.
    expect(await timeline.getByText('Request beyond scope').count()).toBe(1);
    const before = await page.locator('.happening').count();
    await page.getByRole('button', { name: 'Show older events' }).click();
    await page.getByText('That is all that is known.').waitFor();
    expect(await page.locator('.happening').count()).toBeGreaterThan(before);
    expect(await timeline.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(5);
  });

  it('has what was heard wrongly taken back, says what it was instead, and brings it back, by keys alone', async () => {
    const watched = await project();
    const { page } = watched;
    const heard = page.getByRole('group', { name: 'Request beyond scope: is that right?' });
    const happening = page.locator('.happening:has(.judged)');
    const verdict = (name: string) => heard.getByRole('button', { name: `${name}: Request beyond scope` });
    const isPressed = (name: string) => verdict(name).getAttribute('aria-pressed');
    expect([await isPressed('Right'), await isPressed('Wrong')]).toEqual(['false', 'false']);
    await happening.scrollIntoViewIfNeeded();
    await screenshot(page, 'project-09-heard');
    await verdict('Right').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('it is taken back', async () => (await isPressed('Wrong')) === 'true');
    await heard.getByText(`Taken back by ${manager.username}`).waitFor();
    expect(await happening.locator('.happening-name').innerText()).toBe('Message');
    // The person is where they were.
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Wrong: Request beyond scope',
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
    await heard.getByRole('combobox').selectOption({ label: 'Client has a new need' });
    await until(
      'it is what it was instead',
      async () => (await happening.locator('.happening-name').innerText()) === 'Client has a new need',
    );
    expect(await happening.innerText()).toContain('Client has a new need: said by a person');
    await screenshot(page, 'project-10-taken-back');
    expect(await accessibilityFaults(page, ['.happenings'])).toEqual([]);
    await page.getByLabel('Language').selectOption('ru');
    await page.getByText('Отменено').waitFor();
    await page.getByLabel('Цвета').selectOption('dark');
    await happening.scrollIntoViewIfNeeded();
    await screenshot(page, 'project-11-taken-back-russian-dark');
    expect(await accessibilityFaults(page, ['.happenings'])).toEqual([]);
    await page.getByLabel('Язык').selectOption('en');
    await verdict('Right').click();
    await heard.getByText(`Confirmed by ${manager.username}.`).waitFor();
    expect(await happening.locator('.happening-name').innerText()).toBe('Request beyond scope');
    expect(await happening.innerText()).not.toContain('said by a person');
    expect(watched.takeProblems()).toEqual([]);
  });

  it('says where a verdict was not kept', async () => {
    const { page } = await project();
    await page.route('**/kag/events/*/feedback?**', (route) => route.abort());
    const heard = page.getByRole('group', { name: 'Request beyond scope: is that right?' });
    await heard.getByRole('button', { name: 'Wrong' }).click();
    await heard.getByRole('alert').getByText('That was not kept. The server does not answer').waitFor();
    expect(await heard.getByRole('button', { name: 'Wrong' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('shows those who may only look what was said, and no buttons', async () => {
    const viewer = await addedBy(server, manager.client, 'viewer');
    const { page } = await visits.signedIn(`/projects/${ids[0]}`, viewer.username);
    await whole(page);
    const heard = page.getByRole('group', { name: 'Request beyond scope: is that right?' });
    expect(await heard.innerText()).toBe(`Confirmed by ${manager.username}.`);
    expect(await heard.getByRole('button').count()).toBe(0);
  });

  it('knows similar cases and what followed, who speaks, the open work, and the sources', async () => {
    const { page } = await project();
    const cases = await section(page, 'similar').innerText();
    expect(cases).toMatch(/Finance: came true in 1 of 3 similar cases; \d+% is usual\./);
    expect(cases).toMatch(/Finance risk came true on \d+ \w+/);
    expect(await section(page, 'people').innerText()).toMatch(/Noor Haddad client\s+\d+ messages, last \d+ hours ago/);
    const work = await section(page, 'work').innerText();
    expect(work).toContain('3 open issues, 1 overdue, 1 blocked');
    expect(work).toContain('Web shop, second stage');
    expect(await section(page, 'sources').innerText()).toMatch(/Chatwoot up to date\s+read \d+ \w+ ago/);
  });

  it('gets along with the keyboard alone', async () => {
    const { page } = await visits.at(`/projects/${ids[0]}`);
    await page.locator('#login-username').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the project');
    await page.keyboard.press('Tab');
    await page.keyboard.type(manager.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await whole(page);
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('project');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Work through them');
    for (let n = 0; (await page.evaluate('document.activeElement.role')) !== 'slider'; n++) {
      expect(n).toBeLessThan(30);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.line-cursor').count()).toBe(1);
  });

  it('is there in Russian and in the dark', async () => {
    const watched = await project();
    const { page } = watched;
    await page.getByLabel('Language').selectOption('ru');
    await page.getByRole('heading', { name: 'Что делать дальше' }).waitFor();
    await page.getByLabel('Цвета').selectOption('dark');
    await until('titles are Russian', async () => /[а-яё]/i.test(await page.locator('.advice a').first().innerText()));
    await whole(page);
    await section(page, 'similar').getByText('В обоих потрачена большая часть бюджета').first().waitFor();
    await screenshot(page, 'project-03-russian-dark', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(await section(page, 'work').innerText()).toContain('3 открытые задачи, просрочено 1, заблокировано 1');
    expect(watched.takeProblems()).toEqual([]);
  });

  it.each([320, 768])('fits a screen %d wide, in the browser’s language, and under /v1', async (width) => {
    const watched = await project(0, { locale: 'ru-RU', width, height: 800 }, '', '/v1');
    const { page } = watched;
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, `project-04-${width}`, { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('stays with its own project in each of two tabs', async () => {
    const { page } = await project(0);
    const other = await page.context().newPage();
    await other.goto(`${server.url}/projects/${ids[1]}`);
    await whole(other);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Everything is up to date.').waitFor();
    expect([await page.locator('h1').innerText(), await other.locator('h1').innerText()]).toEqual(NAMES.slice(0, 2));
    expect(await page.locator('#work').innerText()).toContain('WEB-12');
    expect(await other.locator('#work').innerText()).toContain('No open issues or deals.');
  });

  it('says in each part what is not there yet', async () => {
    const id = await made('Just begun');
    const watched = await visits.signedIn(`/projects/${id}`, manager.username);
    const { page } = watched;
    await whole(page);
    const text = await page.locator('.project').innerText();
    for (const empty of [
      'Nothing is known about this project yet.',
      'Nothing to do.',
      'No forecast yet.',
      'No days are kept of the project yet.',
      'Nothing happened yet.',
      'No open issues or deals.',
      'No similar case yet.',
      'Nobody has written in the last 90 days.',
      'No source has been read yet.',
    ]) {
      expect(text).toContain(empty);
    }
    await screenshot(page, 'project-05-nothing-known', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it.each(['00000000-0000-4000-8000-000000000000', 'none'])('says that there is no project %s', async (id) => {
    const { page } = await visits.signedIn(`/projects/${id}`, manager.username);
    await page.getByRole('heading', { name: 'No such project' }).waitFor();
    await screenshot(page, 'project-06-none');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });

  it('names the part that fails, and leaves the others in sight', async () => {
    const watched = await visits.at(`/projects/${ids[0]}`);
    const { page } = watched;
    await page.route('**/kag/similar-cases?**', (route) => route.abort());
    await logIn(page, manager.username);
    await whole(page);
    const fault = section(page, 'similar').getByRole('alert');
    expect(await fault.innerText()).toContain('The server does not answer');
    expect(await page.getByRole('alert').count()).toBe(1);
    await screenshot(page, 'project-07-part-fails', { fullPage: true });
    await page.unroute('**/kag/similar-cases?**');
    await fault.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.case').first().waitFor();
    expect(await fault.count()).toBe(0);
  });

  it('is told when the server is away, and goes on when it is back', async () => {
    const { page } = await project();
    await page.route(/\/(kag|projects|issues|people|deals)\b/, (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh now' }).click();
    const banner = page.getByRole('alert').filter({ hasText: 'The server does not answer' });
    await banner.getByText(/What you see is of \d\d:\d\d:\d\d/).waitFor();
    expect(await page.locator('.case').count()).toBe(3);
    await until('one alert says it', async () => (await page.getByRole('alert').count()) === 1);
    await screenshot(page, 'project-08-away');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await page.unroute(/\/(kag|projects|issues|people|deals)\b/);
    await banner.getByRole('button', { name: 'Try again' }).click();
    await banner.waitFor({ state: 'detached' });
  });

  it('logs in again where the session has ended, and is where they were', async () => {
    const { page } = await project(0, {}, '?days=30');
    await server.db.database.query('DELETE FROM sessions');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Your session has ended. Log in again to go on.').waitFor();
    expect(await page.locator('.project').count()).toBe(0);
    await logIn(page, manager.username);
    await whole(page);
    expect(await page.getByLabel('Period').inputValue()).toBe('30');
  });
});
