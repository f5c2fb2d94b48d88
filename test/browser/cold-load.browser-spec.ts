import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../support/browser/chromium.js';
import { Visits } from '../support/browser/visits.js';
import { conclude } from '../support/concluded-projects.js';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';
import { newcomer, project } from '../support/people.js';
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
  id = await project(person.client, 'Acme Bicycles');
  await conclude(server.db.database, [id, await project(person.client, 'Cedar Kitchens')], new Date());
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

/** Opens a page in a browser that has nothing of it yet, over 3G. */
async function coldly(path: string, until: string) {
  const context = await browser.newContext({ storageState: signedIn, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(HANG_LIMIT_MS);
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
  await page.locator(until).first().waitFor();
  const usable = await page.evaluate<number>('performance.now()');
  const painted = await page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
  await context.close();
  const bytes = ends.reduce((sum, end) => sum + end.bytes, 0);
  const before = ends.filter(({ at }) => (at - begun) * 1000 < painted).length;
  process.stdout.write(
    `${path} over 3G: ${ends.length} requests, ${(bytes / 1024).toFixed(0)} KB, ` +
      `painted after ${before} of them and ${(painted / 1000).toFixed(1)} s, usable after ${(usable / 1000).toFixed(1)} s\n`,
  );
  return { requests: ends.length, bytes, before };
}

describe('a page that the browser has nothing of', () => {
  it.each([
    ['/', 'tr.project'],
    ['/inbox', '.recommendation, .list-empty, h1'],
    ['/projects/{id}', '.project h1, h1'],
    ['/search', '#find, input[type=search]'],
    ['/digest', 'h1'],
    ['/ops?project={id}', '#verdict'],
  ])('is small, and shows something before most of it is there: %s', async (path, until) => {
    const { requests, bytes, before } = await coldly(path.replace('{id}', id), until);
    expect(bytes / 1024).toBeLessThanOrEqual(MAX_KB);
    expect(requests).toBeLessThanOrEqual(MAX_REQUESTS);
    expect(before).toBeLessThan(MAX_REQUESTS_BEFORE_PAINT);
  });
});
