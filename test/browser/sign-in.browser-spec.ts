import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser/accessibility.js';
import { launchChromium } from '../support/browser/chromium.js';
import { screenshot } from '../support/browser/screenshot.js';
import { openPage, type PageOptions, type WatchedPage } from '../support/browser/watched-page.js';
import { colleague, PASSWORD } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { CLIENT, Provider } from '../../sandbox/identity/provider.js';

let browser: Browser;
let provider: Provider;
let server: TestApp;
/** The address that the provider knows, which is there before the server has its port: it leads to the server. */
let front: Server;
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  provider = await Provider.start();
  front = createServer((request, response) => {
    response.writeHead(302, { location: `${server.url}${request.url}` }).end();
  });
  await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));
  const publicUrl = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  provider.redirectUris = [`${publicUrl}/auth/oidc/callback`];
  server = await startTestApp({
    env: {
      PUBLIC_URL: publicUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_LABEL: 'Northwind',
    },
  });
});
beforeEach(() => provider.reset());
afterEach(async () => {
  for (const watched of open.splice(0)) await watched.close();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await provider.close();
  front.closeAllConnections();
  front.close();
});

async function pageAt(path: string, options: PageOptions = {}): Promise<Page> {
  const watched = await openPage(browser, options);
  open.push(watched);
  await watched.page.goto(`${server.url}${path}`);
  await watched.page.locator('#login-username').waitFor();
  return watched.page;
}

describe('the form for a password of one’s own', () => {
  it.each([
    ['/docs', 'en-GB', 'Log in', 'Current password', 'New password', 'Change the password', 'Log out'],
    ['/ops', 'ru-RU', 'Войти', 'Текущий пароль', 'Новый пароль', 'Сменить пароль', 'Выйти'],
  ])('is all that %s in %s shows whose password somebody else has set', async (path, locale, ...names) => {
    const [logIn, current, next, change, logOut] = names;
    const { username, id } = await colleague(server, 'viewer');
    const admin = await server.signIn();
    expect((await admin.patch(`/users/${id}`, { password: 'set-by-somebody-else' })).status).toBe(200);
    const page = await pageAt(path, { locale });
    await page.locator('#login-username').fill(username);
    await page.locator('#login-password').fill('set-by-somebody-else');
    await page.getByRole('button', { name: logIn, exact: true }).click();
    await page.getByLabel(current).fill('set-by-somebody-else');
    await page.getByLabel(next).fill('password1234');
    await screenshot(page, `own-password${path.replace('/', '-')}-${locale}`);
    await page.getByRole('button', { name: change }).click();
    await page.getByRole('alert').filter({ hasText: 'new_password' }).waitFor();
    await page.getByLabel(next).fill('lighthouse-keepers-supper');
    await page.getByRole('button', { name: change }).click();
    await page.locator('#password-new').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: logOut }).waitFor();
    await page.getByText(username).waitFor();
  });
});

describe('the form to log in', () => {
  it.each([
    ['/docs', 'en-GB', 'Password', 'Log in', 'Code of your app, or a recovery code', 'Log out'],
    ['/ops', 'en-GB', 'Password', 'Log in', 'Code of your app, or a recovery code', 'Log out'],
    ['/ops', 'ru-RU', 'Пароль', 'Войти', 'Код из приложения или код восстановления', 'Выйти'],
  ])('of %s in %s asks who has a second factor for its code', async (path, locale, password, logIn, code, logOut) => {
    const { username, client } = await colleague(server, 'viewer');
    const begun = await client.post('/auth/second-factor', { current_password: PASSWORD });
    const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret as string) });
    const confirmed = await client.post('/auth/second-factor/confirm', { code: totp.generate() });
    const [recovery = ''] = confirmed.body.recovery_codes as string[];
    const page = await pageAt(path, { locale });
    await page.locator('#login-username').fill(username);
    await page.getByLabel(password, { exact: true }).fill(PASSWORD);
    expect(await page.getByLabel(code).isVisible()).toBe(false);
    await page.getByRole('button', { name: logIn, exact: true }).click();
    await page.getByLabel(code).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('login-code');
    expect(await page.getByRole('alert').innerText()).not.toBe('');
    expect(await page.getByLabel(password, { exact: true }).inputValue()).toBe(PASSWORD);
    await screenshot(page, `sign-in-code${path.replace('/', '-')}-${locale}`);
    expect(await accessibilityFaults(page, ['.bar-login'])).toEqual([]);
    await page.getByLabel(code).fill(recovery);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: logOut }).waitFor();
  });

  it('leads to the identity provider, and back to the page signed in', async () => {
    const { id, username } = await colleague(server, 'viewer');
    const admin = await server.signIn();
    await admin.post(`/users/${id}/identities`, { subject: 'ann' });
    provider.person = { sub: 'ann' };
    const page = await pageAt('/ops');
    const link = page.getByRole('link', { name: 'Log in with Northwind' });
    await link.waitFor();
    await screenshot(page, 'sign-in-provider');
    expect(await accessibilityFaults(page, ['.bar-login'])).toEqual([]);
    await link.click();
    await page.getByRole('button', { name: 'Log out' }).waitFor();
    expect(await page.locator('.bar-who').innerText()).toContain(username);
    expect(new URL(page.url()).pathname).toBe('/ops');
  });

  it.each([
    ['/ops', 'en-GB', 'Log in with Northwind', 'No user here is linked to your account there.'],
    ['/docs', 'en-GB', 'Log in with Northwind', 'No user here is linked to your account there.'],
    ['/ops', 'ru-RU', 'Войти через Northwind', 'С вашей учётной записью в службе входа здесь не связан'],
  ])('of %s in %s says why who has no user was refused, once', async (path, locale, name, why) => {
    provider.person = { sub: 'stranger-7' };
    const page = await pageAt(path, { locale });
    await page.getByRole('link', { name }).click();
    const alert = page.locator('#login-error');
    await page.getByText(why).waitFor();
    expect(await alert.innerText()).toContain('stranger-7');
    await screenshot(page, `sign-in-refused${path.replace('/', '-')}-${locale}`);
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await page.locator('#login-username').waitFor();
    expect(await alert.innerText()).toBe('');
  });
});
