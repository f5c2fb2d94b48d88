import { generateKeyPairSync } from 'node:crypto';
import { describeChecks } from '../../../../../test/support/check-rows.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  AUTH_CREDENTIALS: 'admin:correct-horse-battery',
  SESSION_SECRET: 's'.repeat(32),
};

const said = (verdict: 'yes' | 'no' | 'unclear', word: string) => ({ verdict, said: word });
const PROVIDER = {
  issuer: 'https://login.example.com',
  client_id: 'kag',
  redirect_uri: 'https://kag.example.com/auth/oidc/callback',
  discovered: said('yes', 'its addresses'),
  client: said('yes', 'invalid_grant'),
  redirect: said('yes', 'login_required'),
};
const AWAY = { ...PROVIDER, discovered: said('no', 'connect ECONNREFUSED'), client: null, redirect: null };

describeChecks('auth', [
  {
    check: 'trust_proxy_hops',
    when: 'a proxy in front is not believed',
    status: 'warn',
    seen: 'All people behind it count as one address',
    cure: 'TRUST_PROXY_HOPS=1',
    facts: { request: { forwarded_for: true } },
  },
  {
    check: 'trust_proxy_hops',
    when: 'the proxy in front is believed',
    status: 'ok',
    env: { TRUST_PROXY_HOPS: '1' },
    facts: { request: { forwarded_for: true } },
  },
  {
    check: 'cookie_flags',
    when: 'production over plain http',
    status: 'fail',
    env: PRODUCTION,
    facts: { request: { scheme: 'http', forwarded_scheme: null } },
  },
  {
    check: 'cookie_flags',
    when: 'the proxy is not believed',
    status: 'warn',
    cure: 'TRUST_PROXY_HOPS=1',
    env: PRODUCTION,
    facts: { request: { scheme: 'http' } },
  },
  {
    check: 'cookie_flags',
    when: 'production on this machine',
    status: 'ok',
    env: PRODUCTION,
    facts: { request: { scheme: 'http', forwarded_scheme: null, host: 'localhost:8080' } },
  },
  { check: 'cookie_flags', when: 'https in development', status: 'warn', cure: 'NODE_ENV=production' },
  {
    check: 'cors_origin',
    when: 'another one',
    status: 'fail',
    cure: 'CORS_ORIGIN=http://localhost:3000,https://x.example',
    facts: { request: { page_origin: 'https://x.example' } },
  },
  { check: 'cors_origin', when: 'unknown', status: 'skipped', facts: { request: { page_origin: null } } },
  {
    check: 'cors_origin',
    when: 'its own',
    status: 'ok',
    facts: { request: { page_origin: 'https://api.example.com' } },
  },
  {
    check: 'cors_origin',
    when: 'allowed, on the same site',
    status: 'ok',
    env: { CORS_ORIGIN: 'https://app.example.com' },
    facts: { request: { page_origin: 'https://app.example.com' } },
  },
  {
    check: 'cors_origin',
    when: 'allowed, on another site',
    status: 'warn',
    seen: 'another site',
    env: { CORS_ORIGIN: 'https://app.example.net' },
    facts: { request: { page_origin: 'https://app.example.net' } },
  },
  {
    check: 'csrf_cookie',
    when: 'missing',
    status: 'fail',
    cure: 'GET /auth/me',
    facts: { request: { csrf_cookie: 'missing' } },
  },
  {
    check: 'csrf_cookie',
    when: 'of another session',
    status: 'fail',
    seen: 'another session',
    facts: { request: { csrf_cookie: 'differs' } },
  },
  ...(['identity_provider', 'identity_client', 'identity_redirect'] as const).map((name) => ({
    check: name,
    when: 'the provider answers as it should',
    status: 'ok' as const,
    facts: { identity: PROVIDER },
  })),
  {
    check: 'identity_provider',
    when: 'its addresses can’t be had',
    status: 'fail',
    seen: 'https://login.example.com did not tell its addresses: connect ECONNREFUSED.',
    facts: { identity: AWAY },
  },
  { check: 'identity_client', when: 'the provider is away', status: 'skipped', facts: { identity: AWAY } },
  { check: 'identity_redirect', when: 'the provider is away', status: 'skipped', facts: { identity: AWAY } },
  {
    check: 'identity_client',
    when: 'its secret is refused',
    status: 'fail',
    seen: 'It refuses kag: invalid_client.',
    cure: 'OIDC_CLIENT_SECRET=<secret>',
    facts: { identity: { ...PROVIDER, client: said('no', 'invalid_client') } },
  },
  {
    check: 'identity_client',
    when: 'its key is refused',
    status: 'fail',
    cure: 'OIDC_PRIVATE_KEY=<key>',
    facts: { identity: { ...PROVIDER, client: said('no', 'invalid_client') } },
    env: {
      OIDC_ISSUER: PROVIDER.issuer,
      OIDC_CLIENT_ID: PROVIDER.client_id,
      PUBLIC_URL: 'https://kag.example.com',
      OIDC_PRIVATE_KEY: JSON.stringify({
        ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
        alg: 'EdDSA',
      }),
    },
  },
  {
    check: 'identity_client',
    when: 'the answer does not tell',
    status: 'skipped',
    seen: 'fetch failed',
    facts: { identity: { ...PROVIDER, client: said('unclear', 'fetch failed') } },
  },
  {
    check: 'identity_redirect',
    when: 'its address is not registered',
    status: 'fail',
    seen: 'It does not lead back to https://kag.example.com/auth/oidc/callback: HTTP 400.',
    facts: { identity: { ...PROVIDER, redirect: said('no', 'HTTP 400') } },
  },
  {
    check: 'identity_redirect',
    when: 'a page answers',
    status: 'skipped',
    seen: 'HTTP 200',
    facts: { identity: { ...PROVIDER, redirect: said('unclear', 'HTTP 200') } },
  },
  {
    check: 'identity_redirect',
    when: 'plain http leads back',
    status: 'warn',
    cure: 'PUBLIC_URL=https://kag.example.com',
    facts: { identity: { ...PROVIDER, redirect_uri: 'http://kag.example.com/auth/oidc/callback' } },
  },
  {
    check: 'identity_redirect',
    when: 'this machine leads back',
    status: 'ok',
    facts: { identity: { ...PROVIDER, redirect_uri: 'http://localhost:8080/auth/oidc/callback' } },
  },
]);
