import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';

let db: TestDatabase;
let apps: [TestApp, TestApp];

/** Two servers on one database, which believe the address that a proxy names. */
beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 2 });
  const env = { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '4', TRUST_PROXY_HOPS: '1' };
  apps = [await startTestApp({ db, env }), await startTestApp({ db, env })];
});
beforeEach(() => db.database.query('DELETE FROM login_attempts'));
afterAll(async () => {
  for (const app of apps) await app.close();
  await db.close();
});

const attempt = async (app: TestApp, username: string, address: string, password = 'wrong') =>
  app.visitor().post('/auth/login', { username, password }).set('x-forwarded-for', address);

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('sign-in attempts', () => {
  it('are limited per login, whatever the address, the replica and the case', async () => {
    for (const i of numbers(4)) {
      const response = await attempt(apps[i % 2 ? 0 : 1], i % 2 ? 'admin' : 'Admin', `203.0.113.${i}`);
      expect(response.status).toBe(401);
    }
    for (const app of apps) {
      const refused = await attempt(app, 'admin', '203.0.113.99', ADMIN.password);
      expect([refused.status, refused.body.error]).toEqual([429, 'rate_limited']);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(14 * 60);
    }
  });

  it('are limited per address, whatever the login and the replica', async () => {
    for (const i of numbers(4))
      expect((await attempt(apps[i % 2 ? 0 : 1], `user-${i}`, '203.0.113.1')).status).toBe(401);
    for (const app of apps) expect((await attempt(app, 'somebody', '203.0.113.1')).status).toBe(429);
    // Elsewhere, that login has all its attempts: a blocked address can't lock people out.
    expect((await attempt(apps[0], 'somebody', '203.0.113.2')).status).toBe(401);
  });

  it('find no more room when they come at once', async () => {
    const all = await Promise.all(numbers(20).map((i) => attempt(apps[i % 2 ? 0 : 1], 'admin', `203.0.113.${i}`)));
    expect(all.filter((response) => response.status === 401)).toHaveLength(4);
    expect(all.filter((response) => response.status === 429)).toHaveLength(16);
  });

  it('of one login are used up by no single address: its owner gets in from elsewhere', async () => {
    for (const _ of numbers(2)) expect((await attempt(apps[0], 'admin', '203.0.113.66')).status).toBe(401);
    for (const app of apps) expect((await attempt(app, 'admin', '203.0.113.66')).status).toBe(429);
    // From that address other logins go on, and so does this one from others.
    expect((await attempt(apps[1], 'somebody', '203.0.113.66')).status).toBe(401);
    expect((await attempt(apps[1], 'admin', '203.0.113.7', ADMIN.password)).status).toBe(200);
  });

  it('by strangers don’t keep out a device that the login has signed in from', async () => {
    const owner = apps[0].visitor();
    const from = (client: typeof owner, password: string) =>
      client.post('/auth/login', { ...ADMIN, password }).set('x-forwarded-for', '203.0.113.50');
    expect((await from(owner, ADMIN.password)).status).toBe(200);
    await owner.post('/auth/logout');
    for (const i of numbers(8)) await attempt(apps[i % 2 ? 0 : 1], 'admin', `203.0.113.${i}`);
    for (const i of numbers(8)) await attempt(apps[i % 2 ? 0 : 1], `user-${i}`, '203.0.113.50');
    expect((await from(apps[0].visitor(), ADMIN.password)).status).toBe(429);
    expect((await from(owner, ADMIN.password)).status).toBe(200);
  });

  it('from a known device are limited by themselves, and only for its login', async () => {
    const device = apps[0].visitor();
    await device.logIn(ADMIN);
    await device.post('/auth/logout');
    for (const _ of numbers(4))
      expect((await device.post('/auth/login', { ...ADMIN, password: 'wrong' })).status).toBe(401);
    expect((await device.post('/auth/login', ADMIN)).status).toBe(429);
    // Nothing of that was counted against the login: strangers and owners have what they had.
    expect((await attempt(apps[1], 'admin', '203.0.113.9', ADMIN.password)).status).toBe(200);
    for (const _ of numbers(4)) await attempt(apps[0], 'somebody', '203.0.113.8');
    const other = device.post('/auth/login', { username: 'somebody', password: 'x' });
    expect((await other.set('x-forwarded-for', '203.0.113.8')).status).toBe(429);
  });

  it('of an unknown login are refused alike', async () => {
    for (const i of numbers(4)) await attempt(apps[0], 'nobody', `203.0.113.${i}`);
    expect((await attempt(apps[0], 'nobody', '203.0.113.9')).status).toBe(429);
  });

  it('that succeed count for nothing', async () => {
    for (const i of numbers(12))
      expect((await attempt(apps[i % 2 ? 0 : 1], 'admin', '203.0.113.1', ADMIN.password)).status).toBe(200);
    const rows = await db.database.query<{ key: string; points: number }>(
      `SELECT key, points FROM login_attempts WHERE points > 0`,
    );
    expect(rows).toEqual([]);
  });

  it('keep no login in the database', async () => {
    await attempt(apps[0], 'my-password-by-mistake', '203.0.113.1');
    const rows = await db.database.query<{ key: string }>('SELECT key FROM login_attempts');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('mistake');
  });
});
