import type { Browser, Page, Request } from 'playwright-core';
import { HANG_LIMIT_MS } from '../hang-limit.js';

export interface PageOptions {
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** The browser's first language. */
  locale?: string;
  /** Where the page's clock stands still; its timers go on. By default the clock goes. */
  now?: Date;
}

/** A page in a browser profile of its own, with everything that it complains about taken down. */
export interface WatchedPage {
  page: Page;
  /** Requests so far, without those for pages, scripts, styles and images. */
  requests: Request[];
  /** Errors in the console, exceptions and violations of the CSP since this was last asked. */
  takeProblems(): string[];
  close(): Promise<void>;
}

export async function openPage(browser: Browser, options: PageOptions = {}): Promise<WatchedPage> {
  const { colorScheme = 'light', width = 1280, height = 900, locale = 'en-GB', now } = options;
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, locale });
  context.setDefaultTimeout(HANG_LIMIT_MS);
  if (now) await context.clock.setFixedTime(now);
  let problems: string[] = [];
  await context.exposeBinding('kagViolation', (_source, text: string) => problems.push(`CSP: ${text}`));
  // As text: this code is the browser's, and the tests' types have no document.
  await context.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
    window.kagViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));`);
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (['fetch', 'xhr', 'eventsource'].includes(request.resourceType())) requests.push(request);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  return {
    page,
    requests,
    takeProblems() {
      const taken = problems;
      problems = [];
      return taken;
    },
    close: () => context.close(),
  };
}
