import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { tooWide, Visits } from '../support/browser/visits.js';
import { newcomer, project, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;
let browser: Browser;
let visits: Visits;
let person: Person;
let projectId: string;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp();
  visits = new Visits(browser, server.url);
  person = await newcomer(server);
  projectId = await project(person.client, 'Acme Bicycles');
});
afterEach(() => visits.close());
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Events that a person has said of whether they are right. */
async function addJudged(type: string, language: string | null, count: number, right: number): Promise<void> {
  await server.db.database.run(
    `WITH heard AS (
       INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, dedupe_key)
       SELECT $1, $2::text, now(), 'client', 'chatwoot', '{}', concat_ws(':', $2::text, $3::text, n)
       FROM generate_series(1, $4::int) AS n RETURNING project_id, id)
     INSERT INTO kag_event_feedback (project_id, event_id, is_right, language, judged_by)
     SELECT project_id, id, row_number() OVER () <= $5::int, $3::text, 'ann' FROM heard`,
    [projectId, type, language, count, right],
  );
}

describe('how often detectors are right, at /ops/quality', () => {
  it('leads to the timeline while nothing has been said', async () => {
    const watched = await visits.signedIn('/ops/quality', person.username);
    const { page } = watched;
    await page.getByText('No event has been judged yet.').waitFor();
    expect(await page.getByRole('link', { name: 'To the project’s timeline' }).getAttribute('href')).toMatch(
      new RegExp(`/projects/${projectId}$`),
    );
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is told by event and language, with the bounds of each share', async () => {
    await addJudged('need_detected', 'en', 20, 16);
    await addJudged('need_detected', 'ru', 3, 1);
    await addJudged('approval_requested', 'en', 40, 38);
    const watched = await visits.signedIn('/ops/quality', person.username);
    const { page } = watched;
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });
    await row('Approval requested').waitFor();
    expect(await row('Approval requested').innerText()).toMatch(/40\s+38\s+95% \(\d+% to \d+%\)/);
    expect(await row('Client has a new need').innerText()).toMatch(/23\s+17\s+74% \(\d+% to \d+%\)/);
    expect(await row('in Russian').innerText()).toMatch(/3\s+1\s+after \d+ judged/);
    expect(await page.title()).toBe('Detectors, Acme Bicycles · KAG server');
    await screenshot(page, 'quality-01-judged', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('is told in Russian, in the dark, on a narrow phone', async () => {
    const { page } = await visits.signedIn('/ops/quality', person.username, {
      locale: 'ru-RU',
      colorScheme: 'dark',
      width: 320,
      height: 700,
    });
    await page.getByRole('row', { name: /^У клиента новая потребность / }).waitFor();
    expect(await tooWide(page)).toEqual([]);
    await screenshot(page, 'quality-02-russian-phone', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
  });
});
