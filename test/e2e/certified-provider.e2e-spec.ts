import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { ProviderProbe } from '../../src/auth/index.js';
import { SystemClock } from '../../src/common/clock.js';
import { readConfig } from '../../src/config/index.js';
import { colleague } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { CertifiedProvider, throughProvider } from '../../sandbox/identity/certified-provider.js';

const PUBLIC_URL = 'https://kag.example.com';
const CLIENT_ID = 'kag';
const SUBJECT = 'somebody-there';

let provider: CertifiedProvider;
let server: TestApp;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), alg: 'ES256' } as const;
  const redirectUri = `${PUBLIC_URL}/auth/oidc/callback`;
  provider = await CertifiedProvider.start({ id: CLIENT_ID, key, redirectUri }, SUBJECT);
  server = await startTestApp({
    env: {
      PUBLIC_URL,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_PRIVATE_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'ES256' }),
    },
  });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

it('signs people in by a provider that is not of this project, with a key in place of a secret', async () => {
  const { id, username } = await colleague(server, 'viewer');
  await (await server.signIn()).post(`/users/${id}/identities`, { subject: SUBJECT });
  const browser = server.visitor();
  const begun = await browser.get('/auth/oidc/start');
  const back = await throughProvider(provider.issuer, begun.headers['location'] ?? '');
  expect(back).toMatch(/^https:\/\/kag\.example\.com\/auth\/oidc\/callback\?code=/);
  const answer = await browser.get(back.replace(PUBLIC_URL, ''));
  expect([answer.status, answer.body.message]).toEqual([302, undefined]);
  expect((await browser.get('/auth/me')).body).toMatchObject({ authenticated: true, username });
});

it('looks at it from outside, and finds that all fits', async () => {
  const found = await server.app.get(ProviderProbe, { strict: false }).look();
  expect(found).toMatchObject({
    discovered: { verdict: 'yes' },
    client: { verdict: 'yes', said: 'invalid_grant' },
    redirect: { verdict: 'yes', said: 'login_required' },
  });
});

it('sees there what a wrong key and an unregistered address look like', async () => {
  const other = await generateKeyPair('ES256', { extractable: true });
  const wrong = readConfig({
    PUBLIC_URL: 'https://other.example.com',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_PRIVATE_KEY: JSON.stringify({ ...(await exportJWK(other.privateKey)), alg: 'ES256' }),
  });
  const found = await new ProviderProbe(wrong, new SystemClock()).look();
  expect(found).toMatchObject({ client: { verdict: 'no', said: 'invalid_client' }, redirect: { verdict: 'no' } });
});
