import { randomUUID } from 'node:crypto';
import { colleague, letIn, PASSWORD, stranger } from '../support/people.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp({ env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' } });
});
afterAll(() => server.close());

const name = () => `u-${randomUUID().slice(0, 8)}`;

describe('users', () => {
  it('are made in lower case, in the admin’s only scope, and listed without their password', async () => {
    const admin = await server.signIn();
    const username = name();
    const made = await admin.post('/users', { username: username.toUpperCase(), password: PASSWORD, role: 'operator' });
    const { account_scope_id } = (await admin.get('/auth/me')).body as { account_scope_id: string };
    expect(made.body.user).toMatchObject({
      username,
      role: 'operator',
      disabled: false,
      account_scope_ids: [account_scope_id],
    });
    const list = await admin.get('/users?limit=200');
    expect(list.body.users).toContainEqual(made.body.user);
    expect(JSON.stringify(list.body)).not.toMatch(/argon2|password/);
    expect((await admin.post('/users', { username, password: PASSWORD, role: 'viewer' })).body.error).toBe('conflict');
  });

  it('are for admins only', async () => {
    const { client, id } = await colleague(server, 'operator');
    for (const answer of [
      await client.get('/users'),
      await client.post('/users', { username: name(), password: PASSWORD, role: 'viewer' }),
      await client.patch(`/users/${id}`, { role: 'admin' }),
    ]) {
      expect([answer.status, answer.body.error]).toEqual([403, 'forbidden']);
    }
  });

  it.each([
    [{ password: 'short-pass1' }, 'password'],
    [{ username: 'a b' }, 'username'],
    [{ username: 'a\0b' }, 'username'],
    [{ role: 'root' }, 'role'],
    [{ account_scope_ids: ['x'] }, 'account_scope_ids'],
    [{ account_scope_ids: [randomUUID()] }, 'account_scope_ids'],
    [{ account_scope_ids: null }, 'account_scope_ids'],
    [{ id: randomUUID() }, 'id'],
    [{ password_hash: 'x' }, 'password_hash'],
    [{ session_epoch: 5 }, 'session_epoch'],
  ])('are not made with %j', async (field, path) => {
    const admin = await server.signIn();
    const response = await admin.post('/users', { username: name(), password: PASSWORD, role: 'viewer', ...field });
    expect([response.status, response.body.error]).toEqual([400, 'validation_failed']);
    expect(response.body.details.map((detail: { path: string }) => detail.path)).toEqual([path]);
  });

  it.each([{ password_hash: 'x' }, { username: 'other' }, { disabled_at: null }, { disabled: 'true' }, { role: null }])(
    'are not changed with %j',
    async (body) => {
      const { id } = await colleague(server, 'viewer');
      expect((await (await server.signIn()).patch(`/users/${id}`, body)).status).toBe(400);
    },
  );

  it.each(['x', '1', '%00'])('with the malformed id %s are 400', async (id) => {
    expect((await (await server.signIn()).patch(`/users/${id}`, {})).status).toBe(400);
  });
});

