import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium.js';
import { Visits } from '../support/browser/visits.js';
import { conclude } from '../support/concluded-projects.js';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';
import { newcomer } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const MAX_KB = 150;
const MAX_REQUESTS = 15;
const MAX_REQUESTS_BEFORE_PAINT = 6;
/** 3G as WebPageTest has it: 1.6 Mbit/s down, 768 kbit/s up, 300 ms there and back. */
const THREE_G = { offline: false, latency: 300, downloadThroughput: 1_600_000 / 8, uploadThroughput: 768_000 / 8 };

let server: TestApp;
let browser: Browser;
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
let id: string;

beforeAll(async () => {
  browser = await launchChromium();
  server = await startTestApp();
  const person = await newcomer(server);
  const ids = await projects(person.scopeId, ['Acme Bicycles', 'Cedar Kitchens']);
  await conclude(server.db.database, ids, new Date());
  id = ids[0]!;
  const visits = new Visits(browser, server.url);
  const { page } = await visits.signedIn('/', person.username);
  await page.locator('tr.project').first().waitFor();
  signedIn = await page.context().storageState();
  await visits.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** By themselves, without the record of who made them: a page that hears of that change would read its parts again. */
async function projects(scopeId: string, names: readonly string[]): Promise<string[]> {
  const made = await server.db.database.query<{ id: string }>(
    'INSERT INTO projects (account_scope_id, name) SELECT $1, unnest($2::text[]) RETURNING id',
    [scopeId, names],
  );
  return made.map((one) => one.id);
}

/** Has the page note the moment, in ms since it was asked for, at which the selector first matches. */
const noteUsable = (selector: string) => `
  const look = () => {
    if (window.usableAt !== undefined || !document.querySelector(${JSON.stringify(selector)})) return;
    window.usableAt = performance.now();
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });`;

/**
 * Opens a page in a browser that has nothing of it yet, over 3G. What is told is what came until it could be used: its
 * further parts are fetched after that, however soon a busy machine looks.
 */
async function coldly(path: string, selector: string) {
  const context = await browser.newContext({ storageState: signedIn, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(HANG_LIMIT_MS);
  await context.addInitScript(noteUsable(selector));
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', THREE_G);
  const ends: { at: number; bytes: number }[] = [];
  network.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) =>
    ends.push({ at: timestamp, bytes: encodedDataLength }),
  );
  let begun = Infinity;
  network.on('Network.requestWillBeSent', ({ timestamp }) => (begun = Math.min(begun, timestamp)));
  await page.goto(`${server.url}${path}`, { waitUntil: 'commit' });
  await page.locator(selector).first().waitFor();
  const usable = await page.evaluate<number>('window.usableAt');
  const painted = await page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
  await context.close();
  const cameBefore = (moment: number) => ends.filter(({ at }) => (at - begun) * 1000 < moment);
  const whole = cameBefore(usable);
  const bytes = whole.reduce((sum, end) => sum + end.bytes, 0);
  const before = cameBefore(painted).length;
  process.stdout.write(
    `${path} over 3G: ${whole.length} requests, ${(bytes / 1024).toFixed(0)} KB, ` +
      `painted after ${before} of them and ${(painted / 1000).toFixed(1)} s, usable after ${(usable / 1000).toFixed(1)} s\n`,
  );
  return { requests: whole.length, bytes, before };
}

describe('a page that the browser has nothing of', () => {
  it.each([
    ['/', 'tr.project'],
    ['/inbox', '.recommendation, .list-empty, h1'],
    ['/projects/{id}', '.project h1, h1'],
    ['/search', '#find, input[type=search]'],
    ['/digest', 'h1'],
    ['/ops?project={id}', '#verdict'],
  ])('is small, and shows something before most of it is there: %s', async (path, selector) => {
    const { requests, bytes, before } = await coldly(path.replace('{id}', id), selector);
    expect(bytes / 1024).toBeLessThanOrEqual(MAX_KB);
    expect(requests).toBeLessThanOrEqual(MAX_REQUESTS);
    expect(before).toBeLessThan(MAX_REQUESTS_BEFORE_PAINT);
  });
});
