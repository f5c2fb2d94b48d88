import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { acting } from '../support/acting.js';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { openPage, type PageOptions, type WatchedPage } from '../support/browser/watched-page.js';
import { Latch } from '../support/latch.js';
import { addedBy, PASSWORD } from '../support/people.js';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp(['linear', 'chatwoot'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });
const acts = acting(app);

let browser: Browser;
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(async () => {
  for (const watched of open.splice(0)) await watched.close();
});
afterAll(() => browser.close());

/** The inbox with one recommendation of the test's project open. */
async function inbox(role: 'operator' | 'admin', options: PageOptions = {}) {
  const id = await acts.advised();
  const person = await addedBy(app.server, app.admin, role);
  const watched = await openPage(browser, options);
  open.push(watched);
  const { page } = watched;
  await page.goto(`${app.server.url}/inbox?project=${app.projectId}&open=${id}`);
  await page.locator('#login-username').fill(person.username);
  await page.locator('#login-password').fill(PASSWORD);
  await page.locator('.bar-login button').click();
  const outbox = page.locator(`[data-row="${id}"] .outbox`);
  await outbox.waitFor();
  return { watched, page, outbox, person };
}

const dialog = (page: Page): Locator => page.getByRole('dialog');

describe('somebody who acts on a recommendation', () => {
  it('makes an issue of it, sees where it is, and what has come of it', async () => {
    await acts.sync('linear');
    const { watched, page, outbox } = await inbox('operator');
    await outbox.getByText('Nothing was sent from here yet.').waitFor();
    await outbox.getByRole('button', { name: 'Do it …' }).click();
    await dialog(page).getByLabel('Action').selectOption('linear_issue');
    const title = dialog(page).getByLabel('Title');
    await title.waitFor();
    expect(await title.inputValue()).toMatch(/^Follow up: 4 working days/);
    await dialog(page).getByText('The text is in the project’s language: English.').waitFor();
    await screenshot(page, 'actions-01-dialog');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await title.fill('Call the client today');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await page.getByText('It is on its way.').waitFor();
    const link = outbox.getByRole('link', { name: 'Open it' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/linear\.app\/.*\/issue\//);
    const [issue] = app.sandbox.linear.snapshot().issues.filter((one) => one.title === 'Call the client today');
    app.sandbox.linear.moveToState(issue!.id, 'started');
    await acts.sync('linear');
    await page.reload();
    await outbox.getByText('State: In Progress').waitFor();
    await screenshot(page, 'actions-02-done');
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('writes to the client only as an admin who says so, and otherwise leaves a note', async () => {
    await acts.sync('chatwoot');
    const lower = await inbox('operator');
    await lower.outbox.getByRole('button', { name: 'Do it …' }).click();
    // A private note is what is offered first.
    await dialog(lower.page).getByText('Only your team sees this.').waitFor();
    await dialog(lower.page).getByLabel('Action').selectOption('chatwoot_message');
    await dialog(lower.page).getByText('Only admins may write to the client.').waitFor();
    await dialog(lower.page).getByLabel('Text').fill('Dear Noor, this is a draft.');
    await dialog(lower.page).getByRole('button', { name: 'Keep as a draft' }).click();
    await lower.outbox.getByText('Draft, not sent').waitFor();

    const { page, outbox, watched } = await inbox('admin');
    await page.getByLabel('Message to send').fill('Dear Noor, may I call you?');
    await outbox.getByRole('button', { name: 'Do it …' }).click();
    await dialog(page).getByLabel('Action').selectOption('chatwoot_message');
    const text = dialog(page).getByLabel('Text');
    await text.waitFor();
    expect(await text.inputValue()).toBe('Dear Noor, may I call you?');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    // The browser asks for the tick first.
    expect(await dialog(page).isVisible()).toBe(true);
    await dialog(page).getByLabel('The client gets this message. Send it.').check();
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await outbox.getByText('Done', { exact: true }).waitFor();
    const sent = app.sandbox.world
      .snapshot()
      .messages.filter(({ content }) => content === 'Dear Noor, may I call you?');
    expect(sent).toMatchObject([{ private: false, message_type: 1 }]);
    await outbox.getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('Send this draft?').waitFor();
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await outbox.getByText('Draft, not sent').waitFor({ state: 'detached' });
    await outbox.getByText('Done', { exact: true }).nth(1).waitFor();
    const drafted = app.sandbox.world.snapshot().messages.filter(({ content }) => content?.includes('this is a draft'));
    expect(drafted).toMatchObject([{ private: false }]);
    expect(watched.takeProblems()).toEqual([]);
  });

  it('sees the draft of the kind that they chose, also where another one comes later', async () => {
    const { page, outbox } = await inbox('operator');
    const latch = new Latch();
    let isFirst = true;
    await page.route('**/actions/preview**', async (route) => {
      const waits = isFirst;
      isFirst = false;
      if (waits) await latch.opened;
      await route.continue();
    });
    await outbox.getByRole('button', { name: 'Do it …' }).click();
    await dialog(page).getByLabel('Action').selectOption('reminder');
    await dialog(page).getByLabel('When').waitFor();
    const late = page.waitForResponse((response) => response.url().includes('/actions/preview'));
    latch.open();
    await (await late).finished();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await dialog(page).getByLabel('When').isVisible()).toBe(true);
  });

  it('sees what did not work, has it tried again, and sets a reminder, in Russian and in the dark on a phone', async () => {
    await acts.sync('linear');
    await app.admin.patch(`/projects/${app.projectId}`, { locale: 'ru' }).expect(200);
    app.sandbox.faults.add({ kind: 'status', status: 401, match: 'issueCreate', times: 1 });
    const options: PageOptions = { locale: 'ru-RU', colorScheme: 'dark', width: 360, height: 780 };
    const { watched, page, outbox } = await inbox('operator', options);
    await outbox.getByRole('button', { name: 'Выполнить …' }).click();
    await dialog(page).getByLabel('Действие').selectOption('linear_issue');
    await dialog(page).getByLabel('Заголовок').waitFor();
    await screenshot(page, 'actions-03-russian');
    await dialog(page).getByRole('button', { name: 'Отправить' }).click();
    await outbox.getByText('Не отправлено').waitFor();
    await outbox.getByText(/^Не получилось: /).waitFor();
    await outbox.getByRole('button', { name: 'Повторить' }).click();
    await outbox.getByText('Готово').waitFor();
    await outbox.getByRole('button', { name: 'Выполнить …' }).click();
    await dialog(page).getByLabel('Действие').selectOption('reminder');
    await dialog(page).getByLabel('Когда').fill('2030-01-02T10:00');
    await dialog(page).getByRole('button', { name: 'Сохранить' }).click();
    await outbox.getByText(/^Напомнить /).waitFor();
    await screenshot(page, 'actions-04-russian-done', { fullPage: true });
    expect(await accessibilityFaults(page, ['body'])).toEqual([]);
    await outbox.getByRole('button', { name: 'Отменить' }).click();
    await outbox.getByText('Отменено').waitFor();
    expect(watched.takeProblems()).toEqual([]);
  });
});
