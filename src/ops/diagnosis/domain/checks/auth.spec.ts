import { describeChecks } from '../../../../../test/support/check-rows.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  AUTH_CREDENTIALS: 'admin:correct-horse-battery',
  SESSION_SECRET: 's'.repeat(32),
};

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
]);
