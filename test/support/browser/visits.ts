import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../people.js';
import { openPage, type PageOptions, type WatchedPage } from './watched-page.js';

/** Opens pages of one server, and closes them after each test. */
export class Visits {
  private readonly open: WatchedPage[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly root: string,
  ) {}

  async at(path: string, options: PageOptions = {}): Promise<WatchedPage> {
    const watched = await openPage(this.browser, options);
    this.open.push(watched);
    await watched.page.goto(`${this.root}${path}`);
    return watched;
  }

  async signedIn(path: string, username: string, options: PageOptions = {}): Promise<WatchedPage> {
    const watched = await this.at(path, options);
    await logIn(watched.page, username);
    return watched;
  }

  async close(): Promise<void> {
    for (const watched of this.open.splice(0)) await watched.close();
  }
}

export async function logIn(page: Page, username: string): Promise<void> {
  await page.locator('#login-username').fill(username);
  await page.locator('#login-password').fill(PASSWORD);
  await page.locator('.bar-login button').click();
}

/** What reaches beyond the right edge of the screen, where the page is wider than that. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`document.documentElement.scrollWidth <= window.innerWidth ? [] :
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
      .map((one) => one.outerHTML.slice(0, 200))`);

/** The text of what has the focus, or its id. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.textContent || document.activeElement.id');
