import { jest } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ADMIN, startTestApp } from '../support/test-app.js';

let db: TestDatabase;

beforeEach(async () => {
  db = await openTestDatabase({ poolMax: 2 });
});
afterEach(() => db.close());

const users = () =>
  db.database.query<{ username: string; role: string; key: string }>(
    `SELECT u.username, u.role, s.key FROM users u JOIN user_scopes us ON us.user_id = u.id JOIN account_scopes s ON s.id = us.account_scope_id`,
  );

describe('the first admin', () => {
  it('is made once by servers that start at once, in the scope default', async () => {
    const apps = await Promise.all([1, 2, 3].map(() => startTestApp({ db })));
    expect(await users()).toEqual([{ username: 'admin', role: 'admin', key: 'default' }]);
    for (const app of apps) await app.signIn();
    await Promise.all(apps.map((app) => app.close()));
  });

  it('has the password of AUTH_CREDENTIALS after every start; a new one ends the sessions of the old one', async () => {
    const first = await startTestApp({ db });
    const client = await first.signIn();
    const same = await startTestApp({ db });
    expect((await client.get('/projects')).status).toBe(200);
    const changed = await startTestApp({ db, env: { AUTH_CREDENTIALS: 'admin:a-different-password' } });
    expect((await client.get('/projects')).status).toBe(401);
    expect((await changed.visitor().post('/auth/login', ADMIN)).status).toBe(401);
    await changed.signIn({ username: 'admin', password: 'a-different-password' });
    for (const app of [first, same, changed]) await app.close();
  });

  it('has it on record in every scope that it has', async () => {
    const first = await startTestApp({ db });
    await db.database.query(
      `WITH made AS (INSERT INTO account_scopes (key, name) VALUES ('second', 'Second') RETURNING id)
       INSERT INTO user_scopes (user_id, account_scope_id, role) SELECT u.id, made.id, 'viewer' FROM users u, made`,
    );
    const changed = await startTestApp({ db, env: { AUTH_CREDENTIALS: 'admin:a-different-password' } });
    const rows = await db.database.query<{ key: string }>(
      `SELECT s.key FROM audit_events a JOIN account_scopes s ON s.id = a.account_scope_id
       WHERE a.action = 'user.update' ORDER BY s.key`,
    );
    expect(rows.map(({ key }) => key)).toEqual(['default', 'second']);
    for (const app of [first, changed]) await app.close();
  });

  it('keeps a password that was changed in the product, until AUTH_CREDENTIALS holds another one', async () => {
    const chosen = 'a sentence that the admin chose';
    const first = await startTestApp({ db });
    const client = await first.signIn();
    const change = { current_password: ADMIN.password, new_password: chosen };
    expect((await client.patch('/auth/password', change)).status).toBe(200);
    const again = await startTestApp({ db });
    expect((await client.get('/projects')).status).toBe(200);
    expect((await again.visitor().post('/auth/login', ADMIN)).status).toBe(401);
    await again.signIn({ username: 'admin', password: chosen });
    const other = await startTestApp({ db, env: { AUTH_CREDENTIALS: 'admin:a-different-password' } });
    expect((await client.get('/projects')).status).toBe(401);
    await other.signIn({ username: 'admin', password: 'a-different-password' });
    for (const app of [first, again, other]) await app.close();
  });

  it('of a database from before need not change the password, nor is it set again', async () => {
    await (await startTestApp({ db })).close();
    await db.database.query('UPDATE users SET environment_password_hash = NULL, password_temporary = false');
    const app = await startTestApp({ db });
    const client = await app.signIn();
    const [row] = await db.database.query<{ noted: boolean }>(
      'SELECT environment_password_hash = password_hash AS noted FROM users',
    );
    expect(row).toEqual({ noted: true });
    expect((await client.get('/projects')).status).toBe(200);
    await app.close();
  });

  it('has a random password without AUTH_CREDENTIALS, printed once', async () => {
    const printed: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    try {
      for (const _ of [1, 2]) {
        const app = await startTestApp({ db, env: { AUTH_CREDENTIALS: undefined } });
        const password = /^login: admin {2}password: (\S{12,})$/m.exec(printed.join(''))?.[1] ?? '';
        await app.signIn({ username: 'admin', password });
        await app.close();
      }
    } finally {
      write.mockRestore();
    }
    expect(printed.filter((text) => text.startsWith('login:'))).toHaveLength(1);
  });
});
