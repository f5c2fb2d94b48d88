import { Secret, TOTP } from 'otpauth';
import { Clock } from '../../src/common/clock.js';
import type { Client } from '../support/client.js';
import { addedBy, colleague, PASSWORD, stranger, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;
/** Where the server's clock stands: codes follow it, and each is good once. */
let now = Date.now();

beforeAll(async () => {
  server = await startTestApp({ env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' } });
  server.app.get(Clock).now = () => new Date(now);
});
afterAll(() => server.close());
beforeEach(async () => {
  now += 120_000;
  await server.db.database.query('DELETE FROM login_attempts');
});
let another: TestApp | undefined;
afterEach(async () => {
  await another?.close();
  another = undefined;
});

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: now });
const current_password = PASSWORD;

interface Factor {
  secret: string;
  recovery_codes: string[];
}

async function setUp(client: Client): Promise<Factor> {
  const begun = await client.post('/auth/second-factor', { current_password });
  expect([begun.status, begun.body.error]).toEqual([200, undefined]);
  const { secret } = begun.body as { secret: string };
  const confirmed = await client.post('/auth/second-factor/confirm', { code: codeOf(secret) });
  expect([confirmed.status, confirmed.body.error]).toEqual([200, undefined]);
  now += 30_000;
  return { secret, recovery_codes: confirmed.body.recovery_codes as string[] };
}
const logIn = (username: string, code?: string, client = server.visitor()) =>
  client.post('/auth/login', { username, password: PASSWORD, ...(code === undefined ? {} : { code }) });
const audited = async (id: string) =>
  (
    await server.db.database.query<{ action: string }>(
      `SELECT action FROM audit_events WHERE entity_id = $1 AND action LIKE 'user.%factor%' ORDER BY id`,
      [id],
    )
  ).map(({ action }) => action);

describe('a second factor', () => {
  it('is set up with the password and a code, ends other sessions, and is asked for from then on', async () => {
    const { id, username, client } = await colleague(server, 'viewer');
    const other = server.visitor();
    await logIn(username, undefined, other);
    const { secret, recovery_codes } = await setUp(client);
    expect(recovery_codes).toHaveLength(10);
    expect((await client.get('/auth/second-factor')).body).toMatchObject({ enabled: true, recovery_codes_left: 10 });
    expect((await other.get('/projects')).status).toBe(401);
    const without = await logIn(username);
    expect([without.status, without.body.error]).toEqual([401, 'second_factor_required']);
    expect((await logIn(username, '000000')).body.error).toBe('invalid_credentials');
    expect((await logIn(username, codeOf(secret))).status).toBe(200);
    expect(await audited(id)).toEqual(['user.second_factor_on']);
  });

  it('tells nothing of itself to who does not know the password', async () => {
    const { username, client } = await colleague(server, 'viewer');
    await setUp(client);
    const wrong = await server.visitor().post('/auth/login', { username, password: 'a wrong password' });
    expect([wrong.status, wrong.body.error]).toEqual([401, 'invalid_credentials']);
  });

  it('takes each code once', async () => {
    const { username, client } = await colleague(server, 'viewer');
    const { secret } = await setUp(client);
    const code = codeOf(secret);
    const answers = await Promise.all([logIn(username, code), logIn(username, code), logIn(username, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    now += 30_000;
    expect((await logIn(username, codeOf(secret))).status).toBe(200);
  });

  it('is stood in for by each recovery code once', async () => {
    const { username, client } = await colleague(server, 'viewer');
    const { recovery_codes } = await setUp(client);
    const [code = ''] = recovery_codes;
    const answers = await Promise.all([logIn(username, code), logIn(username, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await client.get('/auth/second-factor')).body.recovery_codes_left).toBe(9);
    const renewed = await client.post('/auth/second-factor/recovery-codes', { current_password });
    expect(renewed.body.recovery_codes).toHaveLength(10);
    expect((await logIn(username, recovery_codes[1])).status).toBe(401);
    expect((await logIn(username, (renewed.body.recovery_codes as string[])[0])).status).toBe(200);
  });

  it('is kept sealed, and its recovery codes as hashes', async () => {
    const { id, client } = await colleague(server, 'viewer');
    const { secret, recovery_codes } = await setUp(client);
    const text = JSON.stringify([
      await server.db.database.query('SELECT * FROM users WHERE id = $1', [id]),
      await server.db.database.query('SELECT * FROM recovery_codes WHERE user_id = $1', [id]),
      await server.db.database.query('SELECT * FROM audit_events'),
    ]);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(recovery_codes[0]);
  });

  it('is removed with the password', async () => {
    const { id, username, client } = await colleague(server, 'viewer');
    await setUp(client);
    const refused = await client.post('/auth/second-factor/remove', { current_password: 'a wrong one' });
    expect(refused.body.details).toEqual([{ path: 'current_password', problem: 'is not your password' }]);
    expect((await client.post('/auth/second-factor/remove', { current_password })).status).toBe(200);
    expect((await logIn(username)).status).toBe(200);
    expect(await audited(id)).toEqual(['user.second_factor_on', 'user.second_factor_off']);
  });

  it('is not taken for one of a clock that differs, since its first code was typed slowly', async () => {
    const { username, client } = await colleague(server, 'viewer');
    const { secret } = (await client.post('/auth/second-factor', { current_password })).body as { secret: string };
    now += 30_000 - (now % 30_000) - 3_000;
    const code = codeOf(secret);
    now += 5_000;
    const late = await client.post('/auth/second-factor/confirm', { code });
    expect([late.status, late.body.details]).toEqual([
      400,
      [{ path: 'code', problem: expect.stringMatching(/^was of another half minute: wait/) }],
    ]);
    // The same again says nothing new.
    expect((await client.post('/auth/second-factor/confirm', { code })).status).toBe(400);
    expect((await client.post('/auth/second-factor/confirm', { code: codeOf(secret) })).status).toBe(200);
    now += 30_000;
    expect((await logIn(username, codeOf(secret))).status).toBe(200);
  });

  it.each([-30_000, 30_000])('of a phone whose clock differs by %i ms is set up with two codes', async (ms) => {
    const { username, client } = await colleague(server, 'viewer');
    const { secret } = (await client.post('/auth/second-factor', { current_password })).body as { secret: string };
    const shown = () =>
      new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: now + ms });
    expect((await client.post('/auth/second-factor/confirm', { code: shown() })).status).toBe(400);
    now += 30_000;
    expect((await client.post('/auth/second-factor/confirm', { code: shown() })).status).toBe(200);
    now += 30_000;
    expect((await logIn(username, shown())).status).toBe(200);
  });

  it('counts only once it is confirmed, and is not set up twice', async () => {
    const { username, client } = await colleague(server, 'viewer');
    expect((await client.post('/auth/second-factor', { current_password })).status).toBe(200);
    expect((await client.post('/auth/second-factor/confirm', { code: '000000' })).status).toBe(400);
    expect((await logIn(username)).status).toBe(200);
    await setUp(client);
    expect((await client.post('/auth/second-factor', { current_password })).body.error).toBe('conflict');
    expect((await client.post('/auth/second-factor/confirm', { code: '000000' })).body.error).toBe('conflict');
  });

  it('can’t be guessed: a right password makes no room for more codes', async () => {
    another = await startTestApp({ db: server.db, env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '6' } });
    const strict = another;
    const { username, client } = await colleague(server, 'viewer');
    await setUp(client);
    const attempt = async (code?: string) =>
      (
        await strict
          .visitor()
          .post('/auth/login', { username, password: PASSWORD, ...(code === undefined ? {} : { code }) })
      ).body.error as string;
    const seen = [];
    for (const code of ['000000', undefined, '000001', undefined]) seen.push(await attempt(code));
    expect(seen).toEqual(['invalid_credentials', 'second_factor_required', 'invalid_credentials', 'rate_limited']);
  });

  it('needs SECRETS_KEY to be kept', async () => {
    another = await startTestApp({ db: server.db, env: { SECRETS_KEY: undefined } });
    const { username } = await colleague(server, 'viewer');
    const client = await another.signIn({ username, password: PASSWORD });
    expect((await client.post('/auth/second-factor', { current_password })).body.error).toBe('secrets_key_missing');
  });
});

describe('an account scope that asks for it', () => {
  /** An admin with a second factor in a scope of their own, which asks for it, and somebody who joins it. */
  async function demanding(): Promise<{ admin: Person & { scopeId: string }; member: Person }> {
    const admin = await stranger(server);
    await setUp(admin.client);
    const member = await addedBy(server, admin.client, 'viewer', [admin.scopeId]);
    const asked = await admin.client.patch(`/account-scopes/${admin.scopeId}`, { second_factor_required: true });
    expect(asked.status).toBe(200);
    return { admin, member };
  }

  it('keeps its people out of all but setting one up, sessions and tokens alike', async () => {
    const admin = await stranger(server);
    await setUp(admin.client);
    const member = await addedBy(server, admin.client, 'viewer', [admin.scopeId]);
    const made = await member.client.post('/auth/tokens', { name: 'x', role: 'viewer', expires_in_days: 1 });
    await admin.client.patch(`/account-scopes/${admin.scopeId}`, { second_factor_required: true });
    const byToken = server
      .visitor()
      .get('/projects')
      .set('authorization', `Bearer ${made.body.token as string}`);
    for (const answer of [await member.client.get('/projects'), await byToken])
      expect([answer.status, answer.body.error]).toEqual([403, 'second_factor_setup_required']);
    expect((await member.client.get('/auth/me')).body.second_factor_setup_required).toBe(true);
    expect((await member.client.get('/auth/second-factor')).body).toMatchObject({ enabled: false, required: true });
    await setUp(member.client);
    expect((await member.client.get('/projects')).status).toBe(200);
    expect((await admin.client.get('/projects')).status).toBe(200);
  });

  it('lets nobody remove it, and admins reset it for who has lost it', async () => {
    const { admin, member } = await demanding();
    const { secret } = await setUp(member.client);
    const removed = await member.client.post('/auth/second-factor/remove', { current_password });
    expect([removed.status, removed.body.error]).toEqual([403, 'forbidden']);
    expect((await admin.client.delete(`/users/${member.id}/second-factor`)).status).toBe(200);
    expect((await member.client.get('/auth/me')).body.authenticated).toBe(false);
    const again = server.visitor();
    expect((await logIn(member.username, undefined, again)).status).toBe(200);
    expect((await again.get('/projects')).body.error).toBe('second_factor_setup_required');
    expect((await logIn(member.username, codeOf(secret))).status).toBe(200);
    expect(await audited(member.id)).toEqual(['user.second_factor_on', 'user.second_factor_reset']);
  });

  it('is changed by its own admins only, who need one first', async () => {
    const admin = await stranger(server);
    const change = (client: Client) =>
      client.patch(`/account-scopes/${admin.scopeId}`, { second_factor_required: true });
    expect((await change(admin.client)).body.error).toBe('conflict');
    const other = await stranger(server);
    await setUp(other.client);
    expect((await change(other.client)).status).toBe(404);
    expect((await change((await colleague(server, 'operator')).client)).status).toBe(403);
  });

  it('does not let admins reset their own, or that of people elsewhere', async () => {
    const { admin } = await demanding();
    const elsewhere = await colleague(server, 'viewer');
    expect((await admin.client.delete(`/users/${admin.id}/second-factor`)).status).toBe(403);
    expect((await admin.client.delete(`/users/${elsewhere.id}/second-factor`)).status).toBe(404);
  });
});