describe('a change of a user', () => {
  it.each([{ password: 'another-long-password' }, { role: 'operator' }, { disabled: true }])(
    '%j ends their sessions',
    async (body) => {
      const admin = await server.signIn();
      const { id, client } = await colleague(server, 'viewer');
      expect((await client.get('/projects')).status).toBe(200);
      const changed = await admin.patch(`/users/${id}`, body);
      expect(changed.status).toBe(200);
      expect((await client.get('/projects')).body).toMatchObject({ status: 401, error: 'unauthorized' });
      expect(
        await server.db.database.query(`SELECT 1 FROM sessions WHERE sess #>> '{passport,user}' = $1`, [id]),
      ).toEqual([]);
    },
  );

  it('that changes nothing leaves them signed in', async () => {
    const admin = await server.signIn();
    const { id, client } = await colleague(server, 'viewer');
    for (const body of [{}, { role: 'viewer' }, { disabled: false }])
      expect((await admin.patch(`/users/${id}`, body)).status).toBe(200);
    expect((await client.get('/projects')).status).toBe(200);
  });

  it('keeps the disabled out until they are enabled again', async () => {
    const admin = await server.signIn();
    const { id, username } = await colleague(server, 'viewer');
    await admin.patch(`/users/${id}`, { disabled: true });
    expect((await server.visitor().post('/auth/login', { username, password: PASSWORD })).status).toBe(401);
    expect((await admin.patch(`/users/${id}`, { disabled: false })).body.user.disabled).toBe(false);
    expect((await server.visitor().post('/auth/login', { username, password: PASSWORD })).status).toBe(200);
  });

  it('never leaves the server without an enabled admin, not even when two go at once', async () => {
    const { database } = server.db;
    await database.query(
      `UPDATE user_scopes SET role = 'viewer' WHERE user_id IN (SELECT id FROM users WHERE username <> $1)`,
      [ADMIN.username],
    );
    const second = await colleague(server, 'admin');
    const admin = await server.signIn();
    const { users } = (await admin.get('/users?limit=200')).body as { users: { id: string; username: string }[] };
    const first = users.find((user) => user.username === ADMIN.username)?.id ?? '';
    const answers = await Promise.all([
      admin.patch(`/users/${second.id}`, { disabled: true }),
      second.client.patch(`/users/${first}`, { role: 'viewer' }),
    ]);
    const admins = await database.query(
      `SELECT u.id FROM users u JOIN user_scopes us ON us.user_id = u.id WHERE us.role = 'admin' AND u.disabled_at IS NULL`,
    );
    expect(admins.length).toBeGreaterThanOrEqual(1);
    expect(answers.filter((answer) => answer.status === 200).length).toBeLessThan(2);
    await database.query(`UPDATE user_scopes SET role = 'admin' WHERE user_id = $1`, [first]);
    await database.query(`UPDATE users SET disabled_at = NULL WHERE id = $1`, [first]);
    await database.query(`UPDATE users SET disabled_at = now() WHERE id = $1`, [second.id]);
    const last = await (await server.signIn()).patch(`/users/${first}`, { disabled: true });
    expect([last.status, last.body.error]).toEqual([409, 'conflict']);
  });
});

describe('users of other account scopes', () => {
  it('can’t be seen, changed, or given scopes of others', async () => {
    const admin = await server.signIn();
    const theirs = await stranger(server);
    expect(JSON.stringify((await admin.get('/users?limit=200')).body)).not.toContain(theirs.id);
    for (const id of [theirs.id, randomUUID()]) {
      expect((await admin.patch(`/users/${id}`, { password: PASSWORD })).body).toMatchObject({
        status: 404,
        error: 'not_found',
      });
    }
    // A password that their scope's name makes bad: that it is bad would tell of the user and of the scope.
    const named = await admin.patch(`/users/${theirs.id}`, { password: theirs.scopeKey });
    expect([named.status, named.body.error]).toEqual([404, 'not_found']);
    const mine = await colleague(server, 'viewer');
    const granted = await admin.patch(`/users/${mine.id}`, { account_scope_ids: [theirs.scopeId] });
    expect([granted.status, granted.body.error]).toEqual([400, 'validation_failed']);
  });

  it('who share one scope keep the others, and their password', async () => {
    const admin = await server.signIn();
    const theirs = await stranger(server);
    const both = await colleague(server, 'viewer');
    const own = (await admin.get('/auth/me')).body.account_scope_id as string;
    await letIn(server, both, theirs.scopeId, 'viewer');
    // The second password is made of a name that the admin must not learn of.
    for (const body of [{ password: 'another-long-password' }, { password: theirs.scopeKey }, { disabled: true }]) {
      expect((await admin.patch(`/users/${both.id}`, body)).body).toMatchObject({ status: 403, error: 'forbidden' });
    }
    const promoted = await admin.patch(`/users/${both.id}`, { role: 'admin' });
    expect(promoted.body.user).toMatchObject({
      role: 'admin',
      memberships: [{ account_scope_id: own, role: 'admin' }],
    });
    expect((await theirs.client.patch(`/users/${both.id}`, {})).body.user).toMatchObject({ role: 'viewer' });
    const shown = (await admin.patch(`/users/${both.id}`, {})).body.user as { account_scope_ids: string[] };
    expect(shown.account_scope_ids).toEqual([own]);
    await admin.patch(`/users/${both.id}`, { account_scope_ids: [] });
    const left = await server.db.database.query('SELECT account_scope_id FROM user_scopes WHERE user_id = $1', [
      both.id,
    ]);
    expect(left).toEqual([{ account_scope_id: theirs.scopeId }]);
  });
});
