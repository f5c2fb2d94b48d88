import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Response } from 'supertest';
import { ProviderProbe } from '../../src/auth/index.js';
import { setCookie, type Client } from '../support/client.js';
import { holdDeadlines } from '../support/held-deadlines.js';
import { colleague, newcomer, PASSWORD, stranger, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';
import { CLIENT, Provider } from '../../sandbox/identity/provider.js';

const PUBLIC_URL = 'https://kag.example.com';
const CALLBACK = `${PUBLIC_URL}/auth/oidc/callback`;

let provider: Provider;
let server: TestApp;

beforeAll(async () => {
  provider = await Provider.start();
  provider.redirectUris = [CALLBACK];
  server = await startTestApp({ env: { ...variables(), LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' } });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
let another: TestApp | undefined;
afterEach(async () => {
  await another?.close();
  another = undefined;
});
beforeEach(() => provider.reset());

const variables = () => ({
  PUBLIC_URL,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
});
const local = (address: string) => address.replace(PUBLIC_URL, '');

/** Sends the browser to the provider, which sends it back: the path with which it comes. */
async function wayBack(browser: Client, query = '', app = server): Promise<string> {
  const begun = await browser.get(`/auth/oidc/start${query}`);
  expect([begun.status, begun.body.message]).toEqual([302, undefined]);
  expect(begun.headers['location']).toContain(`${provider.issuer}/authorize?`);
  const sent = await fetch(begun.headers['location']!, { redirect: 'manual' });
  expect([app.url !== '', sent.status]).toEqual([true, 302]);
  return local(sent.headers.get('location') ?? '');
}
const signIn = async (browser = server.visitor(), query = ''): Promise<Response> =>
  browser.get(await wayBack(browser, query));
const codeOf = ({ status, body }: Response) => [status, (body as { error?: string }).error];

/** A user whom an admin has linked to somebody at the provider, who now uses the browser. */
async function linked(role: 'viewer' | 'admin' = 'viewer'): Promise<Person & { sub: string }> {
  const person = await colleague(server, role);
  const sub = `sub-of-${person.username}`;
  const admin = await server.signIn();
  const made = await admin.post(`/users/${person.id}/identities`, { subject: sub });
  expect(codeOf(made)).toEqual([200, undefined]);
  provider.person = { sub };
  return { ...person, sub };
}
/** The stream of changes, as somebody follows it. */
async function followed(client: Client, headers: Record<string, string> = {}): Promise<{ ended: boolean }> {
  const stream = { ended: false };
  let text = '';
  const end = () => (stream.ended = true);
  void client
    .get('/events')
    .set(headers)
    .buffer(true)
    .parse((response, done) => {
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => done(null, text));
    })
    .then(end, end);
  await until('the stream is open', () => text !== '');
  return stream;
}
const audited = async (id: string) =>
  server.db.database.query<{ action: string; after: Record<string, unknown> | null }>(
    `SELECT action, after FROM audit_events WHERE entity_id = $1 ORDER BY id`,
    [id],
  );

describe('signing in with the identity provider', () => {
  it('opens a session for the user whom an admin linked, under a new id, and is in the audit', async () => {
    const { id, username, sub } = await linked();
    const browser = server.visitor();
    const before = (await browser.get('/auth/me')).headers['set-cookie'];
    const answer = await signIn(browser, '?return_to=/docs');
    expect([answer.status, answer.headers['location']]).toEqual([302, '/docs']);
    expect(setCookie(answer, 'sid')?.attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=lax']));
    expect(before).toBeUndefined();
    expect((await browser.get('/auth/me')).body).toMatchObject({ authenticated: true, username });
    expect((await browser.get('/projects')).status).toBe(200);
    const rows = await audited(id);
    const identity = { issuer: provider.issuer, subject: sub };
    expect(rows).toContainEqual({ action: 'user.identity_link', after: identity });
    expect(rows).toContainEqual({ action: 'session.open', after: identity });
  });

  it('leaves passwords as they are', async () => {
    const { username } = await linked();
    expect((await server.signIn({ username, password: PASSWORD })).csrf).toBeDefined();
  });

  it('asks for the code flow with PKCE, a state and a nonce, and leads back to PUBLIC_URL whatever a request says', async () => {
    const begun = await server
      .visitor()
      .get('/auth/oidc/start')
      .set('host', 'evil.example')
      .set('x-forwarded-host', 'evil.example');
    const asked = new URL(begun.headers['location'] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
      scope: 'openid profile email',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(40);
  });

  it('ends with the session: signing out is signing out', async () => {
    await linked();
    const browser = server.visitor();
    await signIn(browser);
    expect((await browser.post('/auth/logout')).status).toBe(200);
    expect((await browser.get('/projects')).status).toBe(401);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'ops'])('does not lead to %s', async (path) => {
    const refused = await server.visitor().get(`/auth/oidc/start?return_to=${encodeURIComponent(path)}`);
    expect(codeOf(refused)).toEqual([400, 'validation_failed']);
  });

  it('is limited by address', async () => {
    another = await startTestApp({ db: server.db, env: variables() });
    const visitor = another.visitor();
    const seen = new Set<number>();
    for (let i = 0; i < 61; i++) seen.add((await visitor.get('/auth/oidc/callback')).status);
    expect([...seen]).toEqual([400, 429]);
  });
});

describe('a sign-in is refused', () => {
  const nobodySignedIn = async (browser: Client) =>
    expect((await browser.get('/auth/me')).body.authenticated).toBe(false);

  it('with another state, and then for good', async () => {
    await linked();
    const browser = server.visitor();
    const path = await wayBack(browser);
    const other = await browser.get(path.replace(/state=[^&]+/, 'state=another'));
    expect(codeOf(other)).toEqual([400, 'sign_in_stale']);
    expect(codeOf(await browser.get(path))).toEqual([400, 'sign_in_stale']);
    await nobodySignedIn(browser);
  });

  it('in a browser that did not begin it', async () => {
    await linked();
    const path = await wayBack(server.visitor());
    const victim = server.visitor();
    expect(codeOf(await victim.get(path))).toEqual([400, 'sign_in_stale']);
    await nobodySignedIn(victim);
  });

  it('with a cookie that was changed', async () => {
    await linked();
    const browser = server.visitor();
    const path = await wayBack(browser);
    const answer = await server.visitor().get(path).set('cookie', 'oidc=eyJzdGF0ZSI6IngifQ.c2lnbmVk');
    expect(codeOf(answer)).toEqual([400, 'sign_in_stale']);
  });

  it('with a code that was used before', async () => {
    await linked();
    const browser = server.visitor();
    const begun = await browser.get('/auth/oidc/start');
    const cookie = setCookie(begun, 'oidc')?.value ?? '';
    const sent = await fetch(begun.headers['location']!, { redirect: 'manual' });
    const path = local(sent.headers.get('location') ?? '');
    const again = () => server.visitor().get(path).set('cookie', `oidc=${cookie}`);
    expect((await again()).status).toBe(302);
    expect(codeOf(await again())).toEqual([401, 'identity_refused']);
  });

  it.each([
    ['another nonce', { nonce: 'another' }],
    ['no nonce', { nonce: undefined }],
    ['another issuer', { iss: 'https://other.example.com' }],
    ['another audience', { aud: 'other' }],
    ['an hour that is over', { iat: 1_763_900_000, exp: 1_763_900_300 }],
  ])('with a token of %s', async (_name, claims) => {
    await linked();
    provider.faults.claims = claims;
    const browser = server.visitor();
    expect(codeOf(await signIn(browser))).toEqual([401, 'identity_refused']);
    await nobodySignedIn(browser);
  });

  it('with a token that another key signed', async () => {
    await linked();
    provider.faults.unknownKey = true;
    expect(codeOf(await signIn())).toEqual([401, 'identity_refused']);
  });

  it('where another provider says that it answers', async () => {
    await linked();
    provider.faults.iss = 'https://other.example.com';
    expect(codeOf(await signIn())).toEqual([401, 'identity_refused']);
  });

  it('where the provider signs nobody in', async () => {
    const refused = await signIn();
    expect(codeOf(refused)).toEqual([401, 'identity_refused']);
    expect(refused.body.message).toContain('access_denied');
  });

  it('without a user of this identity, whatever its e-mail address, and says by which subject one is linked', async () => {
    const { username } = await colleague(server, 'admin');
    provider.person = { sub: 'stranger-1', email: username, preferred_username: username, email_verified: true };
    const browser = server.visitor();
    const refused = await signIn(browser);
    expect(codeOf(refused)).toEqual([403, 'identity_unknown']);
    expect(refused.body.details).toEqual({ issuer: provider.issuer, subject: 'stranger-1' });
    await nobodySignedIn(browser);
  });

  it('for a user who is disabled, which ends their sessions too', async () => {
    const { id } = await linked();
    const browser = server.visitor();
    await signIn(browser);
    await (await server.signIn()).patch(`/users/${id}`, { disabled: true });
    expect((await browser.get('/projects')).status).toBe(401);
    expect(codeOf(await signIn())).toEqual([403, 'identity_unknown']);
    expect(await audited(id)).toContainEqual({ action: 'session.refuse', after: { reason: 'disabled' } });
  });

  it('in words that a browser’s page shows', async () => {
    provider.person = { sub: 'stranger-2' };
    const browser = server.visitor();
    const refused = await browser
      .get(await wayBack(browser, '?return_to=/docs'))
      .set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect([refused.status, refused.headers['location']]).toEqual([
      302,
      '/docs#refused=identity_unknown&subject=stranger-2',
    ]);
  });

  it('where none is configured', async () => {
    another = await startTestApp({ db: server.db });
    expect((await another.visitor().get('/auth/oidc')).body).toMatchObject({ enabled: false, label: null });
    for (const path of ['/auth/oidc/start', '/auth/oidc/callback'])
      expect(codeOf(await another.visitor().get(path))).toEqual([503, 'provider_not_configured']);
  });
});

describe('a provider', () => {
  it('that is down keeps nobody from signing in with a password', async () => {
    another = await startTestApp({ db: server.db, env: variables() });
    provider.faults.down = true;
    const refused = await another.visitor().get('/auth/oidc/start');
    expect(codeOf(refused)).toEqual([503, 'identity_provider_unavailable']);
    expect(refused.headers['retry-after']).toBe('10');
    await another.signIn();
    provider.faults.down = false;
    expect((await another.visitor().get('/auth/oidc/start')).status).toBe(302);
  });

  it.each(['down', 'broken'] as const)('that is %s when the browser comes back is told as such', async (fault) => {
    await linked();
    const browser = server.visitor();
    const path = await wayBack(browser);
    provider.faults[fault] = true;
    expect(codeOf(await browser.get(path))).toEqual([503, 'identity_provider_unavailable']);
  });

  it('that is slow is waited for until a deadline', async () => {
    await linked();
    const browser = server.visitor();
    const path = await wayBack(browser);
    another = await startTestApp({ db: server.db, env: variables() });
    const deadlines = holdDeadlines(another);
    const release = Promise.withResolvers<void>();
    provider.faults.hold = release.promise;
    const answer = another.visitor().get('/auth/oidc/start').then(codeOf);
    await until('the provider was asked', async () => deadlines.count > 0);
    deadlines.pass();
    expect(await answer).toEqual([503, 'identity_provider_unavailable']);
    release.resolve();
    provider.faults.hold = null;
    expect((await browser.get(path)).status).toBe(302);
  });

  it('that has new keys is understood at once', async () => {
    await linked();
    expect((await signIn()).status).toBe(302);
    await provider.rotate();
    expect((await signIn()).status).toBe(302);
  });

  it('is asked for its addresses once an hour, and not with each sign-in', async () => {
    await linked();
    await signIn();
    provider.asked.length = 0;
    await signIn();
    expect(provider.asked).toEqual(['/authorize', '/token', '/jwks']);
  });

  it('of another name than OIDC_ISSUER is not believed', async () => {
    another = await startTestApp({ db: server.db, env: variables() });
    provider.faults.issuer = 'https://other.example.com';
    expect(codeOf(await another.visitor().get('/auth/oidc/start'))).toEqual([503, 'identity_provider_unavailable']);
  });

  it('is sent the secret at hosts that the configuration names, and at no other', async () => {
    await linked();
    provider.faults.tokenHost = 'localhost';
    another = await startTestApp({ db: server.db, env: variables() });
    const browser = another.visitor();
    expect(codeOf(await browser.get(await wayBack(browser)))).toEqual([503, 'identity_provider_unavailable']);
    expect(provider.asked).not.toContain('/token');
    await another.close();
    const host = new URL(provider.issuer).host.replace('127.0.0.1', 'localhost');
    another = await startTestApp({ db: server.db, env: { ...variables(), OIDC_HOSTS: host } });
    const allowed = another.visitor();
    expect((await allowed.get(await wayBack(allowed))).status).toBe(302);
  });

  it('that refuses the secret is told as the operator’s to mend', async () => {
    another = await startTestApp({ db: server.db, env: { ...variables(), OIDC_CLIENT_SECRET: 'wrong' } });
    await linked();
    const browser = another.visitor();
    const refused = await browser.get(await wayBack(browser));
    expect(codeOf(refused)).toEqual([503, 'identity_provider_unavailable']);
    expect(refused.body.message).toContain('OIDC_CLIENT_SECRET');
    expect(refused.text).not.toContain('wrong');
  });
});

describe('a client with a key of its own', () => {
  /** A server with such a key, whose public part the provider has. */
  async function withKey(alg: string, registered: JWK | null = null) {
    const pair = await generateKeyPair(alg, { extractable: true });
    const { OIDC_CLIENT_SECRET: _none, ...others } = variables();
    provider.clientKey = { ...(registered ?? (await exportJWK(pair.publicKey))), alg };
    const jwk = { ...(await exportJWK(pair.privateKey)), alg, kid: 'of-the-client' };
    another = await startTestApp({ db: server.db, env: { ...others, OIDC_PRIVATE_KEY: JSON.stringify(jwk) } });
    return another;
  }

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('is taken by %s, and sends no secret', async (alg) => {
    const app = await withKey(alg);
    await linked();
    const browser = app.visitor();
    const answer = await browser.get(await wayBack(browser, '', app));
    expect([answer.status, (await browser.get('/auth/me')).body.authenticated]).toEqual([302, true]);
    const probe = app.app.get(ProviderProbe, { strict: false });
    expect((await probe.look())?.client).toEqual({ verdict: 'yes', said: 'invalid_grant' });
  });

  it('is refused where the provider has another key', async () => {
    const other = await generateKeyPair('ES256', { extractable: true });
    const app = await withKey('ES256', await exportJWK(other.publicKey));
    await linked();
    const browser = app.visitor();
    const refused = await browser.get(await wayBack(browser, '', app));
    expect(codeOf(refused)).toEqual([503, 'identity_provider_unavailable']);
    expect(refused.body.message).toContain('OIDC_PRIVATE_KEY');
  });
});

describe('a look at the provider from outside', () => {
  const look = async (env: Record<string, string> = {}) => {
    another = await startTestApp({ db: server.db, env: { ...variables(), ...env } });
    return another.app.get(ProviderProbe, { strict: false }).look();
  };

  it('finds that all fits, and signs nobody in', async () => {
    const found = await look();
    expect(found).toEqual({
      issuer: provider.issuer,
      client_id: CLIENT.id,
      redirect_uri: CALLBACK,
      discovered: { verdict: 'yes', said: 'its addresses' },
      client: { verdict: 'yes', said: 'invalid_grant' },
      redirect: { verdict: 'yes', said: 'login_required' },
    });
  });

  it('tells of another name, and asks no more of it', async () => {
    provider.faults.issuer = 'https://other.example.com';
    const found = await look();
    expect(found).toMatchObject({ discovered: { verdict: 'no' }, client: null, redirect: null });
    expect(found?.discovered.said).toContain('https://other.example.com');
    expect(provider.asked).not.toContain('/token');
  });

  it('tells that it is down', async () => {
    provider.faults.down = true;
    expect(await look()).toMatchObject({ discovered: { verdict: 'no' }, client: null });
  });

  it('tells of a secret that is refused, and does not show it', async () => {
    const found = await look({ OIDC_CLIENT_SECRET: 'wrong-secret' });
    expect(found).toMatchObject({ client: { verdict: 'no', said: 'invalid_client' }, redirect: { verdict: 'yes' } });
    expect(JSON.stringify(found)).not.toContain('wrong-secret');
  });

  it('tells of an address that is not registered', async () => {
    const found = await look({ PUBLIC_URL: 'https://other.example.com' });
    expect(found).toMatchObject({ client: { verdict: 'yes' }, redirect: { verdict: 'no', said: 'HTTP 400' } });
  });

  it('tells nothing where the client is asked for at a host that the configuration does not name', async () => {
    provider.faults.tokenHost = 'localhost';
    const found = await look();
    expect(found).toMatchObject({ client: { verdict: 'unclear' }, redirect: { verdict: 'yes' } });
    expect(found?.client?.said).toContain('not among the hosts');
  });
});

describe('a second factor', () => {
  /** Somebody linked in an account scope of their own that asks for one. */
  async function demanding() {
    const person = await newcomer(server, 'viewer');
    const sub = `sub-of-${person.username}`;
    await server.db.database.query('UPDATE account_scopes SET second_factor_required = true WHERE id = $1', [
      person.scopeId,
    ]);
    await server.db.database.query('INSERT INTO user_identities (user_id, issuer, subject) VALUES ($1, $2, $3)', [
      person.id,
      provider.issuer,
      sub,
    ]);
    provider.person = { sub };
    return { ...person, sub };
  }

  it('is taken from the provider where it says that it asked for one', async () => {
    const { sub } = await demanding();
    provider.person = { sub, amr: ['pwd', 'mfa'] };
    const browser = server.visitor();
    expect((await signIn(browser)).status).toBe(302);
    expect((await browser.get('/projects')).status).toBe(200);
    expect((await browser.get('/auth/me')).body.second_factor_setup_required).toBe(false);
  });

  it('is missed where it does not', async () => {
    const { id, sub } = await demanding();
    provider.person = { sub, amr: ['pwd'], acr: '1' };
    expect(codeOf(await signIn())).toEqual([401, 'second_factor_required']);
    expect(await audited(id)).toContainEqual({
      action: 'session.refuse',
      after: { reason: 'provider_second_factor' },
    });
  });

  it('is said in the words that the operator names', async () => {
    const { sub } = await demanding();
    another = await startTestApp({
      db: server.db,
      env: { ...variables(), OIDC_SECOND_FACTOR_AMR: 'hwk', OIDC_SECOND_FACTOR_ACR: 'urn:gold' },
    });
    for (const [claims, status] of [
      [{ amr: ['mfa'] }, 401],
      [{ amr: ['hwk'] }, 302],
      [{ acr: 'urn:gold' }, 302],
    ] as const) {
      provider.person = { sub, ...claims };
      const browser = another.visitor();
      expect((await browser.get(await wayBack(browser))).status).toBe(status);
    }
  });

  it('that the provider asked for lets tokens in too, for as long as a session lasts', async () => {
    const { id, sub } = await demanding();
    provider.person = { sub, amr: ['mfa'] };
    const browser = server.visitor();
    await signIn(browser);
    const made = await browser.post('/auth/tokens', { name: 'script', role: 'viewer', expires_in_days: 30 });
    expect(codeOf(made)).toEqual([200, undefined]);
    const bearer = { authorization: `Bearer ${(made.body as { token: string }).token}` };
    const script = async () => codeOf(await server.visitor().get('/projects').set(bearer));
    expect(await script()).toEqual([200, undefined]);
    const cameHoursAgo = (hours: number) =>
      server.db.database.query(
        `UPDATE user_identities SET second_factor_at = now() - make_interval(hours => $2) WHERE user_id = $1`,
        [id, hours],
      );
    await cameHoursAgo(719);
    expect(await script()).toEqual([200, undefined]);
    const stream = await followed(server.visitor(), bearer);
    await cameHoursAgo(721);
    expect(await script()).toEqual([403, 'second_factor_setup_required']);
    await until('its stream is over too', () => stream.ended);
  });

  it('that a scope asks for from now on ends sessions that came without one, and their streams', async () => {
    const { scopeId, sub } = await demanding();
    const ask = (asked: boolean) =>
      server.db.database.query('UPDATE account_scopes SET second_factor_required = $2 WHERE id = $1', [scopeId, asked]);
    await ask(false);
    provider.person = { sub };
    const browser = server.visitor();
    await signIn(browser);
    expect((await browser.get('/projects')).status).toBe(200);
    const stream = await followed(browser);
    await ask(true);
    await until('the stream is over', () => stream.ended);
    expect((await browser.get('/projects')).status).toBe(401);
  });
});

describe('rules of OIDC_ROLES', () => {
  const rules = async (scopeKey: string, more: Record<string, string> = {}) =>
    startTestApp({
      db: server.db,
      env: { ...variables(), OIDC_ROLES: `team=${scopeKey}:viewer,leads=${scopeKey}:operator`, ...more },
    });

  it('make a user of somebody whom they give a role, and follow the provider from then on', async () => {
    const { scopeId, scopeKey } = await newcomer(server);
    another = await rules(scopeKey);
    const browser = another.visitor();
    provider.person = { sub: `new-${scopeKey}`, preferred_username: `New ${scopeKey}`, groups: ['team'] };
    expect((await browser.get(await wayBack(browser))).status).toBe(302);
    const me = (await browser.get('/auth/me')).body;
    expect(me).toMatchObject({
      username: `new-${scopeKey}`,
      memberships: [{ account_scope_id: scopeId, role: 'viewer' }],
      password_change_required: false,
    });
    provider.person.groups = ['team', 'leads'];
    await browser.get(await wayBack(browser));
    expect((await browser.get('/auth/me')).body.role).toBe('operator');
    provider.person.groups = [];
    const refused = another.visitor();
    expect(codeOf(await refused.get(await wayBack(refused)))).toEqual([403, 'identity_unknown']);
    expect((await browser.get('/auth/me')).body.authenticated).toBe(false);
  });

  it.each([
    ['is noted where a standby answers reads', true],
    ['is noted nowhere without one', false],
  ])('make a user whose sign-in %s: it may not know of them yet', async (_what, standby) => {
    const { scopeKey } = await newcomer(server);
    const { url } = server.db;
    another = await rules(scopeKey, standby ? { DATABASE_URL: url, DATABASE_REPLICA_URL: url } : {});
    const browser = another.visitor();
    provider.person = { sub: `noted-${scopeKey}`, preferred_username: `Noted ${scopeKey}`, groups: ['team'] };
    expect((await browser.get(await wayBack(browser))).status).toBe(302);
    const noted = await server.db.database.query(
      `SELECT 1 FROM last_writes JOIN users ON users.id = last_writes.user_id WHERE username = $1`,
      [`noted-${scopeKey}`],
    );
    expect(noted).toHaveLength(standby ? 1 : 0);
  });

  it('make nobody of a person whom they give none, and never somebody who is here already', async () => {
    const { scopeKey, username } = await newcomer(server);
    another = await rules(scopeKey);
    const browser = another.visitor();
    provider.person = { sub: `other-${scopeKey}`, preferred_username: username, groups: ['elsewhere'] };
    expect(codeOf(await browser.get(await wayBack(browser)))).toEqual([403, 'identity_unknown']);
    provider.person.groups = ['team'];
    expect((await browser.get(await wayBack(browser))).status).toBe(302);
    const me = (await browser.get('/auth/me')).body;
    expect(me.username).toMatch(new RegExp(`^${username}-[0-9a-f]{12}$`));
    expect(me.role).toBe('viewer');
  });

  it('make one user of one identity, however often it signs in at once', async () => {
    const { scopeKey } = await newcomer(server);
    another = await rules(scopeKey);
    provider.person = { sub: `twice-${scopeKey}`, groups: ['team'] };
    const browsers = [another.visitor(), another.visitor(), another.visitor()];
    const paths = await Promise.all(browsers.map((browser) => wayBack(browser)));
    const answers = await Promise.all(browsers.map((browser, i) => browser.get(paths[i]!)));
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    const rows = await server.db.database.query('SELECT FROM user_identities WHERE subject = $1', [
      `twice-${scopeKey}`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('speak of no scope of others who are the first to name one so', async () => {
    const outsider = await stranger(server);
    const key = `named-${outsider.scopeKey}`;
    another = await rules(key);
    const theirs = await another.signIn({ username: outsider.username, password: PASSWORD });
    expect(codeOf(await theirs.post('/projects', { name: 'The first', account_scope_key: key }))[0]).toBe(200);
    const browser = another.visitor();
    provider.person = { sub: `of-${key}`, groups: ['team'] };
    expect(codeOf(await browser.get(await wayBack(browser)))).toEqual([403, 'identity_unknown']);
  });

  it('leave users as they are whom an admin linked', async () => {
    const { scopeKey } = await newcomer(server);
    const { sub, username } = await linked('admin');
    another = await rules(scopeKey);
    provider.person = { sub, groups: ['team'] };
    const browser = another.visitor();
    await browser.get(await wayBack(browser));
    expect((await browser.get('/auth/me')).body).toMatchObject({ username, role: 'admin' });
  });
});

describe('who came by the provider and wants to end another session', () => {
  const ended = async (browser: Client) => {
    const sessions = (await browser.get('/auth/sessions')).body.sessions as { id: string; current: boolean }[];
    const other = sessions.find(({ current }) => !current)?.id;
    return codeOf(await browser.delete(`/auth/sessions/${other}`));
  };

  it('proves themselves there again, where the provider has known them for long', async () => {
    await linked();
    await signIn();
    provider.signedInAt = new Date(Date.now() - 3_600_000);
    const browser = server.visitor();
    await signIn(browser);
    expect(await ended(browser)).toEqual([403, 'reauthentication_required']);
    expect((await signIn(browser, '?fresh=true')).status).toBe(302);
    expect(await ended(browser)).toEqual([200, undefined]);
  });

  it('is not let in by a provider that did not ask again', async () => {
    await linked();
    provider.faults.claims = { auth_time: Math.floor(Date.now() / 1000) - 3600 };
    expect(codeOf(await signIn(server.visitor(), '?fresh=true'))).toEqual([401, 'identity_refused']);
  });
});

describe('identities of a user', () => {
  it('are listed, and taken away with the sessions', async () => {
    const { id, sub } = await linked();
    const browser = server.visitor();
    await signIn(browser);
    const admin = await server.signIn();
    const [identity, ...more] = (await admin.get(`/users/${id}/identities`)).body.identities;
    expect([identity, more]).toEqual([
      expect.objectContaining({ issuer: provider.issuer, subject: sub, provisioned: false }),
      [],
    ]);
    expect(Date.parse(identity.last_signed_in_at)).not.toBeNaN();
    expect((await admin.delete(`/users/${id}/identities/${identity.id}`)).status).toBe(200);
    expect((await browser.get('/projects')).status).toBe(401);
    expect(codeOf(await signIn())).toEqual([403, 'identity_unknown']);
    expect((await admin.delete(`/users/${id}/identities/${identity.id}`)).status).toBe(404);
    expect((await audited(id)).map(({ action }) => action)).toContain('user.identity_unlink');
  });

  it('are one user’s only', async () => {
    const { sub } = await linked();
    const other = await colleague(server, 'viewer');
    const refused = await (await server.signIn()).post(`/users/${other.id}/identities`, { subject: sub });
    expect(codeOf(refused)).toEqual([409, 'conflict']);
  });

  it('are for admins of all scopes of the user to change', async () => {
    const { id } = await linked();
    const outsider = await stranger(server);
    expect((await outsider.client.get(`/users/${id}/identities`)).status).toBe(404);
    expect((await outsider.client.post(`/users/${id}/identities`, { subject: 'mine' })).status).toBe(404);
    await server.db.database.query(
      `INSERT INTO user_scopes (user_id, account_scope_id, role) VALUES ($1, $2, 'viewer')`,
      [id, outsider.scopeId],
    );
    expect(codeOf(await outsider.client.post(`/users/${id}/identities`, { subject: 'mine' }))).toEqual([
      403,
      'forbidden',
    ]);
  });
});
